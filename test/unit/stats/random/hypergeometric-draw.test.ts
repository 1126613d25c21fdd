import { createRandom, hypergeometricDraw, logHypergeometricDensity } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

const random = () => createRandom(new Uint8Array(16).fill(3));

describe('hypergeometricDraw', () => {
  it.each([
    [{ marked: 5, unmarked: 7, draws: 4 }],
    [{ marked: 12, unmarked: 3, draws: 9 }],
    [{ marked: 4, unmarked: 400, draws: 120 }],
    [{ marked: 40, unmarked: 1, draws: 30 }],
  ])('has the law of %o', (urn) => {
    const source = random();
    const rounds = 40_000;
    const counts = new Map<number, number>();
    for (let round = 0; round < rounds; round += 1) {
      const drawn = hypergeometricDraw(urn, source);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }

    for (const [drawn, count] of counts) {
      const p = Math.exp(logHypergeometricDensity(drawn, urn));
      expect(Math.abs(count - rounds * p)).toBeLessThan(4.5 * Math.sqrt(rounds * p * (1 - p)) + 1);
    }
  });

  it('has the mean and variance of a large urn', () => {
    const urn = { marked: 400_000, unmarked: 600_000, draws: 300_000 };
    const source = random();
    const draws = Array.from({ length: 4000 }, () => hypergeometricDraw(urn, source));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws.length - 1);
    const expected = 300_000 * 0.4 * 0.6 * (700_000 / 999_999);

    expect(Math.abs(mean - 120_000)).toBeLessThan(4 * Math.sqrt(expected / draws.length));
    expect(variance / expected).toBeCloseTo(1, 0.7);
  });

  it('has no choice where all or none are marked or drawn', () => {
    expect(hypergeometricDraw({ marked: 3, unmarked: 0, draws: 2 }, random())).toBe(2);
    expect(hypergeometricDraw({ marked: 0, unmarked: 3, draws: 2 }, random())).toBe(0);
    expect(hypergeometricDraw({ marked: 3, unmarked: 4, draws: 7 }, random())).toBe(3);
    expect(hypergeometricDraw({ marked: 3, unmarked: 4, draws: 0 }, random())).toBe(0);
  });

  it('draws again when rounding leaves a number beyond the sum of all probabilities', () => {
    const numbers = [1 + 1e-9, 0.2];

    expect(hypergeometricDraw({ marked: 5, unmarked: 7, draws: 4 }, { uniform: () => Number(numbers.shift()) })).toBe(
      2,
    );
  });

  it.each([
    [{ marked: -1, unmarked: 2, draws: 1 }],
    [{ marked: 1, unmarked: 2.5, draws: 1 }],
    [{ marked: 1, unmarked: 2, draws: 4 }],
  ])('refuses %o', (urn) => {
    expect(() => hypergeometricDraw(urn, random())).toThrow(RangeError);
  });
});
