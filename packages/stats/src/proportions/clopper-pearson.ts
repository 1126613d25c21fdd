import { checkConfidence, checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { betaQuantile } from '../special/beta-tails.ts';

/**
 * Clopper and Pearson's exact interval of a proportion (1934, Biometrika 26, 404-413): the α/2 quantile of Beta(k, n-k+1) and
 * the 1-α/2 quantile of Beta(k+1, n-k). It covers with at least the confidence asked for. The lower bound is exactly 0
 * without a success, the upper exactly 1 without a failure.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example clopperPearson(0, 20, 0.95) // [0, 0.16843347098308536]
 */
export function clopperPearson(successes: number, n: number, confidence: number): Bounds {
  checkCounts(successes, n);
  checkConfidence(confidence);
  const tail = (1 - confidence) / 2;
  const failures = n - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, { a: successes, b: failures + 1 }),
    // From the other end, because the upper tail 1 - tail has fewer digits than tail.
    failures === 0 ? 1 : 1 - betaQuantile(tail, { a: failures, b: successes + 1 }),
  ];
}
