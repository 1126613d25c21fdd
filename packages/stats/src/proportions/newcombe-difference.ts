import type { Bounds } from '../interval.ts';
import { type WeightedProportion, weightedWilsonInterval, wilsonInterval } from './wilson.ts';

/** A count of successes among n trials. */
export interface Proportion {
  readonly successes: number;
  readonly n: number;
}

/**
 * Interval of the difference of two independent proportions, first minus second: Newcombe (1998b), Statistics in Medicine
 * 17, 873-890, method 10 (square and add, from Wilson bounds).
 *
 * lower = d - √((p1-l1)² + (u2-p2)²), upper = d + √((u1-p1)² + (p2-l2)²), within [-1, 1].
 *
 * @throws RangeError for counts or a confidence that {@link wilsonInterval} refuses, so also for an empty group.
 * @example newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95) // [0.0524, 0.3339]
 */
export function newcombeDifference(first: Proportion, second: Proportion, confidence: number): Bounds {
  return squareAndAdd(
    { p: first.successes / first.n, bounds: wilsonInterval(first.successes, first.n, confidence) },
    { p: second.successes / second.n, bounds: wilsonInterval(second.successes, second.n, confidence) },
  );
}

/**
 * As {@link newcombeDifference} for weighted rows, from Wilson bounds with Kish's effective sizes.
 *
 * @throws RangeError for what {@link weightedWilsonInterval} refuses.
 */
export function weightedNewcombeDifference(
  first: WeightedProportion,
  second: WeightedProportion,
  confidence: number,
): Bounds {
  return squareAndAdd(
    { p: first.proportion, bounds: weightedWilsonInterval(first, confidence) },
    { p: second.proportion, bounds: weightedWilsonInterval(second, confidence) },
  );
}

interface Bounded {
  readonly p: number;
  readonly bounds: Bounds;
}

function squareAndAdd({ p: p1, bounds: [l1, u1] }: Bounded, { p: p2, bounds: [l2, u2] }: Bounded): Bounds {
  const difference = p1 - p2;
  return [
    Math.max(-1, difference - Math.hypot(p1 - l1, u2 - p2)),
    Math.min(1, difference + Math.hypot(u1 - p1, p2 - l2)),
  ];
}
