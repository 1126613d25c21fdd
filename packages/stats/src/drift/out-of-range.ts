import { checkCounts } from '../arguments.ts';

/**
 * Probability that one fresh value lies outside the range of `referenceRows` values it is exchangeable with: 2/(n + 1), at
 * most 1; less where values tie.
 *
 * @throws RangeError when the number of rows is not a whole number from 1.
 */
export function outOfRangeProbability(referenceRows: number): number {
  checkCounts(0, referenceRows);
  return Math.min(1, 2 / (referenceRows + 1));
}

/**
 * P(X ≥ k) that k or more of m fresh values lie outside the range of n reference values when all n + m are exchangeable:
 * the p-value of "too many values out of range".
 *
 * All m values are held against the same two extremes, so they are not independent and the binomial tail with 2/(n + 1) is
 * too small (six of 1,000 against 1,000 rows: 0.016 instead of 0.062). X counts the values among the n + m that lie above
 * the largest or below the smallest of the reference, P(X = k) = (k+1)·C(n+m-k-2, n-2)/C(n+m, n): a beta-binomial with
 * parameters 2 and n - 1. Summed by parts, P(X ≥ k) = C(n+m-k, n)/C(n+m, n)·(1 + kn/(n+m-k)). Ties make it smaller. Wilks
 * (1942), Annals of Mathematical Statistics 13, 400-409.
 *
 * @throws RangeError when the counts are not whole numbers with k ≤ m, m ≥ 1, or n is below 2.
 * @example outOfRangeTail(6, { reference: 1000, current: 1000 }) // 0.0622
 */
export function outOfRangeTail(
  outside: number,
  sizes: { readonly reference: number; readonly current: number },
): number {
  const { reference: n, current: m } = sizes;
  checkCounts(outside, m);
  if (!Number.isSafeInteger(n) || n < 2) throw new RangeError(`A range needs two reference rows, got ${n}.`);
  let logFresh = 0;
  for (let i = 0; i < outside; i += 1) logFresh += Math.log1p(-n / (n + m - i));
  return Math.min(1, Math.exp(logFresh) * (1 + (outside * n) / (n + m - outside)));
}
