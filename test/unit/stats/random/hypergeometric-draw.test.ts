import { hypergeometricDraw, logHypergeometricDensity, type RandomSource } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { justThese } from '../seeded-random.ts';

/** Numbers spread evenly over [0, 1), each once: what is drawn from them is the law itself, without chance. */
function evenNumbers(count: number): RandomSource {
  let drawn = 0;
  return {
    uniform(): number {
      drawn += 1;
      if (drawn > count) throw new Error(`More than ${count} numbers were taken.`);
      return (drawn - 0.5) / count;
    },
  };
}

describe('hypergeometricDraw', () => {
  it.each([
    [{ marked: 5, unmarked: 7, draws: 4 }],
    [{ marked: 12, unmarked: 3, draws: 9 }],
    [{ marked: 4, unmarked: 400, draws: 120 }],
    [{ marked: 40, unmarked: 1, draws: 30 }],
    [{ marked: 30, unmarked: 50, draws: 20 }],
    [{ marked: 50, unmarked: 10, draws: 20 }],
    [{ marked: 9, unmarked: 3, draws: 4 }],
  ])('has the law of %o', (urn) => {
    const rounds = 2000;
    const source = evenNumbers(rounds);
    const counts = new Map<number, number>();
    for (let round = 0; round < rounds; round += 1) {
      const drawn = hypergeometricDraw(urn, source);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }

    for (let marked = 0; marked <= urn.marked; marked += 1) {
      const expected = rounds * Math.exp(logHypergeometricDensity(marked, urn));
      expect(Math.abs((counts.get(marked) ?? 0) - expected)).toBeLessThanOrEqual(1);
    }
    expect([...counts.keys()].every((drawn) => Number.isInteger(drawn) && drawn >= 0 && drawn <= urn.marked)).toBe(
      true,
    );
  });

  it('searches from the mode outwards, upwards first', () => {
    const urn = { marked: 5, unmarked: 7, draws: 4 };
    const p = (marked: number): number => Math.exp(logHypergeometricDensity(marked, urn));
    const drawn = (uniform: number): number => hypergeometricDraw(urn, justThese(uniform));
    const ends = [p(2), p(2) + p(3), p(2) + p(3) + p(1), 1 - p(0), 1];

    expect(ends.map((end) => drawn(end - 1e-9))).toEqual([2, 3, 1, 4, 0]);
    expect(drawn(0)).toBe(2);
  });

  it('has the mean and variance of a large urn', () => {
    const urn = { marked: 400_000, unmarked: 600_000, draws: 300_000 };
    const rounds = 400;
    const source = evenNumbers(rounds);
    const draws = Array.from({ length: rounds }, () => hypergeometricDraw(urn, source));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws.length - 1);
    const expected = 300_000 * 0.4 * 0.6 * (700_000 / 999_999);

    expect(Math.abs(mean - 120_000)).toBeLessThan(0.02 * Math.sqrt(expected));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.03);
  });

  it('has no choice where all or none are marked or drawn', () => {
    expect(hypergeometricDraw({ marked: 3, unmarked: 0, draws: 2 }, justThese())).toBe(2);
    expect(hypergeometricDraw({ marked: 0, unmarked: 3, draws: 2 }, justThese())).toBe(0);
    expect(hypergeometricDraw({ marked: 3, unmarked: 4, draws: 7 }, justThese())).toBe(3);
    expect(hypergeometricDraw({ marked: 3, unmarked: 4, draws: 0 }, justThese())).toBe(0);
  });

  it('draws again when rounding leaves a number beyond the sum of all probabilities', () => {
    expect(hypergeometricDraw({ marked: 5, unmarked: 7, draws: 4 }, justThese(1 + 1e-9, 0.2))).toBe(2);
  });

  it.each([
    [{ marked: -1, unmarked: 2, draws: 1 }],
    [{ marked: 1, unmarked: 2.5, draws: 1 }],
    [{ marked: 1, unmarked: 2, draws: 4 }],
  ])('refuses %o', (urn) => {
    expect(() => hypergeometricDraw(urn, justThese())).toThrow(RangeError);
  });
});
