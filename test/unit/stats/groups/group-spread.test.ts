import {
  confusionRate,
  defined,
  differenceBetween,
  differenceToOverall,
  equalizedOddsDifference,
  equalizedOddsRatio,
  extremeGroups,
  GROUP_RATES,
  type GroupRate,
  type GroupValues,
  groupMeasures,
  type Measured,
  mergeConfusions,
  type OddsOptions,
  rateOfGroups,
  ratioBetween,
  ratioToOverall,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fairlearn from '../../../fixtures/oracles/fairlearn-groups/values.json' with { type: 'json' };
import { confusionsOf, NONE } from './groups-of.ts';

function valuesOf(...values: readonly (number | null)[]): GroupValues {
  return new Map(
    values.map((value, at): [string, Measured] => [
      `g${at}`,
      value === null ? undefinedFor('no-positives') : defined(value),
    ]),
  );
}

describe.each(fairlearn.cases)('groups are compared as fairlearn does: $name', (oracle) => {
  const groups = confusionsOf(oracle);
  const merged = mergeConfusions(groups.values());
  const rates = ['selection-rate', 'tpr', 'fpr', 'fnr', 'tnr', 'accuracy', 'ppv'] as const;

  it.each(rates)('%s of each group and of all', (rate) => {
    const byGroup = Object.entries(oracle.byGroup);
    const values = rateOfGroups(rate, groups);

    expect(values.size).toBe(byGroup.length);
    for (const [group, expected] of byGroup) expect(values.get(group)?.value).toBeCloseTo(expected[rate], 12);
    expect(confusionRate(GROUP_RATES[rate], merged).value).toBeCloseTo(oracle.overall[rate], 12);
  });

  it.each(rates)('%s: differences and ratios', (rate) => {
    const values = rateOfGroups(rate, groups);
    const overall = confusionRate(GROUP_RATES[rate], merged);

    expect(differenceBetween(values).value).toBeCloseTo(oracle.difference.between_groups[rate], 12);
    expect(differenceToOverall(values, overall).value).toBeCloseTo(oracle.difference.to_overall[rate], 12);
    expect(ratioBetween(values).value).toBeCloseTo(oracle.ratio.between_groups[rate], 12);
    expect(ratioToOverall(values, overall).value).toBeCloseTo(oracle.ratio.to_overall[rate], 12);
  });

  it.each(oracle.equalizedOdds)('equalised odds, $aggregate, $comparison', (expected) => {
    const options: OddsOptions = {
      aggregate: expected.aggregate === 'mean' ? 'mean' : 'worst-case',
      comparison: expected.comparison === 'to-overall' ? 'to-overall' : 'between-groups',
    };

    expect(equalizedOddsDifference(groups, options).value).toBeCloseTo(expected.difference, 12);
    expect(equalizedOddsRatio(groups, options).value).toBeCloseTo(expected.ratio, 12);
  });
});

describe('the printed toy of fairlearn', () => {
  const groups = new Map([
    ['a', { tn: 0, fp: 2, fn: 1, tp: 1 }],
    ['b', { tn: 1, fp: 0, fn: 2, tp: 3 }],
    ['c', { tn: 1, fp: 2, fn: 3, tp: 2 }],
  ]);

  it.each([
    ['demographic parity difference', differenceBetween(rateOfGroups('selection-rate', groups)), 0.25],
    ['demographic parity ratio', ratioBetween(rateOfGroups('selection-rate', groups)), 0.666667],
    ['equalised odds difference', equalizedOddsDifference(groups), 1],
    ['equalised odds ratio', equalizedOddsRatio(groups), 0],
  ])('%s', (_, actual, expected) => {
    expect(actual.value).toBeCloseTo(expected, 6);
  });
});

describe('groups without a value', () => {
  const overall = defined(0.4);

  it.each([
    ['difference between', differenceBetween(valuesOf(0.2, null, 0.5)), 0.3],
    ['ratio between', ratioBetween(valuesOf(0.2, null, 0.5)), 0.4],
    ['difference to all', differenceToOverall(valuesOf(0.3, null, 0.5), overall), 0.1],
    ['ratio to all', ratioToOverall(valuesOf(0.2, null, 0.5), overall), 0.5],
  ])('enter no %s', (_, actual, expected) => {
    expect(actual.value).toBeCloseTo(expected, 12);
  });

  it('are named beside the extremes', () => {
    expect(extremeGroups(valuesOf(0.2, null, 0.5, 0.1, 0.5, 0.1))).toEqual({
      lowest: 'g3',
      highest: 'g2',
      undefinedGroups: ['g1'],
    });
    expect(extremeGroups(valuesOf(null))).toBeNull();
  });

  it.each([
    ['no group', [], 'empty-group'],
    ['one group', [0.5], 'single-group'],
    ['no group with a value', [null, null], 'no-positives'],
  ] as const)('%s: nothing is defined', (_, given, reason) => {
    const values = valuesOf(...given);

    expect(differenceBetween(values)).toEqual(undefinedFor(reason));
    expect(ratioBetween(values)).toEqual(undefinedFor(reason));
    expect(differenceToOverall(values, overall)).toEqual(undefinedFor(reason));
    expect(ratioToOverall(values, overall)).toEqual(undefinedFor(reason));
  });

  it('one of two groups with a value cannot be compared with the other, but with all', () => {
    const values = valuesOf(0.5, null);

    expect(differenceBetween(values)).toEqual(undefinedFor('single-group'));
    expect(ratioBetween(values)).toEqual(undefinedFor('single-group'));
    expect(differenceToOverall(values, overall).value).toBeCloseTo(0.1, 12);
    expect(ratioToOverall(values, overall).value).toBeCloseTo(0.8, 12);
  });

  it('an undefined value of all rows passes its reason on', () => {
    expect(differenceToOverall(valuesOf(1, 0), undefinedFor('no-negatives'))).toEqual(undefinedFor('no-negatives'));
    expect(ratioToOverall(valuesOf(1, 0), undefinedFor('no-negatives'))).toEqual(undefinedFor('no-negatives'));
  });
});

describe('a ratio', () => {
  it('of zeros is undefined', () => {
    expect(ratioBetween(valuesOf(0, 0))).toEqual(undefinedFor('zero-denominator'));
    expect(ratioToOverall(valuesOf(0, 0), defined(0))).toEqual(undefinedFor('zero-denominator'));
  });

  it('with one zero is zero', () => {
    expect(ratioBetween(valuesOf(0, 0.5))).toEqual(defined(0));
    expect(ratioToOverall(valuesOf(0, 0.5), defined(0.25))).toEqual(defined(0));
  });

  it('of negative values is refused', () => {
    expect(() => ratioBetween(valuesOf(-1, 1))).toThrow('A ratio needs values from 0, got -1 for g0.');
    expect(() => ratioToOverall(valuesOf(1, 1), defined(-1))).toThrow(
      'A ratio needs values from 0, got -1 for overall.',
    );
  });
});

describe('equalised odds', () => {
  it.each([
    ['no group has a positive', { ...NONE, fp: 1, tn: 1 }, 'no-positives'],
    ['no group has a negative', { ...NONE, tp: 1, fn: 1 }, 'no-negatives'],
  ] as const)('are undefined when %s', (_, confusion, reason) => {
    const groups = new Map([
      ['a', confusion],
      ['b', confusion],
    ]);

    expect(equalizedOddsDifference(groups)).toEqual(undefinedFor(reason));
    expect(equalizedOddsRatio(groups)).toEqual(undefinedFor(reason));
  });
});

describe('differences and ratios', () => {
  const shares = fc.array(fc.option(fc.nat(100)), { minLength: 2, maxLength: 8 });

  it('do not depend on the order of groups, are in range, and vanish for equal groups', () => {
    fc.assert(
      fc.property(shares, (given) => {
        const values = valuesOf(...given);
        const turned = new Map([...values].reverse());
        for (const measure of [differenceBetween, ratioBetween]) {
          const { value } = measure(values);
          expect(measure(turned).value).toBe(value);
          expect(value === null || value >= 0).toBe(true);
        }
        const [first = null] = given;
        if (first !== null) expect(differenceBetween(valuesOf(first, first, null))).toEqual(defined(0));
      }),
    );
  });
});

describe('measures of one group', () => {
  it('are its counts and rates under the names of decisions', () => {
    const measures = groupMeasures({ tn: 990, fp: 805, fn: 532, tp: 1369 });

    expect([...measures.keys()]).toEqual([...['n', 'tp', 'fp', 'fn', 'tn'], ...Object.keys(GROUP_RATES)]);
    expect(measures.get('n')).toEqual(defined(3696));
    expect(measures.get('fpr')?.value).toBeCloseTo(0.4485, 4);
    expect(measures.get('tpr')?.value).toBeCloseTo(1 - 0.2799, 4);
  });

  it.each([
    ['tnr', 'specificity'],
    ['ppv', 'precision'],
    ['error-rate', 'error'],
    ['base-rate', 'base-rate'],
  ] as const satisfies readonly (readonly [GroupRate, string])[])('%s is the %s', (name, rate) => {
    expect(GROUP_RATES[name]).toBe(rate);
  });

  it('are undefined for an empty group', () => {
    const measures = groupMeasures(NONE);

    expect(measures.get('n')).toEqual(defined(0));
    expect(measures.get('selection-rate')).toEqual(undefinedFor('empty-group'));
  });
});
