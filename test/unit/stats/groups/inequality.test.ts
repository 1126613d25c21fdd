import {
  benefitVariation,
  conditionalDemographicDisparity,
  defined,
  demographicDisparity,
  differentialFairness,
  type GroupCount,
  generalizedEntropy,
  theilIndex,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import adult from '../../../fixtures/adult-counts/counts.json' with { type: 'json' };
import { NONE } from './groups-of.ts';

type AdultGroup = (typeof adult.groups)[number];

function adultBy(nameOf: (group: AdultGroup) => string): ReadonlyMap<string, GroupCount> {
  const counts = new Map<string, GroupCount>();
  for (const group of adult.groups) {
    const { n, selected } = counts.get(nameOf(group)) ?? { n: 0, selected: 0 };
    counts.set(nameOf(group), { n: n + group.n, selected: selected + group.selected });
  }
  return counts;
}

describe('differential fairness', () => {
  // Published with AIF360's own tests, for race, sex and country of the test set of UCI Adult.
  it.each([
    ['White and other', ({ race }: AdultGroup) => (race === 'White' ? 'White' : 'other'), 8, 1.53679014653623],
    ['five races', ({ race }: AdultGroup) => race, 19, 2.063813731996515],
  ])('of Adult, with %s', (_, raceOf, size, expected) => {
    const groups = adultBy((group) => `${raceOf(group)}, ${group.sex}, ${group.country}`);

    expect(adult.rows).toBe(16281);
    expect(groups.size).toBe(size);
    expect(differentialFairness(groups).value).toBeCloseTo(expected, 12);
  });

  it('sees the outcome that tells the groups apart more', () => {
    const rare = new Map([
      ['a', { selected: 1, n: 1000 }],
      ['b', { selected: 20, n: 1000 }],
    ]);
    const common = new Map([...rare].map(([group, { selected, n }]) => [group, { selected: n - selected, n }]));

    expect(differentialFairness(rare).value).toBeCloseTo(Math.log(20.5 / 1.5), 12);
    expect(differentialFairness(common).value).toBeCloseTo(Math.log(20.5 / 1.5), 12);
  });

  it('is finite when a group has nobody selected, and leaves out empty groups', () => {
    const groups = new Map([
      ['a', { selected: 0, n: 10 }],
      ['b', { selected: 10, n: 10 }],
    ]);

    expect(differentialFairness(groups).value).toBeCloseTo(Math.log(10.5 / 0.5), 12);
    expect(differentialFairness(new Map([...groups, ['c', { selected: 0, n: 0 }]]))).toEqual(
      differentialFairness(groups),
    );
  });

  it.each([
    ['no group', [], 'empty-group'],
    ['only empty groups', [{ selected: 0, n: 0 }], 'empty-group'],
    ['one group', [{ selected: 1, n: 2 }], 'single-group'],
  ] as const)('is undefined with %s', (_, counts, reason) => {
    const groups = new Map(counts.map((count, index) => [`g${index}`, count]));

    expect(differentialFairness(groups)).toEqual(undefinedFor(reason));
  });

  it.each([
    ['more selected than rows', { selected: 3, n: 2 }, 1, 'A group has from 0 to n selected rows, got 3 of 2 for a.'],
    ['a negative count', { selected: -1, n: 2 }, 1, 'A group has from 0 to n selected rows, got -1 of 2 for a.'],
    ['NaN', { selected: 1, n: Number.NaN }, 1, 'A group has from 0 to n selected rows, got 1 of NaN for a.'],
    [
      'endless rows',
      { selected: 1, n: Number.POSITIVE_INFINITY },
      1,
      'A group has from 0 to n selected rows, got 1 of Infinity for a.',
    ],
    [
      'endless smoothing',
      { selected: 1, n: 2 },
      Number.POSITIVE_INFINITY,
      'The concentration of a smoothed rate must be finite and above 0, got Infinity.',
    ],
    [
      'no smoothing',
      { selected: 1, n: 2 },
      0,
      'The concentration of a smoothed rate must be finite and above 0, got 0.',
    ],
  ])('refuses %s', (_, count, concentration, message) => {
    expect(() => differentialFairness(new Map([['a', count]]), concentration)).toThrow(new RangeError(message));
  });
});

describe('inequality of benefits', () => {
  // AIF360's tests: of ten rows two with benefit 2 and two with 0, then three and three.
  it.each([
    ['GEI of two and two', generalizedEntropy({ ...NONE, tp: 6, fp: 2, fn: 2 }, 2), 0.2],
    ['GEI of three and three', generalizedEntropy({ ...NONE, tp: 4, fp: 3, fn: 3 }, 2), 0.3],
    ['Theil index of two and two', theilIndex({ ...NONE, tn: 6, fp: 2, fn: 2 }), (4 * Math.LN2) / 10],
    ['variation of two and two', benefitVariation({ ...NONE, tn: 6, fp: 2, fn: 2 }), Math.sqrt(0.4)],
  ])('%s', (_, actual, expected) => {
    expect(actual.value).toBeCloseTo(expected, 12);
  });

  it.each([
    ['no row', NONE, 'empty-group'],
    ['only false negatives', { ...NONE, fn: 3 }, 'zero-denominator'],
  ] as const)('is undefined with %s', (_, confusion, reason) => {
    expect(generalizedEntropy(confusion, 2)).toEqual(undefinedFor(reason));
    expect(theilIndex(confusion)).toEqual(undefinedFor(reason));
    expect(benefitVariation(confusion)).toEqual(undefinedFor(reason));
  });

  it('is zero for equal benefits, not negative, and does not depend on the number of copies', () => {
    const counts = fc.record({ tp: fc.nat(30), fp: fc.nat(30), fn: fc.nat(30), tn: fc.nat(30) });
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 1, 2, 3), ({ tp, fp, fn, tn }, alpha) => {
        const { value } = generalizedEntropy({ tp, fp, fn, tn }, alpha);
        if (value === null) return;
        const tripled = generalizedEntropy({ tp: 3 * tp, fp: 3 * fp, fn: 3 * fn, tn: 3 * tn }, alpha);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(tripled.value).toBeCloseTo(value, 12);
      }),
    );
    expect(generalizedEntropy({ ...NONE, tp: 3, tn: 4 }, 2)).toEqual(defined(0));
    expect(generalizedEntropy({ ...NONE, fp: 3 }, 1)).toEqual(defined(0));
  });

  it('refuses a negative count', () => {
    expect(() => generalizedEntropy({ tp: -1, fp: 1, fn: 1, tn: 1 }, 2)).toThrow(RangeError);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses alpha %d', (alpha) => {
    expect(() => generalizedEntropy(NONE, alpha)).toThrow(
      `The alpha of a generalised entropy must be finite and above 0, got ${alpha}.`,
    );
  });
});

describe('demographic disparity', () => {
  // The admissions of Berkeley in small: women apply where few are admitted, and are admitted as often there.
  const easy = { group: { selected: 8, n: 10 }, all: { selected: 80, n: 100 } };
  const hard = { group: { selected: 18, n: 90 }, all: { selected: 20, n: 100 } };
  const both = { group: { selected: 26, n: 100 }, all: { selected: 100, n: 200 } };

  it('is the share of the rejected minus the share of the selected', () => {
    expect(demographicDisparity(both).value).toBeCloseTo(74 / 100 - 26 / 100, 12);
  });

  it('vanishes within strata where it comes from the strata alone', () => {
    const { disparity, coverage } = conditionalDemographicDisparity([easy, hard]);

    expect(disparity.value).toBeCloseTo(0, 12);
    expect(coverage).toBe(1);
  });

  it('weighs strata by their rows', () => {
    const unequal = { group: { selected: 0, n: 50 }, all: { selected: 50, n: 100 } };
    const { disparity } = conditionalDemographicDisparity([
      { group: { selected: 2, n: 10 }, all: { selected: 20, n: 300 } },
      unequal,
    ]);
    const first = 8 / 280 - 2 / 20;

    expect(disparity.value).toBeCloseTo((300 * first + 100 * 1) / 400, 12);
  });

  it('leaves out strata without a disparity and says how much that is', () => {
    const everybody = { group: { selected: 30, n: 30 }, all: { selected: 50, n: 50 } };

    expect(conditionalDemographicDisparity([both, everybody])).toEqual({
      disparity: demographicDisparity(both),
      coverage: 0.8,
    });
  });

  it.each([
    ['no stratum', [], 'empty-group'],
    ['only empty strata', [{ group: { selected: 0, n: 0 }, all: { selected: 0, n: 0 } }], 'empty-group'],
    ['all selected', [{ group: { selected: 1, n: 1 }, all: { selected: 5, n: 5 } }], 'no-predicted-negatives'],
    ['none selected', [{ group: { selected: 0, n: 1 }, all: { selected: 0, n: 5 } }], 'no-predicted-positives'],
    [
      'an empty stratum before one without a rejection',
      [
        { group: { selected: 0, n: 0 }, all: { selected: 0, n: 0 } },
        { group: { selected: 1, n: 1 }, all: { selected: 5, n: 5 } },
      ],
      'no-predicted-negatives',
    ],
  ] as const)('is undefined with %s', (_, strata, reason) => {
    expect(conditionalDemographicDisparity(strata)).toEqual({ disparity: undefinedFor(reason), coverage: 0 });
  });

  it('of nobody is undefined', () => {
    const nobody = { selected: 0, n: 0 };

    expect(demographicDisparity({ group: nobody, all: nobody })).toEqual(undefinedFor('empty-group'));
  });

  it.each([
    ['the group', { selected: -1, n: 0 }, { selected: 1, n: 2 }],
    ['all rows', { selected: 1, n: 1 }, { selected: 3, n: 2 }],
  ])('refuses impossible counts of %s', (name, group, all) => {
    expect(() => demographicDisparity({ group, all })).toThrow(`for ${name}.`);
  });

  it.each([
    [
      { selected: 3, n: 3 },
      { selected: 2, n: 9 },
    ],
    [
      { selected: 0, n: 8 },
      { selected: 2, n: 9 },
    ],
  ])('refuses a group that is no part of all', (group, all) => {
    expect(() => demographicDisparity({ group, all })).toThrow('A group is a part of all rows, got ');
  });
});
