import {
  bcaInterval,
  createRandom,
  deleteGroupJackknife,
  jackknifeAcceleration,
  linearPercentile,
  normalQuantile,
  percentileError,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-resampling/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

const hundredths = Float64Array.from({ length: 100 }, (_, index) => (index + 1) / 100);
const random = () => createRandom(new Uint8Array(16).fill(5));
const mean = (values: readonly number[]) => (multiplicities: Int32Array) =>
  multiplicities.reduce((sum, m, row) => sum + m * at(values, row), 0) / multiplicities.reduce((sum, m) => sum + m, 0);

describe('bcaInterval', () => {
  it.each(oracle.bca)('of the $name (scipy bootstrap)', ({ estimate, replicates, leftOut, confidence, interval }) => {
    const acceleration = jackknifeAcceleration(Float64Array.from(leftOut));
    const ours = bcaInterval({ estimate, replicates: Float64Array.from(replicates).sort(), acceleration }, confidence);

    expect(ours).toMatchObject({ method: 'bca', fallback: null });
    expect(relativeError(ours.interval[0], at(interval, 0))).toBeLessThan(1e-10);
    expect(relativeError(ours.interval[1], at(interval, 1))).toBeLessThan(1e-10);
  });

  it('of the vector of stats.md §10.3', () => {
    const sample = { estimate: 0.45, replicates: hundredths, acceleration: 0.05 };
    const { biasCorrection, shares } = bcaInterval(sample, 0.95);

    expect(biasCorrection).toBeCloseTo(-0.138304, 6);
    expect(shares[0]).toBeCloseTo(0.0208081, 7);
    expect(shares[1]).toBeCloseTo(0.9689727, 7);
  });

  it('is the percentile interval without bias and acceleration', () => {
    const { interval, method } = bcaInterval({ estimate: 0.505, replicates: hundredths, acceleration: 0 }, 0.9);

    expect(method).toBe('bca');
    expect(interval[0]).toBeCloseTo(linearPercentile(hundredths, 0.05), 12);
    expect(interval[1]).toBeCloseTo(linearPercentile(hundredths, 0.95), 12);
  });

  it.each([
    ['one-sided-replicates', { estimate: 2, replicates: hundredths, acceleration: 0 }],
    ['one-sided-replicates', { estimate: 0, replicates: hundredths, acceleration: 0 }],
    ['no-acceleration', { estimate: 0.5, replicates: hundredths, acceleration: null }],
    ['acceleration-too-large', { estimate: 0.5, replicates: hundredths, acceleration: 0.7 }],
    ['acceleration-too-large', { estimate: 0.5, replicates: hundredths, acceleration: -0.7 }],
  ])('falls back on percentiles: %s', (fallback, sample) => {
    const bounds = bcaInterval(sample, 0.9);

    expect(bounds).toMatchObject({ method: 'percentile', fallback });
    expect(bounds.shares[0]).toBeCloseTo(0.05, 12);
    expect(bounds.interval[0]).toBeCloseTo(linearPercentile(hundredths, 0.05), 12);
    expect(bounds.interval[1]).toBeCloseTo(linearPercentile(hundredths, 0.95), 12);
  });

  it.each([
    ['bca', 0.6079],
    ['bca', -0.6079],
    ['percentile', 0.608],
    ['percentile', -0.608],
  ])('is %s with an acceleration of %s', (method, acceleration) => {
    // z of 90 % is 1.6449, and 1/1.6449 is 0.60796.
    expect(bcaInterval({ estimate: 0.505, replicates: hundredths, acceleration }, 0.9).method).toBe(method);
  });

  it.each([1, -1])('falls back where the correction of a bound is infinite (%i)', (side) => {
    const acceleration = side / normalQuantile(0.05);

    expect(acceleration * normalQuantile(0.05)).toBe(side);
    expect(bcaInterval({ estimate: 0.505, replicates: hundredths, acceleration }, 0.9).fallback).toBe(
      'acceleration-too-large',
    );
  });

  it.each([0, 1, Number.NaN])('refuses a confidence of %s', (confidence) => {
    expect(() => bcaInterval({ estimate: 0.5, replicates: hundredths, acceleration: 0 }, confidence)).toThrow(
      RangeError,
    );
  });

  it('has no width when every replicate is the estimate', () => {
    const bounds = bcaInterval({ estimate: 1, replicates: new Float64Array(50).fill(1), acceleration: 0.1 }, 0.9);

    expect([bounds.interval, bounds.biasCorrection]).toEqual([[1, 1], 0]);
  });
});

describe('jackknifeAcceleration', () => {
  it('of the mean of 1, 2, 3, 4, 100', () => {
    const values = [1, 2, 3, 4, 100];
    const leftOut = deleteGroupJackknife({ kind: 'rows', rows: 5 }, mean(values), random());

    expect(leftOut && [...leftOut]).toEqual([27.25, 27, 26.75, 26.5, 2.5]);
    expect(leftOut && jackknifeAcceleration(leftOut)).toBeCloseTo(0.111619795582, 11);
  });

  it('changes sign with the statistic and not with its scale', () => {
    const leftOut = Float64Array.of(3, 5, 5.5, 9);
    const one = Number(jackknifeAcceleration(leftOut));

    expect(jackknifeAcceleration(leftOut.map((x) => -x))).toBeCloseTo(-one, 14);
    expect(jackknifeAcceleration(leftOut.map((x) => 1e-200 * x))).toBeCloseTo(one, 14);
  });

  it.each([[[]], [[1]], [[2, 2, 2]], [[0, 0, 0]], [[-3, -3]], [[0.1, 0.1 + 1e-17, 0.1]]])(
    'of %o does not exist',
    (leftOut) => {
      expect(jackknifeAcceleration(Float64Array.from(leftOut))).toBeNull();
    },
  );

  it('refuses NaN', () => {
    expect(() => jackknifeAcceleration(Float64Array.of(1, Number.NaN))).toThrow(RangeError);
  });
});

describe('deleteGroupJackknife', () => {
  it('leaves every row out once, in 200 groups drawn at random', () => {
    const left: number[][] = [];
    const values = deleteGroupJackknife(
      { kind: 'rows', rows: 501 },
      (multiplicities) => {
        left.push([...multiplicities].flatMap((m, row) => (m === 0 ? [row] : [])));
        return left.length;
      },
      random(),
    );

    expect(values?.length).toBe(200);
    expect(new Set(left.map((rows) => rows.length))).toEqual(new Set([2, 3]));
    expect(left.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 501 }, (_, row) => row));
    expect(left.some(([a, b]) => Number(b) - Number(a) !== 200)).toBe(true);
  });

  it('leaves whole clusters out', () => {
    const units = { kind: 'clusters', clusterOf: Int32Array.of(0, 1, 0, 1, 1), clusters: 2 } as const;

    expect(deleteGroupJackknife(units, (m) => m.reduce((a, b) => a + b), random())).toEqual(Float64Array.of(3, 2));
  });

  it('draws no number for up to 200 units, which are left out in turn', () => {
    const source = random();
    const before = source.state();
    const values = deleteGroupJackknife({ kind: 'rows', rows: 200 }, (m) => m.indexOf(0), source);

    expect([...(values ?? [])]).toEqual(Array.from({ length: 200 }, (_, row) => row));
    expect(source.state()).toBe(before);
  });

  it('leaves out one row of each cell that has one', () => {
    const seen: (readonly number[])[] = [];
    const values = deleteGroupJackknife(
      { kind: 'cells', counts: Int32Array.of(2, 0, 3) },
      (m) => {
        seen.push([...m]);
        return seen.length;
      },
      random(),
    );

    expect(seen).toEqual([
      [1, 0, 3],
      [2, 0, 2],
    ]);
    expect([...(values ?? [])]).toEqual([1, 1, 2, 2, 2]);
  });

  it('does not exist where the statistic has no value without some cell', () => {
    const counts = Int32Array.of(1, 2);

    expect(deleteGroupJackknife({ kind: 'cells', counts }, (m) => (m[0] === 0 ? null : 1), random())).toBeNull();
  });

  it('does not exist where the statistic has no value without some row', () => {
    expect(deleteGroupJackknife({ kind: 'rows', rows: 3 }, (m) => (m[1] === 0 ? null : 1), random())).toBeNull();
  });
});

describe('linearPercentile', () => {
  it.each([
    [0, 1],
    [0.25, 2.5],
    [0.5, 4],
    [1, 10],
  ])('at %s of 1, 3, 5, 10 with one more is %s', (p, expected) => {
    expect(linearPercentile(Float64Array.of(1, 2.5, 4, 6, 10), p)).toBe(expected);
  });

  it('interpolates', () => {
    expect(linearPercentile(Float64Array.of(0, 10), 0.3)).toBeCloseTo(3, 14);
  });

  it('between two infinite values is infinite', () => {
    expect(linearPercentile(Float64Array.of(0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), 0.75)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('refuses no value and a share beyond 1', () => {
    expect(() => linearPercentile(new Float64Array(0), 0.5)).toThrow(RangeError);
    for (const share of [1.01, -0.01, Number.NaN]) {
      expect(() => linearPercentile(hundredths, share)).toThrow(RangeError);
    }
  });
});

describe('percentileError', () => {
  it('is the error of a percentile: of the median of uniform numbers ½/√B', () => {
    const source = random();
    const errors = Array.from({ length: 40 }, () =>
      percentileError(
        Float64Array.from({ length: 3300 }, () => source.uniform()),
        0.5,
      ),
    );
    const average = errors.reduce((sum, error) => sum + error, 0) / errors.length;

    expect(average / (0.5 / Math.sqrt(3300))).toBeCloseTo(1, 1);
  });

  it('is that of the batches in the order drawn; what fills none is left out', () => {
    const batches = Array.from({ length: 33 }, (_, batch) => [batch + 5, batch, batch + 1]).flat();

    // The variance of 33 whole numbers in a row is 33·34/12.
    for (const replicates of [batches, [...batches, 1e9, 1e9]]) {
      expect(percentileError(Float64Array.from(replicates), 0.5)).toBeCloseTo(Math.sqrt(34 / 12), 12);
    }
    expect(percentileError(new Float64Array(66).fill(3), 0.5)).toBe(0);
  });

  it('refuses fewer than 66 replicates', () => {
    expect(() => percentileError(new Float64Array(65), 0.5)).toThrow('66 replicates, got 65');
  });
});
