import { defined, type Measured } from '../measured.ts';
import { type BinnedPair, type EmptySide, sumOverBins } from './binned-pair.ts';
import { measureSmoothedShares, type Smoothing } from './smoothing.ts';

/**
 * Population stability index Σ(p - q)·ln(p/q), p the shares of the reference, q of the current data: the sum of both
 * Kullback-Leibler divergences. From 0 (the same shares) without upper bound; higher means more drift; nats. Symmetric.
 *
 * Undefined (`empty-group`) when a side has no row. Near no drift it is χ² of B-1 degrees over nm/(n+m), so small samples
 * alone make it large: compare with `chiSquareEffectQuantile`. Yurdakul and Naranjo (2020), Journal of Risk Model
 * Validation 14(4); evidently 0.7 `stattests/psi.py` for the other smoothing.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example psi({ reference: [5, 5], current: [3, 7] }, 'evidently').value // 0.169459572077
 */
export function psi(pair: BinnedPair, smoothing: Smoothing = 'half'): Measured<EmptySide> {
  return measureSmoothedShares(pair, smoothing, (shares) =>
    defined(
      Math.max(
        0,
        sumOverBins(shares, (p, q) => (p - q) * Math.log(p / q)),
      ),
    ),
  );
}
