import {
  kishEffectiveSize,
  moverRatio,
  newcombeDifference,
  newcombePaired,
  tangoDifference,
  weightedMoverRatio,
  weightedNewcombeDifference,
  weightedWilsonInterval,
  wilsonInterval,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cell = fc.nat(300);
const pairs = fc
  .record({ both: cell, onlyFirst: cell, onlySecond: cell, neither: cell })
  .filter((counts) => Object.values(counts).some((count) => count > 0));

describe('kishEffectiveSize', () => {
  it('of equal weights is their number, and less of others', () => {
    expect(kishEffectiveSize(5 * 0.3, 5 * 0.09)).toBeCloseTo(5, 12);
    expect(kishEffectiveSize(1 + 2 + 3, 1 + 4 + 9)).toBeCloseTo(36 / 14, 14);
  });

  it.each([
    [0, 1],
    [1, 0],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %s and %s', (sum, squares) => {
    expect(() => kishEffectiveSize(sum, squares)).toThrow(RangeError);
  });
});

describe('weighted intervals', () => {
  it('are the plain ones where the size is a whole number', () => {
    expect(weightedWilsonInterval({ proportion: 15 / 148, effectiveN: 148 }, 0.95)).toEqual(
      wilsonInterval(15, 148, 0.95),
    );
    expect(
      weightedNewcombeDifference({ proportion: 0.8, effectiveN: 70 }, { proportion: 0.6, effectiveN: 80 }, 0.95),
    ).toEqual(newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95));
    expect(weightedMoverRatio({ proportion: 0.8, effectiveN: 70 }, { proportion: 0.6, effectiveN: 80 }, 0.95)).toEqual(
      moverRatio({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95),
    );
  });

  it('narrow as the effective size grows, also between whole numbers', () => {
    const width = (effectiveN: number): number => {
      const [lower, upper] = weightedWilsonInterval({ proportion: 0.3, effectiveN }, 0.95);
      return upper - lower;
    };

    expect(width(0.5)).toBeGreaterThan(width(10));
    expect(width(10)).toBeGreaterThan(width(10.5));
  });

  it.each([0, 1])('are exact at the proportion %i, whatever the rounding', (proportion) => {
    for (let effectiveN = 0.3; effectiveN < 60; effectiveN += 0.7) {
      const [lower, upper] = weightedWilsonInterval({ proportion, effectiveN }, 0.95);

      expect(proportion === 0 ? lower : upper).toBe(proportion);
    }
  });

  it.each([
    [{ proportion: 1.1, effectiveN: 5 }],
    [{ proportion: Number.NaN, effectiveN: 5 }],
    [{ proportion: 0.5, effectiveN: 0 }],
    [{ proportion: 0.5, effectiveN: Number.POSITIVE_INFINITY }],
  ])('refuse %o', (measured) => {
    expect(() => weightedWilsonInterval(measured, 0.95)).toThrow(RangeError);
    expect(() => weightedNewcombeDifference(measured, { proportion: 0.5, effectiveN: 5 }, 0.95)).toThrow(RangeError);
  });
});

describe('newcombePaired', () => {
  it('of the data of Fagerland 2014', () => {
    const [lower, upper] = newcombePaired({ both: 1, onlyFirst: 1, onlySecond: 7, neither: 12 }, 0.95);

    expect(lower).toBeCloseTo(-0.50692, 6);
    expect(upper).toBeCloseTo(-0.025559, 6);
  });

  it.each([
    [{ both: 36, onlyFirst: 12, onlySecond: 2, neither: 0 }, 0.05692958400323875, 0.3404276029749408],
    [{ both: 40, onlyFirst: 10, onlySecond: 5, neither: 45 }, -0.027083567511575576, 0.12563108632719555],
    [{ both: 20, onlyFirst: 12, onlySecond: 9, neither: 30 }, -0.08487388650931374, 0.16705146412615135],
    [{ both: 5, onlyFirst: 30, onlySecond: 25, neither: 4 }, -0.1458225509148395, 0.29387412299239674],
    [{ both: 10, onlyFirst: 10, onlySecond: 10, neither: 10 }, -0.20931029740230978, 0.20931029740230978],
    [{ both: 20, onlyFirst: 5, onlySecond: 0, neither: 0 }, 0.02636580675972769, 0.3913095036954034],
  ])(
    'of %o, whose φ is below, above or exactly 0 (the formula over the Wilson bounds of statsmodels)',
    (counts, ...bounds) => {
      const [lower, upper] = newcombePaired(counts, 0.95);

      expect(lower).toBeCloseTo(bounds[0], 12);
      expect(upper).toBeCloseTo(bounds[1], 12);
    },
  );

  it('contains the estimate, lies in [-1, 1], changes sign when swapped, and is near Tango', () => {
    fc.assert(
      fc.property(pairs, (counts) => {
        const { both, onlyFirst, onlySecond, neither } = counts;
        const n = both + onlyFirst + onlySecond + neither;
        const [lower, upper] = newcombePaired(counts, 0.95);
        const swapped = newcombePaired({ ...counts, onlyFirst: onlySecond, onlySecond: onlyFirst }, 0.95);
        const tango = tangoDifference({ onlyFirst, onlySecond, n }, 0.95);

        expect(lower).toBeGreaterThanOrEqual(-1);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual((onlyFirst - onlySecond) / n + 1e-12);
        expect(upper).toBeGreaterThanOrEqual((onlyFirst - onlySecond) / n - 1e-12);
        expect(swapped[0]).toBeCloseTo(-upper, 12);
        if (n > 100) expect(Math.abs(lower - tango[0])).toBeLessThan(0.08);
      }),
    );
  });

  it.each([
    [{ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }],
    [{ both: -1, onlyFirst: 2, onlySecond: 0, neither: 0 }],
    [{ both: 1, onlyFirst: 2.5, onlySecond: 0, neither: 0 }],
    [{ both: -1, onlyFirst: 2, onlySecond: 2, neither: 3 }],
    [{ both: 0.5, onlyFirst: 0.5, onlySecond: 0.5, neither: 0.5 }],
  ])('refuses %o', (counts) => {
    expect(() => newcombePaired(counts, 0.95)).toThrow(RangeError);
  });
});
