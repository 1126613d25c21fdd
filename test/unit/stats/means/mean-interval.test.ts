import {
  type MeanEstimate,
  meanInterval,
  mergeMoments,
  momentsOf,
  type Undefined,
  welchDifference,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-means/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

function estimated(result: MeanEstimate | Undefined<'insufficient-n'>): MeanEstimate {
  if (result.undefinedReason !== null) throw new Error(result.undefinedReason);
  return result;
}

function expectSame(actual: MeanEstimate, expected: { p: number; df: number; interval: readonly number[] }): void {
  expect(relativeError(actual.p, expected.p)).toBeLessThan(1e-9);
  expect(relativeError(actual.df, expected.df)).toBeLessThan(1e-10);
  expect(relativeError(actual.interval[0], at(expected.interval, 0))).toBeLessThan(1e-10);
  expect(relativeError(actual.interval[1], at(expected.interval, 1))).toBeLessThan(1e-10);
}

const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { maxLength: 40 });

describe('momentsOf', () => {
  it('of three values', () => {
    expect(momentsOf(Float64Array.of(1, 2, 6))).toEqual({ n: 3, mean: 3, m2: 14 });
  });

  it('keeps the digits of a small spread far from zero', () => {
    const { mean, m2 } = momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 3]);

    expect([mean, m2]).toEqual([1e9 + 2, 2]);
  });

  it.each([
    { of: 'a tenth ten times, whose sum is not 1', values: new Array<number>(10).fill(0.1), mean: 0.1, m2: 0 },
    {
      of: 'values whose mean no number holds',
      values: [2 ** 52, 2 ** 52 + 1, 2 ** 52 + 1],
      mean: 2 ** 52 + 1,
      m2: 2 / 3,
    },
  ])('corrects the rounding of the mean: $of', ({ values, mean, m2 }) => {
    expect(momentsOf(values)).toEqual({ n: values.length, mean, m2: expect.closeTo(m2, 14) });
  });

  it('of nothing', () => {
    expect(momentsOf([])).toEqual({ n: 0, mean: 0, m2: 0 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => momentsOf([1, value])).toThrow(`got ${value}`);
  });
});

describe('mergeMoments', () => {
  it('is the moments of both samples together, in any split', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [merged, whole] = [mergeMoments(momentsOf(a), momentsOf(b)), momentsOf([...a, ...b])];

        expect(merged.n).toBe(whole.n);
        expect(merged.mean).toBeCloseTo(whole.mean, 9);
        expect(Math.abs(merged.m2 - whole.m2)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole.m2));
      }),
    );
  });

  it('leaves a sample as it is when the other is empty', () => {
    const [empty, some, huge] = [momentsOf([]), momentsOf([1, 5]), momentsOf([1e200])];

    expect([mergeMoments(empty, some), mergeMoments(some, empty)]).toEqual([some, some]);
    expect([mergeMoments(empty, huge), mergeMoments(huge, empty)]).toEqual([huge, huge]);
  });

  it.each([-1, 0.5, Number.NaN])('refuses a size of %s', (n) => {
    expect(() => mergeMoments({ n, mean: 0, m2: 0 }, momentsOf([1]))).toThrow(RangeError);
  });
});

describe('meanInterval', () => {
  it.each(oracle.cases)('case %# (scipy ttest_1samp)', ({ first, confidence, mean }) => {
    expectSame(estimated(meanInterval(momentsOf(first), confidence)), mean);
  });

  it('shifts with the values and scales with them', () => {
    const pair = fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true }));
    fc.assert(
      fc.property(pair, ([shift, scale]) => {
        const values = [1, 4, 2, 8];
        const plain = estimated(meanInterval(momentsOf(values), 0.9)).interval;
        const moved = estimated(meanInterval(momentsOf(values.map((x) => x * scale + shift)), 0.9)).interval;

        expect(moved[0]).toBeCloseTo(plain[0] * scale + shift, 9);
        expect(moved[1]).toBeCloseTo(plain[1] * scale + shift, 9);
      }),
    );
  });

  it.each([
    [0, 1],
    [3, 0],
  ])('of values that are all %i has no width and p = %i', (value, p) => {
    const result = estimated(meanInterval(momentsOf([value, value, value]), 0.95));

    expect([result.interval, result.p, result.standardError]).toEqual([[value, value], p, 0]);
  });

  it.each([[[]], [[4]]])('of %o is undefined', (values) => {
    expect(meanInterval(momentsOf(values), 0.95)).toEqual({ value: null, undefinedReason: 'insufficient-n' });
  });

  it.each([
    [{ n: 1.5, mean: 0, m2: 1 }],
    [{ n: -1, mean: 0, m2: 1 }],
    [{ n: 3, mean: Number.NaN, m2: 1 }],
    [{ n: 3, mean: 0, m2: -1 }],
    [{ n: 3, mean: 0, m2: Number.POSITIVE_INFINITY }],
  ])('refuses %o', (moments) => {
    expect(() => meanInterval(moments, 0.95)).toThrow(RangeError);
    expect(() => welchDifference(momentsOf([1, 2]), moments, 0.95)).toThrow(RangeError);
    expect(() => welchDifference(moments, momentsOf([1, 2]), 0.95)).toThrow(RangeError);
  });

  it.each([[[1, 2]], [[3, 3]], [[]]])('refuses a confidence of 1 also where it would not be used: %o', (values) => {
    expect(() => meanInterval(momentsOf(values), 1)).toThrow('confidence');
    expect(() => welchDifference(momentsOf(values), momentsOf(values), 1)).toThrow('confidence');
  });
});

describe('welchDifference', () => {
  it.each(oracle.cases)('case %# (scipy ttest_ind)', ({ first, second, confidence, welch }) => {
    expectSame(estimated(welchDifference(momentsOf(first), momentsOf(second), confidence)), welch);
  });

  it('changes sign when the samples are swapped', () => {
    const [a, b] = [momentsOf([1, 2, 3.5]), momentsOf([0, 4, 8, 9])];
    const [forth, back] = [estimated(welchDifference(a, b, 0.9)), estimated(welchDifference(b, a, 0.9))];

    expect(back.interval).toEqual([-forth.interval[1], -forth.interval[0]]);
    expect(back.p).toBe(forth.p);
  });

  it('of two constant samples has no width', () => {
    const result = estimated(welchDifference(momentsOf([2, 2]), momentsOf([1, 1]), 0.9));

    expect([result.interval, result.p, result.df]).toEqual([[1, 1], 0, Number.POSITIVE_INFINITY]);
  });

  it('of one constant sample rests on the other', () => {
    expect(estimated(welchDifference(momentsOf([2, 2, 2]), momentsOf([1, 4, 3]), 0.9)).df).toBe(2);
  });

  it.each([
    [[1], [1, 2]],
    [[1, 2], []],
  ])('of %o and %o is undefined', (first, second) => {
    expect(welchDifference(momentsOf(first), momentsOf(second), 0.9).undefinedReason).toBe('insufficient-n');
  });
});
