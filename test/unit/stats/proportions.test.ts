import { mcnemarExact, moverRatio, newcombeDifference, tangoDifference, wilsonInterval } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import scipy from '../../fixtures/oracles/scipy/values.json' with { type: 'json' };
import statsmodels from '../../fixtures/oracles/statsmodels/values.json' with { type: 'json' };
import { at, relativeError } from './relative-error.ts';

const proportion = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99, 0.999);

function expectBounds(actual: readonly number[], expected: readonly number[], digits: number): void {
  expect(at(actual, 0)).toBeCloseTo(at(expected, 0), digits);
  expect(at(actual, 1)).toBeCloseTo(at(expected, 1), digits);
}

describe('wilsonInterval', () => {
  it.each(statsmodels.wilson)('of $successes of $n at $confidence (statsmodels)', (row) => {
    expectBounds(wilsonInterval(row.successes, row.n, row.confidence), row.interval, 12);
  });

  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i as Newcombe 1998a prints it', (successes, n, lower, upper) => {
    expectBounds(wilsonInterval(successes, n, 0.95), [lower, upper], 4);
  });

  it('contains the estimate, mirrors with failures, and widens with confidence', () => {
    fc.assert(
      fc.property(proportion, ({ successes, n }) => {
        const [lower, upper] = wilsonInterval(successes, n, 0.95);
        const [mirroredLower] = wilsonInterval(n - successes, n, 0.95);
        const [widerLower, widerUpper] = wilsonInterval(successes, n, 0.99);

        expect(lower).toBeLessThanOrEqual(successes / n);
        expect(upper).toBeGreaterThanOrEqual(successes / n);
        expect(mirroredLower).toBeCloseTo(1 - upper, 12);
        expect(widerLower).toBeLessThanOrEqual(lower);
        expect(widerUpper).toBeGreaterThanOrEqual(upper);
      }),
    );
  });

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
    [Number.NaN, 3],
  ])('refuses %s of %s', (successes, n) => {
    expect(() => wilsonInterval(successes, n, 0.95)).toThrow(RangeError);
  });
});

describe('newcombeDifference', () => {
  it.each(statsmodels.newcombe)(
    'of $counts at $confidence (statsmodels)',
    ({ counts, confidence: level, interval }) => {
      const [first, second] = [
        { successes: at(counts, 0), n: at(counts, 1) },
        { successes: at(counts, 2), n: at(counts, 3) },
      ];

      expectBounds(newcombeDifference(first, second, level), interval, 12);
    },
  );

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i/%i - %i/%i as Newcombe 1998b prints it', (k1, n1, k2, n2, ...interval) => {
    expectBounds(newcombeDifference({ successes: k1, n: n1 }, { successes: k2, n: n2 }, 0.95), interval, 4);
  });

  it('changes sign when the groups are swapped', () => {
    fc.assert(
      fc.property(proportion, proportion, confidence, (a, b, level) => {
        const [lower, upper] = newcombeDifference(a, b, level);
        const [swappedLower, swappedUpper] = newcombeDifference(b, a, level);

        expect(swappedLower).toBeCloseTo(-upper, 12);
        expect(swappedUpper).toBeCloseTo(-lower, 12);
      }),
    );
  });
});

describe('moverRatio', () => {
  it('of 56/70 over 48/80 as stats.md has it', () => {
    expectBounds(moverRatio({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95), [1.07829, 1.66292], 5);
  });

  it('is unbounded over a proportion that may be zero', () => {
    expect(moverRatio({ successes: 3, n: 10 }, { successes: 0, n: 10 }, 0.95)[1]).toBe(Number.POSITIVE_INFINITY);
    expect(moverRatio({ successes: 0, n: 10 }, { successes: 0, n: 10 }, 0.95)).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  it('contains the ratio and is never NaN', () => {
    fc.assert(
      fc.property(proportion, proportion, confidence, (a, b, level) => {
        const [lower, upper] = moverRatio(a, b, level);

        expect(lower).not.toBeNaN();
        expect(upper).not.toBeNaN();
        if (b.successes === 0) return;
        const ratio = a.successes / a.n / (b.successes / b.n);
        expect(lower).toBeLessThanOrEqual(ratio * (1 + 1e-9));
        expect(upper).toBeGreaterThanOrEqual(ratio * (1 - 1e-9));
      }),
    );
  });
});

describe('tangoDifference', () => {
  it.each(scipy.tango)(
    'of $b and $c of $n at $confidence (numerical likelihood)',
    ({ b, c, n, confidence: k, interval }) => {
      expectBounds(tangoDifference({ onlyFirst: b, onlySecond: c, n }, k), interval, 6);
    },
  );

  it('of the data of Fagerland 2014', () => {
    expectBounds(tangoDifference({ onlyFirst: 1, onlySecond: 7, n: 21 }, 0.95), [-0.517232, -0.026003], 6);
  });

  it('has width without any discordant pair', () => {
    expectBounds(tangoDifference({ onlyFirst: 0, onlySecond: 0, n: 50 }, 0.95), [-0.071348, 0.071348], 6);
  });

  it.each([
    [{ onlyFirst: 30, onlySecond: 0, n: 30 }, 1],
    [{ onlyFirst: 0, onlySecond: 30, n: 30 }, -1],
  ])('reaches the end of the range for %o', (pairs, end) => {
    const [lower, upper] = tangoDifference(pairs, 0.95);

    expect(end > 0 ? upper : lower).toBeCloseTo(end, 9);
    expect(upper - lower).toBeGreaterThan(0.05);
  });

  it('contains the estimate and changes sign when the models are swapped', () => {
    const discordance = fc
      .tuple(fc.nat(200), fc.nat(200), fc.nat(500))
      .filter(([b, c, rest]) => b + c + rest > 0)
      .map(([b, c, rest]) => ({ onlyFirst: b, onlySecond: c, n: b + c + rest }));
    fc.assert(
      fc.property(discordance, confidence, (pairs, level) => {
        const [lower, upper] = tangoDifference(pairs, level);
        const swapped = tangoDifference(
          { onlyFirst: pairs.onlySecond, onlySecond: pairs.onlyFirst, n: pairs.n },
          level,
        );
        const estimate = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;

        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(swapped[0]).toBeCloseTo(-upper, 8);
        expect(swapped[1]).toBeCloseTo(-lower, 8);
      }),
    );
  });

  it.each([
    [{ onlyFirst: 3, onlySecond: 3, n: 5 }],
    [{ onlyFirst: -1, onlySecond: 3, n: 5 }],
    [{ onlyFirst: 3, onlySecond: -1, n: 5 }],
    [{ onlyFirst: 0.5, onlySecond: 1.5, n: 5 }],
  ])('refuses the counts %o', (pairs) => {
    expect(() => tangoDifference(pairs, 0.95)).toThrow(RangeError);
  });
});

describe('mcnemarExact', () => {
  it.each(statsmodels.mcnemar)('of $b and $c (statsmodels)', ({ b, c, p }) => {
    expect(relativeError(mcnemarExact({ onlyFirst: b, onlySecond: c }), p)).toBeLessThan(1e-10);
  });

  it.each([
    [0, 0, 1],
    [0, 1, 1],
    [0, 8, 2 / 256],
    [7, 0, 2 / 128],
    [1, 1, 1],
    [1, 2, 1],
    [5, 5, 1],
    [1, 3, 10 / 16],
  ])('of %i and %i, by counting, is %f', (onlyFirst, onlySecond, p) => {
    expect(mcnemarExact({ onlyFirst, onlySecond })).toBeCloseTo(p, 14);
  });

  it('does not underflow for many pairs', () => {
    expect(mcnemarExact({ onlyFirst: 100_000, onlySecond: 101_000 })).toBeCloseTo(0.0258, 3);
  });

  it.each([-1, 0.5, Number.NaN])('refuses the count %s', (count) => {
    expect(() => mcnemarExact({ onlyFirst: count, onlySecond: 1 })).toThrow(RangeError);
  });
});
