import type { Contradiction, ReadableModel } from '../contradiction.ts';
import type { PerformanceGateConfig } from '../schema.ts';
import type { Task } from '../task.ts';
import { TRIVIAL_BASELINES } from './performance.ts';
import { METRICS_OF_TASK, OF_PROBABILITIES, WITHOUT_WEIGHTS } from './performance-metrics.ts';

/** Rules between the gate and the task of the model. Paths begin at the model. */
export function checkPerformanceTask(
  gate: PerformanceGateConfig,
  task: Task,
  columns: ReadableModel['columns'],
): readonly Contradiction[] {
  const multiclass = task === 'multiclass-classification';
  const withoutScores = multiclass && columns !== undefined && columns.scores === undefined;
  return [
    ...unknownMetrics(gate, task),
    ...(withoutScores ? metricsOfProbabilities(gate) : []),
    ...(columns?.weight === undefined ? [] : metricsWithoutWeights(gate)),
    ...(multiclass ? [] : checkBrier(gate)),
    ...checkBaseline(gate, task),
  ];
}

function unknownMetrics({ metrics }: PerformanceGateConfig, task: Task): readonly Contradiction[] {
  const known: readonly string[] = METRICS_OF_TASK[task];
  return Object.keys(metrics)
    .filter((metric) => !known.includes(metric))
    .map((metric) => ({
      path: pathOf(metric),
      found: `got "${metric}", which is no metric of the task ${task}`,
      allowed: `The metrics of ${task} are ${known.join(', ')}`,
      remedy: 'Write one of them, or correct "task".',
    }));
}

function metricsOfProbabilities({ metrics }: PerformanceGateConfig): readonly Contradiction[] {
  return OF_PROBABILITIES.filter((metric) => metrics[metric] !== undefined).map((metric) => ({
    path: pathOf(metric),
    found: `got "${metric}", which reads probabilities`,
    allowed: 'The columns name no probabilities',
    remedy: 'Add columns.scores with a column for each class, or remove the metric.',
  }));
}

function metricsWithoutWeights({ metrics }: PerformanceGateConfig): readonly Contradiction[] {
  return WITHOUT_WEIGHTS.filter((metric) => metrics[metric] !== undefined).map((metric) => ({
    path: pathOf(metric),
    found: `got "${metric}", which knows no weights`,
    allowed: 'The columns name a weight of rows',
    remedy: 'Choose another metric, or remove columns.weight.',
  }));
}

/** Of two classes it is the square of one difference; of several a sum over the classes. */
function checkBrier({ metrics: { brier } }: PerformanceGateConfig): readonly Contradiction[] {
  return (['ceiling', 'margin', 'superiority-margin'] as const)
    .filter((key) => (brier?.[key] ?? 0) > 1)
    .map((key) => ({
      path: [...pathOf('brier'), key],
      found: `got ${brier?.[key]}`,
      allowed: 'With two classes the Brier score is at most 1',
      remedy: 'Write a smaller number.',
    }));
}

function checkBaseline(gate: PerformanceGateConfig, task: Task): readonly Contradiction[] {
  const baseline = gate['trivial-baseline'];
  const own = TRIVIAL_BASELINES[task];
  if (baseline === undefined || baseline === 'none' || baseline === own) return [];
  return [
    {
      path: ['gates', 'performance', 'trivial-baseline'],
      found: `got "${baseline}"`,
      allowed: `The trivial baseline of ${task} is "${own}", or "none"`,
      remedy: `Write "${own}", or leave it out.`,
    },
  ];
}

function pathOf(metric: string): readonly string[] {
  return ['gates', 'performance', 'metrics', metric];
}
