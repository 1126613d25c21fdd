import { z } from 'zod';
import type { Task } from '../task.ts';

interface Range {
  /** Left out where the metric has no lower end. */
  readonly lowest?: number;
  /** Left out where the metric has no upper end. */
  readonly highest?: number;
}

function metricRule({ lowest, highest }: Range) {
  const above = lowest === undefined ? z.number() : z.number().min(lowest);
  const value = highest === undefined ? above : above.max(highest);
  const width =
    highest === undefined || lowest === undefined
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
/** In the units of the label, or of its square. */
const loss = metricRule({ lowest: 0 }).optional();
const depth = z.int().min(1).max(1000);
const cut = metricRule({ lowest: 0, highest: 1 })
  .extend({ k: depth.optional().describe('How many items from the top count; all when left out.') })
  .optional();
const top = metricRule({ lowest: 0, highest: 1 })
  .extend({ k: depth.describe('How many items from the top count.') })
  .optional();

/** `gates.performance.metrics`: every metric of every task. Which of them a task has, `METRICS_OF_TASK` says. */
export const performanceMetrics = z.strictObject({
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
  'macro-f1': share,
  'micro-f1': share,
  'weighted-f1': share,
  'balanced-accuracy': share,
  mcc: correlation,
  'cohen-kappa': correlation,
  'linear-kappa': correlation,
  'quadratic-kappa': correlation,
  auc: share,
  'macro-auc-ovr': share,
  'macro-auc-ovo': share,
  'average-precision': share,
  'top-k-accuracy': metricRule({ lowest: 0, highest: 1 })
    .extend({ k: depth.describe('The class counts as found when it is among the k most probable.') })
    .optional(),
  'log-loss': loss,
  // Of several classes it is a sum over them, up to 2.
  brier: metricRule({ lowest: 0, highest: 2 }).optional(),
  mae: loss,
  mse: loss,
  rmse: loss,
  'median-absolute-error': loss,
  'max-error': loss,
  pinball: metricRule({ lowest: 0 })
    .extend({ tau: z.number().gt(0).lt(1).describe('The quantile that the model predicts, such as 0.9.') })
    .optional(),
  msle: loss,
  mape: loss,
  wape: loss,
  r2: metricRule({ highest: 1 }).optional(),
  spearman: correlation,
  'kendall-tau-b': correlation,
  ndcg: metricRule({ lowest: 0, highest: 1 })
    .extend({
      k: depth.optional().describe('How many items from the top count; all when left out.'),
      gain: z
        .enum(['linear', 'exponential'])
        .default('linear')
        .describe('What an item of relevance r is worth: r, or 2^r - 1.'),
    })
    .optional(),
  map: cut,
  mrr: cut,
  'recall-at-k': top,
  'precision-at-k': top,
  'hit-at-k': top,
});

/** Names of the metrics of all tasks. */
export type MetricName = keyof z.output<typeof performanceMetrics>;

const BINARY = [
  'accuracy',
  'error',
  'precision',
  'recall',
  'specificity',
  'npv',
  'fpr',
  'fnr',
  'f1',
  'f-beta',
  'balanced-accuracy',
  'mcc',
  'cohen-kappa',
  'auc',
  'average-precision',
  'log-loss',
  'brier',
] as const satisfies readonly MetricName[];

const MULTICLASS = [
  'accuracy',
  'error',
  'balanced-accuracy',
  'macro-f1',
  'micro-f1',
  'weighted-f1',
  'mcc',
  'cohen-kappa',
  'linear-kappa',
  'quadratic-kappa',
  'macro-auc-ovr',
  'macro-auc-ovo',
  'top-k-accuracy',
  'log-loss',
  'brier',
] as const satisfies readonly MetricName[];

const REGRESSION = [
  'mae',
  'mse',
  'rmse',
  'median-absolute-error',
  'max-error',
  'r2',
  'pinball',
  'msle',
  'mape',
  'wape',
  'spearman',
  'kendall-tau-b',
] as const satisfies readonly MetricName[];

const RANKING = [
  'ndcg',
  'map',
  'mrr',
  'recall-at-k',
  'precision-at-k',
  'hit-at-k',
] as const satisfies readonly MetricName[];

/** Which metrics a task has, in the order of reports. */
export const METRICS_OF_TASK = {
  'binary-classification': BINARY,
  'multiclass-classification': MULTICLASS,
  regression: REGRESSION,
  ranking: RANKING,
} as const satisfies Readonly<Record<Task, readonly MetricName[]>>;

export type BinaryMetricName = (typeof BINARY)[number];
export type MulticlassMetricName = (typeof MULTICLASS)[number];
export type RegressionMetricName = (typeof REGRESSION)[number];
export type RankingMetricName = (typeof RANKING)[number];

/** Metrics of several classes that read probabilities, not predictions. */
export const OF_PROBABILITIES: readonly MetricName[] = [
  'macro-auc-ovr',
  'macro-auc-ovo',
  'top-k-accuracy',
  'log-loss',
  'brier',
];

/** Metrics of a binary model that read scores, not predictions. */
export const OF_SCORES: readonly MetricName[] = ['auc', 'average-precision', 'log-loss', 'brier'];

/** Metrics that know whole rows and no weights. */
export const WITHOUT_WEIGHTS: readonly MetricName[] = [
  'median-absolute-error',
  'max-error',
  'spearman',
  'kendall-tau-b',
];

/** Metrics of which less is better: a ceiling limits them, and a floor the others. */
export const LOWER_IS_BETTER: readonly string[] = [
  'error',
  'fpr',
  'fnr',
  'log-loss',
  'brier',
  'mae',
  'mse',
  'rmse',
  'median-absolute-error',
  'max-error',
  'pinball',
  'msle',
  'mape',
  'wape',
] satisfies readonly MetricName[];
