import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkPairs, type PlainPairs, residualOf } from './numeric-pairs.ts';

/**
 * Largest absolute error, in the unit of the target, from 0, lower is better. Undefined without rows (`empty-group`).
 * O(N).
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
export function maxError({ truth, predicted }: PlainPairs): Measured {
  const pairs = { truth, predicted };
  checkPairs(pairs);
  const residual = residualOf(pairs);
  if (truth.length === 0) return undefinedFor('empty-group');
  return defined(truth.reduce((worst, _, row) => Math.max(worst, Math.abs(residual(row))), 0));
}
