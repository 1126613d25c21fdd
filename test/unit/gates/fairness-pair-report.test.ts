import type { ConfusionCounts } from '@gatehouse/gates';
import { criticalValue, newcombeDifference } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { pairsOf, type Reference } from '../../../packages/gates/src/fairness/groups/group-pairs.ts';
import { comparePair, type PairComparison } from '../../../packages/gates/src/fairness/pairs/compare-pair.ts';
import { comparisonKey } from '../../../packages/gates/src/fairness/pairs/comparison-p.ts';
import {
  type ReportRequest,
  reportedAggregates,
  reportedMeasures,
  worstOf,
} from '../../../packages/gates/src/fairness/pairs/fairness-aggregates.ts';
import { pairFindings } from '../../../packages/gates/src/fairness/pairs/fairness-findings.ts';
import { type FairnessMeasure, knownMeasures } from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';
import { rowsForPair } from '../../../packages/gates/src/fairness/pairs/rows-for-pair.ts';
import { ruleOf } from './fairness-splits.ts';

type Groups = Readonly<Record<string, ConfusionCounts>>;

const LEVELS = { simultaneous: 0.99, own: 0.9 };
const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });
const selected = (some: number, n = 100): ConfusionCounts => counts(some, 0, 0, n - some);
const columnOf = (groups: Groups = {}, reference: Reference = 'none') => ({
  name: 'race',
  groups: new Map(Object.entries(groups)),
  label: (group: string) => `race=${group}`,
  reference,
});
const compare = (groups: Groups, measure: FairnessMeasure, reference: Reference = 'none') =>
  pairsOf(new Map(Object.entries(groups)), reference).flatMap((pair) => comparePair(pair, ruleOf(measure), LEVELS));

describe('what is reported of groups', () => {
  const REQUEST: ReportRequest = {
    measures: knownMeasures({}),
    listed: new Set(['selection-rate-difference']),
    levels: LEVELS,
    withheld: new Set(['race=c']),
  };
  const GROUPS = { a: counts(20, 10, 20, 50), b: counts(90, 30, 30, 50), c: counts(45, 45, 5, 5) };
  const [pair] = compare({ a: GROUPS.a, b: GROUPS.b }, 'selection-rate-difference');
  const aggregatesOf = (groups: Groups) => reportedMeasures([columnOf(groups)], REQUEST).aggregates;

  it('are rates, but of a group that is withheld', () => {
    const { groups } = reportedMeasures([columnOf(GROUPS)], REQUEST);

    expect(groups).toMatchObject({ 'race=a': { 'selection-rate': 0.3 }, 'race=b': { 'selection-rate': 0.6 } });
    expect(Object(groups)['race=c']).toEqual({ n: 'suppressed' });
  });

  it('are the worst pairs of the others, with their intervals', () => {
    const [ratio] = compare({ a: GROUPS.a, b: GROUPS.b }, 'selection-rate-ratio');

    expect(pair?.value).toBeCloseTo(0.3, 12);
    expect(ratio?.value).toBeCloseTo(0.5, 12);
    expect(aggregatesOf(GROUPS)).toMatchObject({
      'selection-rate-difference': { value: pair?.value, interval: pair?.interval },
      'selection-rate-ratio': { value: ratio?.value, interval: ratio?.interval },
    });
  });

  it('are the pairs of listed measures, and how surely they are beyond their limit', () => {
    const key = comparisonKey('race', 'selection-rate-difference', { groups: ['b', 'a'], words: 'selection rate' });
    const listed = {
      measure: 'selection-rate-difference',
      groups: ['race=b', 'race=a'],
      value: pair?.value,
      interval: pair?.interval,
      n: [200, 100],
    };
    const comparisons = (more: Partial<ReportRequest>) =>
      reportedMeasures([columnOf(GROUPS)], { ...REQUEST, ...more }).comparisons;

    expect(comparisons({})).toEqual([listed]);
    expect(comparisons({ pValues: new Map([[key, { p: 0.01, adjusted: 0.02 }]]) })).toEqual([
      { ...listed, p: 0.01, 'p-adjusted': 0.02 },
    ]);
    expect(comparisons({ pValues: new Map([['other', { p: 0.01, adjusted: 0.02 }]]) })).toEqual([listed]);
  });

  it('of one column are the same by name', () => {
    const found = reportedAggregates(columnOf(GROUPS), REQUEST);

    expect(Object.fromEntries(found)).toEqual(aggregatesOf(GROUPS));
    expect(found.size).toBe(knownMeasures({}).length);
  });

  it('have no value where a rate has none in every group', () => {
    const none = { value: null, interval: null };
    const found = aggregatesOf({ a: counts(30, 0, 10, 0), b: counts(20, 0, 20, 0) });

    expect(found).toMatchObject({
      'equalized-odds-difference': none,
      'equalized-odds-ratio': none,
      'average-odds-difference': none,
      'true-positive-rate-difference': { value: 0.25 },
    });
  });

  it('have no ratio where all rates are zero, and one where another group has a rate', () => {
    const [zero, half] = [selected(0), selected(50)];

    expect(aggregatesOf({ a: zero, b: zero })['selection-rate-ratio']).toEqual({ value: null, interval: null });
    expect(aggregatesOf({ a: zero, b: zero, d: half })['selection-rate-ratio']?.value).toBe(0);
  });

  it.each([
    ['difference', [0.2, 0.3, null], { value: 0.3, interval: [0.2, 0.4] }],
    ['ratio', [0.6, 0.5, null], { value: 0.5, interval: [0.4, 0.6] }],
    ['difference', [], { value: 0, interval: [0, 0] }],
    ['ratio', [], { value: 1, interval: [1, 1] }],
  ] as const)('the worst %s of %j', (by, values, expected) => {
    const pairs = values.map((value) => estimated(value, 0.1));
    const { value, interval } = worstOf(pairs, by);

    expect({ value, interval: interval?.map((bound) => Number(bound.toFixed(12))) }).toEqual(expected);
  });
});

/** A pair whose bounds are as far from its value as said. */
function estimated(value: number | null, room: number, changes: Partial<PairComparison> = {}): PairComparison {
  const bounds = [(value ?? 0) - room, (value ?? 0) + room] as const;
  return {
    groups: ['a', 'b'],
    words: 'selection rate',
    counts: null,
    n: [100, 80],
    value,
    interval: bounds,
    ownInterval: bounds,
    boundsAt: () => bounds,
    method: 'newcombe',
    ...changes,
  };
}

describe('the findings of pairs', () => {
  const limited = (by: 'difference' | 'ratio', limit: number, ofSelection = false) => ({
    measure: 'some',
    limit,
    rule: { by, rates: [], combine: 'worst' as const, ofSelection },
    confidence: 0.95,
    levels: LEVELS,
  });
  const found = (pairs: readonly PairComparison[], by: 'difference' | 'ratio', limit: number) =>
    pairFindings(columnOf(), pairs, limited(by, limit));

  it.each([
    ['that fail, a difference', 'difference', 0.1, [0.3, 0.6, 0.5], [0.6, 0.5, 0.3]],
    ['that fail, a ratio', 'ratio', 0.8, [0.5, 0.3, 0.6], [0.3, 0.5, 0.6]],
    ['that cannot be told, a difference', 'difference', 0.5, [0.48, 0.52, 0.5], [0.52, 0.5, 0.48]],
    ['that cannot be told, a ratio', 'ratio', 0.5, [0.5, 0.48, 0.52], [0.48, 0.5, 0.52]],
    ['that pass, a difference, the nearest', 'difference', 0.9, [0.3, 0.6, 0.5], [0.6]],
    ['that pass, a ratio, the nearest', 'ratio', 0.1, [0.5, 0.3, 0.6], [0.3]],
  ] as const)('%s, come worst first', (_, by, limit, values, expected) => {
    const pairs = values.map((value) => estimated(value, 0.05));

    expect(found(pairs, by, limit).map(({ value }) => value)).toEqual(expected);
  });

  it.each<[readonly string[], 'difference' | 'ratio', string, readonly string[]]>([
    [['a', 'b'], 'difference', 'difference in selection rate between groups a and b of race', ['race=a', 'race=b']],
    [['a', 'b'], 'ratio', 'ratio of selection rate of group a to group b of race', ['race=a', 'race=b']],
    [
      ['a', 'all rows'],
      'difference',
      'difference in selection rate between group a of race and all rows',
      ['race=a', 'all rows'],
    ],
    [
      ['all rows', 'a'],
      'difference',
      'difference in selection rate between group a of race and all rows',
      ['all rows', 'race=a'],
    ],
    [['all rows', 'a'], 'ratio', 'ratio of selection rate of all rows to group a of race', ['all rows', 'race=a']],
    [['a'], 'difference', 'selection rate of group a of race', ['race=a']],
    [[], 'difference', 'selection rate over the groups of race', []],
  ])('of %j by %s name what is compared', (groups, by, words, labels) => {
    const [finding] = found([estimated(0.5, 0.05, { groups })], by, by === 'ratio' ? 0.8 : 0.1);

    expect(finding).toMatchObject({
      groups: labels,
      outcome: 'fail',
      method: 'newcombe, simultaneous',
      message: `${words} is 0.5 (95 % interval 0.45 to 0.55, all comparisons together, n = 100/80); policy limit ${by === 'ratio' ? 0.8 : 0.1}`,
    });
  });

  it('say that a pass rests on the bounds of each pair', () => {
    expect(found([estimated(0.5, 0.05)], 'difference', 0.9)).toMatchObject([
      {
        coverage: 'each-bound',
        method: 'newcombe, each pair',
        message:
          'difference in selection rate between groups a and b of race is 0.5 (one-sided 95 % bounds 0.45 and 0.55, n = 100/80); policy limit 0.9',
      },
    ]);
  });

  it('say that one decision would meet the limit', () => {
    const tips = estimated(1 / 3, 0.01, {
      counts: [
        { successes: 1, n: 3 },
        { successes: 1000, n: 1000 },
      ],
    });
    const [finding] = pairFindings(columnOf(), [tips], limited('ratio', 0.65, true));

    expect(finding).toMatchObject({ reasonCode: 'one-decision-tips' });
    expect(finding?.message).toMatch(/; policy limit 0\.65; one decision the other way round would meet it$/);
  });

  it('say of no value that both rates are 0', () => {
    expect(found([estimated(null, 0.5)], 'ratio', 0.8)[0]?.message).toContain(
      'has no value: both rates are 0 (n = 100/80)',
    );
  });
});

describe('the mean of two differences', () => {
  // True positive rates of 0.8 and 0.5; false positive rates of 0.4 and 0.2, or the other way round.
  const GROUPS = { a: counts(80, 40, 20, 60), b: counts(50, 20, 50, 80) };
  const CROSSED = { a: counts(80, 20, 20, 80), b: counts(50, 40, 50, 60) };
  const rates = (own: ConfusionCounts) => ({
    tpr: { successes: own.tp, n: own.tp + own.fn },
    fpr: { successes: own.fp, n: own.fp + own.tn },
  });
  const bounds = ({ a, b }: typeof GROUPS, confidence: number) => {
    const [one, two] = [rates(a), rates(b)];
    const x = newcombeDifference(one.tpr, two.tpr, confidence);
    const y =
      one.fpr.successes > two.fpr.successes
        ? newcombeDifference(one.fpr, two.fpr, confidence)
        : newcombeDifference(two.fpr, one.fpr, confidence);
    return [(0.5 - Math.hypot(0.3 - x[0], 0.2 - y[0])) / 2, (0.5 + Math.hypot(x[1] - 0.3, y[1] - 0.2)) / 2];
  };

  it.each([
    ['of one sign', GROUPS],
    ['of two signs', CROSSED],
  ])('%s is bounded by square and add', (_, groups) => {
    const [found] = compare(groups, 'average-odds-difference');

    expect(found).toMatchObject({ groups: ['a', 'b'], n: [100, 100], method: 'newcombe' });
    expect(found?.value).toBeCloseTo(0.25, 12);
    for (const [interval, confidence] of [
      [found?.interval, 0.99],
      [found?.ownInterval, 0.9],
    ] as const) {
      expect(interval?.[0]).toBeCloseTo(Number(bounds(groups, confidence)[0]), 12);
      expect(interval?.[1]).toBeCloseTo(Number(bounds(groups, confidence)[1]), 12);
    }
  });

  it('names the larger rate of true positives first', () => {
    const swapped = { a: GROUPS.b, b: GROUPS.a };

    expect(compare(swapped, 'average-odds-difference')[0]?.groups).toEqual(['b', 'a']);
  });

  it('of a group and all rows is that of half the difference where the group is half', () => {
    const [found] = compare(GROUPS, 'average-odds-difference', 'overall');

    expect(found).toMatchObject({ groups: ['a', 'all rows'], n: [100, 200] });
    expect(found?.value).toBeCloseTo(0.125, 12);
    expect(found?.ownInterval[0]).toBeCloseTo(Number(bounds(GROUPS, 0.9)[0]) / 2, 12);
  });
});

describe('rows that were drawn otherwise', () => {
  const own = counts(40, 10, 20, 30);
  const clusters = (count: number) =>
    new Map(Array.from({ length: count }, (_, at) => [`c${at}`, counts(at % 3, (at + 1) % 2, at % 2, 1)]));
  const drawn = (of: ReturnType<typeof clusters> | null): ConfusionCounts => ({
    ...own,
    sampling: { weights: own, squares: own, clusters: of },
  });
  const sides = (a: ConfusionCounts, b: ConfusionCounts, measure: FairnessMeasure) => compare({ a, b }, measure)[0];

  it.each<[string, FairnessMeasure, string]>([
    ['weighted', 'selection-rate-difference', 'newcombe, weighted'],
    ['weighted', 'selection-rate-ratio', 'mover-r, weighted'],
    ['weighted', 'average-odds-difference', 'newcombe, weighted'],
    ['clustered', 'selection-rate-difference', 'newcombe, by clusters'],
    ['clustered', 'average-odds-difference', 'newcombe, by clusters'],
    ['plain', 'selection-rate-difference', 'newcombe'],
    ['plain', 'selection-rate-ratio', 'mover-r'],
  ])('are named where they are %s, by %s', (kind, measure, method) => {
    const side = kind === 'plain' ? own : drawn(kind === 'weighted' ? null : clusters(30));
    const found = sides(side, side, measure);

    expect(found?.method).toBe(method);
    expect(found?.counts === null).toBe(kind !== 'plain');
  });

  it('have no counts where one side is weighted', () => {
    expect(sides(drawn(null), own, 'selection-rate-difference')?.counts).toBeNull();
    expect(sides(own, drawn(null), 'selection-rate-difference')?.counts).toBeNull();
  });

  it.each<[FairnessMeasure]>([['selection-rate-difference'], ['selection-rate-ratio']])(
    'of 19 clusters have no bounds of the %s',
    (measure) => {
      expect(sides(drawn(clusters(19)), drawn(clusters(19)), measure)).toMatchObject({
        interval: [0, 1],
        ownInterval: [0, 1],
      });
      expect(sides(drawn(clusters(20)), drawn(clusters(20)), measure)?.ownInterval).not.toEqual([0, 1]);
    },
  );
});

describe('rows that would tell a pair', () => {
  const RATES = {
    counts: [
      { successes: 30, n: 100 },
      { successes: 20, n: 100 },
    ],
  } as const;
  const within = (limit: number) => ({
    measure: 'some',
    limit,
    rule: { by: 'difference' as const, rates: [], combine: 'worst' as const, ofSelection: false },
    confidence: 0.95,
    levels: LEVELS,
  });
  const pair = (n: number, changes: Partial<PairComparison> = {}) =>
    estimated(0.1, 0.06 * criticalValue(0.9), { ...RATES, n: [n, n], ...changes });

  it('are more than it has: where the formula asks for no more, by how its bounds shrink', () => {
    const ofFormula = Number(rowsForPair(pair(100), within(0.15)));
    const shrunk = Number(rowsForPair(pair(ofFormula, { counts: null }), within(0.15)));

    expect(ofFormula).toBeGreaterThan(100);
    expect(shrunk).toBeGreaterThan(ofFormula);
    expect(rowsForPair(pair(ofFormula - 1), within(0.15))).toBe(ofFormula);
    expect(rowsForPair(pair(ofFormula), within(0.15))).toBe(shrunk);
    expect(rowsForPair(pair(2 * ofFormula), within(0.15))).toBeGreaterThan(2 * ofFormula);
  });

  it('are unknown without a value', () => {
    expect(rowsForPair(pair(100, { value: null }), within(0.15))).toBeNull();
    expect(rowsForPair(pair(100, { value: null, counts: null }), within(0.15))).toBeNull();
  });
});
