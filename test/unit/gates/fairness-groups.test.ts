import { ConfigError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { decisionMeasures, FNR, FPR, judge } from './fairness-judge.ts';
import { COMPAS, fairnessConfig, findingOf, oneColumn } from './fixture-inputs.ts';

describe('the COMPAS counts', () => {
  const TWO = oneColumn({
    'African-American': COMPAS['African-American'] ?? { tp: 0, fp: 0, fn: 0, tn: 0 },
    Caucasian: COMPAS['Caucasian'] ?? { tp: 0, fp: 0, fn: 0, tn: 0 },
  });

  it.each([
    ['African-American', 0.4485, 0.2799, 0.6297, 0.6505, 0.5882, 0.5143],
    ['Caucasian', 0.2345, 0.4772, 0.5913, 0.7119, 0.348, 0.3936],
    ['Hispanic', 0.2148, 0.556, 0.5421, 0.7114, 0.2983, 0.3642],
    ['Asian', 0.087, 0.3333, 0.75, 0.875, 0.25, 0.2812],
    ['Native American', 0.375, 0.1, 0.75, 0.8333, 0.6667, 0.5556],
    ['Other', 0.1475, 0.6767, 0.5443, 0.698, 0.2095, 0.3528],
  ])('give the published rates of %s', (group, fpr, fnr, ppv, npv, selection, base) => {
    const { groups } = decisionMeasures(judge());

    const rates = groups[group] ?? {};
    for (const [name, value] of Object.entries({
      fpr,
      fnr,
      ppv,
      npv,
      'selection-rate': selection,
      'base-rate': base,
    })) {
      expect(Math.abs((rates[name] ?? Number.NaN) - value)).toBeLessThan(6e-5);
    }
  });

  it('fail a limit of 0.1 on the difference in false positive rates', () => {
    const decision = judge({ groups: TWO });

    expect(decision.outcome).toBe('fail');
    expect(decision.findings).toMatchObject([
      {
        measure: FPR,
        reasonCode: 'limit-exceeded',
        groups: ['African-American', 'Caucasian'],
        value: 0.213924955821,
        n: [1795, 1488],
        limit: 0.1,
        failsWhen: 'above',
        method: 'newcombe, simultaneous',
      },
    ]);
    expect(decision.findings[0]?.message).toBe(
      'difference in false positive rate between groups African-American and Caucasian of race is 0.2139 ' +
        '(95 % interval 0.1821 to 0.245, all comparisons together, n = 1795/1488); policy limit 0.1',
    );
  });

  it('use the plain Newcombe interval for one pair and one measure, and wider ones for more', () => {
    const width = (decision: ReturnType<typeof judge>): number => {
      const [lower, upper] = decision.findings.find((f) => f.groups?.includes('Caucasian'))?.interval ?? [0, 0];
      return (upper ?? 0) - (lower ?? 0);
    };
    const one = judge({ groups: TWO });
    const two = judge({ groups: TWO, config: fairnessConfig({ [FPR]: { limit: 0.1 }, [FNR]: { limit: 0.1 } }) });

    expect(one.measures['per-comparison-confidence']).toBe(0.95);
    expect(two.measures['per-comparison-confidence']).toBe(0.975);
    expect(judge().measures['per-comparison-confidence']).toBeCloseTo(1 - 0.05 / 15, 12);
    expect(width(two)).toBeGreaterThan(width(one));
  });

  it('name every pair beyond the limit and the group that is too small', () => {
    const { outcome, findings } = judge();

    expect(outcome).toBe('fail');
    expect(findings.filter((f) => f.outcome === 'fail').map((f) => f.groups)).toContainEqual([
      'African-American',
      'Caucasian',
    ]);
    expect(findingOf(findings, 'group-size')).toMatchObject({
      reasonCode: 'insufficient-n',
      groups: ['Native American'],
      value: 18,
      limit: 30,
      message: 'group Native American of race has 18 rows; policy minimum 30',
    });
    expect(findings.filter((f) => f.measure === FPR && f.groups?.includes('Native American'))).toEqual([]);
  });
});

describe('groups that cannot be judged', () => {
  const GOOD = { tp: 40, fp: 10, fn: 10, tn: 40 };

  it.each([
    ['no column value at all', {}, 'empty-group', 'no group of race has a row'],
    ['one group', { a: GOOD }, 'single-group', 'only the group a of race is present, so there is nothing to compare'],
    [
      'an empty group',
      { a: GOOD, b: { tp: 0, fp: 0, fn: 0, tn: 0 } },
      'empty-group',
      'group b of race has 0 rows; policy minimum 30',
    ],
    [
      'one known group without rows',
      { b: { tp: 0, fp: 0, fn: 0, tn: 0 } },
      'empty-group',
      'group b of race has 0 rows',
    ],
    [
      'a small group',
      { a: GOOD, b: { tp: 1, fp: 0, fn: 0, tn: 0 } },
      'insufficient-n',
      'group b has too few rows; policy minimum 30; numbers withheld, because they could reveal a group of fewer than 10',
    ],
    [
      'no positives',
      { a: GOOD, b: { tp: 0, fp: 10, fn: 0, tn: 40 } },
      'no-positives',
      'false negative rate of group b of race has no value',
    ],
    [
      'no negatives',
      { a: GOOD, b: { tp: 40, fp: 0, fn: 10, tn: 0 } },
      'no-negatives',
      'false positive rate of group b of race has no value',
    ],
  ])('with %s are inconclusive', (_, groups, reasonCode, message) => {
    const config = fairnessConfig({ [FPR]: { limit: 1 }, [FNR]: { limit: 1 } });

    const decision = judge({ groups: oneColumn(groups), config });

    expect(decision.outcome).toBe('inconclusive');
    const finding = decision.findings.find((f) => f.reasonCode === reasonCode);
    expect(finding).toMatchObject({ outcome: 'inconclusive', severity: 'block' });
    expect(finding?.message).toContain(message);
  });

  it('leave undefined rates null, never zero', () => {
    const { groups, aggregates } = decisionMeasures(
      judge({ groups: oneColumn({ a: GOOD, b: { tp: 0, fp: 10, fn: 0, tn: 40 } }) }),
    );

    expect(groups['b']).toMatchObject({ tpr: null, fnr: null, ppv: 0 });
    expect(aggregates['equal-opportunity-difference']).toEqual({ value: null, interval: null });
    expect(aggregates['equalized-odds-difference']).toEqual({ value: null, interval: null });
    expect(aggregates[FPR]?.value).toBe(0);
  });

  it('have no ratio where nobody is selected, and an interval to 0 where one group is not', () => {
    const none = { tp: 0, fp: 0, fn: 50, tn: 50 };

    expect(
      decisionMeasures(judge({ groups: oneColumn({ a: none, b: none }) })).aggregates['demographic-parity-ratio'],
    ).toEqual({
      value: null,
      interval: null,
    });
    const one = decisionMeasures(judge({ groups: oneColumn({ a: GOOD, b: none }) })).aggregates[
      'demographic-parity-ratio'
    ];
    expect(one?.value).toBe(0);
    expect(one?.interval?.[0]).toBe(0);
    expect(one?.interval?.[1]).toBeLessThan(0.2);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'of a column called %s are compared like those of any other',
    (name) => {
      const groups = oneColumn(COMPAS).get('race') ?? new Map();
      const like = (column: string) =>
        judge({
          config: fairnessConfig({ [FPR]: { limit: 0.1 } }, { sensitive: [column] }),
          groups: new Map([[column, groups]]),
        });

      expect(like(name).findings.map(({ message }) => message)).toEqual(
        like('race').findings.map(({ message }) => message.replaceAll('of race', `of ${name}`)),
      );
    },
  );

  it('are errors of the configuration when the column is not there or has too many groups', () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`g${i}`, GOOD]));

    expect(() => judge({ groups: new Map() })).toThrow('"race". Allowed: one of the protected columns: there are none');
    expect(() => judge({ config: fairnessConfig({ [FPR]: { limit: 1 } }, { sensitive: ['sex', 'age'] }) })).toThrow(
      /"sex"\. Allowed: one of the protected columns: "race".*\n.*"age"/,
    );
    expect(() => judge({ groups: oneColumn(many) })).toThrow(ConfigError);
    expect(() => judge({ groups: oneColumn(many) })).toThrow('has 51 groups');
  });

  it.each([Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY])('with the count %s are an error', (tp) => {
    expect(() => judge({ groups: oneColumn({ a: GOOD, b: { ...GOOD, tp } }) })).toThrow(`the count ${tp}`);
  });
});

describe('the candidates of the example repository', () => {
  const FIRST = {
    afam: { no: { tp: 56, fp: 168, fn: 32, tn: 780 }, yes: { tp: 33, fp: 45, fn: 12, tn: 64 } },
    single: { no: { tp: 46, fp: 119, fn: 19, tn: 550 }, yes: { tp: 43, fp: 94, fn: 25, tn: 294 } },
  };
  const SECOND = {
    afam: { no: { tp: 21, fp: 8, fn: 67, tn: 940 }, yes: { tp: 15, fp: 2, fn: 30, tn: 107 } },
    single: { no: { tp: 20, fp: 7, fn: 45, tn: 662 }, yes: { tp: 16, fp: 3, fn: 52, tn: 385 } },
  };

  it.each([
    ['first', FIRST, 'fail'],
    ['second', SECOND, 'pass'],
  ])('the %s is judged as the story tells', (_, columns, outcome) => {
    const groups = new Map(Object.entries(columns).map(([name, own]) => [name, new Map(Object.entries(own))]));
    const config = fairnessConfig({ [FPR]: { limit: 0.1 } }, { sensitive: ['afam', 'single'] });

    expect(judge({ groups, config }).outcome).toBe(outcome);
  });
});
