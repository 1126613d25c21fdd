import type { GroupRequest } from '../concurrency.ts';
import { evaluate, evaluateText, type Scope } from '../expressions/expression.ts';
import { entry, type Template } from '../expressions/template.ts';
import { workflowFault } from '../expressions/workflow-fault.ts';

/** `concurrency:` of a workflow or job: a group, or a mapping; `null` when absent or when the group is empty. */
export function concurrencyRequest(
  template: Template | null,
  scope: Scope,
  holder: { readonly repository: string; readonly cancel: () => void },
): GroupRequest | null {
  if (template === null) return null;
  const group = evaluateText(template.kind === 'mapping' ? entry(template, 'group') : template, scope);
  if (group === '') return null;
  const cancelTemplate = entry(template, 'cancel-in-progress');
  const cancelInProgress = cancelTemplate === null ? false : evaluate(cancelTemplate, scope) === true;
  const queue = evaluateText(entry(template, 'queue'), scope) === 'max' ? 'max' : 'single';
  if (queue === 'max' && cancelInProgress) {
    throw workflowFault(`${scope.file}:${template.line}`, {
      found: '"queue: max" with "cancel-in-progress: true"',
      allowed: 'GitHub allows one of the two',
      remedy: 'remove one',
    });
  }
  return { repository: holder.repository, group, cancelInProgress, queue, cancel: holder.cancel };
}

/**
 * A job that waits for a group which its own run holds would wait for ever. GitHub cancels it and says so.
 *
 * @throws ConfigError when the group is among those held
 */
export function refuseDeadlock(group: string, held: ReadonlySet<string>, where: string): void {
  if (!held.has(group.toLowerCase())) return;
  throw workflowFault(where, {
    found: `a deadlock for the concurrency group "${group}", which this run holds already`,
    allowed: 'a workflow, the jobs it calls and their jobs need groups of different names',
    remedy: 'give one of them another group',
  });
}
