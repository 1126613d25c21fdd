import { checkFinite } from '../sample-checks.ts';
import { checkAscending, pointsBelow } from './count-vector.ts';

/**
 * Cut points of the binning Q(B): the distinct `inverted_cdf` quantiles of the reference at k/B, k = 1 … B-1, without the
 * maximum. They part the line into the right-closed bins (-∞, c1], (c1, c2], …, (c_last, ∞). A column of one value has
 * no cut and so one bin; point masses make fewer than B bins.
 *
 * The quantile at k/B is the value at rank ⌈n·k/B⌉, so always a value of the reference. Hyndman and Fan (1996), The
 * American Statistician 50, 361-365, type 1. O(n log n).
 *
 * @param values Finite values of the reference, in any order; not changed.
 * @throws RangeError when there is no value, one is not finite, or `bins` is not a whole number from 2.
 * @example quantileCuts(Float64Array.of(1, 2, 3, 4), 2) // [2]
 */
export function quantileCuts(values: Float64Array, bins: number): Float64Array {
  checkPieces(bins, 2);
  const sorted = sortedFinite(values);
  const maximum = Number(sorted[sorted.length - 1]);
  const cuts = distinctQuantiles(sorted, bins, 1);
  return cuts.filter((cut) => cut < maximum);
}

/**
 * Edges of a baseline profile: the distinct `inverted_cdf` quantiles at j/pieces, j = 0 … pieces, so with the minimum and
 * the maximum. At most n/pieces values lie strictly between two neighbours.
 *
 * @param values Finite values of the reference, in any order; not changed.
 * @throws RangeError when there is no value, one is not finite, or `pieces` is not a whole number from 1.
 * @example quantileEdges(Float64Array.of(4, 1, 3, 2), 2) // [1, 2, 4]
 */
export function quantileEdges(values: Float64Array, pieces = 1000): Float64Array {
  checkPieces(pieces, 1);
  return distinctQuantiles(sortedFinite(values), pieces, 0);
}

/**
 * Counts of the right-closed bins that `cuts` part the line into: bin i holds the values x with c_(i-1) < x ≤ c_i.
 * One bin more than cuts. O(n log bins).
 *
 * @throws RangeError when a value is not finite or the cuts do not ascend.
 */
export function countByCuts(values: Float64Array, cuts: Float64Array): Float64Array {
  checkAscending(cuts, 'Cut points');
  checkFinite(values, 'A value');
  const counts = new Float64Array(cuts.length + 1);
  for (const value of values) {
    const bin = pointsBelow(cuts, value);
    counts[bin] = Number(counts[bin]) + 1;
  }
  return counts;
}

function distinctQuantiles(sorted: Float64Array, pieces: number, from: number): Float64Array {
  const found: number[] = [];
  for (let k = from; k <= pieces; k += 1) {
    // Integers below 2^53 divide without a rounding that could pass the next whole rank; k/pieces as a double would not.
    const rank = Math.max(1, Math.ceil((sorted.length * k) / pieces));
    const value = Number(sorted[rank - 1]) + 0;
    if (found.length === 0 || value > Number(found[found.length - 1])) found.push(value);
  }
  return Float64Array.from(found);
}

function sortedFinite(values: Float64Array): Float64Array {
  if (values.length === 0) throw new RangeError('Quantiles need at least one value, got none.');
  checkFinite(values, 'A value');
  return Float64Array.from(values).sort();
}

function checkPieces(pieces: number, least: number): void {
  if (!Number.isSafeInteger(pieces) || pieces < least) {
    throw new RangeError(`A number of bins is a whole number from ${least}, got ${pieces}.`);
  }
}
