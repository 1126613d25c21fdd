import { chiSquareTest, cochranMantelHaenszel, mantelHaenszelDifference, type Stratum } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-contingency/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

function stratum([a, n, c, m]: readonly number[]): Stratum {
  return { first: { successes: Number(a), n: Number(n) }, second: { successes: Number(c), n: Number(m) } };
}

const counts = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40))
  .map(([n, m, a, c]) => stratum([Math.min(a, n), n, Math.min(c, m), m]));

describe('cochranMantelHaenszel', () => {
  it.each(oracle.stratified)('case %# (statsmodels)', ({ counts: strata, none, continuity }) => {
    for (const [correction, expected] of [
      ['none', none],
      ['continuity', continuity],
    ] as const) {
      const test = cochranMantelHaenszel(strata.map(stratum), correction);

      if (test.undefinedReason !== null) throw new Error(test.undefinedReason);
      expect(relativeError(test.statistic, at(expected, 0))).toBeLessThan(1e-10);
      expect(relativeError(test.p, at(expected, 1))).toBeLessThan(1e-9);
    }
  });

  it('of one stratum is χ² times (N-1)/N', () => {
    const test = cochranMantelHaenszel([stratum([12, 15, 17, 33])]);
    const pearson = chiSquareTest(
      [
        [12, 3],
        [17, 16],
      ],
      'none',
    );

    if (test.undefinedReason !== null || pearson.undefinedReason !== null) throw new Error('undefined');
    expect(test.statistic).toBeCloseTo((pearson.statistic * 47) / 48, 12);
  });

  it('corrects no further than to 0', () => {
    expect(cochranMantelHaenszel([stratum([5, 10, 5, 11])], 'continuity')).toMatchObject({ statistic: 0, p: 1 });
  });

  it('passes over strata with one group', () => {
    const strata = [stratum([3, 9, 7, 12]), stratum([4, 8, 0, 0]), stratum([0, 0, 1, 5])];

    expect(cochranMantelHaenszel(strata)).toEqual(cochranMantelHaenszel(strata.slice(0, 1)));
    expect(mantelHaenszelDifference(strata, 0.9)).toEqual(mantelHaenszelDifference(strata.slice(0, 1), 0.9));
  });

  it.each([
    ['single-group', [stratum([4, 8, 0, 0])]],
    ['single-group', []],
    ['constant-target', [stratum([0, 8, 0, 3]), stratum([2, 2, 5, 5])]],
  ])('is undefined: %s', (reason, strata) => {
    expect(cochranMantelHaenszel(strata).undefinedReason).toBe(reason);
  });

  it.each([[[5, 4, 1, 2]], [[1, 0, 1, 2]], [[1, 2, 1.5, 2]], [[1, 2, 0, Number.NaN]]])('refuses %o', (cells) => {
    expect(() => cochranMantelHaenszel([stratum(cells)])).toThrow(RangeError);
    expect(() => mantelHaenszelDifference([stratum(cells)], 0.95)).toThrow(RangeError);
  });
});

describe('mantelHaenszelDifference', () => {
  it.each(oracle.stratified)(
    'case %# is the mean of the differences with weights nm/N',
    ({ counts: strata, difference }) => {
      const result = mantelHaenszelDifference(strata.map(stratum), 0.95);

      if (result.undefinedReason !== null) throw new Error(result.undefinedReason);
      expect(result.estimate).toBeCloseTo(difference, 13);
      expect(result.interval[1] - result.interval[0]).toBeCloseTo(2 * 1.959963984540054 * result.standardError, 12);
    },
  );

  it('of a hand-made example', () => {
    // One stratum, 6/10 and 2/8: P = (2·100 - 6·64 + 10·8·(8-10)/2)/18² = -264/324, Q = (6·6 + 2·4)/36 = 44/36.
    const result = mantelHaenszelDifference([stratum([6, 10, 2, 8])], 0.95);
    const variance = (0.35 * (-264 / 324) + 44 / 36) / (80 / 18) ** 2;

    expect(result).toMatchObject({
      estimate: expect.closeTo(0.35, 14),
      standardError: expect.closeTo(Math.sqrt(variance), 14),
    });
  });

  it('has the variance of its numerator on average over all tables', () => {
    const { sizes, outcomes, variance, difference } = oracle.enumerated;
    let mean = 0;
    for (const outcome of outcomes) {
      const strata = sizes.map(([n, m], s) =>
        stratum([at(outcome, 2 * s), Number(n), at(outcome, 2 * s + 1), Number(m)]),
      );
      const result = mantelHaenszelDifference(strata, 0.95);
      if (result.undefinedReason !== null) throw new Error(result.undefinedReason);
      const weight = sizes.reduce((sum, [n, m]) => sum + (Number(n) * Number(m)) / (Number(n) + Number(m)), 0);
      // The estimator with the true difference in place of the estimate; the rest is linear in it.
      mean +=
        at(outcome, 4) * (result.standardError ** 2 * weight ** 2 + (difference - result.estimate) * slope(strata));
    }

    expect(mean).toBeCloseTo(variance, 12);
  });

  it('changes sign when the groups are swapped', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (strata) => {
        const forth = mantelHaenszelDifference(strata, 0.9);
        const back = mantelHaenszelDifference(
          strata.map(({ first, second }) => ({ first: second, second: first })),
          0.9,
        );

        if (forth.undefinedReason !== null || back.undefinedReason !== null) throw new Error('undefined');
        expect(back.estimate).toBeCloseTo(-forth.estimate, 12);
        expect(back.standardError).toBeCloseTo(forth.standardError, 7);
        expect(forth.interval[0]).toBeGreaterThanOrEqual(-1);
        expect(forth.interval[1]).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has no width where nothing varies, and is undefined without a stratum of both groups', () => {
    expect(mantelHaenszelDifference([stratum([0, 5, 0, 9])], 0.9)).toMatchObject({ estimate: 0, interval: [0, 0] });
    expect(mantelHaenszelDifference([stratum([0, 5, 0, 0])], 0.9).undefinedReason).toBe('single-group');
    expect(() => mantelHaenszelDifference([], 1.5)).toThrow('confidence');
  });
});

/** Sato's P. */
function slope(strata: readonly Stratum[]): number {
  return strata.reduce((sum, { first: { successes: a, n }, second: { successes: c, n: m } }) => {
    return sum + (n * n * c - m * m * a + (n * m * (m - n)) / 2) / (n + m) ** 2;
  }, 0);
}
