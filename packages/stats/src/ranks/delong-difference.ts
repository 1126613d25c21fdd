import type { Bounds } from '../interval.ts';
import { criticalValue } from '../special/critical-value.ts';
import { normalCdf } from '../special/normal.ts';
import type { DelongResult } from './delong.ts';

/** A difference of two correlated areas under the ROC curve, first minus second. */
export interface AucDifference {
  readonly difference: number;
  readonly interval: Bounds;
  /** 0 when both models rank every row alike. */
  readonly standardError: number;
  /** Two-sided p-value of the null that the areas are equal; 1 when both models rank every row alike. */
  readonly p: number;
}

/**
 * DeLong interval of one area on the linear scale, within [0, 1]; `null` where the variance cannot be estimated.
 * It has no width at 0 and 1: use `aucScoreInterval` there and for fewer than ten rows of a class.
 */
export function delongInterval(result: DelongResult, model: number, confidence: number): Bounds | null {
  const auc = result.aucs[model];
  const variance = result.covariance?.[model]?.[model];
  if (auc === undefined || variance === undefined) return null;
  const half = criticalValue(confidence) * Math.sqrt(variance);
  return [Math.max(0, auc - half), Math.min(1, auc + half)];
}

/**
 * Difference of the first two areas of `result` with the normal interval from their covariance; `null` where that cannot
 * be estimated. Two models that rank every row alike have difference 0, interval [0, 0] and p = 1.
 */
export function delongDifference(result: DelongResult, confidence: number): AucDifference | null {
  const [first, second] = result.aucs;
  const [a, b] = result.covariance ?? [];
  if (first === undefined || second === undefined || a === undefined || b === undefined) return null;
  const difference = first - second;
  // Rounding can leave a tiny negative number where the variance of the difference is zero.
  const variance = Math.max(0, Number(a[0]) + Number(b[1]) - 2 * Number(a[1]));
  const standardError = variance < 1e-15 ? 0 : Math.sqrt(variance);
  const half = criticalValue(confidence) * standardError;
  return {
    difference,
    interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
    standardError,
    p: pValue(difference, standardError),
  };
}

function pValue(difference: number, standardError: number): number {
  if (difference === 0) return 1;
  return standardError === 0 ? 0 : 2 * normalCdf(-Math.abs(difference) / standardError);
}
