import type { Bounds } from '../interval.ts';
import type { Proportion } from './newcombe-difference.ts';
import { type WeightedProportion, weightedWilsonInterval, wilsonInterval } from './wilson.ts';

/**
 * Interval of the ratio of two independent proportions, first over second: MOVER-R of Donner and Zou (2012), Statistical
 * Methods in Medical Research 21, 347-359, from Wilson bounds. The upper bound is Infinity when the second proportion
 * may be zero.
 *
 * @throws RangeError for counts or a confidence that {@link wilsonInterval} refuses.
 * @example moverRatio({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95) // [1.07829, 1.66292]
 */
export function moverRatio(first: Proportion, second: Proportion, confidence: number): Bounds {
  return ratioBounds(
    { p: first.successes / first.n, bounds: wilsonInterval(first.successes, first.n, confidence) },
    { p: second.successes / second.n, bounds: wilsonInterval(second.successes, second.n, confidence) },
  );
}

/**
 * As {@link moverRatio} for weighted rows, from Wilson bounds with Kish's effective sizes.
 *
 * @throws RangeError for what {@link weightedWilsonInterval} refuses.
 */
export function weightedMoverRatio(first: WeightedProportion, second: WeightedProportion, confidence: number): Bounds {
  return ratioBounds(
    { p: first.proportion, bounds: weightedWilsonInterval(first, confidence) },
    { p: second.proportion, bounds: weightedWilsonInterval(second, confidence) },
  );
}

interface Bounded {
  readonly p: number;
  readonly bounds: Bounds;
}

function ratioBounds({ p: p1, bounds: [l1, u1] }: Bounded, { p: p2, bounds: [l2, u2] }: Bounded): Bounds {
  const product = p1 * p2;
  // l1(2p1-l1)/(p1p2 + root) is the published (p1p2 - root)/(u2(2p2-u2)) without its 0/0 at u2 = 2p2.
  const numerator = l1 * (2 * p1 - l1);
  const lowerRoot = Math.sqrt(Math.max(0, product ** 2 - numerator * u2 * (2 * p2 - u2)));
  const lower = numerator === 0 ? 0 : numerator / (product + lowerRoot);
  if (l2 === 0) return [lower, Number.POSITIVE_INFINITY];
  const denominator = l2 * (2 * p2 - l2);
  const upperRoot = Math.sqrt(Math.max(0, product ** 2 - u1 * (2 * p1 - u1) * denominator));
  return [lower, (product + upperRoot) / denominator];
}
