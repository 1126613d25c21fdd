import { binomialDraw, binomialTails, multinomialDraw, type RandomSource } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/binomial-draws/values.json' with { type: 'json' };
import { atMost, justThese, seededRandom } from '../seeded-random.ts';

/** Of 2,000 draws; the paper takes 1.5 pairs for one at the worst. */
const MOST_PAIRS = 4000;

/** Pairs of numbers spread evenly over the square (Roberts' R2): what is accepted of them is the law, almost without chance. */
function evenPairs(): RandomSource {
  let drawn = 0;
  return {
    uniform(): number {
      const pair = drawn >> 1;
      if (pair > MOST_PAIRS) throw new Error('Hardly any pair is accepted.');
      drawn += 1;
      return (0.5 + pair * (drawn % 2 === 1 ? 0.754_877_666_246_692_7 : 0.569_840_290_998_053)) % 1;
    },
  };
}

describe('binomialDraw', () => {
  it.each([
    [40, 0.5],
    [40, 0.26],
    [2000, 0.1],
    [1_000_000, 0.00002],
    [50, 0.21],
    [60, 0.8],
  ])('of %s trials at %s accepts its law where many are expected', (n, p) => {
    const draws = 2000;
    const source = evenPairs();
    const seen = new Map<number, number>();
    for (let i = 0; i < draws; i += 1) {
      const k = binomialDraw(n, p, source);
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }

    let farthest = 0;
    for (let k = 0; k <= Math.min(n, 400); k += 1) {
      const expected = draws * (binomialTails({ successes: k, n, p }).exactly ?? Number.NaN);
      farthest = Math.max(farthest, Math.abs((seen.get(k) ?? 0) - expected));
    }
    // Of random numbers the largest deviation would be about 30.
    expect(farthest).toBeLessThan(6);
  });

  it.each([
    [12, 0.3],
    [7, 0.5],
    [60, 0.11],
    [9, 0.9],
    [1_000_000, 0.000_009],
  ])('of %s trials at %s inverts its law where few are expected', (n, p) => {
    const rounds = 500;
    const counts = new Map<number, number>();
    for (let round = 0; round < rounds; round += 1) {
      const k = binomialDraw(n, p, justThese((round + 0.5) / rounds));
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }

    for (let k = 0; k <= Math.min(n, 40); k += 1) {
      const expected = rounds * (binomialTails({ successes: k, n, p }).exactly ?? Number.NaN);
      expect(Math.abs((counts.get(k) ?? 0) - expected)).toBeLessThanOrEqual(1);
    }
  });

  it.each(oracle.cases)('of $n trials at $p takes and leaves the numbers that the paper does', ({ n, p, draws }) => {
    const source = evenPairs();

    expect(draws.map(() => binomialDraw(n, p, source))).toEqual(draws);
  });

  it.each(oracle.limits)(
    'of $n trials at $p: $u proposes $k, which numbers up to $limit accept',
    ({ n, p, u, k, limit }) => {
      const [few, many] = [limit * (1 - 1e-9), limit * (1 + 1e-9)];

      expect(binomialDraw(n, p, justThese(u, few))).toBe(k);
      expect(() => binomialDraw(n, p, justThese(u, many))).toThrow('More than 2 numbers');
    },
  );

  it.each([
    [
      'none where there is no choice',
      0,
      [
        [0, 0.3],
        [7, 0],
        [7, 1],
        [0, 0.5],
        [1_000_000, 0],
      ],
    ],
    [
      'one where fewer than ten are expected',
      1,
      [
        [19, 0.5],
        [33, 0.3],
        [9, 0.9],
        [1_000_000, 0.000_009],
      ],
    ],
    [
      'a pair where ten are',
      2,
      [
        [20, 0.5],
        [100, 0.1],
        [40, 0.25],
      ],
    ],
  ] as const)('needs of the numbers %s', (_, wanted, cases) => {
    for (const [n, p] of cases) {
      let taken = 0;
      const half = {
        uniform(): number {
          taken += 1;
          return 0.45;
        },
      };
      binomialDraw(n, p, atMost(2, half));

      expect(taken).toBe(wanted);
    }
  });

  it('ends at n where rounding leaves a number beyond all probabilities', () => {
    for (const n of [1, 3, 12]) expect(binomialDraw(n, 0.4, justThese(1 + 1e-9))).toBe(n);
  });

  it('stays between 0 and n', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (n, p, seed) => {
        const k = binomialDraw(n, p, atMost(100, seededRandom(seed)));

        expect(Number.isSafeInteger(k) && k >= 0 && k <= n).toBe(true);
        if (p === 0) expect(k).toBe(0);
        if (p === 1) expect(k).toBe(n);
      }),
    );
  });

  it.each([
    [-1, 0.5],
    [1.5, 0.5],
    [3, -0.1],
    [3, Number.NaN],
  ])('refuses %s trials at %s', (n, p) => {
    expect(() => binomialDraw(n, p, justThese())).toThrow(RangeError);
  });
});

describe('multinomialDraw', () => {
  it('draws n in all and nothing where there is no weight', () => {
    const weights = fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }).filter((list) => list.some((w) => w > 0));
    fc.assert(
      fc.property(weights, fc.nat(100_000), fc.nat(), (list, n, seed) => {
        const counts = multinomialDraw(n, Float64Array.from(list), atMost(1000, seededRandom(seed)));

        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
        for (const [i, weight] of list.entries()) if (weight === 0) expect(counts[i]).toBe(0);
      }),
    );
  });

  it('gives each cell its share, and pairs of cells their covariance', () => {
    const weights = [2, 0, 5, 1, 2];
    const [rounds, n] = [4000, 6];
    const random = atMost(4 * rounds, seededRandom(11));
    const draws = Array.from({ length: rounds }, () => multinomialDraw(n, Float64Array.from(weights), random));
    const mean = (of: (draw: Float64Array) => number): number =>
      draws.reduce((sum, draw) => sum + of(draw), 0) / rounds;

    for (const [i, weight] of weights.entries()) {
      const share = weight / 10;
      expect(Math.abs(mean((draw) => Number(draw[i])) - n * share)).toBeLessThan(0.08);
      for (const [j, other] of weights.entries()) {
        const covariance = n * share * ((i === j ? 1 : 0) - other / 10);
        const found = mean((draw) => (Number(draw[i]) - n * share) * (Number(draw[j]) - (n * other) / 10));
        expect(Math.abs(found - covariance)).toBeLessThan(0.12);
      }
    }
  });

  it('refuses weights without a sum', () => {
    expect(() => multinomialDraw(3, Float64Array.of(0, 0), justThese())).toThrow(RangeError);
    expect(() => multinomialDraw(3, new Float64Array(0), justThese())).toThrow(RangeError);
  });
});
