import { checkDepth, checkSameLength } from '../sample-checks.ts';
import { checkRankings, type JudgedRankings, type QueryValues, valuesOfQueries } from './judged-rankings.ts';

/** Which of the first k items of a query are relevant, and how many items are. */
export interface TopItems {
  /** One of the ranks from 1 to k that the query fills, in order: true where the item is relevant. */
  readonly relevantAt: readonly boolean[];
  /** Relevant items of the whole query, at least one. */
  readonly relevant: number;
}

/**
 * A metric of the first k items of each query that has a relevant item. Equal scores are ranked by id.
 *
 * @throws RangeError when k is not a whole number from 1, the arrays do not fit, or two items of a query have equal
 *   scores and one place in the order of ids.
 */
export function valuesOfTopItems(rankings: JudgedRankings, k: number, measure: (top: TopItems) => number): QueryValues {
  checkRankings(rankings);
  checkSameLength(rankings.relevance, rankings.idOrder, 'relevances and places of ids');
  checkDepth(k, 'The k of a ranking metric');
  const { relevance } = rankings;
  return valuesOfQueries(rankings, (first, end) => {
    const ranked = rankedItems(rankings, first, end);
    const relevant = ranked.reduce((count, item) => count + Number(Number(relevance[item]) > 0), 0);
    const relevantAt = Array.from(ranked.subarray(0, k), (item) => Number(relevance[item]) > 0);
    return measure({ relevantAt, relevant });
  });
}

function rankedItems({ scores, idOrder }: JudgedRankings, first: number, end: number): Uint32Array {
  const items = Uint32Array.from({ length: end - first }, (_, at) => first + at);
  return items.sort((a, b) => {
    const [place, other] = [Number(idOrder[a]), Number(idOrder[b])];
    const difference = Number(scores[b]) - Number(scores[a]);
    if (difference === 0 && place === other && a !== b) {
      throw new RangeError(`Ids of a query must differ, got the place ${place} twice for one score.`);
    }
    return difference === 0 ? place - other : difference;
  });
}
