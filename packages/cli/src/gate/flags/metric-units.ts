import type { MetricName } from '@gatehouse/core';

type Unit =
  | 'share'
  | 'correlation'
  | 'loss'
  | 'probability'
  | 'label'
  | 'label squared'
  | 'logarithm'
  | 'ratio'
  | 'variance';

/** In what each metric is counted: numbers of two units are no limit of each other. */
const UNITS: Readonly<Record<MetricName, Unit>> = {
  accuracy: 'share',
  error: 'share',
  precision: 'share',
  recall: 'share',
  specificity: 'share',
  npv: 'share',
  fpr: 'share',
  fnr: 'share',
  f1: 'share',
  'f-beta': 'share',
  'macro-f1': 'share',
  'micro-f1': 'share',
  'weighted-f1': 'share',
  'balanced-accuracy': 'share',
  mcc: 'correlation',
  'cohen-kappa': 'correlation',
  'linear-kappa': 'correlation',
  'quadratic-kappa': 'correlation',
  auc: 'share',
  'macro-auc-ovr': 'share',
  'macro-auc-ovo': 'share',
  'average-precision': 'share',
  'top-k-accuracy': 'share',
  'log-loss': 'loss',
  brier: 'probability',
  mae: 'label',
  mse: 'label squared',
  rmse: 'label',
  'median-absolute-error': 'label',
  'max-error': 'label',
  pinball: 'label',
  msle: 'logarithm',
  mape: 'ratio',
  wape: 'ratio',
  r2: 'variance',
  spearman: 'correlation',
  'kendall-tau-b': 'correlation',
  ndcg: 'share',
  map: 'share',
  mrr: 'share',
  'recall-at-k': 'share',
  'precision-at-k': 'share',
  'hit-at-k': 'share',
};

/** Rules that are in the unit of their metric; the others are shares, ranks and the like. */
const IN_UNITS = ['floor', 'ceiling', 'margin', 'superiority-margin'];

/**
 * Whether one number can be what `rule` says of all these metrics. A name that is no metric is left to the schema, which
 * says what the names are.
 */
export function haveOneUnit(rule: string, metrics: readonly string[]): boolean {
  const units = Object.entries(UNITS).flatMap(([name, unit]) => (metrics.includes(name) ? [unit] : []));
  return !IN_UNITS.includes(rule) || new Set(units).size < 2;
}
