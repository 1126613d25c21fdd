import { clopperPearson, fisherExact, pooledZ, wilsonInterval } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/statsmodels-proportions/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

const fourFold = (cells: readonly number[]) => ({
  first: { yes: at(cells, 0), no: at(cells, 1) },
  second: { yes: at(cells, 2), no: at(cells, 3) },
});

describe('clopperPearson', () => {
  it.each(oracle.clopperPearson)('of $successes of $n at $confidence (statsmodels)', (row) => {
    const [lower, upper] = clopperPearson(row.successes, row.n, row.confidence);

    expect(relativeError(lower, at(row.interval, 0))).toBeLessThan(1e-9);
    expect(relativeError(upper, at(row.interval, 1))).toBeLessThan(1e-9);
  });

  it('mirrors with failures, and is exactly 0 and 1 at the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, count) => {
        const successes = count % (n + 1);
        const [lower, upper] = clopperPearson(successes, n, 0.95);
        const [mirroredLower, mirroredUpper] = clopperPearson(n - successes, n, 0.95);

        expect(mirroredLower).toBeCloseTo(1 - upper, 12);
        expect(mirroredUpper).toBeCloseTo(1 - lower, 12);
        expect(lower === 0).toBe(successes === 0);
        expect(upper === 1).toBe(successes === n);
        expect(upper - lower).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('is wider than the score interval', () => {
    expect(clopperPearson(15, 148, 0.95)[1]).toBeGreaterThan(wilsonInterval(15, 148, 0.95)[1]);
  });

  it.each([
    [3, 2, 0.95],
    [0, 0, 0.95],
    [1, 2, 1],
  ])('refuses %s of %s at %s', (successes, n, confidence) => {
    expect(() => clopperPearson(successes, n, confidence)).toThrow(RangeError);
  });
});

describe('pooledZ', () => {
  it.each(oracle.pooledZ)('of $counts (statsmodels)', ({ counts, z, p }) => {
    const ours = pooledZ(
      { successes: at(counts, 0), n: at(counts, 1) },
      { successes: at(counts, 2), n: at(counts, 3) },
    );

    expect(relativeError(ours.z, z)).toBeLessThan(1e-11);
    expect(relativeError(ours.p, p)).toBeLessThan(1e-11);
  });

  it.each([
    [0, 0],
    [5, 9],
  ])('is 0 with p = 1 for %i of 5 and %i of 9', (first, second) => {
    expect(pooledZ({ successes: first, n: 5 }, { successes: second, n: 9 })).toEqual({ z: 0, p: 1 });
  });

  it('refuses an empty group', () => {
    expect(() => pooledZ({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toThrow(RangeError);
    expect(() => pooledZ({ successes: 1, n: 2 }, { successes: 0, n: 0 })).toThrow(RangeError);
  });
});

describe('fisherExact', () => {
  it.each(oracle.fisher)('of %i, %i and %i, %i is (scipy) %s', (...row) => {
    expect(relativeError(fisherExact(fourFold(row)), at(row, 4))).toBeLessThan(1e-8);
  });

  it.each([
    [[12, 3, 17, 16], 0.110025],
    [[6, 2, 1, 4], 0.102564],
  ])('of %o as stats.md §10.4 has it', (cells, p) => {
    expect(fisherExact(fourFold(cells))).toBeCloseTo(p, 6);
  });

  it('is the same for the table turned or mirrored', () => {
    const cell = fc.nat(60);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const p = fisherExact(fourFold([a, b, c, d]));

        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        for (const other of [
          [a, c, b, d],
          [c, d, a, b],
          [b, a, d, c],
        ]) {
          expect(relativeError(fisherExact(fourFold(other)), p)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('is fast on large tables and keeps a far tail', () => {
    expect(fisherExact(fourFold([5_000_000, 5_000_000, 4_999_000, 5_001_000]))).toBeCloseTo(0.6548, 3);
    expect(fisherExact(fourFold([3000, 0, 0, 3000]))).toBe(0);
    expect(fisherExact(fourFold([300, 0, 0, 300]))).toBeGreaterThan(1e-180);
  });

  it.each([-1, 1.5, Number.NaN])('refuses the count %s', (count) => {
    expect(() => fisherExact(fourFold([1, 2, 3, count]))).toThrow(RangeError);
  });
});
