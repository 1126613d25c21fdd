import { defined, type Measured } from '../measured.ts';
import { type BinnedPair, type EmptySide, measureShares, sumOverBins } from './binned-pair.ts';

/**
 * Hellinger distance √(1 - Σ√(pq)), computed as √(½Σ(√p - √q)²), which keeps its digits for shares that are nearly equal.
 * From 0 (the same shares) to 1 (no bin in common); higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a side has no row. Hellinger (1909), Crelle 136, 210-271.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 */
export function hellinger(pair: BinnedPair): Measured<EmptySide> {
  return measureShares(pair, (shares) => {
    const squares = sumOverBins(shares, (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2);
    return defined(Math.min(1, Math.sqrt(squares / 2)));
  });
}
