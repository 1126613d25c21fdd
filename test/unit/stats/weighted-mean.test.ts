import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOver, sumOver } from '../../../packages/stats/src/weighted-mean.ts';
import { at } from './relative-error.ts';

const sumOf = (values: readonly number[]): number => sumOver(values.length, (index) => at(values, index));

describe('sumOver', () => {
  it.each([
    ['nothing', [], 0],
    ['whole numbers', [1, 2, 3, 4], 10],
    ['a large number among small ones', [1, 1e100, 1, -1e100], 2],
    ['small numbers before a large one', [1, 1, 1e100, -1e100], 2],
    ['a large negative number', [1, -1e100, 1, 1e100], 2],
    ['equal sizes of both signs', [2 ** 53, 1, -(2 ** 53)], 1],
    ['halves of the last digit', [1, 2 ** -53, 2 ** -53], 1 + 2 ** -52],
    ['what overflows', [1e308, 1e308], Number.POSITIVE_INFINITY],
    ['what overflows downwards', [-1e308, -1e308, 5], Number.NEGATIVE_INFINITY],
  ])('of %s is exact', (_, values, expected) => {
    expect(sumOf(values)).toBe(expected);
  });

  it('does not see the order to the digits that are printed', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 50 }), (values) => {
        const size = values.reduce((sum, value) => sum + Math.abs(value), 0);

        expect(Math.abs(sumOf(values) - sumOf(values.toReversed()))).toBeLessThanOrEqual(1e-15 * size);
      }),
    );
  });
});

describe('meanOver', () => {
  const values = [1, 2, 6];
  const term = (row: number): number => at(values, row);

  it('is the mean of the terms', () => {
    expect(meanOver(3, term)).toEqual({ value: 3, undefinedReason: null });
  });

  it('counts each term as often as its weight says', () => {
    expect(meanOver(3, term, [3, 1, 4])).toEqual({ value: 29 / 8, undefinedReason: null });
    expect(meanOver(3, term, [0.5, 0.5, 0.5])).toEqual({ value: 3, undefinedReason: null });
  });

  it('does not exist without rows', () => {
    expect(meanOver(0, term)).toEqual({ value: null, undefinedReason: 'empty-group' });
    expect(meanOver(0, term, [])).toEqual({ value: null, undefinedReason: 'empty-group' });
  });
});
