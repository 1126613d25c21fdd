/** (ζ(k) - 1)/k for k = 2, 3, …: with alternating signs the Taylor coefficients of lnΓ around 2. */
const TAYLOR = [
  0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
  0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 9.945751278180853e-5, 4.492623673813314e-5,
  2.050721277567069e-5, 9.439488275268397e-6, 4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7,
  4.492469198764566e-7, 2.1207184805554665e-7, 1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
  1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
] as const;
/** 1 - γ. */
const SLOPE_AT_TWO = 0.42278433509846713;
/** B(2k)/(2k(2k-1)), the coefficients of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400] as const;
/** Where eight terms of Stirling's series reach the last digit. */
const LARGE = 10;

/** ½·ln 2π. */
export const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * lnΓ(x) for x > 0. The Taylor series around 2 keeps the relative precision at the zeros 1 and 2, the recurrence
 * Γ(x+1) = xΓ(x) carries it from 0 to 10, Stirling's series beyond (Abramowitz and Stegun 6.1.33, 6.1.41).
 * Relative error below 1e-13 against scipy `gammaln`.
 *
 * @throws RangeError unless 0 < x < ∞.
 * @example logGamma(5) // 3.1780538303479458, that is ln 24
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`lnΓ is computed for finite numbers above 0, got ${x}.`);
  }
  if (x < 0.5) return aroundTwo(x) - Math.log(x) - Math.log1p(x);
  if (x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1);
  if (x >= LARGE) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return Math.log(product) + aroundTwo(reduced - 2);
}

/**
 * What Stirling's approximation of ln x! lacks: lnΓ(x+1) - (x+½)ln x + x - ½ln 2π, for x > 0. Densities built on it keep
 * their digits where x! itself has lost them (Loader 2000, Fast and accurate computation of binomial probabilities).
 */
export function stirlingError(x: number): number {
  if (x >= LARGE) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

/** lnΓ(2+z) for |z| ≤ ½. */
function aroundTwo(z: number): number {
  let sum = 0;
  for (let k = TAYLOR.length - 1; k >= 0; k -= 1) sum = Number(TAYLOR[k]) - z * sum;
  return z * (SLOPE_AT_TWO + z * sum);
}

function stirlingSeries(x: number): number {
  const square = 1 / (x * x);
  return STIRLING.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / x;
}
