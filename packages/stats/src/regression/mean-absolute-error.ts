import type { Measured } from '../measured.ts';
import { meanOver } from '../weighted-mean.ts';
import { checkPairs, type NumericPairs, residualOf } from './numeric-pairs.ts';

/**
 * Mean absolute error, in the unit of the target, from 0, lower is better. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function meanAbsoluteError(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  const residual = residualOf(pairs);
  return meanOver(pairs.truth.length, (row) => Math.abs(residual(row)), pairs.weights);
}
