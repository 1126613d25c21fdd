import { kolmogorovCritical } from '../special/kolmogorov.ts';
import { noncentralityForPower } from '../special/noncentral-chi-square.ts';
import { normalQuantile } from '../special/normal-quantile.ts';
import { effectiveSize, type SampleSizes } from './effective-size.ts';

/** Error and power of a statement "no drift". */
export interface DetectionDesign {
  /** Level of the evidence test, 0.01 in the gates. */
  readonly alpha: number;
  /** Probability of seeing an effect of the size given, 0.8 in the gates. */
  readonly power: number;
}

/**
 * The smallest PSI that a χ² test on these sizes would have seen: λ/n_e, λ the noncentrality that gives the χ² test of
 * bins - 1 degrees its power. An approximation near no drift; 8·JS² and 8·H² read the same.
 *
 * @throws RangeError when a size or the number of bins is not allowed, or not 0 < alpha < power < 1.
 * @example detectablePsi(10, { reference: 1000, current: 1000 }, { alpha: 0.01, power: 0.8 }) // 0.0429, as n_e is 500
 */
export function detectablePsi(bins: number, sizes: SampleSizes, design: DetectionDesign): number {
  return psiNoncentrality(bins, design) / effectiveSize(sizes);
}

/** The effective size nm/(n + m) from which a PSI of `effect` would be seen: the inverse of {@link detectablePsi}. */
export function requiredSizeForPsi(bins: number, effect: number, design: DetectionDesign): number {
  if (!(effect > 0)) throw new RangeError(`An effect to be seen is above 0, got ${effect}.`);
  return psiNoncentrality(bins, design) / effect;
}

/**
 * The Kolmogorov-Smirnov distance that a test on these sizes would have seen: (K_alpha + ½·z_power)/√n_e, at most 1. A
 * heuristic upper value: one standard error of a difference of two distribution functions is at most ½/√n_e.
 *
 * @throws RangeError when a size is not a whole number from 1, or not 0 < alpha < power < 1.
 * @example detectableKs({ reference: 1000, current: 1000 }, { alpha: 0.01, power: 0.8 }) // 0.0916
 */
export function detectableKs(sizes: SampleSizes, design: DetectionDesign): number {
  checkDesign(design);
  const critical = kolmogorovCritical(design.alpha) + normalQuantile(design.power) / 2;
  return Math.min(1, critical / Math.sqrt(effectiveSize(sizes)));
}

function psiNoncentrality(bins: number, design: DetectionDesign): number {
  if (!Number.isSafeInteger(bins) || bins < 2) throw new RangeError(`Bins are a whole number from 2, got ${bins}.`);
  return noncentralityForPower({ df: bins - 1, ...design });
}

function checkDesign({ alpha, power }: DetectionDesign): void {
  if (!(0 < alpha && alpha < power && power < 1)) {
    throw new RangeError(`A design has 0 < alpha < power < 1, got ${alpha} and ${power}.`);
  }
}
