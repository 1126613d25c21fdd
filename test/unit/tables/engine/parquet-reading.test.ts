import { describe, expect, it } from 'vitest';
import { col, countsOf, folderWith, refusalOf, withTable, withTables } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const ROWS = "SELECT * FROM (VALUES (1, 'a', 0.5::DOUBLE), (2, 'b', 1), (3, NULL, 2)) AS t(id, g, x)";

describe('Parquet', () => {
  it.each([false, true])('reads like its CSV twin (copied first: %s)', async (hostile) => {
    const bytes = await parquetOf(ROWS);
    const ask = { file: 't.parquet', hostile };

    const [columns, groups, exact] = await withTable(bytes, ask, async (tables) => [
      (await tables.describe('t')).columns,
      await countsOf(tables, 'g', 'x'),
      await tables.columnValues({ table: 't' }, [{ column: col('x'), as: 'numbers' }], {
        maxRows: 3,
        orderBy: col('id'),
      }),
    ]);

    expect(columns).toEqual([
      { name: 'id', type: 'integer' },
      { name: 'g', type: 'text' },
      { name: 'x', type: 'number' },
    ]);
    expect(groups).toEqual([
      ['a', '0.5', 1],
      ['b', '1', 1],
      [null, '2', 1],
    ]);
    expect(exact).toEqual([{ as: 'numbers', values: Float64Array.of(0.5, 1, 2) }]);
  });

  it.each([
    ['a decimal', '1.50::DECIMAL(5,2)', 'number', '1.5'],
    ['a decimal without fraction digits', '12::DECIMAL(20,0)', 'integer', '12'],
    ['a large decimal', '12345678901234567.25::DECIMAL(30,2)', 'number', '12345678901234567.25'],
    ['a single-precision number', '0.1::FLOAT', 'number', '0.1'],
    ['an integer beyond 2^53', '9007199254740993::BIGINT', 'integer', '9007199254740993'],
    ['a date', "DATE '2026-01-31'", 'temporal', '2026-01-31'],
    ['a boolean', 'true', 'boolean', 'true'],
    ['an empty text', "''", 'text', ''],
    ['NaN', "'nan'::DOUBLE", 'number', 'nan'],
  ])('reads %s', async (_, sql, type, key) => {
    const bytes = await parquetOf(`SELECT 1 AS id, ${sql} AS v`);

    const [columns, keys] = await withTable(bytes, { file: 't.parquet' }, async (tables) => [
      (await tables.describe('t')).columns,
      await countsOf(tables, 'v'),
    ]);

    expect(columns[1]).toEqual({ name: 'v', type });
    expect(keys).toEqual([[key, 1]]);
  });

  it('reads several files as one table and takes no columns from folder names', async () => {
    const folder = folderWith({
      'day=1/a.parquet': await parquetOf(ROWS),
      'day=2/b.parquet': await parquetOf("SELECT 'c' AS g, 4.0::DOUBLE AS x, 4 AS id"),
    });

    const found = await withTables(folder, [{ name: 't', files: ['**/*.parquet'] }], async (tables) => ({
      description: await tables.describe('t'),
      groups: await countsOf(tables, 'g'),
    }));

    expect(found.description.columns.map((column) => column.name)).toEqual(['id', 'g', 'x']);
    expect(found.description.files.map((file) => file.path)).toEqual(['day=1/a.parquet', 'day=2/b.parquet']);
    expect(found.groups).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      [null, 1],
    ]);
  });
});

describe('Parquet is refused', () => {
  const ask = { file: 't.parquet' };

  it('when it is cut off', async () => {
    const bytes = await parquetOf(ROWS);

    const refusal = await refusalOf(
      withTable(bytes.subarray(0, bytes.length - 20), ask, (tables) => tables.describe('t')),
    );

    expect(refusal).toMatchObject({ code: 'file-unreadable', message: expect.stringMatching(/PAR1/) });
  });

  it('when its metadata are damaged', async () => {
    const bytes = Buffer.from(await parquetOf(ROWS));
    const metadata = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    bytes.fill(0xff, metadata, metadata + 20);

    expect((await refusalOf(withTable(bytes, ask, (tables) => tables.describe('t')))).code).toBe('file-unreadable');
  });

  it('when its pages are damaged', async () => {
    const bytes = Buffer.from(
      await parquetOf("SELECT i AS id, 'g' || i AS g FROM range(1000) AS r(i)", ', COMPRESSION zstd'),
    );
    bytes.fill(0xff, 4, 400);

    expect((await refusalOf(withTable(bytes, ask, (tables) => countsOf(tables, 'id', 'g')))).code).toBe(
      'file-unreadable',
    );
  });

  it('when it is CSV', async () => {
    expect((await refusalOf(withTable('id,g\n1,a\n', ask, (tables) => tables.describe('t')))).code).toBe(
      'file-unreadable',
    );
  });

  it('when it is empty', async () => {
    expect((await refusalOf(withTable('', ask, (tables) => tables.describe('t')))).code).toBe('file-empty');
  });

  it('when it has columns but no row', async () => {
    const bytes = await parquetOf(`${ROWS} LIMIT 0`);

    expect((await refusalOf(withTable(bytes, ask, (tables) => tables.describe('t')))).code).toBe('file-empty');
  });

  it('when another file of the table has another type', async () => {
    const folder = folderWith({
      'a.parquet': await parquetOf('SELECT 1 AS id'),
      'b.parquet': await parquetOf("SELECT '1' AS id"),
    });

    const refusal = await refusalOf(
      withTables(folder, [{ name: 't', files: ['*.parquet'] }], (tables) => tables.describe('t')),
    );

    expect(refusal.code).toBe('mixed-types');
  });

  it('when another file of the table has a column more', async () => {
    const folder = folderWith({
      'a.parquet': await parquetOf('SELECT 1 AS id'),
      'b.parquet': await parquetOf('SELECT 1 AS id, 2 AS x'),
    });

    const refusal = await refusalOf(
      withTables(folder, [{ name: 't', files: ['*.parquet'] }], (tables) => tables.describe('t')),
    );

    expect(refusal).toMatchObject({ code: 'column-missing', message: expect.stringMatching(/"x" besides/) });
  });

  it('when a column that is asked for holds lists', async () => {
    const bytes = await parquetOf('SELECT 1 AS id, [1, 2] AS v');

    expect((await refusalOf(withTable(bytes, ask, (tables) => countsOf(tables, 'v')))).code).toBe('column-unsupported');
  });
});
