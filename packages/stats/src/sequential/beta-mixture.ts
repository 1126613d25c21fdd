import { checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { crossing } from '../special/bisection.ts';
import { logGamma } from '../special/log-gamma.ts';

/**
 * Confidence sequence of a proportion from the Beta(½, ½) mixture: all p with
 * ln B(k+½, n-k+½) - ln B(½, ½) - k·ln p - (n-k)·ln(1-p) < ln(1/alpha). The interval holds at all times at once with
 * probability 1 - alpha, so it may be looked at after every row; it is wider than Wilson's for that. Robbins (1970), Annals
 * of Mathematical Statistics 41, 1397-1409.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1, or alpha is not in (0, 1).
 * @example betaMixtureInterval(700, 1000, 0.05) // [0.645438, 0.751017]
 */
export function betaMixtureInterval(successes: number, n: number, alpha: number): Bounds {
  checkCounts(successes, n);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`An error level is a number between 0 and 1, got ${alpha}.`);
  const failures = n - successes;
  const mixture = logGamma(successes + 0.5) + logGamma(failures + 0.5) - logGamma(n + 1) - Math.log(Math.PI);
  const excess = (p: number): number => {
    const fit = (successes === 0 ? 0 : successes * Math.log(p)) + (failures === 0 ? 0 : failures * Math.log1p(-p));
    return mixture - fit - Math.log(1 / alpha);
  };
  const estimate = successes / n;
  return [
    successes === 0 ? 0 : crossing(excess, 0, estimate),
    failures === 0 ? 1 : crossing((p) => -excess(p), estimate, 1),
  ];
}
