import { descendingOrder } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

function expectDescending(values: readonly number[]): void {
  const order = [...descendingOrder(values)];
  const expected = values.map((_, at) => at).sort((a, b) => Number(values[b]) - Number(values[a]) || a - b);

  expect(order).toHaveLength(expected.length);
  expect(order.findIndex((position, at) => position !== expected[at])).toBe(-1);
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

  it('of few numbers is that of a stable sort', () => {
    fc.assert(fc.property(fc.array(finite, { maxLength: 40 }), expectDescending));
  });

  it.each([8191, 8192, 9000])('of %i numbers is that of a stable sort', (length) => {
    const random = seededRandom(length);
    const special = [0, -0, Number.MIN_VALUE, -Number.MIN_VALUE, 1e308, -1e308, 1, -1, 2 ** 32, 1 + 2 ** -52];
    const values = Array.from({ length }, () => {
      const kind = Math.floor(random.uniform() * 3);
      if (kind === 0) return Number(special[Math.floor(random.uniform() * special.length)]);
      return (random.uniform() - 0.5) * (kind === 1 ? 1 : 10 ** Math.floor(random.uniform() * 600 - 300));
    });

    expectDescending(values);
  });

  it.each([
    ['the lowest bits', (at: number) => 1 + ((at * 7) % 5) * 2 ** -52],
    ['the second 16 bits', (at: number) => 1 + ((at * 7) % 5) * 2 ** -36],
    ['the third 16 bits', (at: number) => 1 + ((at * 7) % 5) * 2 ** -20],
    ['the highest bits', (at: number) => 2 ** ((at * 7) % 5)],
  ])('of many numbers that differ in %s', (_, valueAt) => {
    expectDescending(Array.from({ length: 8192 }, (__, at) => valueAt(at)));
    expectDescending(Array.from({ length: 8192 }, (__, at) => -valueAt(at)));
  });

  it('of many numbers knows both zeros as equal, and that all may be equal', () => {
    expectDescending(Array.from({ length: 9000 }, (_, at) => [-0, 0, 1, -1][at % 4] ?? 0));
    expectDescending(new Array<number>(9000).fill(0.25));
  });
});
