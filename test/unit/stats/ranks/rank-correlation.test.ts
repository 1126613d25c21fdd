import { ascendingOrder, createRandom, kendallTauB, midranks, spearmanRho } from '@gatehouse/stats';
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
});

describe('ascendingOrder', () => {
  it.each([0, 1, 6, 5000])('of %i values is that of a stable sort, whatever their signs and sizes', (length) => {
    const random = createRandom(new Uint8Array(16).fill(4));
    const special = [0, -0, Number.MIN_VALUE, -Number.MIN_VALUE, 1e308, -1e308, 1, -1];
    const values = Float64Array.from({ length }, () => {
      const kind = random.integer(3);
      if (kind === 0) return Number(special[random.integer(special.length)]);
      return kind === 1 ? random.uniform() - 0.5 : (random.uniform() - 0.5) * 10 ** (random.integer(600) - 300);
    });
    const expected = Array.from(values.keys()).sort((a, b) => Number(values[a]) - Number(values[b]) || a - b);

    expect([...ascendingOrder(values)]).toEqual(expected);
  });

  it.each([4, 500])('of %i values keeps an order given among equals', (length) => {
    const values = Float64Array.from({ length }, (_, index) => index % 2);
    const before = Int32Array.from({ length }, (_, index) => length - 1 - index);
    const order = ascendingOrder(values, before);

    expect([...order]).toEqual(
      [...before].filter((index) => index % 2 === 0).concat([...before].filter((index) => index % 2 === 1)),
    );
    expect(before[0]).toBe(length - 1);
  });
});
