import { mcnemarExact, tangoDifference, twoSidedConfidence, wilsonInterval } from '@gatehouse/stats';
import type { DifferenceEstimate, Estimate, ScoredRows, Undefined } from './metric-estimate.ts';

/** Share of rows predicted right, with Wilson intervals. Undefined without rows. */
export function estimateAccuracy(
  labels: readonly boolean[],
  model: ScoredRows,
  confidence: number,
): Estimate | Undefined {
  const n = labels.length;
  if (n === 0) return { reasonCode: 'insufficient-n' };
  const right = labels.filter((label, index) => model.predicted[index] === label).length;
  return {
    value: right / n,
    bounds: wilsonInterval(right, n, twoSidedConfidence(confidence)),
    interval: wilsonInterval(right, n, confidence),
    method: 'wilson',
    n: [n],
  };
}

/** Accuracy of the challenger minus that of the champion on the same rows: Tango intervals, exact McNemar p. */
export function estimateAccuracyDifference(
  labels: readonly boolean[],
  models: { readonly challenger: ScoredRows; readonly champion: ScoredRows },
  confidence: number,
): DifferenceEstimate | Undefined {
  const n = labels.length;
  if (n === 0) return { reasonCode: 'insufficient-n' };
  let onlyFirst = 0;
  let onlySecond = 0;
  for (const [index, label] of labels.entries()) {
    const challengerRight = models.challenger.predicted[index] === label;
    const championRight = models.champion.predicted[index] === label;
    if (challengerRight && !championRight) onlyFirst += 1;
    if (championRight && !challengerRight) onlySecond += 1;
  }
  const pairs = { onlyFirst, onlySecond, n };
  return {
    value: (onlyFirst - onlySecond) / n,
    bounds: tangoDifference(pairs, twoSidedConfidence(confidence)),
    interval: tangoDifference(pairs, confidence),
    method: 'tango',
    n: [n],
    p: mcnemarExact(pairs),
  };
}
