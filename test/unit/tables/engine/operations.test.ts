import { ENGINE_OPERATIONS, type GroupedSum, type TableSource } from '@gatehouse/core';
import { duckDbEngine, requireOperations } from '@gatehouse/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { col, refusalOf, withTable } from './fixture-tables.ts';

const TABLE = 'id,g,x,w,y\n1,a,1,2,1\n2,a,2.5,1,0\n3,b,4,0.5,1\n4,b,,3,0\n5,,-1,1,1\n';
const t = { table: 't' };

describe('integrity', () => {
  it('counts what is wrong with a column of numbers', async () => {
    const text = 'x\n1\nnan\nNaN\ninf\n-Infinity\n-2\n0\n-0.0\n"5"\n,\n'.replace(',\n', '');
    const [counts] = await withTable(`${text.trimEnd()}\n`, {}, (tables) => tables.integrity(t, [col('x')]));

    expect(counts).toEqual({
      column: 'x',
      type: 'number',
      rows: 9,
      nulls: 0,
      nans: 2,
      positiveInfinities: 1,
      negativeInfinities: 1,
      emptyTexts: 0,
      negatives: 2,
      zeros: 2,
    });
  });

  it('counts missing and empty texts apart', async () => {
    const [counts] = await withTable('id,g\n1,""\n2,\n3,a\n', {}, (tables) => tables.integrity(t, [col('g')]));

    expect(counts).toMatchObject({ rows: 3, nulls: 1, emptyTexts: 1 });
  });

  it('counts distinct, repeated and single values by what they mean', async () => {
    const counts = await withTable('x,o\n1,\n1.0,\n2,\n,\n3e0,\n', {}, (tables) => tables.distinct(t, col('x')));

    expect(counts).toEqual({ distinct: 3, repeated: 1, singletons: 2 });
  });
});

describe('groups', () => {
  it('are counted by a threshold that equal values pass, and NaN is missing', async () => {
    const text = 's\n0.5\n0.49999999999999994\n0.6\nnan\n';
    const counts = await withTable(text, {}, (tables) => tables.groupedCounts(t, [{ of: col('s'), atLeast: 0.5 }]));

    expect(counts).toEqual([
      { key: ['false'], count: 1 },
      { key: ['true'], count: 2 },
      { key: [null], count: 1 },
    ]);
  });

  it('are summed with weights, squares and differences', async () => {
    const sums = await withTable(TABLE, {}, (tables) =>
      tables.groupedSums(
        t,
        [col('y')],
        [
          { of: col('w') },
          { of: col('w'), transform: 'square' },
          { of: { minus: [col('id'), col('y')] }, transform: 'absolute', weight: col('w') },
        ],
      ),
    );

    expect(sums).toEqual<readonly GroupedSum[]>([
      { key: ['0'], count: 2, sums: [4, 10, 14] },
      { key: ['1'], count: 3, sums: [3.5, 5.25, 5] },
    ]);
  });

  it('are summed with compensation', async () => {
    const rows = ['1e16', ...Array.from({ length: 1000 }, () => '1')].map((x) => `${x}\n`).join('');
    const sums = await withTable(`x\n${rows}`, {}, (tables) => tables.groupedSums(t, [], [{ of: col('x') }]));

    expect(sums).toEqual([{ key: [], count: 1001, sums: [10_000_000_000_001_000] }]);
  });

  it.each([
    ['a missing value', { of: col('x') }, 'value-missing'],
    ['a value that is not finite', { of: col('n') }, 'value-not-finite'],
    ['a weight of zero', { of: col('y'), weight: col('zero') }, 'weight-not-positive'],
    ['a weight below zero', { of: col('y'), weight: col('neg') }, 'weight-not-positive'],
    ['a weight that is not finite', { of: col('y'), weight: col('n') }, 'value-not-finite'],
    ['a text', { of: col('g') }, 'column-unsupported'],
  ])('are not summed with %s', async (_, term, code) => {
    const text = 'x,n,y,zero,neg,g\n1,1,1,1,1,a\n,inf,1,0,-1,b\n';
    const refusal = await refusalOf(withTable(text, {}, (tables) => tables.groupedSums(t, [], [term])));

    expect(refusal.code).toBe(code);
  });
});

const numbers = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: -10, max: 10 })), {
  minLength: 1,
  maxLength: 60,
});
const asColumn: Partial<TableSource> = { types: { x: 'number' } };
const textOf = (values: readonly number[]): string => `x,o\n${values.map((value) => `${value},\n`).join('')}`;

describe('distributions agree with their definitions', () => {
  it('quantiles by inverted distribution function', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 1, max: 40 }), async (values, parts) => {
        const got = await withTable(textOf(values), asColumn, (tables) => tables.quantiles(t, col('x'), parts));

        const sorted = [...values].sort((a, b) => a - b);
        const at = (j: number): number =>
          (sorted[Math.max(0, Math.ceil((values.length * j) / parts) - 1)] ?? Number.NaN) + 0;
        expect(got).toEqual([...new Set(Array.from({ length: parts + 1 }, (_, j) => at(j)))]);
      }),
      { numRuns: 15 },
    );
  });

  it('counts equal to edges and between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        numbers,
        fc.uniqueArray(fc.integer({ min: -6, max: 6 }), { minLength: 1 }),
        async (values, some) => {
          const edges = some.sort((a, b) => a - b);
          const [got] = await withTable(textOf(values), asColumn, (tables) =>
            tables.histogram(t, [{ column: col('x'), edges, sums: true }]),
          );

          const inside = (at: number): readonly number[] =>
            values.filter((x) => x > (edges[at - 1] ?? -Infinity) && x < (edges[at] ?? Infinity));
          expect(got?.equal).toEqual(edges.map((edge) => values.filter((x) => x === edge).length));
          expect(got?.between).toEqual([...edges, 0].map((_, at) => inside(at).length));
          for (const at of [...edges, 0].keys()) {
            const sum = inside(at).reduce((total, x) => total + x, 0);
            expect(got?.sums?.[at]).toBeCloseTo(sum, 9);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('leave out what is not finite', async () => {
    const got = await withTable('x,o\n1,\nnan,\ninf,\n-inf,\n,\n3,\n', {}, async (tables) => ({
      quantiles: await tables.quantiles(t, col('x'), 2),
      counts: await tables.histogram(t, [{ column: col('x'), edges: [2] }]),
      moments: await tables.moments(t, [col('x')]),
    }));

    expect(got).toEqual({
      quantiles: [1, 3],
      counts: [{ equal: [0], between: [1, 1], sums: null }],
      moments: [{ count: 2, min: 1, max: 3, sum: 4, mean: 2, m2: 2 }],
    });
  });

  it('are empty where no value is finite', async () => {
    const got = await withTable('x,o\nnan,1\n,2\n', { types: { x: 'number' } }, async (tables) => [
      await tables.quantiles(t, col('x'), 10),
      await tables.histogram(t, [{ column: col('x'), edges: [0, 1], sums: true }]),
      await tables.moments(t, [col('x')]),
    ]);

    expect(got).toEqual([
      [],
      [{ equal: [0, 0], between: [0, 0, 0], sums: [0, 0, 0] }],
      [{ count: 0, min: null, max: null, sum: 0, mean: null, m2: null }],
    ]);
  });

  it.each([[[]], [[1, 1]], [[2, 1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
    'refuse the edges %j',
    async (edges) => {
      await expect(
        withTable('x\n1\n', {}, (tables) => tables.histogram(t, [{ column: col('x'), edges }])),
      ).rejects.toThrow(RangeError);
    },
  );

  it.each([0, -1, 1.5, Number.NaN])('refuse %d parts', async (parts) => {
    await expect(withTable('x\n1\n', {}, (tables) => tables.quantiles(t, col('x'), parts))).rejects.toThrow(RangeError);
  });
});

describe('values row by row', () => {
  it('come in an order of the data', async () => {
    const text = 'id,g,x\nc,u,3\na,,1\nb,v,2\n';
    const values = await withTable(text, {}, (tables) =>
      tables.columnValues(
        t,
        [
          { column: col('x'), as: 'numbers' },
          { column: col('g'), as: 'codes' },
        ],
        { maxRows: 3, orderBy: col('id') },
      ),
    );

    expect(values).toEqual([
      { as: 'numbers', values: Float64Array.of(1, 2, 3) },
      { as: 'codes', values: Int32Array.of(-1, 1, 0), keys: ['u', 'v'] },
    ]);
  });

  it.each([
    ['more rows than allowed', 'y', 4, 'file-too-large'],
    ['a missing value', 'x', 9, 'value-missing'],
    ['a text', 'g', 9, 'column-unsupported'],
  ])('are refused for %s', async (_, column, maxRows, code) => {
    const run = withTable(TABLE, {}, (tables) =>
      tables.columnValues(t, [{ column: col(column), as: 'numbers' }], { maxRows }),
    );

    expect((await refusalOf(run)).code).toBe(code);
  });

  it('are refused when one is not finite', async () => {
    const run = withTable('x\n1\nnan\n', {}, (tables) =>
      tables.columnValues(t, [{ column: col('x'), as: 'numbers' }], { maxRows: 9 }),
    );

    expect((await refusalOf(run)).code).toBe('value-not-finite');
  });
});

describe('what an engine supports', () => {
  it('is everything for DuckDB', () => {
    const engine = duckDbEngine({ addon: {}, root: '.', tempFolder: '.' });

    expect(() => requireOperations(engine, ENGINE_OPERATIONS)).not.toThrow();
    expect(engine.version).toMatch(/^1\.5\.5/);
  });

  it('is asked before a gate begins, and nothing is approximated', async () => {
    const engine = { name: 'other', version: '1', supports: new Set(['describe', 'grouped-counts'] as const) };
    const run = Promise.resolve().then(() => requireOperations(engine, ['grouped-counts', 'quantiles', 'histogram']));

    expect(await refusalOf(run)).toMatchObject({
      code: 'operation-unsupported',
      message: expect.stringMatching(/no support for quantiles, histogram/),
    });
  });
});
