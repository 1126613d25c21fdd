import { defined, type Measured } from '../measured.ts';
import { type BinnedPair, type EmptySide, measureShares, sumOverBins } from './binned-pair.ts';

/**
 * Total variation distance ½Σ|p - q|: the largest difference of probability of any set of bins, and the share of rows that
 * would have to change bins. From 0 to 1; higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a side has no row.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example totalVariation({ reference: [1, 1], current: [1, 3] }).value // 0.25
 */
export function totalVariation(pair: BinnedPair): Measured<EmptySide> {
  return measureShares(pair, (shares) => defined(Math.min(1, sumOverBins(shares, (p, q) => Math.abs(p - q)) / 2)));
}
