import { descendingOrder } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function expectDescending(values: readonly number[]): void {
  const order = [...descendingOrder(values)];
  const expected = values.map((_, at) => at).sort((a, b) => Number(values[b]) - Number(values[a]) || a - b);

  expect(order).toEqual(expected);
}

describe('descending order', () => {
  it.each([
    ['nothing', []],
    ['one number', [3]],
    ['equal numbers in the order given', [1, 2, 1, 2]],
    ['negative numbers', [-1, -2, 0.5, -1e300, 1e300, 5e-324, -5e-324]],
    ['both zeros as equal', [-0, 0, -0, 1]],
  ])('of %s', (_, values) => {
    expectDescending(values);
  });

  it('of few and of many numbers is the same', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), (values) => {
        expectDescending(values);
        expectDescending(Array.from({ length: 8192 }, (_, at) => Number(values[(at * 7) % values.length])));
      }),
      { numRuns: 30 },
    );
  });

  it('of many numbers knows both zeros as equal, and that all may be equal', () => {
    expectDescending(Array.from({ length: 9000 }, (_, at) => [-0, 0, 1, -1][at % 4] ?? 0));
    expectDescending(new Array<number>(9000).fill(0.25));
  });
});
