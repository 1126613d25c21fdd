import { benjaminiHochberg, eBenjaminiHochberg, holm } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/statsmodels-multiplicity/values.json' with { type: 'json' };
import { at } from '../relative-error.ts';

// Benjamini and Hochberg 1995, section 3.2; the adjusted values as scipy's documentation prints them.
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const ADJUSTED = [
  0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182, 0.714875,
  0.75323077, 0.81321429, 1,
];

describe('benjaminiHochberg', () => {
  it.each(oracle.benjaminiHochberg)('case %# (statsmodels)', ({ p, adjusted }) => {
    for (const [index, ours] of benjaminiHochberg(p).entries()) expect(ours).toBeCloseTo(at(adjusted, index), 13);
  });

  it('of the example of 1995: four rejected at 0.05, where Holm rejects three', () => {
    for (const [index, ours] of benjaminiHochberg(PUBLISHED).entries())
      expect(ours).toBeCloseTo(at(ADJUSTED, index), 8);
    expect(benjaminiHochberg(PUBLISHED).filter((p) => p <= 0.05)).toHaveLength(4);
    expect(holm(PUBLISHED).filter((p) => p <= 0.05)).toHaveLength(3);
  });

  it('lies between the p-value and its Holm adjustment, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (pValues) => {
        const ours = benjaminiHochberg(pValues);
        const strict = holm(pValues);

        for (const [index, p] of pValues.entries()) {
          expect(at(ours, index)).toBeGreaterThanOrEqual(p);
          expect(at(ours, index)).toBeLessThanOrEqual(at(strict, index) * (1 + 1e-12));
        }
        expect(benjaminiHochberg(pValues.toReversed())).toEqual(ours.toReversed());
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %s', (p) => {
    expect(() => benjaminiHochberg([0.5, p])).toThrow(RangeError);
  });
});

describe('eBenjaminiHochberg', () => {
  it.each([
    ['none', [9, 1, 3], 0.1, [false, false, false]],
    ['the largest alone, at its limit', [30, 1, 3], 0.1, [true, false, false]],
    ['two, of which the second alone would not be enough', [15, 1, 15], 0.1, [true, false, true]],
    ['a large one that needs a small one for nothing', [1e9, 14.9, 0], 0.1, [true, false, false]],
    ['all, by the last', [10, 10, 10], 0.1, [true, true, true]],
    ['an infinite one', [Number.POSITIVE_INFINITY, 0], 0.05, [true, false]],
    ['of nothing nothing', [], 0.1, []],
  ])('rejects %s', (_, eValues, q, rejected) => {
    expect(eBenjaminiHochberg(eValues, q)).toEqual(rejected);
  });

  it('is Benjamini and Hochberg on 1/e', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { maxLength: 20 }), (eValues) => {
        const byP = benjaminiHochberg(eValues.map((e) => 1 / e));
        const near = byP.some((p) => Math.abs(p - 0.1) < 1e-9);

        if (!near) expect(eBenjaminiHochberg(eValues, 0.1)).toEqual(byP.map((p) => p <= 0.1));
      }),
    );
  });

  it.each([
    [[1], 0],
    [[1], 1],
    [[1], Number.NaN],
    [[-1], 0.1],
    [[Number.NaN], 0.1],
  ])('refuses %o at %s', (eValues, q) => {
    expect(() => eBenjaminiHochberg(eValues, q)).toThrow(RangeError);
  });
});
