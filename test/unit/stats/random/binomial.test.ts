import { binomialDraw, binomialTails, chiSquareSf, multinomialDraw } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';

describe('binomialDraw', () => {
  it.each([
    [12, 0.3],
    [40, 0.5],
    [100, 0.93],
    [2000, 0.1],
    [1_000_000, 0.00002],
    [50, 0.21],
  ])('of %s trials at %s has its law', (n, p) => {
    const draws = 20_000;
    const random = seededRandom(n);
    const seen = new Map<number, number>();
    for (let i = 0; i < draws; i += 1) {
      const k = binomialDraw(n, p, random);
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
    let [statistic, cells, expected, observed] = [0, 0, 0, 0];
    const spread = Math.ceil(8 * Math.sqrt(n * p * (1 - p)) + 5);
    const to = Math.min(n, Math.ceil(n * p) + spread);
    for (let k = Math.max(0, Math.floor(n * p) - spread); k <= to; k += 1) {
      expected += draws * (binomialTails({ successes: k, n, p }).exactly ?? 0);
      observed += seen.get(k) ?? 0;
      if (expected < 20 && k < to) continue;
      statistic += (observed - expected) ** 2 / Math.max(expected, 1);
      [expected, observed] = [0, 0];
      cells += 1;
    }

    expect(chiSquareSf(statistic, cells - 1)).toBeGreaterThan(0.001);
  });

  it.each([
    [12, 0.3],
    [7, 0.5],
    [60, 0.11],
    [9, 0.9],
    [1_000_000, 0.000_009],
  ])('of %s trials at %s inverts its law where few are expected', (n, p) => {
    const rounds = 1000;
    const counts = new Map<number, number>();
    for (let round = 0; round < rounds; round += 1) {
      const k = binomialDraw(n, p, { uniform: () => (round + 0.5) / rounds });
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }

    for (let k = 0; k <= Math.min(n, 40); k += 1) {
      const expected = rounds * (binomialTails({ successes: k, n, p }).exactly ?? Number.NaN);
      expect(Math.abs((counts.get(k) ?? 0) - expected)).toBeLessThanOrEqual(1);
    }
  });

  it('stays between 0 and n', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (n, p, seed) => {
        const k = binomialDraw(n, p, seededRandom(seed));

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
    expect(() => binomialDraw(n, p, seededRandom(1))).toThrow(RangeError);
  });
});

describe('multinomialDraw', () => {
  it('draws n in all and nothing where there is no weight', () => {
    const weights = fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }).filter((list) => list.some((w) => w > 0));
    fc.assert(
      fc.property(weights, fc.nat(100_000), fc.nat(), (list, n, seed) => {
        const counts = multinomialDraw(n, Float64Array.from(list), seededRandom(seed));

        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
        for (const [i, weight] of list.entries()) if (weight === 0) expect(counts[i]).toBe(0);
      }),
    );
  });

  it('refuses weights without a sum', () => {
    expect(() => multinomialDraw(3, Float64Array.of(0, 0), seededRandom(1))).toThrow(RangeError);
    expect(() => multinomialDraw(3, new Float64Array(0), seededRandom(1))).toThrow(RangeError);
  });
});
