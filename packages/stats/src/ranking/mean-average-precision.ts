import type { JudgedRankings, QueryValues } from './judged-rankings.ts';
import { valuesOfTopItems } from './top-items.ts';

/**
 * Average precision of the first k items of each query, from 0 to 1, higher is better: the sum of the precisions at the
 * ranks of relevant items, divided by the smaller of k and the number of relevant items, so that a perfect ranking has 1.
 * MAP@k is the mean over queries. Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, §8.4.
 *
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
export function averagePrecisionAt(rankings: JudgedRankings, k: number): QueryValues {
  return valuesOfTopItems(rankings, k, ({ relevantAt, relevant }) => {
    let hits = 0;
    let sum = 0;
    for (const [at, isRelevant] of relevantAt.entries()) {
      if (!isRelevant) continue;
      hits += 1;
      sum += hits / (at + 1);
    }
    return sum / Math.min(k, relevant);
  });
}
