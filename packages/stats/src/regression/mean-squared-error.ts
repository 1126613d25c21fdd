import { defined, type Measured } from '../measured.ts';
import { meanOver } from '../weighted-mean.ts';
import { checkPairs, lossOfRow, type NumericPairs } from './numeric-pairs.ts';
import { squaredLoss } from './row-losses.ts';

/**
 * Mean squared error, in the squared unit of the target, from 0, lower is better; infinite when a square overflows.
 * Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function meanSquaredError(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  return meanOver(pairs.truth.length, lossOfRow(pairs, squaredLoss), pairs.weights);
}

/** Square root of {@link meanSquaredError}, in the unit of the target, from 0, lower is better. */
export function rootMeanSquaredError(pairs: NumericPairs): Measured {
  const mean = meanSquaredError(pairs);
  return mean.value === null ? mean : defined(Math.sqrt(mean.value));
}
