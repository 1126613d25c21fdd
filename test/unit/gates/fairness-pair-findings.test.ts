import type { ConfusionCounts } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { constantPredictionFindings } from '../../../packages/gates/src/fairness/pairs/constant-prediction.ts';
import {
  groupSizeFindings,
  referenceFinding,
  undefinedRateFindings,
} from '../../../packages/gates/src/fairness/pairs/fairness-findings.ts';
import { gatedMeasures } from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';
import { fairnessConfig } from './fixture-inputs.ts';

const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });
const column = (groups: Readonly<Record<string, ConfusionCounts>>) => ({
  name: 'race',
  groups: new Map(Object.entries(groups)),
  label: (group: string) => `race=${group}`,
});
const NOT_JUDGED = { outcome: 'inconclusive', severity: 'block', value: null } as const;

describe('predictions that are all alike', () => {
  const CONSTANT = { measure: 'selection-rate', outcome: 'inconclusive', reasonCode: 'constant-prediction' } as const;
  const of = (groups: Readonly<Record<string, ConfusionCounts>>) => constantPredictionFindings([column(groups)], 30);

  it.each([
    ['negative', { a: counts(0, 0, 20, 30), b: counts(0, 0, 5, 45) }, 0],
    ['positive', { a: counts(20, 30), b: counts(5, 45) }, 1],
  ])('in every row block: %s', (word, groups, value) => {
    expect(of(groups)).toEqual([
      { ...CONSTANT, severity: 'block', value, n: [100], message: `every row is predicted ${word} (n = 100)` },
    ]);
  });

  it('in one group that is large enough are a note', () => {
    const mixed = counts(20, 20, 20, 20);
    const groups = { mixed, all: counts(10, 20), none: counts(0, 0, 10, 21), few: counts(10, 19), empty: counts(0) };

    expect(of(groups)).toEqual([
      {
        ...CONSTANT,
        ...{ severity: 'warn', value: 1, n: [30], groups: ['race=all'] },
        message: 'every row of group all of race is predicted positive (n = 30)',
      },
      {
        ...CONSTANT,
        ...{ severity: 'warn', value: 0, n: [31], groups: ['race=none'] },
        message: 'every row of group none of race is predicted negative (n = 31)',
      },
    ]);
  });

  it('are noted for at most twenty groups, and not without rows', () => {
    const many = Array.from({ length: 22 }, (_, at) => [`g${at}`, counts(40)] as const);

    expect(of({ mixed: counts(20, 20, 20, 20), ...Object.fromEntries(many) })).toHaveLength(20);
    expect(constantPredictionFindings([], 30)).toEqual([]);
    expect(of({ a: counts(0) })).toEqual([]);
  });
});

describe('groups that cannot be compared', () => {
  it('are those with too few rows', () => {
    expect(groupSizeFindings(column({ a: counts(30), b: counts(29), c: counts(1), d: counts(0) }), 30)).toEqual(
      [
        { group: 'b', n: 29, words: '29 rows', reasonCode: 'insufficient-n' },
        { group: 'c', n: 1, words: '1 row', reasonCode: 'insufficient-n' },
        { group: 'd', n: 0, words: '0 rows', reasonCode: 'empty-group' },
      ].map(({ group, n, words, reasonCode }) => ({
        ...NOT_JUDGED,
        ...{ measure: 'group-size', reasonCode, groups: [`race=${group}`], value: n, n: [n], limit: 30 },
        ...{ failsWhen: 'below', message: `group ${group} of race has ${words}; policy minimum 30` },
      })),
    );
  });

  it('are none at all, or one alone', () => {
    const single = {
      ...NOT_JUDGED,
      ...{ measure: 'group-count', reasonCode: 'single-group' },
      message: 'only the group a of race is present, so there is nothing to compare',
    };

    expect(groupSizeFindings(column({}), 30)).toEqual([
      {
        ...NOT_JUDGED,
        measure: 'group-size',
        reasonCode: 'empty-group',
        n: [0],
        message: 'no group of race has a row',
      },
    ]);
    expect(groupSizeFindings(column({ a: counts(40) }), 30)).toEqual([{ ...single, n: [40] }]);
    expect(groupSizeFindings(column({ a: counts(4) }), 30)).toMatchObject([
      { measure: 'group-size' },
      { ...single, n: [4] },
    ]);
    expect(groupSizeFindings(column({ a: counts(0) }), 30).map(({ measure }) => measure)).toEqual(['group-size']);
  });

  it('are those whose reference has no row', () => {
    expect(referenceFinding(column({ a: counts(40) }), 'a')).toEqual([]);
    expect(referenceFinding(column({ a: counts(40) }), 'z')).toEqual([
      {
        ...NOT_JUDGED,
        ...{ measure: 'group-size', reasonCode: 'empty-group', groups: ['race=z'], n: [0] },
        message: 'no row is in the reference group z of race',
      },
    ]);
  });

  const LEVELS = { simultaneous: 0.99, own: 0.9 };
  const undefinedOf = (
    measure: 'true-positive-rate-difference' | 'true-positive-rate-ratio',
    groups: Parameters<typeof column>[0],
  ) =>
    gatedMeasures(fairnessConfig({ [measure]: { limit: 0.5 } })).flatMap((limited) =>
      undefinedRateFindings(column(groups), { ...limited, confidence: 0.95, levels: LEVELS }, 30),
    );

  it.each([
    ['true-positive-rate-difference', 'above'],
    ['true-positive-rate-ratio', 'below'],
  ] as const)('are those in which %s rests on too few rows', (measure, failsWhen) => {
    const groups = { a: counts(20, 0, 10, 9), b: counts(20, 0, 9, 9), c: counts(0, 5, 0, 9) };
    const limited = { ...NOT_JUDGED, measure, limit: 0.5, failsWhen };

    expect(undefinedOf(measure, groups)).toEqual([
      {
        ...limited,
        ...{ reasonCode: 'insufficient-n', groups: ['race=b'], n: [29] },
        message: 'true positive rate of group b of race rests on 29 rows; policy minimum 30',
      },
      {
        ...limited,
        ...{ reasonCode: 'no-positives', groups: ['race=c'], n: [14] },
        message: 'true positive rate of group c of race has no value: its denominator is 0 (n = 14)',
      },
    ]);
  });

  it('are those in which few rows have the weight of all', () => {
    const own = counts(40, 0, 20, 40);
    const weighed = { ...own, sampling: { weights: own, squares: counts(120, 0, 60, 40), clusters: null } };

    expect(undefinedOf('true-positive-rate-difference', { a: weighed })[0]).toMatchObject({
      n: [60],
      message:
        'true positive rate of group a of race rests on 60 rows, by their weights on as many as 20; policy minimum 30',
    });
  });
});
