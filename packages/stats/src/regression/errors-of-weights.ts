import { defined, quotient, undefinedFor } from '../measured.ts';
import { ascendingOrder } from '../ranks/ascending-order.ts';
import type { MeasureOfWeights } from '../resampling/measure-of-weights.ts';
import { checkPairs, type PlainPairs, residualOf } from './numeric-pairs.ts';

/**
 * `rootMeanSquaredError` for rows drawn again. O(N) a call.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
export function rootMeanSquaredErrorOfWeights(pairs: PlainPairs): MeasureOfWeights<'empty-group'> {
  const squares = errorsOf(pairs).map((error) => error * error);
  return (weights) => {
    let [sum, total] = [0, 0];
    for (let row = 0; row < squares.length; row += 1) {
      const weight = Number(weights[row]);
      sum += weight * Number(squares[row]);
      total += weight;
    }
    return total === 0 ? undefinedFor('empty-group') : defined(Math.sqrt(sum / total));
  };
}

/**
 * `weightedAbsolutePercentageError` for rows drawn again. O(N) a call.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
export function percentageErrorOfWeights(pairs: PlainPairs): MeasureOfWeights<'empty-group' | 'zero-target'> {
  const errors = errorsOf(pairs);
  const { truth } = pairs;
  return (weights) => {
    let [error, size, total] = [0, 0, 0];
    for (let row = 0; row < errors.length; row += 1) {
      const weight = Number(weights[row]);
      error += weight * Number(errors[row]);
      size += weight * Math.abs(Number(truth[row]));
      total += weight;
    }
    return total === 0 ? undefinedFor('empty-group') : quotient(error, size, 'zero-target');
  };
}

/**
 * `rSquared` for rows drawn again. O(N) a call.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
export function rSquaredOfWeights(pairs: PlainPairs): MeasureOfWeights<'empty-group' | 'constant-target'> {
  const squares = errorsOf(pairs).map((error) => error * error);
  const { truth } = pairs;
  // Near the mean of the draws, so that the difference of two squares below does not cancel.
  const centre = truth.reduce((sum, value) => sum + value / truth.length, 0);
  return (weights) => {
    let [unexplained, sum, square, total] = [0, 0, 0, 0];
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < squares.length; row += 1) {
      const weight = Number(weights[row]);
      if (weight === 0) continue;
      const value = Number(truth[row]) - centre;
      unexplained += weight * Number(squares[row]);
      sum += weight * value;
      square += weight * value * value;
      total += weight;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (total === 0) return undefinedFor('empty-group');
    const spread = square - (sum * sum) / total;
    return least === greatest || !(spread > 0) ? undefinedFor('constant-target') : defined(1 - unexplained / spread);
  };
}

/**
 * `medianAbsoluteError` for rows drawn again; the weights are whole numbers. O(N) a call after one sort.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
export function medianAbsoluteErrorOfWeights(pairs: PlainPairs): MeasureOfWeights<'empty-group'> {
  const errors = errorsOf(pairs);
  const order = ascendingOrder(errors);
  return (weights) => {
    let total = 0;
    for (let row = 0; row < errors.length; row += 1) total += Number(weights[row]);
    if (total === 0) return undefinedFor('empty-group');
    const [lower, upper] = [Math.ceil(total / 2), Math.floor(total / 2) + 1];
    let [counted, first] = [0, Number.NaN];
    for (let at = 0; at < order.length; at += 1) {
      const row = Number(order[at]);
      counted += Number(weights[row]);
      if (Number.isNaN(first) && counted >= lower) first = Number(errors[row]);
      if (counted >= upper) return defined(first / 2 + Number(errors[row]) / 2);
    }
    return defined(first);
  };
}

function errorsOf(pairs: PlainPairs): Float64Array {
  checkPairs(pairs);
  const residual = residualOf(pairs);
  return pairs.truth.map((_, row) => Math.abs(residual(row)));
}
