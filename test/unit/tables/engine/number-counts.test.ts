import type { AggregateTables, NumberCounts } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { col, withTable } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const t = { table: 't' };
const one = (tables: AggregateTables, edges: readonly number[]): Promise<readonly NumberCounts[]> =>
  tables.numberCounts(t, [{ column: col('x'), edges }]);

/** The same from a question for each kind of number. */
async function oneByOne(tables: AggregateTables, edges: readonly number[]): Promise<NumberCounts> {
  const [integrity] = await tables.integrity(t, [col('x')]);
  const [counts] = await tables.histogram(t, [{ column: col('x'), edges, sums: true }]);
  const [moments] = await tables.moments(t, [col('x')]);
  if (integrity === undefined || counts === undefined || moments === undefined) throw new Error('nothing was counted');
  const { nulls, nans, positiveInfinities, negativeInfinities, zeros } = integrity;
  const missing = { nulls, nans, positiveInfinities, negativeInfinities };
  return { missing, zeros, counts: { ...counts, sums: counts.sums ?? [] }, moments };
}

/** Without what the order of adding may change in the last digits. */
function exact({ counts, moments, ...rest }: NumberCounts): unknown {
  const { equal, between } = counts;
  const { count, min, max } = moments;
  return { ...rest, equal, between, count, min: (min ?? -1) + 0, max: (max ?? -1) + 0 };
}

function expectClose(found: number | null | undefined, expected: number | null | undefined): void {
  if (typeof expected !== 'number') {
    expect(found).toBe(expected);
    return;
  }
  expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

const value = fc.oneof(
  fc.integer({ min: -4, max: 4 }).map(String),
  fc.double({ min: -10, max: 10, noNaN: true }).map(String),
  fc.constantFrom('', 'nan', 'inf', '-inf', '0', '-0.0', '1e15'),
);
const edges = fc
  .uniqueArray(fc.oneof(fc.integer({ min: -6, max: 6 }), fc.double({ min: -9, max: 9, noNaN: true })), { minLength: 1 })
  .map((some) => [...new Set(some.map((edge) => edge + 0))].sort((a, b) => a - b));

describe('counts of numbers in one scan', () => {
  it('are those of a question for each kind of number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 50 }), edges, async (values, on) => {
        const text = `x,o\n${['1', ...values].map((x) => `${x},1\n`).join('')}`;
        const [found, expected] = await withTable(text, { types: { x: 'number' } }, async (tables) => [
          await one(tables, on),
          await oneByOne(tables, on),
        ]);

        const [only] = found;
        expect(only && exact(only)).toEqual(exact(expected));
        expected.counts.sums.forEach((sum, at) => {
          expectClose(only?.counts.sums[at], sum);
        });
        for (const key of ['sum', 'mean', 'm2'] as const) expectClose(only?.moments[key], expected.moments[key]);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['on an edge', [-1, 0, 2], { equal: [0, 2, 1], between: [1, 0, 1, 1] }, [-3, 0, 1, 5]],
    ['between two edges', [-1, 2], { equal: [0, 1], between: [1, 3, 1] }, [-3, 1, 5]],
    ['below all edges', [2, 4], { equal: [1, 0], between: [4, 0, 1] }, [-2, 0, 5]],
    ['above all edges', [-9, -3], { equal: [0, 1], between: [0, 0, 5] }, [0, 0, 8]],
  ])('find zeros %s', async (_, on, counts, sums) => {
    const [found] = await withTable('x\n-3\n0\n-0.0\n1\n2\n5\n', {}, (tables) => one(tables, on));

    expect(found).toEqual({
      missing: { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 },
      zeros: 2,
      counts: { ...counts, sums },
      moments: { count: 6, min: -3, max: 5, sum: 5, mean: 5 / 6, m2: expect.closeTo(39 - 25 / 6, 12) },
    });
  });

  it('of a column without a finite value are zero, and its missing values are told apart', async () => {
    const [found] = await withTable('x,o\nnan,1\n,1\ninf,1\n-inf,1\n,1\n', { types: { x: 'number' } }, (tables) =>
      one(tables, [0, 1]),
    );

    expect(found).toEqual({
      missing: { nulls: 2, nans: 1, positiveInfinities: 1, negativeInfinities: 1 },
      zeros: 0,
      counts: { equal: [0, 0], between: [0, 0, 0], sums: [0, 0, 0] },
      moments: { count: 0, min: null, max: null, sum: 0, mean: null, m2: null },
    });
  });

  it.each([false, true])(
    'are the same of Parquet with names that need quotes, hostile or not (%s)',
    async (hostile) => {
      const bytes = await parquetOf(`SELECT r::DOUBLE AS "a ""x""", r % 3 AS "X y", 7 AS z FROM range(10) AS t(r)`);
      const columns = [
        { column: col('X y'), edges: [1] },
        { column: col('a "x"'), edges: [4.5] },
      ];
      const found = await withTable(bytes, { file: 't.parquet', hostile }, (tables) => tables.numberCounts(t, columns));

      expect(found.map(({ counts }) => counts)).toEqual([
        { equal: [3], between: [4, 3], sums: [0, 6] },
        { equal: [0], between: [5, 5], sums: [10, 35] },
      ]);
      expect(found.map(({ zeros, moments }) => [zeros, moments.m2])).toEqual([
        [4, expect.closeTo(6.9, 12)],
        [1, 82.5],
      ]);
    },
  );

  it('leave the squares out where nobody asks for them', async () => {
    const [found] = await withTable('x\n1\n3\n', {}, (tables) =>
      tables.numberCounts(t, [{ column: col('x'), edges: [2] }], { squares: false }),
    );

    expect(found?.moments).toEqual({ count: 2, min: 1, max: 3, sum: 4, mean: 2, m2: null });
  });

  it('refuse edges that do not ascend', async () => {
    await expect(withTable('x\n1\n', {}, (tables) => one(tables, [2, 1]))).rejects.toThrow(RangeError);
  });
});
