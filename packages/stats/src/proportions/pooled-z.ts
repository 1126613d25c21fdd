import { checkCounts } from '../arguments.ts';
import { normalCdf } from '../special/normal.ts';
import type { Proportion } from './newcombe-difference.ts';

/**
 * The pooled two-proportion z test of equality, two-sided: z = (p1 - p2)/√(p(1-p)(1/n1 + 1/n2)) with p over both samples,
 * positive when the first proportion is the larger. z² is Pearson's χ² without continuity correction.
 *
 * When both samples are constant and equal, z is 0 and p is 1: nothing differs.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1.
 * @example pooledZ({ successes: 12, n: 15 }, { successes: 17, n: 33 }).p // 0.0614122540
 */
export function pooledZ(first: Proportion, second: Proportion): { readonly z: number; readonly p: number } {
  checkCounts(first.successes, first.n);
  checkCounts(second.successes, second.n);
  const successes = first.successes + second.successes;
  const n = first.n + second.n;
  if (successes === 0 || successes === n) return { z: 0, p: 1 };
  const pooled = successes / n;
  const difference = first.successes / first.n - second.successes / second.n;
  const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}
