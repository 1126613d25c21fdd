import { positiveRoot } from './positive-root.ts';
import { logBinomialDensity } from './saddle-point.ts';
import { continuedFraction, type Tails } from './tails.ts';

/** The two parameters of a Beta distribution, both above 0. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/**
 * I_x(a, b) and its complement I_(1-x)(b, a): the tails of a Beta(a, b) variable at x, where `complement` is 1 - x with
 * all its digits. Continued fraction of DiDonato and Morris (1992, ACM TOMS 18, 360-373), with the factor
 * x^a·(1-x)^b/B(a, b) by the saddle-point expansion. Relative error of the smaller tail below 1e-11 against scipy `betainc`.
 *
 * @throws RangeError unless a and b are finite and above 0 and 0 ≤ x ≤ 1.
 */
export function betaTails(x: number, shape: BetaShape, complement = 1 - x): Tails {
  const { a, b } = shape;
  for (const parameter of [a, b]) {
    if (!(parameter > 0 && parameter < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A parameter of a Beta distribution is a finite number above 0, got ${parameter}.`);
    }
  }
  if (!(x >= 0 && x <= 1)) throw new RangeError(`The argument of a Beta distribution is from 0 to 1, got ${x}.`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (complement === 0) return { lower: 1, upper: 0 };
  if (x < (a + 1) / (a + b + 2)) {
    const lower = lowerTail({ x, complement }, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = lowerTail({ x: complement, complement: x }, { a: b, b: a });
  return { lower: 1 - upper, upper };
}

/** I_x(a, b), the regularised incomplete Beta function: see {@link betaTails}. */
export function regularizedBeta(x: number, shape: BetaShape): number {
  return betaTails(x, shape).lower;
}

/**
 * The x with I_x(a, b) = p: the quantile of a Beta(a, b) variable. 0 at 0, 1 at 1.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1 and a and b are finite and above 0.
 * @example betaQuantile(0.025, { a: 8, b: 4 }) // 0.3902574406688542
 */
export function betaQuantile(p: number, shape: BetaShape): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
  if (betaTails(1, shape).lower <= p) return 1;
  return p === 0 ? 0 : positiveRoot((x) => betaTails(x, shape).lower < p, 1);
}

function lowerTail({ x, complement }: { readonly x: number; readonly complement: number }, shape: BetaShape): number {
  const { a, b } = shape;
  const density = Math.exp(logBinomialDensity({ successes: a, failures: b, p: x, q: complement }));
  const fraction = continuedFraction(denominator(0, x, { ...shape, complement }), (m) => {
    const at = a + 2 * m - 1;
    const numerator = ((a + m - 1) / at) * ((a + b + m - 1) / at) * m * (b - m) * x * x;
    return [numerator, denominator(m, x, { ...shape, complement })];
  });
  return Math.min(1, (density * a * b) / (a + b) / fraction);
}

function denominator(m: number, x: number, shape: BetaShape & { readonly complement: number }): number {
  const { a, b, complement } = shape;
  const at = a + 2 * m;
  const slope = ((a + m) * (a * complement - b * x + 1 + m * (1 + complement))) / (at + 1);
  return m === 0 ? slope : m + (m * (b - m) * x) / (at - 1) + slope;
}
