import { ConfigError, type Decision, type Finding } from '@gatehouse/core';
import { type ConfusionCounts, crossTables, evaluateFairness } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { groupDisparity } from '../../../packages/gates/src/fairness/strata/control-strata.ts';
import { decisionMeasures } from './fairness-judge.ts';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];

const HELD = 'conditional-selection-rate-difference';
const DISPARITY = 'conditional-demographic-disparity';

/** A group in a stratum: `selected` of `n` rows. */
function cell(group: string, stratum: string, selected: number, n: number) {
  const counts: ConfusionCounts = { tp: selected, fp: 0, fn: 0, tn: n - selected };
  return { groups: [group], strata: [stratum], counts };
}

type Cells = readonly ReturnType<typeof cell>[];

function judge(cells: Cells, measures: Measures, changes: Parameters<typeof fairnessConfig>[1] = {}): Decision {
  const tables = crossTables({ sensitive: ['sex'], control: ['dept'], cells });
  const config = fairnessConfig(measures, { sensitive: ['sex'], ...changes });
  return evaluateFairness({ config, context: CONTEXT, ...tables });
}

function findingsOf(decision: Decision, measure: string): readonly Finding[] {
  return decision.findings.filter((finding) => finding.measure === measure);
}

function byRows(a: Finding, b: Finding): number {
  return (b.n?.[0] ?? 0) - (a.n?.[0] ?? 0);
}

const NOT_JUDGED = { outcome: 'inconclusive', severity: 'block', value: null, failsWhen: 'above' } as const;

describe('a comparison within strata that cannot be judged', () => {
  it('says which groups and how few rows', () => {
    const cells = [
      cell('men', 'a', 480, 800),
      cell('women', 'a', 14, 20),
      cell('women', 'b', 90, 900),
      cell('other', 'c', 50, 100),
    ];
    const message = (groups: string, n: string): string =>
      `${HELD} of groups ${groups} of sex rests on ${n} rows in strata that can be compared; policy minimum 30`;

    expect(findingsOf(judge(cells, { [HELD]: { limit: 0.2 } }), HELD).toSorted(byRows)).toEqual([
      {
        ...NOT_JUDGED,
        ...{ measure: HELD, reasonCode: 'insufficient-n', limit: 0.2 },
        ...{ groups: ['women', 'men'], n: [20, 800], message: message('women and men', '20/800') },
      },
      {
        ...NOT_JUDGED,
        ...{ measure: HELD, reasonCode: 'insufficient-n', limit: 0.2 },
        ...{ groups: ['men', 'other'], n: [0, 0], message: message('men and other', '0/0') },
      },
      {
        ...NOT_JUDGED,
        ...{ measure: HELD, reasonCode: 'insufficient-n', limit: 0.2 },
        ...{ groups: ['other', 'women'], n: [0, 0], message: message('other and women', '0/0') },
      },
    ]);
  });

  it.each([
    ['nobody is selected', 0, 'no-predicted-positives'],
    ['everybody is', 1, 'no-predicted-negatives'],
  ])('says that in every stratum %s', (_, share, reasonCode) => {
    const cells = [cell('men', 'a', 100 * share, 100), cell('women', 'a', 200 * share, 200)];

    expect(findingsOf(judge(cells, { [DISPARITY]: { limit: 0.2 } }), DISPARITY)).toEqual(
      ['men', 'women'].map((group) => ({
        ...NOT_JUDGED,
        ...{ measure: DISPARITY, reasonCode, limit: 0.2, groups: [group], n: [0] },
        message: `${DISPARITY} of group ${group} of sex has no value: in every stratum all decisions are equal`,
      })),
    );
  });

  it.each([
    [29, 'insufficient-n'],
    [30, 'interval-spans-limit'],
  ])('has fewer than the minimum: %i rows in shared strata', (n, reasonCode) => {
    const cells = [cell('men', 'a', 500, 1000), cell('women', 'a', 15, n), cell('women', 'b', 500, 1000)];

    expect(findingsOf(judge(cells, { [HELD]: { limit: 0.1 } }), HELD).map((found) => found.reasonCode)).toContain(
      reasonCode,
    );
  });

  it.each([
    [29, 1],
    [30, 3],
  ])('is not one of a group with too few rows: %i', (n, compared) => {
    const cells = [cell('men', 'a', 500, 1000), cell('women', 'a', 500, 1000), cell('other', 'a', 15, n)];
    const decision = judge(cells, { [HELD]: { limit: 0.9 } });

    expect(findingsOf(decision, HELD)).toMatchObject([{ outcome: 'pass' }]);
    expect(decisionMeasures(decision).judged).toEqual({
      [HELD]: { compared, within: compared, beyond: 0, unclear: 0 },
    });
  });
});

describe('the rows that a comparison within strata is of', () => {
  const noteOf = (decision: Decision): Finding | undefined =>
    decision.findings.find(({ reasonCode }) => reasonCode === 'low-coverage');

  it.each([
    [90, 'women', 'nothing'],
    [89, 'women', 'women'],
    [89, 'a', 'a'],
  ])('are noted below nine tenths: %i of 100 %s', (shared, name, noted) => {
    const cells = [
      cell('men', 'a', 475, 950),
      cell(name, 'a', 45, shared),
      cell('men', 'b', 25, 50),
      ...[cell(name, 'c', 5, 100 - shared)],
      cell('third', 'b', 500, 1000),
    ];
    const decision = judge(cells, { [HELD]: { limit: 0.9 } });
    const pair = decision.findings.filter(
      ({ reasonCode, groups = [] }) => reasonCode === 'low-coverage' && groups.includes(name) && groups.includes('men'),
    );

    if (noted === 'nothing') expect(pair).toEqual([]);
    else {
      expect(pair).toEqual([
        {
          ...{ measure: HELD, outcome: 'inconclusive', severity: 'warn', reasonCode: 'low-coverage' },
          ...{ groups: pair[0]?.groups, value: 0.89, n: [89], limit: 0.9, failsWhen: 'below' },
          message: `${HELD} of ${pair[0]?.groups?.join(' and ')} of sex rests on 89 of 100 rows of group ${noted}: the others lie in strata that cannot be compared`,
        },
      ]);
    }
  });

  it.each([
    ['men', 500, 1000, 40, 50],
    ['women', 800, 1000, 40, 100],
  ])('are noted of the side that has fewer of its own: %s', (worse, men, ofMen, women, ofWomen) => {
    const cells = [
      ...[cell('men', 'a', 10, men), cell('men', 'b', 10, ofMen - men)],
      ...[cell('women', 'a', 10, women), cell('women', 'c', 5, ofWomen - women)],
    ];
    const notes = judge(cells, { [HELD]: { limit: 0.9 } }).findings.filter(
      ({ reasonCode }) => reasonCode === 'low-coverage',
    );

    expect(notes).toMatchObject([{ value: worse === 'men' ? 0.5 : 0.4 }]);
    expect(notes[0]?.message).toContain(`rows of group ${worse}:`);
  });

  it('are noted of at most twenty pairs', () => {
    const names = Array.from({ length: 8 }, (_, at) => `g${at}`);
    const cells = names.flatMap((name, at) => [cell(name, 'a', 50, 100), cell(name, `own${at}`, 50, 100)]);
    const decision = judge(cells, { [HELD]: { limit: 0.9 } });

    expect(decision.findings.filter(({ reasonCode }) => reasonCode === 'low-coverage')).toHaveLength(20);
    expect(noteOf(decision)?.value).toBe(0.5);
  });
});

describe('the disparity of a group', () => {
  const strata = [
    { group: { selected: 30, n: 100 }, all: { selected: 90, n: 180 } },
    { group: { selected: 20, n: 25 }, all: { selected: 40, n: 90 } },
  ];
  const swapped = ({ selected, n }: { readonly selected: number; readonly n: number }) => ({
    selected: n - selected,
    n,
  });
  const of = (own: typeof strata) => {
    const found = groupDisparity(own, 0.95);
    if (found.undefinedReason !== null) throw new Error(found.undefinedReason);
    return found;
  };

  it('lies within its interval, which turns round with the decision', () => {
    const { value, interval } = of(strata);
    const other = of(strata.map(({ group, all }) => ({ group: swapped(group), all: swapped(all) })));

    expect(interval[0]).toBeLessThan(value - 0.05);
    expect(interval[1]).toBeGreaterThan(value + 0.05);
    expect(other.value).toBeCloseTo(-value, 12);
    expect(other.interval[0]).toBeCloseTo(-interval[1], 12);
    expect(other.interval[1]).toBeCloseTo(-interval[0], 12);
  });

  it('is as sure in many like strata as in one with as many rows', () => {
    const times = (by: number) => ({
      group: { selected: 30 * by, n: 100 * by },
      all: { selected: 90 * by, n: 180 * by },
    });
    const [one, four] = [of([times(4)]), of([times(1), times(1), times(1), times(1)])];

    expect(four.value).toBeCloseTo(one.value, 12);
    expect(four.interval[1] - four.interval[0]).toBeCloseTo(one.interval[1] - one.interval[0], 2);
  });

  it('says what it is and how its interval is made', () => {
    const cells = [cell('men', 'a', 50, 100), cell('women', 'a', 50, 100)];
    const [found] = findingsOf(judge(cells, { [DISPARITY]: { limit: 0.9 } }), DISPARITY);

    expect(found?.message).toMatch(/^conditional demographic disparity of group (men|women) of sex is 0 /);
    expect(found?.method).toBe('wilson, square and add, each pair');
  });
});

describe('what is reported of strata', () => {
  it('leaves out groups that are withheld', () => {
    const cells = [
      ...[cell('men', 'a', 480, 800), cell('women', 'a', 60, 100), cell('other', 'a', 50, 120)],
      ...[cell('tiny', 'a', 3, 5), cell('small', 'a', 3, 8)],
    ];
    const { controlled } = decisionMeasures(judge(cells, { 'selection-rate-difference': { limit: 0.9 } }));

    expect(Object.keys(controlled.sex[DISPARITY])).toEqual(['men', 'other', 'women']);
    expect(controlled.sex.pairs.map(({ groups }: { groups: readonly string[] }) => groups.join())).toEqual([
      'men,other',
      'men,women',
      'women,other',
    ]);
    expect(controlled.sex.strata['dept=a'].groups.tiny).toEqual({ n: 'suppressed' });
  });

  it('has no p-value where no decision of a pair varies', () => {
    const cells = [cell('men', 'a', 0, 100), cell('women', 'a', 0, 100)];
    const { pairs } = decisionMeasures(judge(cells, { 'selection-rate-difference': { limit: 0.9 } })).controlled.sex;

    expect(pairs).toMatchObject([{ 'mantel-haenszel-difference': 0, p: null }]);
  });

  it('gives the larger of several differences', () => {
    const cells = [cell('men', 'a', 480, 800), cell('women', 'a', 60, 100), cell('other', 'a', 10, 100)];
    const { aggregates } = decisionMeasures(judge(cells, { 'selection-rate-difference': { limit: 0.9 } }));

    expect(aggregates[HELD].value).toBeCloseTo(0.5, 12);
    expect(aggregates[HELD].interval[1]).toBeLessThan(1);
  });

  it('are the counts, the differences and the disparities', () => {
    const cells = [
      cell('men', 'a', 480, 800),
      cell('women', 'a', 60, 100),
      cell('men', 'b', 20, 200),
      cell('women', 'b', 90, 900),
      cell('other', 'c', 0, 100),
    ];
    const { controlled, aggregates } = decisionMeasures(judge(cells, { [HELD]: { limit: 0.1 } }));
    const { strata, pairs } = controlled.sex;
    const none = { 'mantel-haenszel-difference': null, interval: null, p: null };

    expect(strata).toEqual({
      'dept=a': {
        n: 900,
        groups: { men: { n: 800, 'selection-rate': 0.6 }, women: { n: 100, 'selection-rate': 0.6 } },
      },
      'dept=b': {
        n: 1100,
        groups: { men: { n: 200, 'selection-rate': 0.1 }, women: { n: 900, 'selection-rate': 0.1 } },
      },
      'dept=c': { n: 100, groups: { other: { n: 100, 'selection-rate': 0 } } },
    });
    expect(pairs).toEqual([
      { groups: ['men', 'other'], ...none },
      {
        ...{ groups: ['men', 'women'], 'mantel-haenszel-difference': 0, p: 1, strata: 2 },
        interval: [0, expect.any(Number)],
      },
      { groups: ['other', 'women'], ...none },
    ]);
    expect(controlled.sex[DISPARITY]).toEqual({ men: 0, other: 0, women: 0 });
    expect(aggregates[HELD]).toMatchObject({ value: 0 });
  });

  it('is nothing where no stratum holds two groups, and no zero', () => {
    const cells = [cell('men', 'a', 0, 100), cell('women', 'b', 0, 100)];
    const { controlled, aggregates } = decisionMeasures(judge(cells, { 'selection-rate-difference': { limit: 0.1 } }));

    expect(aggregates[HELD]).toEqual({ value: null, interval: null });
    expect(aggregates[DISPARITY]).toEqual({ value: null, interval: null });
    expect(controlled.sex[DISPARITY]).toEqual({ men: null, women: null });
  });

  it('has no disparity of strata of which no part may be shown, though their whole is', () => {
    const b = [cell('men', 'b', 60, 200), cell('women', 'b', 90, 900)];
    const c = [cell('men', 'c', 3, 5), cell('women', 'c', 0, 6)];
    const decision = judge([...b, ...c], { 'selection-rate-difference': { limit: 0.9 } });
    const { strata, [DISPARITY]: disparity } = decisionMeasures(decision).controlled.sex;

    expect(strata['dept=c']).toEqual({ n: 11, groups: { men: { n: 'suppressed' }, women: { n: 'suppressed' } } });
    expect(disparity).toEqual({ men: null, women: null });
  });

  it('withholds how many rows a small stratum has', () => {
    const cells = [cell('men', 'b', 60, 200), cell('women', 'b', 90, 900), cell('men', 'c', 3, 5)];
    const decision = judge(cells, { 'selection-rate-difference': { limit: 0.9 } });

    expect(decisionMeasures(decision).controlled.sex.strata['dept=c']).toEqual({
      n: 'suppressed',
      groups: { men: { n: 'suppressed' } },
    });
  });

  it('withholds a small part, and another that it could be worked out from', () => {
    const cells = [
      cell('men', 'a', 480, 800),
      cell('women', 'a', 3, 5),
      cell('men', 'b', 20, 200),
      cell('women', 'b', 90, 900),
    ];
    const { strata } = decisionMeasures(judge(cells, { 'selection-rate-difference': { limit: 0.9 } })).controlled.sex;
    const hidden = { n: 'suppressed' };

    expect(strata['dept=a'].groups.women).toEqual(hidden);
    expect(strata['dept=b'].groups.women).toEqual(hidden);
    expect([strata['dept=a'].groups.men, strata['dept=a'].n]).toContainEqual(
      strata['dept=a'].n === 'suppressed' ? 'suppressed' : hidden,
    );
  });
});

describe('strata that cannot be used', () => {
  const many = (count: number): Cells =>
    Array.from({ length: count }, (_, at) => [cell('men', `d${at}`, 1, 2), cell('women', `d${at}`, 1, 2)]).flat();

  it.each([
    ['too many', many(201), '402 groups within control strata', 'Put their values into fewer groups in the data'],
    ['none', [], 'no control column with a value', 'Name the columns in "columns.control"'],
  ])('are an error of the configuration: %s', (_, cells, found, remedy) => {
    const faults = (() => {
      try {
        judge(cells, { [HELD]: { limit: 0.1 } });
        return [];
      } catch (error) {
        return error instanceof ConfigError ? error.faults : [error];
      }
    })();

    expect(faults).toMatchObject([{ where: `gatehouse.yml, gates.fairness.measures.${HELD}`, found, remedy }]);
  });

  it('are not 400 groups', () => {
    expect(decisionMeasures(judge(many(200), { [HELD]: { limit: 0.9 } })).judged[HELD].compared).toBe(1);
  });
});
