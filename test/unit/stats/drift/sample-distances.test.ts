import { energyDistance, normedWasserstein, type Sample, wasserstein } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import evidently from '../../../fixtures/oracles/evidently-drift/values.json' with { type: 'json' };
import scipy from '../../../fixtures/oracles/scipy-drift/values.json' with { type: 'json' };
import { relativeError } from '../relative-error.ts';

const values = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 30 });

function sample(list: readonly number[], weights: readonly number[] | null = null): Sample {
  return { values: Float64Array.from(list), ...(weights === null ? {} : { weights: Float64Array.from(weights) }) };
}

describe('wasserstein and energyDistance', () => {
  it.each(scipy.raw)('of $first.length and $second.length values, weights $firstWeights (scipy)', (row) => {
    const [first, second] = [sample(row.first, row.firstWeights), sample(row.second, row.secondWeights)];

    expect(relativeError(Number(wasserstein(first, second).value), row.wasserstein)).toBeLessThan(1e-12);
    expect(relativeError(Number(energyDistance(first, second).value), row.energy)).toBeLessThan(1e-12);
  });

  it.each([
    [sample([0, 1, 3]), sample([5, 6, 8]), 5],
    [sample([0, 1], [3, 1]), sample([0, 1], [2, 2]), 0.25],
    [sample([3.4, 3.9, 7.5, 7.8], [1.4, 0.9, 3.1, 7.2]), sample([4.5, 1.4], [3.2, 3.5]), 4.0781331438047861],
  ])('W1 of the examples of scipy, %#', (first, second, distance) => {
    expect(wasserstein(first, second).value).toBeCloseTo(distance, 13);
  });

  it.each([
    [sample([0]), sample([2]), 2],
    [sample([0, 8], [3, 1]), sample([0, 8], [2, 2]), 1],
    [sample([0.7, 7.4, 2.4, 6.8], [2.1, 4.2, 7.4, 8]), sample([1.4, 8], [7.6, 8.8]), 0.88003340976158217],
  ])('energy distance of the examples of scipy, %#', (first, second, distance) => {
    expect(energyDistance(first, second).value).toBeCloseTo(distance, 13);
  });

  it('do not see the order, are symmetric and zero for the same sample', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        for (const distance of [wasserstein, energyDistance]) {
          const value = Number(distance(sample(a), sample(b)).value);

          expect(value).toBeGreaterThanOrEqual(0);
          expect(distance(sample([...b].reverse()), sample(a)).value).toBeCloseTo(value, 12);
          expect(distance(sample(a), sample([...a].reverse())).value).toBe(0);
        }
      }),
    );
  });

  it('W1 is the shift of a shifted sample', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -5, max: 5, noNaN: true }), (a, shift) => {
        expect(wasserstein(sample(a), sample(a.map((x) => x + shift))).value).toBeCloseTo(Math.abs(shift), 10);
      }),
    );
  });

  it('count whole weights as repeated values', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 4 }), (a, b, times) => {
        const repeated = sample(a.flatMap((x, i) => Array<number>(1 + (i % times)).fill(x)));
        const weighted = sample(
          a,
          a.map((_, i) => 1 + (i % times)),
        );

        expect(wasserstein(weighted, sample(b)).value).toBeCloseTo(Number(wasserstein(repeated, sample(b)).value), 12);
      }),
    );
  });

  it.each([
    [[], [1]],
    [[1], []],
  ])('are undefined for %j and %j', (a, b) => {
    const none = { value: null, undefinedReason: 'empty-group' };

    expect(wasserstein(sample(a), sample(b))).toEqual(none);
    expect(energyDistance(sample(a), sample(b))).toEqual(none);
  });

  it.each([
    ['a NaN', sample([Number.NaN])],
    ['an infinity', sample([Number.POSITIVE_INFINITY])],
    ['too few weights', sample([1, 2], [1])],
    ['too many weights', sample([1, 2], [1, 1, 1])],
    ['a weight of zero', sample([1, 2], [1, 0])],
    ['an infinite weight', sample([1, 2], [1, Number.POSITIVE_INFINITY])],
  ])('refuse %s', (_, bad) => {
    expect(() => wasserstein(bad, sample([1]))).toThrow(RangeError);
    expect(() => energyDistance(sample([1]), bad)).toThrow(RangeError);
  });
});

describe('normedWasserstein', () => {
  it.each(evidently.numeric)('and the energy distance as evidently, $reference.length rows', (row) => {
    const [reference, current] = [sample(row.reference), sample(row.current)];
    const mean = row.reference.reduce((sum, x) => sum + x, 0) / row.reference.length;
    const variance = row.reference.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.reference.length;
    const normed = normedWasserstein(Number(wasserstein(reference, current).value), Math.sqrt(variance));

    expect(relativeError(normed, row.wassersteinNormed)).toBeLessThan(1e-11);
    expect(relativeError(Number(energyDistance(reference, current).value), row.energy)).toBeLessThan(1e-11);
  });

  it('divides by no less than 0.001', () => {
    expect(normedWasserstein(0.5, 0)).toBe(500);
    expect(normedWasserstein(0.5, 0.25)).toBe(2);
  });

  it.each([
    [-1, 1],
    [1, -1],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %s over %s', (distance, deviation) => {
    expect(() => normedWasserstein(distance, deviation)).toThrow(RangeError);
  });
});
