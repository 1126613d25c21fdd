import { checkCounts, checkProbability } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { criticalValue } from '../special/critical-value.ts';

/** A proportion of weighted rows. */
export interface WeightedProportion {
  /** Σw over the successes / Σw. */
  readonly proportion: number;
  /** Of `kishEffectiveSize`: a number above 0, not a whole one in general. */
  readonly effectiveN: number;
}

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
  return scoreInterval({ proportion: successes / n, effectiveN: n }, confidence);
}

/**
 * As {@link wilsonInterval} for weighted rows, with Kish's effective size in the place of n.
 *
 * @throws RangeError when the proportion is not from 0 to 1, the size not finite and above 0, or confidence not in (0, 1).
 */
export function weightedWilsonInterval(measured: WeightedProportion, confidence: number): Bounds {
  checkProbability(measured.proportion);
  if (!(measured.effectiveN > 0 && measured.effectiveN < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`An effective size is a finite number above 0, got ${measured.effectiveN}.`);
  }
  return scoreInterval(measured, confidence);
}

function scoreInterval({ proportion: p, effectiveN: n }: WeightedProportion, confidence: number): Bounds {
  const z = criticalValue(confidence);
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [p === 0 ? 0 : Math.max(0, centre - half), p === 1 ? 1 : Math.min(1, centre + half)];
}
