import { logPoissonDensity } from './saddle-point.ts';
import { continuedFraction, type Tails } from './tails.ts';

/**
 * P(a, x) and Q(a, x), the regularised incomplete gamma functions: the distribution function and its complement of a
 * Gamma(a, 1) variable. Series for x < a + 1, continued fraction beyond (Abramowitz and Stegun 6.5.29, 6.5.31), with the
 * factor x^a·e^(-x)/Γ(a+1) by its saddle-point expansion. Relative error below 1e-11 against scipy `gammainc(c)`.
 *
 * @throws RangeError unless 0 < a < ∞ and x ≥ 0.
 */
export function gammaTails(a: number, x: number): Tails {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The shape of an incomplete gamma function is a finite number above 0, got ${a}.`);
  }
  if (!(x >= 0)) throw new RangeError(`The argument of an incomplete gamma function is a number from 0, got ${x}.`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const density = Math.exp(logPoissonDensity(a, x));
  if (x < a + 1) {
    const lower = Math.min(1, density * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 1 - a + 2 * k]);
  const upper = Math.min(1, (density * a) / fraction);
  return { lower: 1 - upper, upper };
}

/** P(a, x): see {@link gammaTails}. */
export function regularizedGammaP(a: number, x: number): number {
  return gammaTails(a, x).lower;
}

/** Q(a, x) = 1 - P(a, x), without cancellation where it is small: see {@link gammaTails}. */
export function regularizedGammaQ(a: number, x: number): number {
  return gammaTails(a, x).upper;
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}
