import { defined, type Measured, undefinedFor } from '../measured.ts';
import type { EmptySide } from './binned-pair.ts';
import { integrateCdfDifference, type Sample } from './cdf-difference.ts';

/**
 * Energy distance √(2∫(F - G)² dx). From 0 without upper bound, in the square root of the unit of the column; higher means
 * more drift. A metric.
 *
 * Undefined (`empty-group`) when a sample has no value. Székely and Rizzo (2013), Journal of Statistical Planning and
 * Inference 143, 1249-1272; scipy `energy_distance`.
 *
 * @throws RangeError when a value or weight is not finite, a weight is not above zero, or the lengths differ.
 */
export function energyDistance(reference: Sample, current: Sample): Measured<EmptySide> {
  const squares = integrateCdfDifference(reference, current, (difference) => difference * difference);
  return squares === null ? undefinedFor('empty-group') : defined(Math.sqrt(2 * squares));
}
