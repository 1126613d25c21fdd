import {
  aucScoreInterval,
  type Bounds,
  type DelongResult,
  delong,
  delongDifference,
  delongInterval,
  twoSidedConfidence,
} from '@gatehouse/stats';
import type { DifferenceEstimate, Estimate, ScoredRows, Undefined } from './metric-estimate.ts';

// DeLong's normal interval is not trusted below this many rows of a class (stats.md §1.3).
const FEWEST_FOR_DELONG = 10;

/** Area under the ROC curve: DeLong, or the score interval (Newcombe method 5) where DeLong's degenerates. */
export function estimateAuc(labels: readonly boolean[], model: ScoredRows, confidence: number): Estimate | Undefined {
  const result = delong(labels, [model.scores]);
  if (result === null) return { reasonCode: 'single-class' };
  const oneSided = twoSidedConfidence(confidence);
  return {
    value: aucOf(result, 0),
    bounds: aucBounds(result, 0, oneSided),
    interval: aucBounds(result, 0, confidence),
    method: usesDelong(result, 0) ? 'delong' : 'newcombe method 5',
    n: [result.positives, result.negatives],
  };
}

/** Area of the challenger minus that of the champion on the same rows. */
export function estimateAucDifference(
  labels: readonly boolean[],
  models: { readonly challenger: ScoredRows; readonly champion: ScoredRows },
  confidence: number,
): DifferenceEstimate | Undefined {
  const result = delong(labels, [models.challenger.scores, models.champion.scores]);
  if (result === null) return { reasonCode: 'single-class' };
  const n = [result.positives, result.negatives];
  const oneSided = twoSidedConfidence(confidence);
  const paired = delongDifference(result, oneSided);
  const reported = delongDifference(result, confidence);
  const identical = paired !== null && paired.standardError === 0 && paired.difference === 0;
  if (paired !== null && reported !== null && (identical || (usesDelong(result, 0) && usesDelong(result, 1)))) {
    const method = identical ? 'delong, identical ranking' : 'delong';
    return { value: paired.difference, bounds: paired.interval, interval: reported.interval, method, n, p: paired.p };
  }
  return {
    value: aucOf(result, 0) - aucOf(result, 1),
    bounds: squareAndAdd(result, oneSided),
    interval: squareAndAdd(result, confidence),
    method: 'newcombe method 5, square and add',
    n,
    p: null,
  };
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
