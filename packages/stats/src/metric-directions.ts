/** `max`: a higher value is better. `min`: a lower value is better. */
export type Direction = 'max' | 'min';

/**
 * Which way each metric of performance is better. The one place that says so: a comparison that takes the direction from
 * here cannot hold a distance for a score. Calibration intercept and slope have no direction: 0 and 1 are best.
 */
export const METRIC_DIRECTIONS = {
  accuracy: 'max',
  error: 'min',
  precision: 'max',
  recall: 'max',
  specificity: 'max',
  npv: 'max',
  fpr: 'min',
  fnr: 'min',
  fdr: 'min',
  for: 'min',
  'f-beta': 'max',
  'balanced-accuracy': 'max',
  matthews: 'max',
  'cohen-kappa': 'max',
  'macro-f1': 'max',
  'micro-f1': 'max',
  'weighted-f1': 'max',
  auc: 'max',
  'macro-auc-ovr': 'max',
  'macro-auc-ovo': 'max',
  'average-precision': 'max',
  'top-k-accuracy': 'max',
  'log-loss': 'min',
  brier: 'min',
  'expected-calibration-error': 'min',
  mae: 'min',
  mse: 'min',
  rmse: 'min',
  'median-absolute-error': 'min',
  'max-error': 'min',
  pinball: 'min',
  msle: 'min',
  mape: 'min',
  wape: 'min',
  r2: 'max',
  spearman: 'max',
  'kendall-tau-b': 'max',
  ndcg: 'max',
  map: 'max',
  mrr: 'max',
  'recall-at-k': 'max',
  'precision-at-k': 'max',
  'hit-at-k': 'max',
} as const satisfies Readonly<Record<string, Direction>>;

export type PerformanceMetric = keyof typeof METRIC_DIRECTIONS;

/** How much better `challenger` is than `champion`: above zero is better, whatever the direction of the metric. */
export function improvement(
  metric: PerformanceMetric,
  values: { readonly champion: number; readonly challenger: number },
): number {
  const change = values.challenger - values.champion;
  return METRIC_DIRECTIONS[metric] === 'max' ? change : -change;
}
