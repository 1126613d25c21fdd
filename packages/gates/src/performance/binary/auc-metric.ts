import {
  aucScoreInterval,
  type Bounds,
  type DelongResult,
  delong,
  delongDifference,
  delongInterval,
  rocAuc,
} from '@gatehouse/stats';
import {
  estimateOf,
  type MetricQuestion,
  type PairedRows,
  type ScoredRows,
  undefinedMetric,
} from '../estimate/metric-estimate.ts';
import type { BinaryMetric } from './binary-metric.ts';

// DeLong's normal interval is not trusted below this many rows of a class (stats.md §1.3).
const FEWEST_FOR_DELONG = 10;

/** Area under the ROC curve: DeLong, or the score interval (Newcombe method 5) where DeLong's degenerates. */
export const AUC: BinaryMetric = {
  value: (labels, { scores }) => rocAuc({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) }),
  estimate: estimateAuc,
  compare: compareAuc,
};

function estimateAuc(labels: readonly boolean[], model: ScoredRows, { confidence }: MetricQuestion) {
  const result = delong(labels, [model.scores]);
  if (result === null) return undefinedMetric('single-class');
  const formula = {
    value: aucOf(result, 0),
    boundsAt: (level: number) => aucBounds(result, 0, level),
    method: usesDelong(result, 0) ? 'delong' : 'newcombe method 5',
    n: [result.positives, result.negatives],
  };
  return estimateOf(formula, confidence);
}

/** Area of the challenger minus that of the champion on the same rows. */
function compareAuc(labels: readonly boolean[], models: PairedRows, { confidence }: MetricQuestion) {
  const result = delong(labels, [models.challenger.scores, models.champion.scores]);
  if (result === null) return undefinedMetric('single-class');
  const n = [result.positives, result.negatives];
  const paired = delongDifference(result, confidence);
  const identical = paired !== null && paired.standardError === 0 && paired.difference === 0;
  if (paired !== null && (identical || (usesDelong(result, 0) && usesDelong(result, 1)))) {
    const boundsAt = (level: number) => delongDifference(result, level)?.interval ?? paired.interval;
    const method = identical ? 'delong, identical ranking' : 'delong';
    return { ...estimateOf({ value: paired.difference, boundsAt, method, n }, confidence), p: paired.p };
  }
  const formula = {
    value: aucOf(result, 0) - aucOf(result, 1),
    boundsAt: (level: number) => squareAndAdd(result, level),
    method: 'newcombe method 5, square and add',
    n,
  };
  return { ...estimateOf(formula, confidence), p: null };
}

function usesDelong(result: DelongResult, model: number): boolean {
  const auc = aucOf(result, model);
  return (
    result.covariance !== null &&
    auc > 0 &&
    auc < 1 &&
    Math.min(result.positives, result.negatives) >= FEWEST_FOR_DELONG
  );
}

function aucBounds(result: DelongResult, model: number, confidence: number): Bounds {
  const interval = usesDelong(result, model) ? delongInterval(result, model, confidence) : null;
  const { positives, negatives } = result;
  return interval ?? aucScoreInterval({ auc: aucOf(result, model), positives, negatives }, confidence);
}

/**
 * Combines the two single intervals as Newcombe does for proportions. It leaves out that models scored on the same rows
 * are positively correlated, which makes it too wide and never too narrow for them.
 */
function squareAndAdd(result: DelongResult, confidence: number): Bounds {
  const [a, b] = [aucOf(result, 0), aucOf(result, 1)];
  const { positives, negatives } = result;
  const [lowerA, upperA] = aucScoreInterval({ auc: a, positives, negatives }, confidence);
  const [lowerB, upperB] = aucScoreInterval({ auc: b, positives, negatives }, confidence);
  return [
    Math.max(-1, a - b - Math.hypot(a - lowerA, upperB - b)),
    Math.min(1, a - b + Math.hypot(upperA - a, b - lowerB)),
  ];
}

function aucOf(result: DelongResult, model: number): number {
  // Sums of thirds and the like can end one rounding step outside the range.
  return Math.min(1, Math.max(0, Number(result.aucs[model])));
}
