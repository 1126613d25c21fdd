import type { Bounds } from '../interval.ts';
import { checkFinite } from '../sample-checks.ts';

/** Fewer chunks do not show how much an estimate varies. */
const FEWEST_CHUNKS = 6;

/**
 * Limits of an estimate from its values on chunks of the reference: mean ± 3 standard deviations (divisor n). An estimate
 * outside is worth a look at labels. A convention without an error level; NannyML's default threshold. `null` with fewer
 * than six chunks.
 *
 * @throws RangeError when a value is not finite.
 */
export function chunkLimits(values: Float64Array): Bounds | null {
  checkFinite(values, 'A value of a chunk');
  if (values.length < FEWEST_CHUNKS) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const reach = 3 * Math.sqrt(squares / values.length);
  return [mean - reach, mean + reach];
}

/**
 * Band of an estimate on one chunk that sampling alone makes: estimate ± 3·sd/√n, sd of the measure's contribution of one
 * reference row.
 *
 * @throws RangeError when the deviation is negative or not finite, the estimate is not finite, or there is no row.
 */
export function samplingBand(estimate: number, rowDeviation: number, rows: number): Bounds {
  if (!(Number.isFinite(estimate) && rowDeviation >= 0 && rowDeviation < Number.POSITIVE_INFINITY && rows >= 1)) {
    throw new RangeError(
      `A band needs a finite estimate, a deviation from 0 and a row, got ${estimate}, ${rowDeviation}, ${rows}.`,
    );
  }
  const reach = (3 * rowDeviation) / Math.sqrt(rows);
  return [estimate - reach, estimate + reach];
}
