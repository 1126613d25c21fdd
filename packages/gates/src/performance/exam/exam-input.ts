import { ActionError, type MetricName } from '@gatehouse/core';

/** What the caller of a gate handed over that no reader of rows hands over. */
export function unfitInput(found: string, allowed: string): ActionError {
  return new ActionError('bug', {
    where: 'The input of the performance gate',
    found,
    allowed,
    remedy: 'Report this as a bug of Gatehouse',
  });
}

/**
 * The metric as one of its task.
 *
 * @throws ActionError `bug` for a metric of another task, which the configuration refuses.
 */
export function ofTask<Name extends MetricName>(name: MetricName, known: readonly Name[]): Name {
  const found = known.find((one) => one === name);
  if (found === undefined) throw unfitInput(`the metric ${name}`, `one of ${known.join(', ')}`);
  return found;
}
