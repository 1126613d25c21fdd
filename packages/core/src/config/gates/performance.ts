import { z } from 'zod';
import { confidence } from '../fields.ts';
import type { Task } from '../task.ts';
import { performanceMetrics } from './performance-metrics.ts';
import { performanceSlices } from './performance-slices.ts';

/** What a model that knows nothing of the features does, by task. */
export const TRIVIAL_BASELINES = {
  'binary-classification': 'majority-class',
  'multiclass-classification': 'majority-class',
  regression: 'mean',
  ranking: 'random-order',
} as const satisfies Readonly<Record<Task, string>>;

/** `gates.performance` of a model. */
export const performanceGate = z.strictObject({
  confidence,
  metrics: performanceMetrics.refine((named) => Object.values(named).some((rule) => rule !== undefined), {
    message: `must name at least one of the metrics ${Object.keys(performanceMetrics.shape).join(', ')}`,
  }),
  slices: performanceSlices,
  'trivial-baseline': z
    .enum(['majority-class', 'mean', 'random-order', 'none'])
    .optional()
    .describe(
      'What a first version must beat: "majority-class" for classes, "mean" for regression, "random-order" for ranking, or "none". That of the task when left out.',
    ),
  'strict-reuse': z
    .boolean()
    .optional()
    .describe(
      'Whether the k-th evaluation on the same rows is judged at 6α/(π²k²) in place of α, so that all evaluations together keep α.',
    ),
});
