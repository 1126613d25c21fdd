import { type Estimate, holmLevels, oneSidedP } from '@gatehouse/gates';
import { normalQuantile } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

describe('levels by Holm at 0.05', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['no test', [], []],
    ['one test', [0.2], [0.05]],
    ['all rejected', [0.001, 0.002, 0.003], [0.05 / 3, 0.025, 0.05]],
    ['in the order of p, not of place', [0.003, 0.001, 0.002], [0.05, 0.05 / 3, 0.025]],
    ['the first not rejected judges the rest', [0.04, 0.001, 0.03], [0.025, 0.05 / 3, 0.025]],
    ['none rejected', [0.9, 0.8], [0.025, 0.025]],
    ['p at its level is rejected', [0.025, 0.04], [0.025, 0.05]],
    ['p of 0 and of 1', [0, 1], [0.025, 0.05]],
  ])('%s', (_, pValues, levels) => {
    expect(holmLevels(pValues, 0.05)).toEqual(levels);
  });

  it.each([-0.1, 1.1, Number.NaN])('of a p of %d are refused', (p) => {
    expect(() => holmLevels([0.5, p], 0.05)).toThrow(RangeError);
  });
});

/** Of a value with a standard error of 1. */
function normal(value: number, replicates: number | null): Estimate {
  const boundsAt = (confidence: number) => {
    const z = normalQuantile((1 + confidence) / 2);
    return [value - z, value + z] as const;
  };
  const [bounds, interval] = [boundsAt(0.9), boundsAt(0.95)];
  const resampling = replicates === null ? null : { replicates, seed: '', redrawn: 0, error: [0, 0] as const };
  return { value, bounds, interval, boundsAt, method: 'normal', n: [10], resampling };
}

describe('oneSidedP', () => {
  it.each<[number, number | null, 'lower' | 'upper', number]>([
    [1.6448536269514722, null, 'lower', 0.05],
    [1.6448536269514722, null, 'upper', 0.95],
    [-1.6448536269514722, null, 'upper', 0.05],
    [-1.6448536269514722, null, 'lower', 0.95],
    [0.5, null, 'lower', 0.3085375387259869],
    [-0.5, 99, 'upper', 0.3085375387259869],
    [0, null, 'upper', 0.5],
    [0, null, 'lower', 0.5],
    // From replicates it is at least one of their number.
    [5, 99, 'lower', 0.01],
    [-5, 99, 'upper', 0.01],
    [5, 99, 'upper', 0.99],
  ])('of %d against 0, with %s replicates, for the %s bound', (value, replicates, bound, p) => {
    expect(oneSidedP(normal(value, replicates), 0, bound)).toBeCloseTo(p, 10);
  });

  it('is not smaller than a millionth of a millionth', () => {
    expect(oneSidedP({ ...normal(3, null), boundsAt: () => [1, 2] }, 0, 'lower')).toBe(1e-12);
  });

  it('reaches the limit where the bound is the limit', () => {
    const atLimit = (value: number): Estimate => ({ ...normal(value, 99), boundsAt: () => [0, 0] });

    expect(oneSidedP(atLimit(1), 0, 'lower')).toBe(0.01);
    expect(oneSidedP(atLimit(-1), 0, 'upper')).toBe(0.01);
  });
});
