import { COUNTED_MEASURES } from '@gatehouse/core';
import { type ConfusionCounts, evaluateFairness } from '@gatehouse/gates';
import {
  averageAbsoluteOddsDifference,
  differenceBetween,
  differenceToOverall,
  equalizedOddsDifference,
  equalizedOddsRatio,
  type GroupRate,
  mergeConfusions,
  moverRatio,
  newcombeDifference,
  rateOfGroups,
  ratioBetween,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, findingOf, oneColumn } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];
type Config = Parameters<typeof fairnessConfig>[1];

const GROUPS: Readonly<Record<string, ConfusionCounts>> = {
  a: { tp: 120, fp: 40, fn: 60, tn: 180 },
  b: { tp: 90, fp: 75, fn: 45, tn: 150 },
  c: { tp: 50, fp: 60, fn: 70, tn: 140 },
};

function judge(
  measures: Measures,
  groups: Readonly<Record<string, ConfusionCounts>> = GROUPS,
  changes: Config = {},
): ReturnType<typeof evaluateFairness> {
  return evaluateFairness({ config: fairnessConfig(measures, changes), context: CONTEXT, groups: oneColumn(groups) });
}

function aggregatesOf(decision: ReturnType<typeof judge>): Readonly<Record<string, { value: number | null }>> {
  return decision.measures['aggregates'] as Readonly<Record<string, { value: number | null }>>;
}

const RATES: Readonly<Record<string, GroupRate>> = {
  'selection-rate': 'selection-rate',
  'demographic-parity': 'selection-rate',
  'true-positive-rate': 'tpr',
  'equal-opportunity': 'tpr',
  'false-positive-rate': 'fpr',
  'true-negative-rate': 'tnr',
  'false-negative-rate': 'fnr',
  'positive-predictive-value': 'ppv',
  'predictive-parity': 'ppv',
  'negative-predictive-value': 'npv',
  'false-discovery-rate': 'fdr',
  'false-omission-rate': 'for',
  accuracy: 'accuracy',
  'error-rate': 'error-rate',
};

describe('every measure of the configuration', () => {
  const MEASURES = COUNTED_MEASURES;

  it('is one of 28', () => {
    expect(MEASURES).toHaveLength(28);
  });

  it.each(MEASURES)('%s is reported whether limited or not, and judged when it is', (measure) => {
    const isRatio = !measure.endsWith('difference');
    const other = judge({ 'accuracy-difference': { limit: 1 } }, GROUPS, { favorable: 'positive' });
    const [lenient, strict] = [isRatio ? 0.01 : 1, isRatio ? 1 : 0].map((limit) =>
      judge({ [measure]: { limit } }, GROUPS, { favorable: 'positive' }),
    );

    expect(aggregatesOf(other)[measure]?.value).toEqual(expect.any(Number));
    expect(lenient?.outcome).toBe('pass');
    expect(lenient?.findings).toMatchObject([{ measure, failsWhen: isRatio ? 'below' : 'above' }]);
    expect(strict?.outcome).not.toBe('pass');
  });

  it.each(Object.entries(RATES))('of %s has the value of its definition', (name, rate) => {
    const values = rateOfGroups(rate, new Map(Object.entries(GROUPS)));
    const found = aggregatesOf(judge({ 'accuracy-difference': { limit: 1 } }));

    expect(found[`${name}-difference`]?.value).toBeCloseTo(differenceBetween(values).value ?? Number.NaN, 11);
    if (found[`${name}-ratio`] !== undefined) {
      expect(found[`${name}-ratio`]?.value).toBeCloseTo(ratioBetween(values).value ?? Number.NaN, 11);
    }
  });

  it('of the odds has the value of its definition', () => {
    const confusions = new Map(Object.entries(GROUPS));
    const found = aggregatesOf(judge({ 'accuracy-difference': { limit: 1 } }));
    const odds = [...confusions.values()].flatMap((unprivileged) =>
      [...confusions.values()].map(
        (privileged) => averageAbsoluteOddsDifference({ unprivileged, privileged }).value ?? Number.NaN,
      ),
    );

    expect(found['equalized-odds-difference']?.value).toBeCloseTo(equalizedOddsDifference(confusions).value ?? -1, 11);
    expect(found['equalized-odds-ratio']?.value).toBeCloseTo(equalizedOddsRatio(confusions).value ?? -1, 11);
    expect(found['average-odds-difference']?.value).toBeCloseTo(Math.max(...odds), 11);
  });
});

describe('a ratio', () => {
  const TWO = { a: { tp: 500, fp: 0, fn: 0, tn: 500 }, b: { tp: 350, fp: 0, fn: 0, tn: 650 } };
  const [first, second] = [
    { successes: 350, n: 1000 },
    { successes: 500, n: 1000 },
  ];

  it.each([
    [0.5, 'pass', 'within-limit'],
    [0.7, 'inconclusive', 'interval-spans-limit'],
    [0.8, 'fail', 'limit-exceeded'],
  ])('of 0.7 at the limit %s gives %s', (limit, outcome, reasonCode) => {
    const decision = judge({ 'selection-rate-ratio': { limit } }, TWO, { favorable: 'positive' });

    expect(decision.outcome).toBe(outcome);
    expect(decision.findings).toMatchObject([{ reasonCode, value: 0.7, groups: ['b', 'a'], failsWhen: 'below' }]);
    const level = outcome === 'pass' ? 0.9 : 0.95;
    const [lower, upper] = moverRatio(first, second, level);
    expect(decision.findings[0]?.interval?.[0]).toBeCloseTo(lower, 11);
    expect(decision.findings[0]?.interval?.[1]).toBeCloseTo(upper, 11);
    expect(decision.findings[0]).toMatchObject({
      confidence: 0.95,
      coverage: outcome === 'pass' ? 'each-bound' : 'all-intervals',
    });
  });

  it.each([
    { side: 'the group', rate: 350, words: 'group a to all rows', groups: ['a', 'all rows'], n: [1000, 3000] },
    { side: 'all rows', rate: 700, words: 'all rows to group a', groups: ['all rows', 'a'], n: [3000, 1000] },
  ])('names $side first where it is the numerator, with its rows', ({ rate, words, groups, n }) => {
    const counts = {
      a: { tp: rate, fp: 0, fn: 0, tn: 1000 - rate },
      b: { tp: 1000, fp: 0, fn: 0, tn: 1000 },
    };
    const decision = judge({ 'selection-rate-ratio': { limit: 0.99 } }, counts, { reference: 'overall' });
    const finding = decision.findings.find((own) => own.groups?.includes('a'));

    expect(finding).toMatchObject({ groups, n });
    expect(finding?.message).toContain(`ratio of selection rate of ${words} of race is `);
  });

  it('of the favourable decision counts rejections where the negative label is favourable', () => {
    const value = (favorable: 'positive' | 'negative'): number | null | undefined =>
      judge({ 'disparate-impact': { limit: 0.8 } }, TWO, { favorable }).findings[0]?.value;

    expect(value('positive')).toBeCloseTo(0.7, 12);
    expect(value('negative')).toBeCloseTo(0.5 / 0.65, 11);
  });

  it('is not known without the favourable label', () => {
    const decision = judge({ 'selection-rate-ratio': { limit: 0.8 } }, TWO);

    expect(aggregatesOf(decision)).not.toHaveProperty('disparate-impact');
    expect(decision.notMeasured).toContain('disparate impact, which needs the favourable label');
  });

  it('of two rates that are zero is inconclusive', () => {
    const right = { tp: 100, fp: 0, fn: 0, tn: 400 };
    const decision = judge({ 'false-positive-rate-ratio': { limit: 0.8 } }, { a: right, b: right });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, 'false-positive-rate-ratio')).toMatchObject({
      reasonCode: 'zero-denominator',
      value: null,
      message:
        'ratio of false positive rate of group b to group a of race has no value: both rates are 0 (n = 400/400); policy limit 0.8',
    });
  });

  it('does not fail when one decision the other way round would meet the limit', () => {
    // 1 of 3 is below 0.65 of everybody, and 2 of 3 is not; only a low confidence makes so few rows fail at all.
    const groups = { a: { tp: 40_000_000, fp: 0, fn: 0, tn: 0 }, b: { tp: 1, fp: 0, fn: 0, tn: 2 } };
    const changes = { 'minimum-group-size': 1, 'minimum-denominator': 1, confidence: 0.6 };
    const decision = judge({ 'selection-rate-ratio': { limit: 0.65 } }, groups, changes);

    expect(decision.findings.map((finding) => finding.reasonCode)).toContain('one-decision-tips');
    expect(decision.outcome).toBe('inconclusive');
  });
});

describe('a rate', () => {
  const NOBODY = { tp: 0, fp: 0, fn: 100, tn: 100 };
  const EVERYBODY = { tp: 100, fp: 100, fn: 0, tn: 0 };

  it.each([
    ['predictive-parity-difference', NOBODY, 'no-predicted-positives'],
    ['false-omission-rate-difference', EVERYBODY, 'no-predicted-negatives'],
  ])('of %s without denominator is inconclusive', (measure, counts, reasonCode) => {
    const decision = judge({ [measure]: { limit: 1 } }, { a: { tp: 50, fp: 50, fn: 50, tn: 50 }, b: counts });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, measure)).toMatchObject({ reasonCode, value: null });
  });

  it('that rests on too few rows is not compared', () => {
    const groups = { a: { tp: 50, fp: 50, fn: 50, tn: 50 }, b: { tp: 100, fp: 10, fn: 100, tn: 19 } };
    const decision = judge({ 'false-positive-rate-difference': { limit: 1 } }, groups);

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, 'false-positive-rate-difference')).toMatchObject({
      reasonCode: 'insufficient-n',
      n: [29],
      message: 'false positive rate of group b of race rests on 29 rows; policy minimum 30',
    });
  });
});

describe('the reference', () => {
  const groupsOf = (changes: Config): unknown =>
    judge({ 'accuracy-difference': { limit: 0 } }, GROUPS, changes).findings.map((f) => [...(f.groups ?? [])].sort());

  it.each([
    ['none', {}, 3, 1 - 0.05 / 3],
    ['best', { reference: 'best' as const }, 3, 1 - 0.05 / 3],
    ['largest', { reference: 'largest' as const }, 2, 1 - 0.05 / 3],
    ['one group', { 'reference-groups': { race: 'b' } }, 2, 1 - 0.05 / 2],
    ['all rows', { reference: 'overall' as const }, 3, 1 - 0.05 / 3],
  ])('%s', (_, changes, pairs, level) => {
    const decision = judge({ 'accuracy-difference': { limit: 0 } }, GROUPS, changes);

    expect(groupsOf(changes)).toHaveLength(pairs);
    expect(decision.measures['per-comparison-confidence']).toBeCloseTo(level, 12);
  });

  it('that no row has is inconclusive', () => {
    const decision = judge({ 'accuracy-difference': { limit: 1 } }, GROUPS, { 'reference-groups': { race: 'z' } });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings[0]).toMatchObject({
      reasonCode: 'empty-group',
      message: 'no row is in the reference group z of race',
    });
  });

  it('all rows: the difference and its interval are those to the rest, times the share of the rest', () => {
    const decision = judge({ 'selection-rate-difference': { limit: 0 } }, GROUPS, { reference: 'overall' });
    const confusions = new Map(Object.entries(GROUPS));
    const overall = { value: 435 / 1080, undefinedReason: null };
    const finding = decision.findings.find((f) => f.groups?.includes('b'));
    const [lower, upper] = newcombeDifference({ successes: 165, n: 360 }, { successes: 270, n: 720 }, 1 - 0.05 / 3);

    expect(mergeConfusions(confusions.values())).toEqual({ tp: 260, fp: 175, fn: 175, tn: 470 });
    expect(aggregatesOf(decision)['selection-rate-difference']?.value).toBeCloseTo(
      differenceToOverall(rateOfGroups('selection-rate', confusions), overall).value ?? -1,
      11,
    );
    expect(finding).toMatchObject({ groups: ['b', 'all rows'], n: [360, 1080] });
    expect(finding?.interval?.[0]).toBeCloseTo((lower * 2) / 3, 11);
    expect(finding?.interval?.[1]).toBeCloseTo((upper * 2) / 3, 11);
    expect(finding?.message).toContain('between group b of race and all rows');
  });
});

describe('the rows behind the groups', () => {
  const GOOD = { tp: 400, fp: 100, fn: 100, tn: 400 };

  it('are noted when groups that are too small hold more than a tenth of them', () => {
    const tiny = { tp: 10, fp: 5, fn: 5, tn: 5 };
    const groups = { a: GOOD, b: tiny, c: tiny, d: tiny, e: tiny, f: tiny };
    const noted = judge({ 'accuracy-difference': { limit: 1 } }, groups).findings;

    expect(noted.find((f) => f.measure === 'group-coverage')).toMatchObject({
      reasonCode: 'low-coverage',
      severity: 'warn',
      limit: 0.9,
    });
    expect(judge({ 'accuracy-difference': { limit: 1 } }, { a: GOOD, b: GOOD, c: tiny }).findings).not.toContainEqual(
      expect.objectContaining({ measure: 'group-coverage' }),
    );
  });

  it('are noted when more than a twentieth have no value', () => {
    const missing = (tp: number): ReturnType<typeof judge> =>
      judge({ 'accuracy-difference': { limit: 1 } }, { __missing__: { tp, fp: 0, fn: 0, tn: 10 }, a: GOOD });

    expect(missing(50).findings.find((f) => f.measure === 'missing-share')).toMatchObject({
      reasonCode: 'many-missing-groups',
      severity: 'warn',
      groups: ['__missing__'],
    });
    expect(missing(50).outcome).toBe('pass');
    expect(missing(40).findings.map((f) => f.measure)).not.toContain('missing-share');
  });
});
