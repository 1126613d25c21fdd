import { type Undefined, undefinedFor } from '../measured.ts';
import { checkFinite } from '../sample-checks.ts';
import { normalCdf } from '../special/normal.ts';
import { ascendingOrder } from './ascending-order.ts';
import { endOfTie } from './midranks.ts';

/** Up to this product of the sizes, and without ties, the law of U is counted rather than approximated. */
const MOST_EXACT = 400;

/** The Mann-Whitney (Wilcoxon rank sum) test. */
export interface MannWhitney {
  /** Pairs in which the first sample has the larger value, ties counting one half. */
  readonly u: number;
  /** u/(nm): the probability that a value of the first sample exceeds one of the second. One half when neither tends to. */
  readonly share: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: 'exact' | 'asymptotic';
  readonly undefinedReason: null;
}

/**
 * The Mann-Whitney test that neither of two samples tends to larger values. Exact without ties up to 400 pairs, else normal
 * with the variance corrected for ties and a continuity correction of one half (Mann and Whitney 1947, Ann. Math. Stat. 18,
 * 50-60). p is 1 when all values are equal. O(N log N).
 *
 * Undefined (`empty-group`) when a sample is empty.
 *
 * @throws RangeError when a value is not finite.
 */
export function mannWhitney(first: Float64Array, second: Float64Array): MannWhitney | Undefined<'empty-group'> {
  checkFinite(first, 'A value');
  checkFinite(second, 'A value');
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return undefinedFor('empty-group');
  const { rankSum, ties } = pooledRanks(first, second);
  const u = rankSum - (n * (n + 1)) / 2;
  const exact = ties === 0 && n * m <= MOST_EXACT;
  const p = exact ? exactP(u, n, m) : asymptoticP({ u, n, m, ties });
  return { u, share: u / (n * m), p, method: exact ? 'exact' : 'asymptotic', undefinedReason: null };
}

/** The rank sum of the first sample among both, and Σ(t³ - t) over the tied groups. */
function pooledRanks(first: Float64Array, second: Float64Array): { readonly rankSum: number; readonly ties: number } {
  const values = new Float64Array(first.length + second.length);
  values.set(first);
  values.set(second, first.length);
  const order = ascendingOrder(values);
  let [rankSum, ties] = [0, 0];
  for (let start = 0; start < order.length; ) {
    const end = endOfTie(values, order, start);
    let own = 0;
    for (let at = start; at < end; at += 1) if (Number(order[at]) < first.length) own += 1;
    rankSum += (own * (start + 1 + end)) / 2;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { rankSum, ties };
}

function asymptoticP({ u, n, m, ties }: { u: number; n: number; m: number; ties: number }): number {
  const size = n + m;
  const variance = ((n * m) / 12) * (size + 1 - ties / (size * (size - 1)));
  const distance = Math.abs(u - (n * m) / 2) - 0.5;
  return distance <= 0 || variance <= 0 ? 1 : 2 * normalCdf(-distance / Math.sqrt(variance));
}

/** min(1, 2·P(U ≥ the larger of u and nm - u)), by the recursion of Mann and Whitney in probabilities. */
function exactP(u: number, n: number, m: number): number {
  const pairs = n * m;
  // laws[j][k] = P(U = k) for i values of the first sample and j of the second; begun with i = 0.
  let laws: readonly Float64Array[] = Array.from({ length: m + 1 }, () =>
    Float64Array.from({ length: pairs + 1 }, (_, k) => (k === 0 ? 1 : 0)),
  );
  for (let i = 1; i <= n; i += 1) {
    const next: Float64Array[] = [];
    for (const [j, before] of laws.entries()) {
      // The largest of all values is of the first sample with probability i/(i+j), and then exceeds all j of the second.
      const shorter = next[j - 1];
      next.push(
        before.map((_, k) => {
          const ofFirst = (i * (k >= j ? Number(before[k - j]) : 0)) / (i + j);
          return ofFirst + (shorter === undefined ? 0 : (j * Number(shorter[k])) / (i + j));
        }),
      );
    }
    laws = next;
  }
  const tail = laws.at(-1)?.subarray(Math.max(u, pairs - u)) ?? new Float64Array(0);
  return Math.min(1, 2 * tail.reduce((sum, mass) => sum + mass, 0));
}
