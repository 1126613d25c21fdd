import { compareCodePoints, type RowPart } from '@gatehouse/core';
import { splitPart } from '@gatehouse/tables';
import { describe, expect, it } from 'vitest';
import { col, folderWith, refusalOf, withTable, withTables } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const SALT = 'it\'s a "salt"';
const part = (wanted: readonly number[], column = 'id', parts = 5): RowPart => ({
  column: col(column),
  salt: SALT,
  parts,
  in: wanted,
});

/** Texts that a hash reads as other bytes when somebody converts them on the way. */
const TEXTS = ['1', '01', '1.0', 'ä', 'e\u0301', '\u{1f600}', '﻿x', ' x', 'x ', "it's", '\\', 'a,b', 'a\nb', '日本'];
const csvOf = (ids: readonly string[]): string =>
  `id,x\n${ids.map((id, row) => `"${id.replaceAll('"', '""')}",${row}\n`).join('')}`;

const expected = (ids: readonly string[], wanted: readonly number[], parts = 5): number =>
  ids.filter((id) => wanted.includes(splitPart({ id, salt: SALT, parts }))).length;

describe('a part of the rows', () => {
  it.each([[[0]], [[1, 3]], [[0, 1, 2, 3, 4]], [[]]])('has the rows that splitPart puts into %j', async (wanted) => {
    const ids = [...TEXTS, ...Array.from({ length: 300 }, (_, row) => `row-${row}`)];

    await withTable(csvOf(ids), { types: { id: 'text' } }, async (tables) => {
      const relation = { table: 't', part: part(wanted) };
      const counts = await tables.groupedCounts(relation, [col('id')]);

      expect(await tables.rows(relation)).toBe(expected(ids, wanted));
      expect(counts.map(({ key }) => key[0])).toEqual(
        ids.filter((id) => wanted.includes(splitPart({ id, salt: SALT, parts: 5 }))).sort(compareCodePoints),
      );
    });
  });

  it('hashes the text of a number, so that every format agrees', async () => {
    const ids = Array.from({ length: 200 }, (_, row) => String(row - 20));
    const query = `SELECT (range - 20)::DOUBLE AS id FROM range(200)`;
    for (const [file, content] of [
      ['t.csv', csvOf(ids)],
      ['t.jsonl', ids.map((id) => `{"id":${id}.0}\n`).join('')],
      ['t.parquet', await parquetOf(query)],
    ] as const) {
      await withTable(content, { file }, async (tables) => {
        expect(await tables.rows({ table: 't', part: part([2, 4]) })).toBe(expected(ids, [2, 4]));
      });
    }
  });

  it('takes a missing value as an empty one', async () => {
    await withTable('id,x\n,1\n,2\n', {}, async (tables) => {
      const own = splitPart({ id: '', salt: SALT, parts: 5 });

      expect(await tables.rows({ table: 't', part: part([own]) })).toBe(2);
      expect(await tables.rows({ table: 't', part: part([(own + 1) % 5]) })).toBe(0);
    });
  });

  it('is the same in a table that the engine keeps in several parts', async () => {
    const names = ['x', ...Array.from({ length: 600 }, (_, at) => `c${at}`), 'id'];
    const ids = Array.from({ length: 40 }, (_, row) => `row-${row}`);
    const lines = ids.map((id, row) => [row, ...names.slice(1, -1).map((_, at) => row + at), id].join(','));

    await withTable([names.join(','), ...lines].join('\n'), {}, async (tables) => {
      const relation = { table: 't', part: part([0, 1]) };
      const [sums] = await tables.groupedSums(relation, [], [{ of: col('x') }, { of: col('c599') }]);
      const rows = ids.flatMap((id, row) => ([0, 1].includes(splitPart({ id, salt: SALT, parts: 5 })) ? [row] : []));
      const sum = rows.reduce((total, row) => total + row, 0);

      expect(sums).toEqual({ key: [], count: rows.length, sums: [sum, sum + 599 * rows.length] });
    });
  });

  it('reaches every operation', async () => {
    const ids = Array.from({ length: 60 }, (_, row) => `row-${row}`);
    await withTable(csvOf(ids), {}, async (tables) => {
      const relation = { table: 't', part: part([1]) };
      const xs = ids.flatMap((id, row) => (splitPart({ id, salt: SALT, parts: 5 }) === 1 ? [row] : []));
      const [values] = await tables.columnValues(relation, [{ column: col('x'), as: 'numbers' }], { maxRows: 99 });
      const [moments] = await tables.moments(relation, [col('x')]);

      expect([...(values?.values ?? [])].sort((a, b) => a - b)).toEqual(xs);
      expect(moments?.count).toBe(xs.length);
      expect((await tables.integrity(relation, [col('x')]))[0]?.rows).toBe(xs.length);
      expect((await tables.distinct(relation, col('x'))).distinct).toBe(xs.length);
      expect(await tables.quantiles(relation, col('x'), 1)).toEqual([xs[0], xs.at(-1)]);
      expect(await tables.histogram(relation, [{ column: col('x'), edges: [0] }])).toEqual([
        expect.objectContaining({ between: [0, xs.filter((x) => x > 0).length] }),
      ]);
    });
  });
});

describe('a join of a part', () => {
  const ids = Array.from({ length: 100 }, (_, row) => `row-${row}`);
  const held = ids.filter((id) => [0, 2].includes(splitPart({ id, salt: SALT, parts: 5 })));
  const predictions = (some: readonly string[]): string => `id,yhat\n${some.map((id) => `${id},1\n`).join('')}`;
  const on = { join: [col('id'), col('id', 'p')], part: part([0, 2]) };

  async function joined(p: string, labels = csvOf(ids)): Promise<number> {
    const files = { 't.csv': labels, 'p.csv': p };
    const sources = [
      { name: 't', files: ['t.csv'] },
      { name: 'p', files: ['p.csv'], hostile: true },
    ];
    return await withTables(folderWith(files), sources, async (tables) => {
      const counts = await tables.groupedCounts(on, [col('yhat', 'p')]);
      expect(await tables.rows(on)).toBe(held.length);
      return counts[0]?.count ?? 0;
    });
  }

  it('looks for its rows only', async () => {
    expect(await joined(predictions(held))).toBe(held.length);
  });

  it.each([
    [
      'a row of another part',
      predictions([...held, ids.find((id) => !held.includes(id)) ?? '']),
      /1 only in the second/,
    ],
    ['a row less', predictions(held.slice(1)), /1 ids only in the first/],
    ['all rows', predictions(ids), /only in the second, such as "row-/],
  ])('refuses %s', async (_, p, message) => {
    expect(await refusalOf(joined(p))).toEqual({ code: 'id-sets-differ', message: expect.stringMatching(message) });
  });

  it('refuses an id that is twice in the whole of the first table', async () => {
    const outside = ids.find((id) => !held.includes(id)) ?? '';
    const refusal = await refusalOf(joined(predictions(held), csvOf([...ids, outside])));

    expect(refusal.code).toBe('ids-duplicated');
  });

  it('is not of another table', async () => {
    const wrong = { ...on, part: { ...on.part, column: col('id', 'p') } };
    const files = { 't.csv': csvOf(ids), 'p.csv': predictions(held) };
    const run = withTables(
      folderWith(files),
      [
        { name: 't', files: ['t.csv'] },
        { name: 'p', files: ['p.csv'] },
      ],
      (tables) => tables.rows(wrong),
    );

    await expect(run).rejects.toThrow(RangeError);
  });
});
