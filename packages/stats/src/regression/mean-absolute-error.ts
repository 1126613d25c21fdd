import type { Measured } from '../measured.ts';
import { meanOver } from '../weighted-mean.ts';
import { checkPairs, lossOfRow, type NumericPairs } from './numeric-pairs.ts';
import { absoluteLoss } from './row-losses.ts';

/**
 * Mean absolute error, in the unit of the target, from 0, lower is better. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function meanAbsoluteError(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  return meanOver(pairs.truth.length, lossOfRow(pairs, absoluteLoss), pairs.weights);
}
