import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableSource } from '@gatehouse/core';
import { collectFairness, collectPerformance } from '@gatehouse/gate-runner';
import { describe, expect, it } from 'vitest';
import { folderWith, refusalOf, withTables } from '../tables/engine/fixture-tables.ts';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { columnsOf, LABELS } from './fixture-rows.ts';

const QUERY = `SELECT * FROM (VALUES (1, 'yes', 'a', 'x', 'yes', 0.9), (2, 'no', 'b', 'x', 'no', 0.1))
  AS t(id, deny, race, dept, prediction, score)`;
const CSV = 'id,deny,race,dept,prediction,score\n1,yes,a,x,yes,0.9\n2,no,b,x,no,0.1\n';

/** One table that holds everything, read by both gates. `meanwhile` runs after the rows were counted. */
async function gates(folder: string, file: string, meanwhile = (): void => undefined): Promise<void> {
  const inData = (column: string) => ({ table: 'data', column });
  const columns = columnsOf(false, { prediction: inData('prediction'), score: inData('score') });
  const sources: readonly TableSource[] = [{ name: 'data', files: [file] }];
  await withTables(folder, sources, async (tables) => {
    const rows = { tables, relation: { table: 'data' }, columns };
    await collectFairness(rows, LABELS);
    await collectPerformance(rows, LABELS);
    meanwhile();
  });
}

describe('a file of a gate', () => {
  it('is read where it is sound', async () => {
    await expect(gates(folderWith({ 'a.csv': CSV }), 'a.csv')).resolves.toBeUndefined();
    await expect(gates(folderWith({ 'a.parquet': await parquetOf(QUERY) }), 'a.parquet')).resolves.toBeUndefined();
  });

  it.each<[string, string, (data: string) => void]>([
    ['is no folder', 'file-not-regular', (data) => mkdirSync(join(data, 'a.csv'))],
    [
      'is no link out of the workspace',
      'file-outside-workspace',
      (data) => {
        writeFileSync(join(data, '..', 'outside.csv'), CSV);
        symlinkSync('../outside.csv', join(data, 'a.csv'));
      },
    ],
    [
      'is no pointer to a file that was not fetched',
      'pointer-not-fetched',
      (data) =>
        writeFileSync(join(data, 'a.csv'), 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
    ],
    ['has a byte', 'file-empty', (data) => writeFileSync(join(data, 'a.csv'), '')],
    ['is there', 'file-missing', () => undefined],
  ])('%s', async (_, code, make) => {
    const folder = folderWith();
    make(join(folder, 'data'));

    expect((await refusalOf(gates(folder, 'a.csv'))).code).toBe(code);
  });

  it.each<[string, (file: string) => void]>([
    ['is written to', (file) => appendFileSync(file, 'x')],
    ['is replaced', (file) => writeFileSync(file, 'another file')],
    ['is removed', (file) => rmSync(file)],
  ])('that %s while it is read leaves no result', async (_, change) => {
    const folder = folderWith({ 'a.parquet': await parquetOf(QUERY) });
    const run = gates(folder, 'a.parquet', () => change(join(folder, 'data', 'a.parquet')));

    expect((await refusalOf(run)).code).toBe('file-changed');
  });
});
