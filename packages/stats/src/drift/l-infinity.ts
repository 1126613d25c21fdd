import { defined, type Measured } from '../measured.ts';
import { type BinnedPair, type EmptySide, measureShares } from './binned-pair.ts';

/**
 * Largest difference of the shares of one bin: max|p - q|. From 0 to 1; higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a side has no row. NannyML `drift/univariate/methods.py` calls it l_infinity.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example lInfinity({ reference: [1, 1, 2], current: [1, 2, 1] }).value // 0.25
 */
export function lInfinity(pair: BinnedPair): Measured<EmptySide> {
  return measureShares(pair, ({ p, q }) =>
    defined(p.reduce((largest, share, i) => Math.max(largest, Math.abs(share - Number(q[i]))), 0)),
  );
}
