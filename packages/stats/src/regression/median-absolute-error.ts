import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkPairs, type PlainPairs, residualOf } from './numeric-pairs.ts';

/**
 * Median absolute error, in the unit of the target, from 0, lower is better; with an even number of rows the mean of the
 * two in the middle. Weights are not supported. Undefined without rows (`empty-group`). O(N log N).
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
export function medianAbsoluteError({ truth, predicted }: PlainPairs): Measured {
  const pairs = { truth, predicted };
  checkPairs(pairs);
  const residual = residualOf(pairs);
  const errors = truth.map((_, row) => Math.abs(residual(row))).sort();
  const upper = Math.floor(errors.length / 2);
  const lower = Math.ceil(errors.length / 2) - 1;
  if (errors.length === 0) return undefinedFor('empty-group');
  // Halved before they are added: the sum of two large errors would overflow.
  return defined(Number(errors[lower]) / 2 + Number(errors[upper]) / 2);
}
