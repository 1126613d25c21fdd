import { checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { criticalValue } from '../special/critical-value.ts';

/**
 * Wilson score interval of a proportion.
 *
 * centre = (p + z²/2n) / (1 + z²/n), half width = z/(1 + z²/n) · √(p(1-p)/n + z²/4n²). The lower bound is exactly 0 when
 * there is no success, the upper exactly 1 when there is no failure. Wilson (1927), JASA 22, 209-212.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example wilsonInterval(81, 263, 0.95) // [0.2553, 0.3662]
 */
export function wilsonInterval(successes: number, n: number, confidence: number): Bounds {
  checkCounts(successes, n);
  const z = criticalValue(confidence);
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}
