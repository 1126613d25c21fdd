import { type Measured, undefinedFor } from '../measured.ts';
import { type BinnedPair, type EmptySide, measureShares, pairTotals, type Shares } from './binned-pair.ts';

/**
 * How empty bins are filled where a logarithm of a ratio of shares is taken.
 *
 * `half`: (count + ½)/(n + B/2) on both sides, in every bin (Jeffreys' prior), so that shares still add to one.
 * `evidently`: empty bins only, by 0.0001, or by a millionth of the smallest share of that side where that is at most
 * 0.0001; the shares then add to more than one. For compatibility.
 */
export type Smoothing = 'half' | 'evidently';

/** As `measureShares` on smoothed shares. Undefined when a side has no row: smoothing is no evidence. */
export function measureSmoothedShares(
  pair: BinnedPair,
  smoothing: Smoothing,
  measure: (shares: Shares) => Measured<EmptySide>,
): Measured<EmptySide> {
  if (smoothing === 'evidently') {
    return measureShares(pair, ({ p, q }) => measure({ p: withFloor(p), q: withFloor(q) }));
  }
  const totals = pairTotals(pair);
  if (totals === null) return undefinedFor('empty-group');
  const extra = pair.reference.length / 2;
  return measure({
    p: Float64Array.from(pair.reference, (count) => (count + 0.5) / (totals.reference + extra)),
    q: Float64Array.from(pair.current, (count) => (count + 0.5) / (totals.current + extra)),
  });
}

function withFloor(shares: Float64Array): Float64Array {
  const smallest = shares.reduce((least, share) => (share > 0 && share < least ? share : least), 1);
  const floor = smallest <= 0.0001 ? smallest / 1e6 : 0.0001;
  return shares.map((share) => (share === 0 ? floor : share));
}
