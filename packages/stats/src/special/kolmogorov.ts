import { positiveRoot } from './positive-root.ts';

/**
 * Q(λ) = P(K > λ) of Kolmogorov's limit law: 2Σ(-1)^(k-1)·e^(-2k²λ²), and below 1 its theta transform
 * 1 - √(2π)/λ·Σe^(-(2k-1)²π²/(8λ²)), which converges there. 1 at 0 and below.
 *
 * @throws RangeError when λ is NaN.
 * @example kolmogorovSf(1.3580986393225505) // 0.05
 */
export function kolmogorovSf(lambda: number): number {
  if (Number.isNaN(lambda)) throw new RangeError('The argument of the Kolmogorov law is a number, got NaN.');
  if (lambda <= 0) return 1;
  if (lambda < 1) return 1 - lowerTail(lambda);
  let sum = 0;
  for (let k = 1; k <= 6; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return sum;
}

/**
 * The λ that Kolmogorov's law exceeds with probability `alpha`.
 *
 * @throws RangeError unless 0 < alpha < 1.
 * @example kolmogorovCritical(0.01) // 1.627623611518957
 */
export function kolmogorovCritical(alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`A tail probability lies between 0 and 1, got ${alpha}.`);
  return positiveRoot((lambda) => kolmogorovSf(lambda) > alpha, 30);
}

function lowerTail(lambda: number): number {
  let sum = 0;
  for (let odd = 7; odd >= 1; odd -= 2) sum += Math.exp(-((odd * Math.PI) ** 2) / (8 * lambda * lambda));
  return (Math.sqrt(2 * Math.PI) / lambda) * sum;
}
