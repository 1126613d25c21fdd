import { ActionError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import {
  checkSampling,
  EQUAL_ROWS,
  effectiveRows,
  isPlain,
  type Sampling,
  samplingOf,
} from '../../../../packages/gates/src/performance/estimate/sampling.ts';

const weighted = (...weights: readonly number[]): Sampling => ({
  weights: Float64Array.from(weights),
  clusters: null,
});
const clustered = (...of: readonly number[]): Sampling => ({
  weights: null,
  clusters: { of: Int32Array.from(of), count: new Set(of).size },
});
const both: Sampling = { weights: Float64Array.of(1, 2), clusters: { of: Int32Array.of(0, 1), count: 2 } };

describe('rows are plain', () => {
  it.each<[string, Sampling, boolean]>([
    ['equal and independent', EQUAL_ROWS, true],
    ['weighted', weighted(1, 2), false],
    ['in clusters', clustered(0, 0), false],
    ['both', both, false],
  ])('%s', (_, sampling, plain) => {
    expect(isPlain(sampling)).toBe(plain);
  });
});

describe('the sampling of some rows', () => {
  it('is that of all where none are named', () => {
    expect(samplingOf(both, null)).toEqual(both);
  });

  it('has the weights of those rows', () => {
    expect(samplingOf(weighted(1, 2, 3), [2, 0])).toEqual(weighted(3, 1));
  });

  it('numbers clusters anew, in the order in which they come', () => {
    expect(samplingOf(clustered(4, 2, 4, 7, 2), [1, 3, 4, 1])).toEqual(clustered(0, 1, 0, 0));
  });
});

describe('the effective number of rows', () => {
  it.each<[string, number, Sampling, number]>([
    ['is their number where all count once', 5, EQUAL_ROWS, 5],
    ['is their number where all weigh the same', 3, weighted(2, 2, 2), 3],
    ['is that of Kish', 3, weighted(1, 2, 3), 36 / 14],
    ['stays finite for huge weights', 2, weighted(1e300, 1e300), 2],
    ['is not lost for tiny weights', 2, weighted(1e-300, 1e-300), 2],
    ['of no row is 0', 0, weighted(), 0],
  ])('%s', (_, rows, sampling, effective) => {
    expect(effectiveRows(rows, sampling)).toBeCloseTo(effective, 12);
  });
});

describe('a sampling', () => {
  it.each<[string, Sampling, number]>([
    ['a weight of 0', weighted(1, 0), 2],
    ['a weight below 0', weighted(1, -1), 2],
    ['a weight that is no number', weighted(1, Number.NaN), 2],
    ['a weight without end', weighted(1, Number.POSITIVE_INFINITY), 2],
    ['weights for fewer rows', weighted(1), 2],
    ['clusters for more rows', clustered(0, 1, 2), 2],
  ])('with %s is refused', (_, sampling, rows) => {
    expect(() => checkSampling(sampling, rows)).toThrow(ActionError);
  });

  it.each<[string, Sampling]>([
    ['nothing', EQUAL_ROWS],
    ['a small weight', weighted(1e-9, 1)],
    ['clusters', clustered(0, 0)],
    ['both', both],
  ])('with %s is taken', (_, sampling) => {
    expect(() => checkSampling(sampling, 2)).not.toThrow();
  });
});
