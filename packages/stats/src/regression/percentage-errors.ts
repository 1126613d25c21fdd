import { type Measured, quotient, undefinedFor } from '../measured.ts';
import { meanOver, sumOver } from '../weighted-mean.ts';
import { checkPairs, lossOfRow, type NumericPairs, residualOf } from './numeric-pairs.ts';
import { absolutePercentageLoss } from './row-losses.ts';

/**
 * Mean absolute percentage error, mean |(y - ŷ)/y|, a share (1 is 100 %), from 0, lower is better. Undefined without
 * rows (`empty-group`) and when a true value is zero (`zero-target`: scikit-learn divides by a tiny number there; take
 * {@link weightedAbsolutePercentageError} instead). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function meanAbsolutePercentageError(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  const { truth, weights } = pairs;
  if (truth.includes(0)) return undefinedFor('zero-target');
  return meanOver(truth.length, lossOfRow(pairs, absolutePercentageLoss), weights);
}

/**
 * Weighted absolute percentage error Σ|y - ŷ| / Σ|y|, a share, from 0, lower is better. Undefined without rows
 * (`empty-group`) and when every true value is zero (`zero-target`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
export function weightedAbsolutePercentageError(pairs: NumericPairs): Measured {
  checkPairs(pairs);
  const { truth, weights } = pairs;
  if (truth.length === 0) return undefinedFor('empty-group');
  const weight = (row: number): number => (weights === undefined ? 1 : Number(weights[row]));
  const residual = residualOf(pairs);
  return quotient(
    sumOver(truth.length, (row) => weight(row) * Math.abs(residual(row))),
    sumOver(truth.length, (row) => weight(row) * Math.abs(Number(truth[row]))),
    'zero-target',
  );
}
