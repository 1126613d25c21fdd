import { type Measured, quotient } from '../../measured.ts';
import { type BinaryConfusion, checkConfusion } from './binary-confusion.ts';

/**
 * F_β = (1+β²)TP / ((1+β²)TP + β²FN + FP), from 0 to 1, higher is better; β = 1 weighs precision and recall equally, a
 * larger β favours recall, β = 0 is precision. Van Rijsbergen (1979), Information Retrieval, ch. 7.
 *
 * Undefined when nothing is positive and nothing is predicted positive (`no-positives`); with β = 0 when nothing is
 * predicted positive.
 *
 * @throws RangeError when β is negative or not finite, or a count is.
 */
export function fBeta(confusion: BinaryConfusion, beta: number): Measured {
  checkConfusion(confusion);
  if (!(beta >= 0 && beta < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The beta of an F score must be finite and not negative, got ${beta}.`);
  }
  const square = beta * beta;
  const right = (1 + square) * confusion.tp;
  const whole = right + square * confusion.fn + confusion.fp;
  return quotient(right, whole, beta === 0 ? 'no-predicted-positives' : 'no-positives');
}
