import { METRICS_OF_TASK, type RankingMetricName } from '@gatehouse/core';
import {
  averagePrecisionAt,
  hitAt,
  type JudgedRankings,
  meanOfQueries,
  ndcgAt,
  precisionAt,
  type QueryValues,
  recallAt,
  reciprocalRankAt,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { rankingBaseline } from '../../../../packages/gates/src/performance/ranking/ranking-baselines.ts';

const MEASURES: Readonly<Record<RankingMetricName, (rankings: JudgedRankings, k: number) => QueryValues>> = {
  ndcg: (rankings, k) => ndcgAt(rankings, k, 'exp2'),
  map: averagePrecisionAt,
  mrr: reciprocalRankAt,
  'recall-at-k': recallAt,
  'precision-at-k': precisionAt,
  'hit-at-k': hitAt,
};

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** The mean over all orders of one query's items. */
function overAllOrders(metric: RankingMetricName, relevance: readonly number[], k: number): number {
  const orders = ordersOf(relevance.map((_, item) => item));
  const values = orders.map((order) => {
    const rankings: JudgedRankings = {
      offsets: Uint32Array.of(0, relevance.length),
      relevance: Float64Array.from(relevance),
      scores: Float64Array.from(order),
      idOrder: Uint32Array.from(order),
    };
    return Number(meanOfQueries(MEASURES[metric](rankings, k)).value);
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function baseline(metric: RankingMetricName, queries: readonly (readonly number[])[], k: number) {
  const ends = queries.map((_, at) => queries.slice(0, at + 1).flat().length);
  const rows = { offsets: Uint32Array.of(0, ...ends), relevance: Float64Array.from(queries.flat()) };
  const judged = queries.flatMap((query, at) => (query.some((value) => value > 0) ? [at] : []));
  return rankingBaseline(metric, { rows, queries: judged, k, gain: 'exp2' });
}

const QUERIES: readonly (readonly [string, readonly number[]])[] = [
  ['one relevant item of five', [0, 1, 0, 0, 0]],
  ['two of five', [0, 2, 0, 1, 0]],
  ['four of five', [1, 0, 1, 3, 1]],
  ['all of four', [1, 2, 1, 1]],
  ['the only one', [1]],
];

describe('the random order of one query', () => {
  it.each(
    METRICS_OF_TASK.ranking.flatMap((metric) =>
      QUERIES.flatMap(([words, relevance]) => [1, 2, 3, 6].map((k) => [metric, words, k, relevance] as const)),
    ),
  )('gives in %s of %s, to depth %i, the mean over all orders', (metric, _, k, relevance) => {
    expect(baseline(metric, [relevance], k)).toEqual({
      value: expect.closeTo(overAllOrders(metric, relevance, k), 12),
      words: 'a random order gives',
    });
  });
});

describe('the random order of several queries', () => {
  it.each(METRICS_OF_TASK.ranking)('gives in %s the mean of those that have a relevant item', (metric) => {
    const [first, second] = [
      [0, 2, 0, 1, 0],
      [0, 0, 1],
    ];
    const mean = (overAllOrders(metric, first, 2) + overAllOrders(metric, second, 2)) / 2;

    expect(baseline(metric, [[0, 0], first, [0], second], 2)?.value).toBeCloseTo(mean, 12);
  });

  it.each(METRICS_OF_TASK.ranking)('gives in %s the mean of those that are asked for', (metric) => {
    const rows = { offsets: Uint32Array.of(0, 2, 5), relevance: Float64Array.of(1, 0, 0, 0, 1) };

    expect(rankingBaseline(metric, { rows, queries: [1], k: 2, gain: 'exp2' })?.value).toBeCloseTo(
      overAllOrders(metric, [0, 0, 1], 2),
      12,
    );
  });

  it.each(METRICS_OF_TASK.ranking)('gives nothing in %s where no query has a relevant item', (metric) => {
    expect(baseline(metric, [[0, 0]], 2)).toBeNull();
  });
});
