import { checkDepth } from '../sample-checks.ts';
import { checkRankings, type QueryValues, type TiedRankings, valuesOfQueries } from './judged-rankings.ts';

/** What an item of some relevance gains: the relevance itself, or 2^relevance - 1. */
export type Gain = 'linear' | 'exp2';

const GAINS: Readonly<Record<Gain, (relevance: number) => number>> = {
  linear: (relevance) => relevance,
  exp2: (relevance) => 2 ** relevance - 1,
};

/**
 * Normalised discounted cumulative gain of the first k items of each query, from 0 to 1, higher is better: Σ gain /
 * log2(rank + 1) over that of the ideal order. Järvelin and Kekäläinen (2002), ACM TOIS 20, 422-446. Items with equal
 * scores share the mean of their gains, as if all their orders were averaged: McSherry and Najork (2008), ECIR.
 *
 * A query without a relevant item has no value and is counted (scikit-learn says 0). O(N log N).
 *
 * @throws RangeError when k is not a whole number from 1, relevance negative, a gain not finite, or the arrays do not fit.
 */
export function ndcgAt(rankings: TiedRankings, k: number, gain: Gain = 'linear'): QueryValues {
  checkRankings(rankings);
  checkDepth(k, 'The k of NDCG');
  const gains = rankings.relevance.map(GAINS[gain]);
  const largest = gains.indexOf(Number.POSITIVE_INFINITY);
  if (largest >= 0) {
    throw new RangeError(`A gain must be finite, got relevance ${rankings.relevance[largest]} with gain ${gain}.`);
  }
  return valuesOfQueries(rankings, (first, end) => {
    const own = gains.subarray(first, end);
    const ideal = Float64Array.from(own).sort().reverse();
    const best = ideal.subarray(0, k).reduce((sum, value, at) => sum + value * discountAt(at), 0);
    return Math.min(1, discountedGain(own, rankings.scores.subarray(first, end), k) / best);
  });
}

function discountedGain(gains: Float64Array, scores: Float64Array, k: number): number {
  const order = Uint32Array.from(gains, (_, item) => item).sort((a, b) => Number(scores[b]) - Number(scores[a]));
  let sum = 0;
  for (let start = 0; start < Math.min(k, order.length); ) {
    let gained = 0;
    let discount = 0;
    let end = start;
    while (end < order.length && scores[Number(order[end])] === scores[Number(order[start])]) {
      gained += Number(gains[Number(order[end])]);
      if (end < k) discount += discountAt(end);
      end += 1;
    }
    sum += (gained / (end - start)) * discount;
    start = end;
  }
  return sum;
}

/** 1/log2(rank + 1) of the item `at` places behind the first. */
function discountAt(at: number): number {
  return 1 / Math.log2(at + 2);
}
