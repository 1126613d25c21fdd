import { chiSquareQuantile } from '../special/chi-square.ts';
import { kolmogorovCritical } from '../special/kolmogorov.ts';
import { effectiveSize, type SampleSizes } from './effective-size.ts';

/** Effects on bins that are one quantity near no drift: PSI ≈ 8·JS² ≈ 8·H² ≈ χ²/n_e, and V = √(χ²/N). */
export type ChiSquareEffect = 'psi' | 'jensen-shannon' | 'hellinger' | 'cramer-v';

/**
 * The value that an effect on bins stays below with probability `level` when nothing has drifted: from χ² of bins - 1
 * degrees over n_e = nm/(n + m). Jensen-Shannon in nats. 0 for a single bin, where no effect is possible.
 *
 * An effect limit below this quantile cannot be told from chance with these sizes. The approximation holds for expected
 * counts of about five and more; PSI with half smoothing within 9 % at the 95 % quantile. Lin (1991), IEEE Transactions on
 * Information Theory 37, 145-151 (the expansion); Yurdakul and Naranjo (2020) for PSI.
 *
 * @throws RangeError when a size is not a whole number from 1, bins is not one, or level is not in (0, 1).
 * @example chiSquareEffectQuantile('psi', { bins: 10, sizes: { reference: 2000, current: 700 } }, 0.95) // 0.0326
 */
export function chiSquareEffectQuantile(
  effect: ChiSquareEffect,
  data: { readonly bins: number; readonly sizes: SampleSizes },
  level: number,
): number {
  const { bins, sizes } = data;
  if (!Number.isSafeInteger(bins) || bins < 1) throw new RangeError(`Bins are a whole number from 1, got ${bins}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`A level is a number between 0 and 1, got ${level}.`);
  const ne = effectiveSize(sizes);
  if (bins === 1) return 0;
  const chiSquare = chiSquareQuantile(level, bins - 1);
  if (effect === 'psi') return chiSquare / ne;
  if (effect === 'cramer-v') return Math.min(1, Math.sqrt(chiSquare / (sizes.reference + sizes.current)));
  const limit = effect === 'hellinger' ? 1 : Math.sqrt(Math.LN2);
  return Math.min(limit, Math.sqrt(chiSquare / (8 * ne)));
}

/**
 * The value that the Kolmogorov-Smirnov distance stays below with probability `level` when nothing has drifted: the
 * quantile of Kolmogorov's law over √n_e, at most 1. For data with ties the distance is smaller still. Smirnov (1948),
 * Annals of Mathematical Statistics 19, 279-281.
 *
 * @throws RangeError when a size is not a whole number from 1 or level is not in (0, 1).
 * @example kolmogorovEffectQuantile({ reference: 1000, current: 1000 }, 0.95) // 0.0607
 */
export function kolmogorovEffectQuantile(sizes: SampleSizes, level: number): number {
  return Math.min(1, kolmogorovCritical(1 - level) / Math.sqrt(effectiveSize(sizes)));
}
