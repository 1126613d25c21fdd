import { twoSidedConfidence } from '@gatehouse/stats';
import type { Estimate } from './metric-estimate.ts';

/** Nothing is decided by smaller p-values. */
const SMALLEST = 1e-12;

/**
 * The one-sided p-value of the null that the true value is at or beyond `limit`, on the side that a bound guards against:
 * the error at which the one-sided bound reaches the limit. It belongs to the bounds, so both always decide alike.
 * From replicates it is at least one of their number.
 *
 * @param bound `lower`: the null is a value at or below the limit. `upper`: at or above it.
 */
export function oneSidedP({ value, boundsAt, resampling }: Estimate, limit: number, bound: 'lower' | 'upper'): number {
  const least = resampling === null ? SMALLEST : 1 / (resampling.replicates + 1);
  const isAbove = value > limit;
  // The tail towards the limit, whichever null is asked for: beyond the estimate the other side's tail is the complement.
  const side = isAbove ? 0 : 1;
  const clears = (p: number): boolean => {
    const reached = boundsAt(twoSidedConfidence(1 - p))[side];
    return isAbove ? reached >= limit : reached <= limit;
  };
  let [low, high] = [least, 0.5 - SMALLEST];
  if (clears(low)) high = low;
  for (let step = 0; step < 60 && high - low > SMALLEST; step += 1) {
    const middle = (low + high) / 2;
    if (clears(middle)) high = middle;
    else low = middle;
  }
  return isAbove === (bound === 'lower') ? high : 1 - high;
}
