import type { RankingMetricName } from '@gatehouse/core';
import { type Gain, ndcgAt } from '@gatehouse/stats';
import type { Baseline } from '../exam/trivial-baseline.ts';
import type { RankingRows } from './ranking-rows.ts';

interface Judged {
  readonly rows: Pick<RankingRows, 'offsets' | 'relevance'>;
  /** Those that have a relevant item. */
  readonly queries: readonly number[];
  readonly k: number;
  readonly gain: Gain;
}

/** Items of one query: how many, how many of them relevant, how many from the top count. */
interface Query {
  readonly items: number;
  readonly relevant: number;
  readonly k: number;
}

/** What a random order of the items of each query gives on average, exactly; `null` where no query has a relevant item. */
export function rankingBaseline(metric: RankingMetricName, { rows, queries, k, gain }: Judged): Baseline | null {
  if (queries.length === 0) return null;
  const words = 'a random order gives';
  const { offsets, relevance } = rows;
  if (metric === 'ndcg') {
    // Items of one score share the mean of their gains, which is the average over all their orders.
    const { values, queries: of } = ndcgAt({ offsets, relevance, scores: new Float64Array(relevance.length) }, k, gain);
    const wanted = new Set(queries);
    const kept = values.filter((_, at) => wanted.has(Number(of[at])));
    return { value: meanOf(Array.from(kept)), words };
  }
  const expected = EXPECTED[metric];
  const values = queries.map((query) => {
    const own = relevance.subarray(Number(offsets[query]), Number(offsets[query + 1]));
    return expected({ items: own.length, relevant: own.filter((value) => value > 0).length, k });
  });
  return { value: meanOf(values), words };
}

const EXPECTED: Readonly<Record<Exclude<RankingMetricName, 'ndcg'>, (query: Query) => number>> = {
  'recall-at-k': ({ items, k }) => Math.min(k, items) / items,
  'precision-at-k': ({ items, relevant, k }) => (Math.min(k, items) * relevant) / items / k,
  'hit-at-k': ({ items, relevant, k }) => 1 - noneAmong(Math.min(k, items), { items, relevant }),
  mrr: ({ items, relevant, k }) => {
    let [sum, none] = [0, 1];
    for (let rank = 1; rank <= Math.min(k, items); rank += 1) {
      const left = items - rank + 1;
      sum += (none * relevant) / left / rank;
      none *= (left - relevant) / left;
      if (none <= 0) break;
    }
    return sum;
  },
  // The item at a rank is relevant with a chance of R/N, and of the items above it a share of (R-1)/(N-1) then.
  map: ({ items, relevant, k }) => {
    let sum = 0;
    for (let rank = 1; rank <= Math.min(k, items); rank += 1) {
      const above = items === 1 ? 0 : ((rank - 1) * (relevant - 1)) / (items - 1);
      sum += ((relevant / items) * (1 + above)) / rank;
    }
    return sum / Math.min(k, relevant);
  },
};

/** The chance that none of the first items is relevant. */
function noneAmong(first: number, { items, relevant }: Pick<Query, 'items' | 'relevant'>): number {
  let chance = 1;
  for (let taken = 0; taken < first; taken += 1) chance *= Math.max(0, items - relevant - taken) / (items - taken);
  return chance;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}
