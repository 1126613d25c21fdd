import { type CountVector, totalCount } from '../binning/count-vector.ts';
import { type Measured, undefinedFor } from '../measured.ts';

/** Counts of the same bins in the reference and in the current data. */
export interface BinnedPair {
  readonly reference: CountVector;
  readonly current: CountVector;
}

/** Shares of the reference (p) and of the current data (q). */
export interface Shares {
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/** Why a comparison of two distributions has no value: one side has no row. */
export type EmptySide = 'empty-group';

/**
 * Measures the shares of both sides; undefined when a side has no row.
 *
 * @throws RangeError when the sides differ in their number of bins or a count is negative or not finite.
 */
export function measureShares(pair: BinnedPair, measure: (shares: Shares) => Measured<EmptySide>): Measured<EmptySide> {
  const totals = pairTotals(pair);
  if (totals === null) return undefinedFor('empty-group');
  return measure({
    p: Float64Array.from(pair.reference, (count) => count / totals.reference),
    q: Float64Array.from(pair.current, (count) => count / totals.current),
  });
}

/** Totals of both sides; `null` when one has no row. */
export function pairTotals(pair: BinnedPair): { readonly reference: number; readonly current: number } | null {
  if (pair.reference.length !== pair.current.length) {
    throw new RangeError(
      `Both sides must have the same bins, got ${pair.reference.length} and ${pair.current.length}.`,
    );
  }
  const reference = totalCount(pair.reference);
  const current = totalCount(pair.current);
  return reference === 0 || current === 0 ? null : { reference, current };
}

/** Sum over the bins of a term of both shares, with compensation of rounding (Neumaier). */
export function sumOverBins(shares: Shares, term: (p: number, q: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < shares.p.length; i += 1) {
    const value = term(Number(shares.p[i]), Number(shares.q[i]));
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
