import { chiSquareCritical, chiSquareTails } from './chi-square.ts';
import { positiveRoot } from './positive-root.ts';
import { logPoissonDensity } from './saddle-point.ts';

/** A noncentral χ² distribution. */
export interface NoncentralChiSquare {
  readonly df: number;
  /** λ, the sum of the squared means. */
  readonly noncentrality: number;
}

/**
 * P(X > x) of a noncentral χ² variable: the power of a χ² test. The mixture of central tails with Poisson(λ/2) weights
 * (Abramowitz and Stegun 26.4.25), summed outward from the largest weight.
 *
 * @throws RangeError unless x ≥ 0, df is finite and above 0, and the noncentrality is a finite number from 0.
 * @example noncentralChiSquareSf(21.665994333461924, { df: 9, noncentrality: 21.43 }) // 0.8001
 */
export function noncentralChiSquareSf(x: number, { df, noncentrality }: NoncentralChiSquare): number {
  if (!(noncentrality >= 0 && noncentrality < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A noncentrality is a finite number from 0, got ${noncentrality}.`);
  }
  const mean = noncentrality / 2;
  if (mean === 0) return chiSquareTails(x, df).upper;
  const centre = Math.floor(mean);
  const term = (j: number): number => weight(j, mean) * chiSquareTails(x, df + 2 * j).upper;
  let sum = 0;
  // The tails grow with j, so a term below the last digit bounds those above it only by its weight.
  for (let j = centre; j === centre || weight(j, mean) > sum * 1e-18; j += 1) sum += term(j);
  for (let j = centre - 1; j >= 0; j -= 1) {
    const next = term(j);
    sum += next;
    if (next <= sum * 1e-18) break;
  }
  return Math.min(1, sum);
}

/** A χ² test and the power wanted of it. */
export interface ChiSquareDesign {
  readonly df: number;
  readonly alpha: number;
  readonly power: number;
}

/**
 * The noncentrality λ at which a χ² test at level `alpha` has the power wanted. An effect measure that is χ²/n under the
 * null then sees λ/n: the smallest effect a "no drift" could have seen (stats.md §5).
 *
 * @throws RangeError unless 0 < alpha < power < 1 and df is finite and above 0.
 * @example noncentralityForPower({ df: 9, alpha: 0.01, power: 0.8 }) // 21.43
 */
export function noncentralityForPower({ df, alpha, power }: ChiSquareDesign): number {
  if (!(alpha < power && power < 1)) {
    throw new RangeError(`A power lies between the level ${alpha} and 1, got ${power}.`);
  }
  const critical = chiSquareCritical(alpha, df);
  const isWeak = (noncentrality: number): boolean => noncentralChiSquareSf(critical, { df, noncentrality }) < power;
  let top = 1;
  while (isWeak(top)) top *= 2;
  return positiveRoot(isWeak, top);
}

function weight(j: number, mean: number): number {
  return Math.exp(j === 0 ? -mean : logPoissonDensity(j, mean));
}
