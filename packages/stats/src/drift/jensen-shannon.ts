import { defined, type Measured } from '../measured.ts';
import { type BinnedPair, type EmptySide, measureShares, sumOverBins } from './binned-pair.ts';

/**
 * Jensen-Shannon distance √(½KL(p‖m) + ½KL(q‖m)), m = (p + q)/2. From 0 (the same shares) to √ln 2 = 0.8326 in nats or 1
 * in bits (no bin in common); higher means more drift. A metric: symmetric, with the triangle inequality. Empty bins need
 * no smoothing.
 *
 * Undefined (`empty-group`) when a side has no row. Endres and Schindelin (2003), IEEE Transactions on Information Theory
 * 49, 1858-1860.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example jensenShannon({ reference: [1, 0], current: [0.5, 0.5] }, 'nats').value // 0.46450140402245893
 */
export function jensenShannon(pair: BinnedPair, unit: 'nats' | 'bits'): Measured<EmptySide> {
  return measureShares(pair, (shares) => {
    const divergence = sumOverBins(shares, term) / (unit === 'bits' ? Math.LN2 : 1);
    return defined(Math.sqrt(Math.min(divergence, unit === 'bits' ? 1 : Math.LN2)));
  });
}

/**
 * ½[p·ln(p/m) + q·ln(q/m)] = (p+q)/4 · [2d·atanh d + ln(1-d²)], d = (p-q)/(p+q). Each term is of the order of d² by
 * itself, where the two logarithms of the definition cancel.
 */
function term(p: number, q: number): number {
  const sum = p + q;
  if (sum === 0) return 0;
  const d = Math.abs(p - q) / sum;
  return d === 1 ? (sum / 2) * Math.LN2 : (sum / 4) * (2 * d * Math.atanh(d) + Math.log1p(-d * d));
}
