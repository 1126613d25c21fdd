import { z } from 'zod';
import { confidence } from '../fields.ts';
import { performanceSlices } from './performance-slices.ts';

/** Metrics of which less is better: a ceiling limits them, and a floor the others. */
export const LOWER_IS_BETTER: readonly string[] = ['error', 'fpr', 'fnr', 'log-loss', 'brier'];

interface Range {
  readonly lowest: number;
  /** Left out where the metric has no upper end. */
  readonly highest?: number;
}

function metricRule({ lowest, highest }: Range) {
  const value = highest === undefined ? z.number().min(lowest) : z.number().min(lowest).max(highest);
  const width =
    highest === undefined
      ? z.number().gt(0)
      : z
          .number()
          .gt(0)
          .max(highest - lowest);
  return z.strictObject({
    floor: value
      .optional()
      .describe('The lower confidence bound must not be below this. Only for metrics of which more is better.'),
    ceiling: value
      .optional()
      .describe('The upper confidence bound must not be above this. Only for metrics of which less is better.'),
    margin: width
      .optional()
      .describe('Non-inferiority margin against the champion, absolute. Write either this or "relative-margin".'),
    'relative-margin': z
      .number()
      .gt(0)
      .lt(1)
      .optional()
      .describe("Non-inferiority margin against the champion, as a share of the champion's value."),
    'superiority-margin': width
      .optional()
      .describe('The challenger is called superior only when it is better by more than this; 0 when left out.'),
  });
}

const share = metricRule({ lowest: 0, highest: 1 }).optional();
const correlation = metricRule({ lowest: -1, highest: 1 }).optional();

const metrics = z.strictObject({
  accuracy: share,
  error: share,
  precision: share,
  recall: share,
  specificity: share,
  npv: share,
  fpr: share,
  fnr: share,
  f1: share,
  'f-beta': metricRule({ lowest: 0, highest: 1 })
    .extend({ beta: z.number().gt(0).max(100).describe('How many times recall counts as much as precision.') })
    .optional(),
  'balanced-accuracy': share,
  mcc: correlation,
  'cohen-kappa': correlation,
  auc: share,
  'average-precision': share,
  'log-loss': metricRule({ lowest: 0 }).optional(),
  brier: share,
});

/** `gates.performance` of a model. */
export const performanceGate = z.strictObject({
  confidence,
  metrics: metrics.refine((named) => Object.values(named).some((rule) => rule !== undefined), {
    message: `must name at least one of the metrics ${Object.keys(metrics.shape).join(', ')}`,
  }),
  slices: performanceSlices,
  'trivial-baseline': z.enum(['majority-class', 'none']).default('majority-class'),
});
