import { checkCounts, checkProbability } from '../arguments.ts';
import { betaTails } from './beta-tails.ts';
import { logBinomialDensity } from './saddle-point.ts';

/** A number of successes in n trials, each a success with probability p. */
export interface BinomialOutcome {
  readonly successes: number;
  readonly n: number;
  readonly p: number;
}

/**
 * P(X = k), P(X ≤ k) and P(X ≥ k) of a binomial variable: exact, from logarithms, so that neither many trials nor a far tail
 * costs digits. The tails are I_(1-p)(n-k, k+1) and I_p(k, n-k+1).
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ k ≤ n, n ≥ 1, or p is not from 0 to 1.
 * @example binomialTails({ successes: 1, n: 8, p: 0.5 }).atMost // 0.03515625
 */
export function binomialTails(outcome: BinomialOutcome): {
  readonly exactly: number;
  readonly atMost: number;
  readonly atLeast: number;
} {
  const { successes: k, n, p } = outcome;
  checkCounts(k, n);
  checkProbability(p);
  const exactly = Math.exp(logBinomialDensity({ successes: k, failures: n - k, p, q: 1 - p }));
  return {
    exactly,
    atMost: k === n ? 1 : betaTails(p, { a: k + 1, b: n - k }).upper,
    atLeast: k === 0 ? 1 : betaTails(p, { a: k, b: n - k + 1 }).lower,
  };
}
