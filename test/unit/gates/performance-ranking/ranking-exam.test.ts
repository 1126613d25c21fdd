import { ActionError, METRICS_OF_TASK, type PerformanceGateConfig, type RankingMetricName } from '@gatehouse/core';
import { meanOfQueries, ndcgAt, precisionAt } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import type { Sampling } from '../../../../packages/gates/src/performance/estimate/sampling.ts';
import { rankingExam } from '../../../../packages/gates/src/performance/ranking/ranking-exam.ts';
import type { RankingRows } from '../../../../packages/gates/src/performance/ranking/ranking-rows.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };

/** Queries of three, one, four and two items; the second has no relevant item. */
const ROWS: RankingRows = {
  offsets: Uint32Array.of(0, 3, 4, 8, 10),
  relevance: Float64Array.of(0, 3, 1, 0, 1, 0, 0, 2, 1, 0),
  itemOrder: Uint32Array.from({ length: 10 }, (_, at) => at),
  challenger: { scores: Float64Array.of(3, 2, 1, 1, 1, 4, 3, 2, 0, 1) },
  champion: { scores: Float64Array.of(1, 3, 2, 1, 4, 1, 2, 3, 1, 0) },
};

/** Of many queries of two items each, of which the challenger ranks every third wrong. */
function many(queries: number, changes: Partial<RankingRows> = {}): RankingRows {
  const items = Array.from({ length: 2 * queries }, (_, at) => at);
  return {
    offsets: Uint32Array.from({ length: queries + 1 }, (_, query) => 2 * query),
    relevance: Float64Array.from(items, (at) => at % 2),
    itemOrder: Uint32Array.from(items),
    challenger: { scores: Float64Array.from(items, (at) => ((at >> 1) % 3 === 0 ? -at : at)) },
    champion: { scores: Float64Array.from(items, (at) => ((at >> 1) % 2 === 0 ? -at : at)) },
    ...changes,
  };
}

function metric(name: RankingMetricName, rules: PerformanceGateConfig['metrics'] = {}, rows: RankingRows = ROWS) {
  return rankingExam(rows).metric(name, rules, null);
}

describe('the exam of a ranking', () => {
  it('counts queries and items', () => {
    expect(rankingExam(ROWS)).toMatchObject({
      task: 'ranking',
      units: 4,
      metrics: METRICS_OF_TASK.ranking,
      always: ['ndcg', 'mrr'],
      measures: { queries: { n: 4, 'without-relevant-item': 1, items: 10, 'longest-query': 4 } },
      findings: [],
      notMeasured: ['1 of 4 queries, which have no relevant item'],
    });
  });

  it('leaves nothing out where every query has a relevant item', () => {
    expect(rankingExam(many(3))).toMatchObject({
      measures: { queries: { 'without-relevant-item': 0, 'longest-query': 2 } },
      notMeasured: [],
    });
  });

  it('has no query in no row', () => {
    const none: RankingRows = {
      offsets: Uint32Array.of(0),
      relevance: new Float64Array(0),
      itemOrder: new Uint32Array(0),
      challenger: { scores: new Float64Array(0) },
      champion: null,
    };

    expect(rankingExam(none)).toMatchObject({ units: 0, measures: { queries: { n: 0, 'longest-query': 0 } } });
    expect(metric('ndcg', {}, none).estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(metric('ndcg', {}, none).baseline).toBeNull();
  });

  it.each<[string, () => unknown]>([
    ['weights', () => rankingExam({ ...ROWS, sampling: { weights: Float64Array.of(1, 1, 1, 1), clusters: null } })],
    ['a metric of another task', () => rankingExam(ROWS).metric('accuracy', {}, null)],
    ['a champion that is not there', () => metric('ndcg', {}, { ...ROWS, champion: null }).value('champion')],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(ActionError);
  });
});

describe('a metric of a ranking', () => {
  // Relevance in the order of scores: 0 3 1, then 0 0 2 1 with the last two at scores 2 and 1, then 0 1.
  it.each<[RankingMetricName, PerformanceGateConfig['metrics'], number]>([
    ['mrr', {}, (1 / 2 + 1 / 3 + 1 / 2) / 3],
    ['mrr', { mrr: { k: 2 } }, (1 / 2 + 0 + 1 / 2) / 3],
    ['map', {}, ((1 / 2 + 2 / 3) / 2 + (1 / 3 + 2 / 4) / 2 + 1 / 2) / 3],
    ['recall-at-k', { 'recall-at-k': { k: 2 } }, (1 / 2 + 0 + 1) / 3],
    ['precision-at-k', { 'precision-at-k': { k: 2 } }, (1 / 2 + 0 + 1 / 2) / 3],
    // To the depth of the longest query.
    ['precision-at-k', {}, (2 / 4 + 2 / 4 + 1 / 4) / 3],
    ['hit-at-k', { 'hit-at-k': { k: 1 } }, 0],
    ['hit-at-k', { 'hit-at-k': { k: 2 } }, 2 / 3],
  ])('%s of the challenger, by %o', (name, rules, value) => {
    expect(metric(name, rules).value('challenger').value).toBeCloseTo(value, 12);
  });

  it.each<[string, PerformanceGateConfig['metrics'], number, 'linear' | 'exp2']>([
    ['all items and linear gains', {}, 4, 'linear'],
    ['linear gains', { ndcg: { gain: 'linear', k: 2 } }, 2, 'linear'],
    ['exponential gains', { ndcg: { gain: 'exponential' } }, 4, 'exp2'],
  ])('ndcg reads %s', (_, rules, k, gain) => {
    const own = (scores: Float64Array) => meanOfQueries(ndcgAt({ ...ROWS, scores }, k, gain)).value;
    const examined = metric('ndcg', rules);

    expect(examined.value('challenger').value).toBeCloseTo(Number(own(ROWS.challenger.scores)), 12);
    expect(examined.value('champion').value).toBeCloseTo(
      Number(own(Float64Array.of(1, 3, 2, 1, 4, 1, 2, 3, 1, 0))),
      12,
    );
    expect(examined.baseline?.value).toBeCloseTo(Number(own(new Float64Array(10))), 12);
  });

  it('keeps metrics, depths, gains and models apart', () => {
    const exam = rankingExam(ROWS);
    const value = (name: RankingMetricName, rules: PerformanceGateConfig['metrics'], side: 'challenger' | 'champion') =>
      exam.metric(name, rules, null).value(side).value;
    const values = [
      value('precision-at-k', {}, 'challenger'),
      value('precision-at-k', { 'precision-at-k': { k: 1 } }, 'challenger'),
      value('precision-at-k', { 'precision-at-k': { k: 1 } }, 'champion'),
      value('ndcg', {}, 'challenger'),
      value('ndcg', { ndcg: { gain: 'exponential' } }, 'challenger'),
      value('mrr', {}, 'challenger'),
    ];

    expect(new Set(values).size).toBe(values.length);
    expect(values[2]).toBe(
      meanOfQueries(
        precisionAt({ ...ROWS, idOrder: ROWS.itemOrder, scores: Float64Array.of(1, 3, 2, 1, 4, 1, 2, 3, 1, 0) }, 1),
      ).value,
    );
  });

  it('breaks ties of the score by the order of items', () => {
    const rows: RankingRows = {
      ...ROWS,
      offsets: Uint32Array.of(0, 2),
      relevance: Float64Array.of(1, 0),
      itemOrder: Uint32Array.of(1, 0),
      challenger: { scores: Float64Array.of(1, 1) },
      champion: null,
    };

    expect(metric('mrr', {}, rows).value('challenger').value).toBe(1 / 2);
    expect(metric('mrr', {}, { ...rows, itemOrder: Uint32Array.of(0, 1) }).value('challenger').value).toBe(1);
  });

  it.each<[readonly number[], number]>([
    [[0], 1 / 2],
    [[2, 3], (1 / 3 + 1 / 2) / 2],
    [[1, 2], 1 / 3],
  ])('of the queries %o is theirs', (units, value) => {
    const examined = rankingExam(ROWS).metric('mrr', {}, units);

    expect(examined.value('challenger').value).toBeCloseTo(value, 12);
    expect(examined.direction).toBe('max');
  });

  it('has the baseline of those queries, to the depth of all', () => {
    // One relevant item of two.
    expect(rankingExam(ROWS).metric('precision-at-k', {}, [3]).baseline?.value).toBeCloseTo(1 / 4, 12);
    expect(rankingExam(ROWS).metric('precision-at-k', { 'precision-at-k': { k: 1 } }, [3]).baseline?.value).toBe(1 / 2);
  });

  it.each<[string, readonly number[], string]>([
    ['no query', [], 'insufficient-n'],
    ['a query without a relevant item', [1], 'no-relevant-items'],
  ])('of %s is not known', (_, units, reasonCode) => {
    const examined = rankingExam(ROWS).metric('mrr', {}, units);

    expect(examined.estimate(QUESTION)).toEqual({ reasonCode });
    expect(examined.compare(QUESTION)).toEqual({ reasonCode });
    expect(examined.value('challenger').value).toBeNull();
  });

  it.each<[string, RankingRows, string]>([
    [
      'is not known where no query has a relevant item',
      { ...ROWS, relevance: new Float64Array(10) },
      'no-relevant-items',
    ],
    ['has no bounds of few queries', ROWS, 'insufficient-n'],
  ])('%s', (_, rows, reasonCode) => {
    expect(metric('mrr', {}, rows).estimate(QUESTION)).toEqual({ reasonCode });
  });

  it.each<[RankingMetricName, number, string, string]>([
    ['mrr', 30, 'student', 'paired bca'],
    ['mrr', 200, 'student', 'paired student'],
    ['hit-at-k', 30, 'wilson', 'tango'],
  ])('%s of %i queries is by %s, and compared by %s', (name, queries, own, compared) => {
    const examined = metric(name, { 'hit-at-k': { k: 1 } }, many(queries));

    expect(examined.estimate(QUESTION)).toMatchObject({ method: own, n: [queries] });
    expect(examined.compare(QUESTION)).toMatchObject({ method: compared, n: [queries] });
  });

  it('of equal queries is drawn towards 0 and 1', () => {
    const rows = many(30, { challenger: { scores: Float64Array.from({ length: 60 }, (_, at) => at) } });
    const estimate = metric('mrr', {}, rows).estimate(QUESTION);
    const [lower, upper] = 'interval' in estimate ? estimate.interval : [0, 0];

    expect(lower).toBeCloseTo(30 / (30 + 3.841458820694124), 9);
    expect(upper).toBe(1);
  });

  it('draws clusters of the queries that are judged', () => {
    const of = Int32Array.from({ length: 50 }, (_, query) => query % 25);
    const sampling: Sampling = { weights: null, clusters: { of, count: 25 } };
    const exam = rankingExam(many(50, { sampling }));
    const first = Array.from({ length: 22 }, (_, query) => query);

    expect(exam.metric('mrr', {}, null).estimate(QUESTION)).toMatchObject({ method: 'cluster (25) bca', n: [50] });
    expect(exam.metric('mrr', {}, first).estimate(QUESTION)).toMatchObject({ method: 'cluster (22) bca', n: [22] });
  });
});
