import { defined, type Measured } from '../measured.ts';
import { type BinnedPair, type EmptySide, sumOverBins } from './binned-pair.ts';
import { measureSmoothedShares, type Smoothing } from './smoothing.ts';

/**
 * Kullback-Leibler divergence of the current shares q from the reference p: Σ p·ln(p/q). From 0 (the same shares) without
 * upper bound; higher means more drift; nats. Not symmetric. Where smoothed shares do not add to one they are brought
 * back to one first, as scipy `entropy` does.
 *
 * Undefined (`empty-group`) when a side has no row. Kullback and Leibler (1951), Annals of Mathematical Statistics 22,
 * 79-86.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example kullbackLeibler({ reference: [5, 5], current: [3, 7] }, 'evidently').value // 0.0871766936
 */
export function kullbackLeibler(pair: BinnedPair, smoothing: Smoothing = 'half'): Measured<EmptySide> {
  return measureSmoothedShares(pair, smoothing, (shares) => {
    const p = sumOverBins(shares, (share) => share);
    const q = sumOverBins(shares, (_, share) => share);
    return defined(
      Math.max(
        0,
        sumOverBins(shares, (a, b) => (a / p) * Math.log(a / p / (b / q))),
      ),
    );
  });
}
