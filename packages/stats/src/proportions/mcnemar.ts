import type { Discordance } from './tango-difference.ts';

/**
 * Exact two-sided McNemar p-value: min(1, 2·P(X ≤ min(b, c))) with X ~ Binomial(b + c, ½). 1 when nothing differs.
 *
 * @throws RangeError when a count is not a whole number from 0.
 * @example mcnemarExact({ onlyFirst: 1, onlySecond: 7 }) // 0.0703125
 */
export function mcnemarExact(pairs: Pick<Discordance, 'onlyFirst' | 'onlySecond'>): number {
  for (const count of [pairs.onlyFirst, pairs.onlySecond]) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`A count is a whole number from 0, got ${count}.`);
  }
  const n = pairs.onlyFirst + pairs.onlySecond;
  const k = Math.min(pairs.onlyFirst, pairs.onlySecond);
  if (2 * k >= n) return 1;
  // Logarithms keep the top term from underflowing; the others follow by P(X = i-1) = P(X = i)·i/(n-i+1).
  let logTop = -n * Math.LN2;
  for (let i = 1; i <= k; i += 1) logTop += Math.log((n - k + i) / i);
  let relative = 1;
  let sum = 1;
  for (let i = k; i >= 1 && relative > Number.EPSILON * Number.EPSILON; i -= 1) {
    relative *= i / (n - i + 1);
    sum += relative;
  }
  return Math.min(1, 2 * Math.exp(logTop) * sum);
}
