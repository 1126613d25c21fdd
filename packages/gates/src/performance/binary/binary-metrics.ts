import {
  balancedAccuracy,
  brierOfRow,
  cohenKappa,
  type Direction,
  fBeta,
  logLossOfRow,
  METRIC_DIRECTIONS,
  matthews,
  type PerformanceMetric,
} from '@gatehouse/stats';
import type { Metric } from '../estimate/metric-estimate.ts';
import { WORST_LOG_LOSS } from '../exam/worst-loss.ts';
import { AUC } from './auc-metric.ts';
import { AVERAGE_PRECISION } from './average-precision-metric.ts';
import type { BinaryMetric } from './binary-metric.ts';
import { cellMetric } from './cell-metric.ts';
import { lossMetric } from './loss-metric.ts';
import { rateMetric } from './rate-metric.ts';

/** A metric with the way that is better. */
export interface DirectedMetric extends BinaryMetric {
  readonly direction: Direction;
}

function directed(name: PerformanceMetric, metric: BinaryMetric): DirectedMetric {
  return { ...metric, direction: METRIC_DIRECTIONS[name] };
}

function fScore(beta: number): DirectedMetric {
  return directed(
    'f-beta',
    cellMetric((confusion) => fBeta(confusion, beta)),
  );
}

const KAPPA = cellMetric(({ tp, fp, fn, tn }) => cohenKappa({ classes: 2, cells: Float64Array.of(tn, fp, fn, tp) }));

/** Every metric of binary models, in the order of reports. */
const REGISTRY: Readonly<Record<Metric, DirectedMetric>> = {
  accuracy: directed('accuracy', rateMetric('accuracy')),
  error: directed('error', rateMetric('error')),
  precision: directed('precision', rateMetric('precision')),
  recall: directed('recall', rateMetric('recall')),
  specificity: directed('specificity', rateMetric('specificity')),
  npv: directed('npv', rateMetric('npv')),
  fpr: directed('fpr', rateMetric('fpr')),
  fnr: directed('fnr', rateMetric('fnr')),
  f1: fScore(1),
  'f-beta': fScore(1),
  'balanced-accuracy': directed('balanced-accuracy', cellMetric(balancedAccuracy)),
  mcc: directed('matthews', cellMetric(matthews)),
  'cohen-kappa': directed('cohen-kappa', KAPPA),
  auc: directed('auc', AUC),
  'average-precision': directed('average-precision', AVERAGE_PRECISION),
  'log-loss': directed('log-loss', lossMetric(logLossOfRow, WORST_LOG_LOSS)),
  brier: directed('brier', lossMetric(brierOfRow, 1)),
};

/** The names of all metrics. */
export const BINARY_METRICS = Object.keys(REGISTRY) as readonly Metric[];

/** How a metric is computed and which way is better. Only `f-beta` reads β. */
export function binaryMetric(metric: Metric, beta?: number): DirectedMetric {
  return metric === 'f-beta' && beta !== undefined ? fScore(beta) : REGISTRY[metric];
}
