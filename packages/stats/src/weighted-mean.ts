import { defined, type Measured, undefinedFor } from './measured.ts';
import type { Numbers } from './sample-checks.ts';

/**
 * Sum of `term(0)` to `term(n - 1)` with the rounding errors carried along (Neumaier 1974, ZAMM 54, 39-51), so that the
 * order of the rows does not show in the digits that are printed. A sum that overflows is infinite.
 */
export function sumOver(n: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < n; index += 1) {
    const value = term(index);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/** Mean of `term(row)` over rows, weighted when there are weights; `empty-group` without rows. O(N). */
export function meanOver(n: number, term: (index: number) => number, weights?: Numbers): Measured<'empty-group'> {
  if (n === 0) return undefinedFor('empty-group');
  if (weights === undefined) return defined(sumOver(n, term) / n);
  const total = sumOver(n, (index) => Number(weights[index]));
  return defined(sumOver(n, (index) => Number(weights[index]) * term(index)) / total);
}
