import type { JudgedRankings, QueryValues } from './judged-rankings.ts';
import { type TopItems, valuesOfTopItems } from './top-items.ts';

/**
 * Share of a query's relevant items that are among the first k, from 0 to 1, higher is better.
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
export function recallAt(rankings: JudgedRankings, k: number): QueryValues {
  return valuesOfTopItems(rankings, k, (top) => hits(top) / top.relevant);
}

/**
 * Share of the first k ranks that hold a relevant item, from 0 to 1, higher is better. Divided by k also where a query
 * has fewer items. A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
export function precisionAt(rankings: JudgedRankings, k: number): QueryValues {
  return valuesOfTopItems(rankings, k, (top) => hits(top) / k);
}

/**
 * 1 where a relevant item of the query is among the first k, else 0; higher is better.
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
export function hitAt(rankings: JudgedRankings, k: number): QueryValues {
  return valuesOfTopItems(rankings, k, (top) => Number(hits(top) > 0));
}

function hits({ relevantAt }: TopItems): number {
  return relevantAt.filter((isRelevant) => isRelevant).length;
}
