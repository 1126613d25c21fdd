import { ascendingOrder, kendallTauB, midranks, spearmanRho } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-ranks/values.json' with { type: 'json' };

const rows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), { minLength: 2, maxLength: 40 })
  .map((pairs) => [Float64Array.from(pairs, ([x]) => x), Float64Array.from(pairs, ([, y]) => y)] as const);

/** By its definition, in O(n²). */
function tauOfPairs(x: Float64Array, y: Float64Array): number {
  let [score, ofX, ofY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [Math.sign(Number(x[i]) - Number(x[j])), Math.sign(Number(y[i]) - Number(y[j]))];
      score += a * b;
      ofX += a * a;
      ofY += b * b;
    }
  }
  return score / Math.sqrt(ofX * ofY);
}

describe.each([
  ['spearmanRho', spearmanRho],
  ['kendallTauB', kendallTauB],
] as const)('%s', (name, correlation) => {
  it.each(oracle.correlations)('case %# (scipy)', ({ x, y, spearman, kendall }) => {
    const expected = name === 'spearmanRho' ? spearman : kendall;

    expect(correlation(Float64Array.from(x), Float64Array.from(y)).value).toBeCloseTo(expected, 13);
  });

  it('is symmetric, changes sign with one side, and does not change under increasing maps', () => {
    fc.assert(
      fc.property(rows, ([x, y]) => {
        const { value } = correlation(x, y);
        fc.pre(value !== null);

        expect(correlation(y, x).value).toBeCloseTo(Number(value), 12);
        expect(
          correlation(
            x,
            y.map((v) => -v),
          ).value,
        ).toBeCloseTo(-Number(value), 12);
        expect(correlation(x, y.map(Math.exp)).value).toBe(value);
        expect(correlation(x, x).value).toBeCloseTo(1, 14);
        expect(Math.abs(Number(value))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    ['insufficient-n', [], []],
    ['insufficient-n', [1], [2]],
    ['constant-target', [3, 3, 3], [1, 2, 3]],
    ['constant-target', [3, 3], [2, 2]],
    ['constant-prediction', [1, 2, 3], [7, 7, 7]],
  ])('is undefined: %s', (reason, x, y) => {
    expect(correlation(Float64Array.from(x), Float64Array.from(y))).toEqual({ value: null, undefinedReason: reason });
  });

  it.each([
    [[1, 2], [1]],
    [
      [1, Number.NaN],
      [1, 2],
    ],
    [
      [1, 2],
      [1, Number.POSITIVE_INFINITY],
    ],
  ])('refuses %o with %o', (x, y) => {
    expect(() => correlation(Float64Array.from(x), Float64Array.from(y))).toThrow(RangeError);
  });
});

describe('kendallTauB', () => {
  it('is its definition over all pairs', () => {
    fc.assert(
      fc.property(rows, ([x, y]) => {
        const { value } = kendallTauB(x, y);

        if (value !== null) expect(value).toBeCloseTo(tauOfPairs(x, y), 12);
      }),
    );
  });
});

describe('midranks', () => {
  it('share the mean of their places', () => {
    expect([...midranks(Float64Array.of(5, 1, 5, 0, 5))]).toEqual([4, 2, 4, 1, 4]);
    expect([...midranks([])]).toEqual([]);
  });

  it('come from an order that leaves ties as they are', () => {
    expect([...ascendingOrder(Float64Array.of(2, 1, 2, 1))]).toEqual([1, 3, 0, 2]);
  });
});
