import { gammaTails } from './gamma-tails.ts';
import { positiveRoot } from './positive-root.ts';
import type { Tails } from './tails.ts';

/**
 * P(X ≤ x) and P(X > x) of a χ² variable with `df` degrees of freedom: P and Q(df/2, x/2). All of it lies at 0 when df is 0.
 *
 * @throws RangeError unless x ≥ 0 and df is a finite number from 0.
 */
export function chiSquareTails(x: number, df: number): Tails {
  if (df === 0 && x >= 0) return { lower: 1, upper: 0 };
  return gammaTails(df / 2, x / 2);
}

/**
 * P(X ≥ x) of a χ² variable: the p-value of a χ² test. With df = 0 it is 1 at 0 and 0 beyond.
 *
 * @throws RangeError as {@link chiSquareTails}.
 * @example chiSquareSf(2.7777777777777777, 2) // 0.2493522087772958
 */
export function chiSquareSf(x: number, df: number): number {
  return x === 0 ? 1 : chiSquareTails(x, df).upper;
}

/**
 * The x that a χ² variable exceeds with probability `alpha`: the critical value of a test at that level. Given as the upper
 * tail, so that a small alpha keeps its digits.
 *
 * @throws RangeError unless 0 < alpha < 1 and df is a finite number above 0.
 * @example chiSquareCritical(0.01, 9) // 21.665994333461924
 */
export function chiSquareCritical(alpha: number, df: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`A tail probability lies between 0 and 1, got ${alpha}.`);
  // The lower tail decides below the median, where the upper has lost its digits.
  const isBelow = (x: number): boolean => {
    const { lower, upper } = chiSquareTails(x, df);
    return alpha < 0.5 ? upper > alpha : lower < 1 - alpha;
  };
  let top = 1;
  while (isBelow(top)) top *= 2;
  return positiveRoot(isBelow, top);
}

/**
 * The x with P(X ≤ x) = p of a χ² variable.
 *
 * @throws RangeError unless 0 < p < 1 and df is a finite number above 0.
 */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}.`);
  if (p > 0.5) return chiSquareCritical(1 - p, df);
  let top = 1;
  while (chiSquareTails(top, df).lower < p) top *= 2;
  return positiveRoot((x) => chiSquareTails(x, df).lower < p, top);
}
