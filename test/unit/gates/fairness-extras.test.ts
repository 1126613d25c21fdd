import { type ConfusionCounts, type ControlStratum, evaluateFairness, type FairnessInput } from '@gatehouse/gates';
import { cochranMantelHaenszel, mantelHaenszelDifference } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

const GROUPS: Readonly<Record<string, ConfusionCounts>> = {
  a: { tp: 120, fp: 40, fn: 60, tn: 180 },
  b: { tp: 90, fp: 75, fn: 45, tn: 150 },
};

// What is asserted is looked at by path, as a reader of the JSON would.
function measuresOf(input: Partial<FairnessInput> = {}): ReturnType<typeof JSON.parse> {
  const config = fairnessConfig({ 'selection-rate-difference': { limit: 1 } });
  return JSON.parse(
    JSON.stringify(evaluateFairness({ config, context: CONTEXT, groups: oneColumn(GROUPS), ...input }).measures),
  );
}

describe('measures that are reported and not judged', () => {
  it('are the differential fairness, the entropy of benefits and how few decisions tip the four fifths', () => {
    const { aggregates } = measuresOf();
    const [a, b] = [(160 + 0.5) / 401, (165 + 0.5) / 361];

    expect(aggregates['differential-fairness'].value).toBeCloseTo(
      Math.max(Math.log(b / a), Math.log((1 - a) / (1 - b))),
      11,
    );
    // AIF360: benefits 0 for 105 rows, 2 for 115, 1 for 540; their mean is 770/760.
    expect(aggregates['generalized-entropy'].value).toBeCloseTo(((540 + 4 * 115) / 760 / (770 / 760) ** 2 - 1) / 2, 11);
    expect(aggregates['theil-index'].value).toBeGreaterThan(0);
    expect(aggregates['four-fifths-tipping']).toEqual({ value: 0, interval: null });
  });
});

describe('control strata', () => {
  const strata: readonly ControlStratum[] = [
    {
      stratum: 'x',
      groups: new Map([
        ['a', { tp: 80, fp: 20, fn: 20, tn: 30 }],
        ['b', { tp: 30, fp: 10, fn: 8, tn: 12 }],
      ]),
    },
    {
      stratum: 'y',
      groups: new Map([
        ['a', { tp: 40, fp: 20, fn: 40, tn: 150 }],
        ['b', { tp: 60, fp: 65, fn: 37, tn: 138 }],
      ]),
    },
  ];
  const tables = [
    { first: { successes: 100, n: 150 }, second: { successes: 40, n: 60 } },
    { first: { successes: 60, n: 250 }, second: { successes: 125, n: 300 } },
  ];

  it('give the difference that is left within them', () => {
    const { controlled } = measuresOf({ strata: new Map([['race', strata]]) });
    const expected = mantelHaenszelDifference(tables, 0.95);
    const test = cochranMantelHaenszel(tables);

    expect(expected.undefinedReason).toBeNull();
    expect(controlled.race.pairs).toHaveLength(1);
    expect(controlled.race.pairs[0].groups).toEqual(
      expected.undefinedReason === null && expected.estimate < 0 ? ['b', 'a'] : ['a', 'b'],
    );
    if (expected.undefinedReason !== null || test.undefinedReason !== null) return;
    const [lower, upper] = expected.interval;
    expect(controlled.race.pairs[0]['mantel-haenszel-difference']).toBeCloseTo(Math.abs(expected.estimate), 11);
    expect(controlled.race.pairs[0].interval[0]).toBeCloseTo(Math.max(0, lower, -upper), 11);
    expect(controlled.race.pairs[0].interval[1]).toBeCloseTo(Math.max(upper, -lower), 11);
    expect(controlled.race.pairs[0].p).toBeCloseTo(test.p, 11);
    // Two strata of 210 and 550 rows: a's share of the rejected minus that of the selected.
    const disparity = (210 * (50 / 70 - 100 / 140) + 550 * (190 / 365 - 60 / 185)) / 760;
    expect(controlled.race['conditional-demographic-disparity'].a).toBeCloseTo(disparity, 11);
  });

  it('are said not to be measured where there are none', () => {
    expect(measuresOf()).not.toHaveProperty('controlled');
  });
});
