import { METRICS_OF_TASK, type RankingMetricName } from '@gatehouse/core';
import {
  averagePrecisionAt,
  hitAt,
  type JudgedRankings,
  METRIC_DIRECTIONS,
  ndcgAt,
  precisionAt,
  type QueryValues,
  recallAt,
  reciprocalRankAt,
} from '@gatehouse/stats';
import type { Side } from '../estimate/paired-cells.ts';
import { EQUAL_ROWS, type Sampling, samplingOf } from '../estimate/sampling.ts';
import type { Exam, ExaminedMetric, MetricEstimates, MetricRules } from '../exam/exam.ts';
import { ofTask, unfitInput } from '../exam/exam-input.ts';
import { meanMetric, shareMetric } from '../exam/unit-metric.ts';
import { metricWithoutValue } from '../exam/without-value.ts';
import { rankingBaseline } from './ranking-baselines.ts';
import type { RankingRows } from './ranking-rows.ts';

/**
 * The exam of a ranking (stats.md §1.2). The query is the unit: it is what is drawn again and what intervals count. Queries without a
 * relevant item have no value; they are counted and left out.
 *
 * @throws ActionError `bug` when arrays are not aligned or there are weights.
 */
export function rankingExam(rows: RankingRows): Exam {
  const known: readonly RankingMetricName[] = METRICS_OF_TASK.ranking;
  const queries = rows.offsets.length - 1;
  if (rows.sampling?.weights) throw unfitInput('weights of a ranking', 'queries that all count once');
  const of = createValues(rows);
  const judged = of('ndcg', {}, 'challenger');
  return {
    task: 'ranking',
    units: queries,
    metrics: known,
    always: ['ndcg', 'mrr'],
    metric: (name, rules, units) => examined(ofTask(name, known), { rules, units, rows, of }),
    measures: {
      queries: {
        n: queries,
        'without-relevant-item': judged.excluded,
        items: rows.relevance.length,
        'longest-query': longestQuery(rows),
      },
    },
    findings: [],
    notMeasured: judged.excluded === 0 ? [] : [`${judged.excluded} of ${queries} queries, which have no relevant item`],
  };
}

type Values = (name: RankingMetricName, rules: MetricRules, side: Side) => QueryValues;

interface Examined {
  readonly rules: MetricRules;
  readonly units: readonly number[] | null;
  readonly rows: RankingRows;
  readonly of: Values;
}

function examined(name: RankingMetricName, { rules, units, rows, of }: Examined): ExaminedMetric {
  const wanted = units === null ? null : new Set(units);
  const all = of(name, rules, 'challenger');
  // Which queries have a value depends on relevance alone, so both models have values of the same.
  const kept = Array.from(all.queries.keys()).filter((at) => wanted === null || wanted.has(Number(all.queries[at])));
  const judged = kept.map((at) => Number(all.queries[at]));
  const numbers = (side: Side) => {
    const { values } = of(name, rules, side);
    return Float64Array.from(kept, (at) => Number(values[at]));
  };
  const sampling = samplingOf(rows.sampling ?? EQUAL_ROWS, judged);
  const baseline = rankingBaseline(name, { rows, queries: judged, k: depthOf(name, rules, rows), gain: gainOf(rules) });
  return {
    ...estimates(name, numbers, { judged: judged.length, sampling, units: units?.length ?? rows.offsets.length - 1 }),
    direction: METRIC_DIRECTIONS[name],
    baseline,
  };
}

function estimates(
  name: RankingMetricName,
  numbers: (side: Side) => Float64Array,
  { judged, sampling, units }: { readonly judged: number; readonly sampling: Sampling; readonly units: number },
): MetricEstimates {
  if (judged === 0) return metricWithoutValue(units === 0 ? 'empty-group' : 'no-relevant-items');
  return name === 'hit-at-k' ? shareMetric(numbers, sampling) : meanMetric({ numbers, range: [0, 1] }, sampling);
}

/** Values of all queries; computed once for each metric and model, since slices ask again. */
function createValues(rows: RankingRows): Values {
  const known = new Map<string, QueryValues>();
  return (name, rules, side) => {
    const k = depthOf(name, rules, rows);
    const key = JSON.stringify([name, k, gainOf(rules), side]);
    const values = known.get(key) ?? valuesOf(name, { k, gain: gainOf(rules) }, rankingsOf(rows, side));
    known.set(key, values);
    return values;
  };
}

interface Depth {
  readonly k: number;
  readonly gain: 'linear' | 'exp2';
}

function valuesOf(name: RankingMetricName, { k, gain }: Depth, rankings: JudgedRankings): QueryValues {
  switch (name) {
    case 'ndcg':
      return ndcgAt(rankings, k, gain);
    case 'map':
      return averagePrecisionAt(rankings, k);
    case 'mrr':
      return reciprocalRankAt(rankings, k);
    case 'recall-at-k':
      return recallAt(rankings, k);
    case 'precision-at-k':
      return precisionAt(rankings, k);
    case 'hit-at-k':
      return hitAt(rankings, k);
  }
}

/** All items where the policy names no depth. */
function depthOf(name: RankingMetricName, rules: MetricRules, rows: RankingRows): number {
  return rules[name]?.k ?? Math.max(1, longestQuery(rows));
}

function gainOf({ ndcg }: MetricRules): Depth['gain'] {
  return ndcg?.gain === 'exponential' ? 'exp2' : 'linear';
}

function longestQuery({ offsets }: RankingRows): number {
  return offsets.reduce((longest, end, at) => (at === 0 ? 0 : Math.max(longest, end - Number(offsets[at - 1]))), 0);
}

function rankingsOf(rows: RankingRows, side: Side): JudgedRankings {
  const model = side === 'challenger' ? rows.challenger : rows.champion;
  if (model === null) throw unfitInput('no champion', 'the answers of both models');
  const { offsets, relevance, itemOrder } = rows;
  return { offsets, relevance, scores: model.scores, idOrder: itemOrder };
}
