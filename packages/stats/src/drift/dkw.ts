import type { Bounds } from '../interval.ts';
import type { SampleSizes } from './effective-size.ts';

/**
 * Half width of the band that holds a distribution function everywhere with probability 1 - alpha, from n rows:
 * √(ln(2/alpha)/(2n)). Dvoretzky, Kiefer and Wolfowitz with the constant of Massart (1990), Annals of Probability 18,
 * 1269-1283. Holds for every distribution and every n.
 *
 * @throws RangeError when n is not a whole number from 1 or alpha is not in (0, 1).
 */
export function dkwHalfWidth(n: number, alpha: number): number {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A sample size is a whole number from 1, got ${n}.`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`An error level is a number between 0 and 1, got ${alpha}.`);
  return Math.sqrt(Math.log(2 / alpha) / (2 * n));
}

/**
 * Bounds of the Kolmogorov-Smirnov distance of the populations from that of the samples: D ± (ε_n + ε_m), each ε at
 * alpha/2, within [0, 1].
 *
 * @throws RangeError when the distance is not in [0, 1], a size not a whole number from 1, or alpha not in (0, 1).
 * @example populationKsBounds(0.1, { reference: 1000, current: 1000 }, 0.05) // [0.0064, 0.1936]
 */
export function populationKsBounds(distance: number, sizes: SampleSizes, alpha: number): Bounds {
  if (!(distance >= 0 && distance <= 1)) throw new RangeError(`A distance is from 0 to 1, got ${distance}.`);
  const margin = dkwHalfWidth(sizes.reference, alpha / 2) + dkwHalfWidth(sizes.current, alpha / 2);
  return [Math.max(0, distance - margin), Math.min(1, distance + margin)];
}
