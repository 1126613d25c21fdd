import type { Measured } from '../measured.ts';
import { checkNotNegative } from '../sample-checks.ts';
import { meanOver } from '../weighted-mean.ts';
import { checkPairs, lossOfRow, type NumericPairs } from './numeric-pairs.ts';
import { squaredLogLoss } from './row-losses.ts';

/**
 * Mean squared logarithmic error, mean (ln(1 + y) - ln(1 + ŷ))², without unit, from 0, lower is better. Undefined without
 * rows (`empty-group`). O(N).
 *
 * @throws RangeError when a true or predicted value is negative or not finite, a weight not positive, or lengths differ.
 */
export function meanSquaredLogError(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  const { truth, predicted, weights } = pairs;
  checkNotNegative(truth, 'A true value of the logarithmic error');
  checkNotNegative(predicted, 'A prediction of the logarithmic error');
  return meanOver(truth.length, lossOfRow(pairs, squaredLogLoss), weights);
}
