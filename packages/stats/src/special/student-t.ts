import { checkConfidence } from '../arguments.ts';
import { betaTails } from './beta-tails.ts';
import { normalCdf } from './normal.ts';
import { normalQuantile } from './normal-quantile.ts';
import { positiveRoot } from './positive-root.ts';

/**
 * P(T ≤ t) of Student's t with `df` degrees of freedom, by the incomplete Beta function; `df` need not be whole (Welch) and
 * may be infinite (the normal law). Both tails keep their digits: the upper is studentCdf(-t, df).
 *
 * @throws RangeError unless df is above 0 and t is a number.
 * @example studentCdf(2.2281388519862735, 10) // 0.975
 */
export function studentCdf(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom are a number above 0, got ${df}.`);
  if (Number.isNaN(t)) throw new RangeError('A t statistic is a number, got NaN.');
  if (df === Number.POSITIVE_INFINITY) return normalCdf(t);
  const square = t * t;
  const beyond = betaTails(1 / (1 + square / df), { a: df / 2, b: 0.5 }, 1 / (1 + df / square)).lower / 2;
  return t > 0 ? 1 - beyond : beyond;
}

/**
 * The t with P(T ≤ t) = p. 0 at one half.
 *
 * @throws RangeError unless 0 < p < 1 and df is above 0.
 * @example studentQuantile(0.975, 10) // 2.2281388519862735
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}.`);
  if (p > 0.5) return upperQuantile(1 - p, df);
  return p === 0.5 ? 0 : -upperQuantile(p, df);
}

/**
 * The two-sided critical value t with P(|T| ≤ t) = confidence.
 *
 * @throws RangeError unless 0 < confidence < 1 and df is above 0.
 */
export function studentCritical(confidence: number, df: number): number {
  checkConfidence(confidence);
  return upperQuantile((1 - confidence) / 2, df);
}

function upperQuantile(tail: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return -normalQuantile(tail);
  const isBelow = (t: number): boolean => studentCdf(-t, df) > tail;
  let top = 1;
  while (isBelow(top) && top < Number.MAX_VALUE / 2) top *= 2;
  return positiveRoot(isBelow, top);
}
