import type { Measured } from '../measured.ts';
import { meanOver } from '../weighted-mean.ts';
import { checkPairs, type NumericPairs, residualOf } from './numeric-pairs.ts';

/**
 * Mean of true minus predicted value, in the unit of the target; 0 is best, above 0 the predictions are too low.
 * Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function meanResidual(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  return meanOver(pairs.truth.length, residualOf(pairs), pairs.weights);
}
