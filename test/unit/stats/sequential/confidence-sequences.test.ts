import {
  betaMixtureInterval,
  binomialDraw,
  countOnEdges,
  empiricalBernsteinInterval,
  newEmpiricalBernstein,
  newKsMonitor,
  observeBounded,
  observeEdgeCounts,
  parseEmpiricalBernstein,
  parseKsMonitor,
  quantileEdges,
  readKsMonitor,
  sequentialKsBoundary,
  sequentialKsLimit,
  wilsonInterval,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalFrom, seededRandom } from '../seeded-random.ts';

describe('betaMixtureInterval', () => {
  it.each([
    [700, 1000, 0.645438, 0.751017],
    [100, 1000, 0.068901, 0.138184],
    [0, 50, 0, 0.104642],
    [50, 50, 1 - 0.104642, 1],
  ])('of %s in %s', (successes, n, lower, upper) => {
    const found = betaMixtureInterval(successes, n, 0.05);

    expect(found[0]).toBeCloseTo(lower, 6);
    expect(found[1]).toBeCloseTo(upper, 6);
  });

  it('holds Wilson interval, mirrors and keeps the estimate', () => {
    const counts = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const [lower, upper] = betaMixtureInterval(k, n, 0.05);
        const wilson = wilsonInterval(k, n, 0.95);
        const mirror = betaMixtureInterval(n - k, n, 0.05);

        expect(lower).toBeLessThanOrEqual(k / n);
        expect(upper).toBeGreaterThanOrEqual(k / n);
        expect(mirror[0]).toBeCloseTo(1 - upper, 9);
        if (n > 20) expect(upper - lower).toBeGreaterThan(wilson[1] - wilson[0]);
      }),
    );
  });

  it('holds the proportion at all of a hundred looks as often as said', () => {
    const random = seededRandom(41);
    let missed = 0;
    for (let run = 0; run < 200; run += 1) {
      let successes = 0;
      for (let look = 1; look <= 100; look += 1) {
        successes += binomialDraw(20, 0.3, random);
        const [lower, upper] = betaMixtureInterval(successes, 20 * look, 0.1);
        if (lower > 0.3 || upper < 0.3) {
          missed += 1;
          break;
        }
      }
    }

    // At most 10 % of 200 runs; four standard errors of 4.2 above.
    expect(missed).toBeLessThanOrEqual(20 + 17);
  });

  it.each([
    [3, 2, 0.05],
    [0, 0, 0.05],
    [1, 2, 1],
    [1, 2, 0],
  ])('refuses %s of %s at %s', (k, n, alpha) => {
    expect(() => betaMixtureInterval(k, n, alpha)).toThrow(RangeError);
  });
});

describe('empirical Bernstein', () => {
  const vector = Float64Array.from({ length: 1000 }, (_, i) => [1, 0, 1, 1, 0, 1, 1, 1, 0, 1][i % 10] ?? 0);

  it('of ten values a hundred times', () => {
    const [lower, upper] = empiricalBernsteinInterval(observeBounded(newEmpiricalBernstein(0.05), vector));

    expect(lower).toBeCloseTo(0.640907, 6);
    expect(upper).toBeCloseTo(0.756547, 6);
  });

  it('knows nothing without rows', () => {
    expect(empiricalBernsteinInterval(newEmpiricalBernstein(0.05))).toEqual([0, 1]);
  });

  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

  it('takes rows in parts as in one piece, and survives storage between', () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        const whole = observeBounded(newEmpiricalBernstein(0.1), Float64Array.from([...first, ...second]));
        const half = observeBounded(newEmpiricalBernstein(0.1), Float64Array.from(first));
        const stored = parseEmpiricalBernstein(JSON.parse(JSON.stringify(half)));

        expect(observeBounded(stored, Float64Array.from(second))).toEqual(whole);
      }),
    );
  });

  it('mirrors with the values', () => {
    fc.assert(
      fc.property(values, (list) => {
        const seen = (xs: readonly number[]) =>
          empiricalBernsteinInterval(observeBounded(newEmpiricalBernstein(0.1), Float64Array.from(xs)));
        const [lower, upper] = seen(list);
        const mirror = seen(list.map((x) => 1 - x));

        expect(mirror[0]).toBeCloseTo(1 - upper, 9);
        expect(mirror[1]).toBeCloseTo(1 - lower, 9);
      }),
    );
  });

  it('holds the mean at all looks as often as said', () => {
    const random = seededRandom(42);
    let missed = 0;
    for (let run = 0; run < 200; run += 1) {
      let state = newEmpiricalBernstein(0.1);
      for (let look = 1; look <= 20; look += 1) {
        state = observeBounded(
          state,
          Float64Array.from({ length: 25 }, () => random.uniform() ** 3),
        );
        const [lower, upper] = empiricalBernsteinInterval(state);
        if (lower > 0.25 || upper < 0.25) {
          missed += 1;
          break;
        }
      }
    }

    // At most 10 % of 200 runs; four standard errors of 4.2 above.
    expect(missed).toBeLessThanOrEqual(20 + 17);
  });

  it.each([
    ['that saw nothing', newEmpiricalBernstein(0.05)],
    ['that saw only ones', observeBounded(newEmpiricalBernstein(0.05), new Float64Array(9).fill(1))],
    ['that placed no bet but the largest', { ...observeBounded(newEmpiricalBernstein(0.05), vector), bets: 500 }],
  ])('goes on from a state %s', (_, state) => {
    expect(state.kind).toBe('empirical-bernstein');
    expect(parseEmpiricalBernstein(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  const stored = observeBounded(newEmpiricalBernstein(0.05), vector);
  it.each([
    ['an alpha of one', { ...stored, alpha: 1 }],
    ['a sum above the rows', { ...stored, sum: 1001 }],
    ['bets without rows', { ...newEmpiricalBernstein(0.05), bets: 1 }],
    ['rows without bets', { ...stored, bets: 0 }],
    ['a negative penalty', { ...stored, penaltyAbove: -1 }],
    ['a NaN', { ...stored, squares: Number.NaN }],
    ['an alpha of zero', { ...stored, alpha: 0 }],
    ['a sum without rows', { ...newEmpiricalBernstein(0.05), sum: 1 }],
    ['bets without rows', { ...newEmpiricalBernstein(0.05), bets: 0.1 }],
    ['bets larger than may be placed', { ...stored, bets: 500.5 }],
    ['a penalty above the rows', { ...stored, penaltyAbove: 1000.5 }],
    ['a negative alpha', { ...stored, alpha: -0.1 }],
    ['penalties without rows', { ...newEmpiricalBernstein(0.05), penaltyBelow: 1 }],
  ])('does not go on from %s', (_, value) => {
    expect(() => parseEmpiricalBernstein(value)).toThrow(RangeError);
  });

  it.each([
    ['an alpha of zero', () => newEmpiricalBernstein(0)],
    ['an alpha of one', () => newEmpiricalBernstein(1)],
    ['a negative value', () => observeBounded(stored, Float64Array.of(-0.5))],
    ['a value above one', () => observeBounded(stored, Float64Array.of(1.5))],
    ['a NaN', () => observeBounded(stored, Float64Array.of(Number.NaN))],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('sequentialKsBoundary', () => {
  it('is that of confseq', () => {
    // 0.0820477877 is the least by scipy (minimum over η on a grid of 2,000,000 and Brent); confseq stops 1e-7 before it.
    expect(sequentialKsBoundary(1000, 0.05, 100)).toBeCloseTo(0.08204778770914854, 9);
    expect(Math.abs(sequentialKsBoundary(1000, 0.05, 100) - 0.08204769)).toBeLessThan(1e-7);
  });

  it.each([
    [0.05, 8.1227],
    [0.025, 8.6226],
    [0.01, 9.2835],
  ])('has the least constant at %s', (alpha, constant) => {
    expect((sequentialKsBoundary(100, alpha, 100) / 0.85) ** 2 * 100).toBeCloseTo(constant, 4);
    expect(constant).toBeLessThan(0.8 * Math.log(1612 / alpha));
  });

  it('is infinite before the first row that counts', () => {
    expect(sequentialKsBoundary(99, 0.05)).toBe(Number.POSITIVE_INFINITY);
    expect(sequentialKsBoundary(99, 0.05, 99)).toBeLessThan(1);
  });

  it('counts from the first row where it is told so', () => {
    expect(sequentialKsBoundary(1, 0.05, 1)).toBeCloseTo(10 * sequentialKsBoundary(100, 0.05, 100), 12);
  });

  it('adds the tolerance and the error of the reference', () => {
    const design = { referenceRows: 10_000, tolerance: 0.05, alpha: 0.05 };

    expect(sequentialKsLimit(1000, design)).toBeCloseTo(
      0.05 + Math.sqrt(Math.log(80) / 20_000) + sequentialKsBoundary(1000, 0.025),
      12,
    );
  });

  it.each([
    ['no rows', () => sequentialKsBoundary(0, 0.05)],
    ['half a row', () => sequentialKsBoundary(1.5, 0.05)],
    ['an alpha of one', () => sequentialKsBoundary(100, 1)],
    ['an alpha of zero', () => sequentialKsBoundary(100, 0)],
    ['a negative alpha', () => sequentialKsBoundary(100, -0.1)],
    ['a tolerance of one', () => sequentialKsLimit(100, { referenceRows: 10, tolerance: 1, alpha: 0.05 })],
    ['a negative tolerance', () => sequentialKsLimit(100, { referenceRows: 10, tolerance: -0.1, alpha: 0.05 })],
    ['no reference', () => sequentialKsLimit(100, { referenceRows: 0, tolerance: 0, alpha: 0.05 })],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('KS monitor', () => {
  const random = seededRandom(43);
  const sample = (n: number, shift = 0) => Float64Array.from({ length: n }, () => normalFrom(random) + shift);
  const rows = sample(10_000);
  const edges = quantileEdges(rows, 200);
  const reference = countOnEdges(rows, edges);
  const design = { tolerance: 0, alpha: 0.05 };

  it('is silent without drift for two months, and speaks within days of a shift of a fifth', () => {
    let quiet = newKsMonitor(edges);
    let alarms = 0;
    for (let day = 0; day < 60; day += 1) {
      quiet = observeEdgeCounts(quiet, countOnEdges(sample(500), edges));
      if (readKsMonitor(quiet, reference, design)?.alarm) alarms += 1;
    }
    let shifted = newKsMonitor(edges);
    let days = 0;
    while (!readKsMonitor(shifted, reference, design)?.alarm && days < 30) {
      shifted = observeEdgeCounts(shifted, countOnEdges(sample(500, 0.2), edges));
      days += 1;
    }

    expect(alarms).toBe(0);
    expect(days).toBeLessThanOrEqual(10);
  });

  it('alarms where the distance is above the limit, and only there', () => {
    const read = (shift: number) =>
      readKsMonitor(
        observeEdgeCounts(newKsMonitor(edges), countOnEdges(sample(4000, shift), edges)),
        reference,
        design,
      );

    expect(read(0)?.alarm).toBe(false);
    expect(read(0.5)?.alarm).toBe(true);
    expect(newKsMonitor(edges).kind).toBe('ks-monitor');
  });

  it('says nothing without rows and survives storage', () => {
    const monitor = observeEdgeCounts(newKsMonitor(edges), countOnEdges(sample(50), edges));

    expect(readKsMonitor(newKsMonitor(edges), reference, design)).toBeNull();
    expect(readKsMonitor(monitor, reference, design)).toMatchObject({ rows: 50, limit: Infinity, alarm: false });
    expect(parseKsMonitor(JSON.parse(JSON.stringify(monitor)))).toEqual(monitor);
  });

  const stored = newKsMonitor(Float64Array.of(1, 2));
  it.each([
    ['no edges', { ...stored, edges: [], equal: [], open: [0] }],
    ['edges that are text', { ...stored, edges: '12' }],
    ['edges that are null', { ...stored, edges: null }],
    ['a negative count between edges', { ...stored, open: [0, -1, 0] }],
    ['edges that descend', { ...stored, edges: [2, 1] }],
    ['too few counts', { ...stored, open: [0, 0] }],
    ['half a row', { ...stored, equal: [0.5, 0] }],
    ['a negative count', { ...stored, equal: [-1, 0] }],
  ])('does not go on from %s', (_, value) => {
    expect(() => parseKsMonitor(value)).toThrow(RangeError);
  });

  it('refuses counts of other edges', () => {
    expect(() => observeEdgeCounts(stored, reference)).toThrow(RangeError);
    expect(() => readKsMonitor(stored, reference, design)).toThrow(RangeError);
  });

  it('refuses counts that are none', () => {
    const batch = { edges: Float64Array.of(1, 2), equal: Float64Array.of(0, 0), open: Float64Array.of(1, -1, 0) };

    expect(() => observeEdgeCounts(stored, batch)).toThrow(RangeError);
  });
});
