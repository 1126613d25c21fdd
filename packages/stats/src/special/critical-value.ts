import { checkConfidence } from '../arguments.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The two-sided critical value z with P(|Z| ≤ z) = confidence.
 *
 * @throws RangeError unless 0 < confidence < 1.
 * @example criticalValue(0.95) // 1.959963984540054
 */
export function criticalValue(confidence: number): number {
  checkConfidence(confidence);
  // The lower tail keeps its digits when confidence is so near 1 that 1 - alpha/2 would round.
  return -normalQuantile((1 - confidence) / 2);
}

/**
 * The two-sided confidence level whose bounds are the one-sided bounds at `confidence`: 2c - 1.
 *
 * @throws RangeError unless 0.5 < confidence < 1: a one-sided level of one half or less bounds nothing.
 */
export function twoSidedConfidence(confidence: number): number {
  const twoSided = 2 * confidence - 1;
  checkConfidence(twoSided);
  return twoSided;
}
