import { defined, type Measured, undefinedFor } from '../measured.ts';
import type { EmptySide } from './binned-pair.ts';
import { integrateCdfDifference, type Sample } from './cdf-difference.ts';

/** The least standard deviation that {@link normedWasserstein} divides by; evidently's constant. */
const LEAST_SCALE = 0.001;

/**
 * Wasserstein-1 (earth mover's) distance ∫|F - G| dx: the mean distance by which the values must move. From 0 without upper
 * bound, in the unit of the column; higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a sample has no value. Vallender (1974), Theory of Probability 18, 784-786.
 *
 * @throws RangeError when a value or weight is not finite, a weight is not above zero, or the lengths differ.
 */
export function wasserstein(reference: Sample, current: Sample): Measured<EmptySide> {
  const distance = integrateCdfDifference(reference, current, Math.abs);
  return distance === null ? undefinedFor('empty-group') : defined(distance);
}

/**
 * A Wasserstein-1 distance in standard deviations of the reference: distance / max(sd, 0.001). No unit.
 *
 * The floor keeps a constant reference from dividing by zero; for a column measured in thousandths it also hides drift, so
 * such a column needs a larger unit. `standardDeviation` has the divisor n.
 *
 * @throws RangeError when an argument is negative or not finite.
 */
export function normedWasserstein(distance: number, standardDeviation: number): number {
  for (const value of [distance, standardDeviation]) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A distance and a standard deviation are finite numbers from 0, got ${value}.`);
    }
  }
  return distance / Math.max(standardDeviation, LEAST_SCALE);
}
