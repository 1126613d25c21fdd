import type { Contradiction, ReadableModel } from '../contradiction.ts';
import type { PerformanceGateConfig } from '../schema.ts';
import { LOWER_IS_BETTER } from './performance-metrics.ts';
import { checkPerformanceTask } from './performance-task-checks.ts';

type MetricRules = PerformanceGateConfig['metrics'];
type MetricRule = NonNullable<MetricRules[keyof MetricRules]>;

/** Rules between the fields of the gate, and between them, the task and the columns. Paths begin at the model. */
export function checkPerformance(
  gate: PerformanceGateConfig,
  { task, columns }: { readonly task: ReadableModel['task']; readonly columns: ReadableModel['columns'] },
): readonly Contradiction[] {
  return [
    ...Object.entries(gate.metrics).flatMap(([metric, rule]) =>
      rule === undefined ? [] : [...checkLimit(metric, rule), ...checkMargin(metric, rule)],
    ),
    ...(task === undefined ? [] : checkPerformanceTask(gate, task, columns)),
    ...(columns === undefined ? [] : checkSlices(Object.keys(gate.slices ?? {}), columns)),
  ];
}

/** Only these columns are read beside the labels. */
function checkSlices(
  slices: readonly string[],
  columns: NonNullable<ReadableModel['columns']>,
): readonly Contradiction[] {
  const readable = [...columns.protected, ...columns.control];
  return slices
    .filter((column) => !readable.includes(column))
    .map((column) => ({
      path: ['gates', 'performance', 'slices', column],
      found: `got slices of "${column}", which is neither a protected nor a control column`,
      allowed: readable.length === 0 ? 'No column is protected or control' : `These columns are ${readable.join(', ')}`,
      remedy: `Add "${column}" to columns.protected or columns.control.`,
    }));
}

/** A floor under a loss would pass every bad model. */
function checkLimit(metric: string, rule: MetricRule): readonly Contradiction[] {
  const lowerIsBetter = LOWER_IS_BETTER.includes(metric);
  const [right, wrong] = lowerIsBetter ? (['ceiling', 'floor'] as const) : (['floor', 'ceiling'] as const);
  if (rule[wrong] === undefined) return [];
  return [
    {
      path: [...pathOf(metric), wrong],
      found: `got a ${wrong} for ${metric}, of which ${lowerIsBetter ? 'less' : 'more'} is better`,
      allowed: `The limit of ${metric} is a ${right}`,
      remedy: rule[right] === undefined ? `Write "${right}" in place of "${wrong}".` : `Remove "${wrong}".`,
    },
  ];
}

function checkMargin(metric: string, rule: MetricRule): readonly Contradiction[] {
  const named = (['margin', 'relative-margin'] as const).filter((name) => rule[name] !== undefined);
  if (named.length === 1) return [];
  return [
    {
      path: pathOf(metric),
      found: named.length === 0 ? 'got neither "margin" nor "relative-margin"' : 'got "margin" and "relative-margin"',
      allowed: 'Exactly one of them says how much worse than the champion a challenger may be',
      remedy: named.length === 0 ? 'Add "margin", such as 0.02.' : 'Remove one of the two.',
    },
  ];
}

function pathOf(metric: string): readonly string[] {
  return ['gates', 'performance', 'metrics', metric];
}
