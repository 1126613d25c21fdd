import type { JudgedRankings, QueryValues } from './judged-rankings.ts';
import { valuesOfTopItems } from './top-items.ts';

/**
 * One over the rank of the first relevant item of each query, 0 when none is among the first k; from 0 to 1, higher is
 * better. MRR@k is the mean over queries. Voorhees (1999), TREC-8.
 *
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
export function reciprocalRankAt(rankings: JudgedRankings, k: number): QueryValues {
  return valuesOfTopItems(rankings, k, ({ relevantAt }) => {
    const first = relevantAt.indexOf(true);
    return first < 0 ? 0 : 1 / (first + 1);
  });
}
