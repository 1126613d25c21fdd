import { appendFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { col, countsOf, folderWith, refusalOf, withTables } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const CSV = 'id,g\n1,a\n2,b\n';

describe('the files of a table', () => {
  it('are named with the digest of their bytes', async () => {
    const folder = folderWith({ 'a.csv': CSV, 'b.csv': 'g,id\nc,3\n' });

    const found = await withTables(folder, [{ name: 't', files: ['*.csv'] }], (tables) => tables.describe('t'));

    expect(found.files).toEqual([
      { path: 'a.csv', digest: sha256(CSV), bytes: CSV.length },
      { path: 'b.csv', digest: sha256('g,id\nc,3\n'), bytes: 9 },
    ]);
    expect(found.digest).toBe(sha256(found.files.map(({ digest, path }) => `${digest.slice(7)}  ${path}\n`).join('')));
    expect(found.rows).toBe(3);
  });

  it('may have a name that looks like a glob', async () => {
    const folder = folderWith({ 'a[1].csv': CSV, 'a1.csv': 'id,g\n9,z\n' });

    const groups = await withTables(folder, [{ name: 't', files: ['a[1].csv'] }], (tables) => countsOf(tables, 'g'));

    expect(groups).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('may be links within the workspace', async () => {
    const folder = folderWith({ 'real/a.csv': CSV });
    symlinkSync('real/a.csv', join(folder, 'data', 'link.csv'));

    const found = await withTables(folder, [{ name: 't', files: ['link.csv'] }], (tables) => tables.describe('t'));

    expect(found.files[0]).toMatchObject({ path: 'link.csv', digest: sha256(CSV) });
  });
});

describe('a table is refused', () => {
  it.each([
    ['a file that is not there', 'none.csv', 'file-missing'],
    ['a glob of nothing', '*.parquet', 'file-missing'],
    ['a folder', 'folder.csv', 'file-not-regular'],
    ['a path out of the workspace', '../outside.csv', 'file-outside-workspace'],
    ['a link out of the workspace', 'link.csv', 'file-outside-workspace'],
    ['a file behind a linked folder', 'linked/outside.csv', 'file-outside-workspace'],
    ['a link to nowhere', 'dangling.csv', 'file-missing'],
    ['a device', '/dev/zero', 'file-outside-workspace'],
    ['a name that says no format', 'a.txt', 'file-unreadable'],
  ])('of %s', async (_, path, code) => {
    const folder = folderWith({ 'a.txt': CSV });
    mkdirSync(join(folder, 'data', 'folder.csv'));
    writeFileSync(join(folder, 'outside.csv'), CSV);
    symlinkSync('../outside.csv', join(folder, 'data', 'link.csv'));
    symlinkSync('..', join(folder, 'data', 'linked'));
    symlinkSync('none', join(folder, 'data', 'dangling.csv'));

    const refusal = await refusalOf(
      withTables(folder, [{ name: 't', files: [path] }], (tables) => tables.describe('t')),
    );

    expect(refusal.code).toBe(code);
  });

  it.each([
    ['grows', (file: string) => appendFileSync(file, 'x')],
    [
      'is replaced',
      (file: string) => {
        writeFileSync(`${file}.new`, readFileSync(file));
        renameSync(`${file}.new`, file);
      },
    ],
    ['is touched', (file: string) => utimesSync(file, 1, 1)],
  ])('of a Parquet file that %s while it is judged', async (_, change) => {
    const folder = folderWith({ 't.parquet': await parquetOf("SELECT 1 AS id, 'a' AS g") });

    const run = withTables(folder, [{ name: 't', files: ['t.parquet'] }], async (tables) => {
      const groups = await countsOf(tables, 'g');
      change(join(folder, 'data', 't.parquet'));
      return groups;
    });

    expect((await refusalOf(run)).code).toBe('file-changed');
  });

  it('of text that is larger than allowed', async () => {
    const { duckDbEngine } = await import('@gatehouse/tables');
    const folder = folderWith({ 'a.csv': CSV });
    const engine = duckDbEngine({
      addon: {},
      root: join(folder, 'data'),
      tempFolder: folder,
      limits: { maxTextBytes: 5 },
    });

    const refusal = await refusalOf(
      engine.withTables([{ name: 't', files: ['a.csv'] }], (tables) => tables.describe('t')),
    );

    expect(refusal.code).toBe('file-too-large');
  });
});

describe('afterwards', () => {
  it('nothing is left in the temporary folder, whether it went well or not', async () => {
    const folder = folderWith({ 'a.csv': CSV });
    const source = { name: 't', files: ['a.csv'] };

    await withTables(folder, [source], (tables) => tables.describe('t'));
    await refusalOf(withTables(folder, [source], (tables) => tables.moments({ table: 't' }, [col('g')])));

    const { readdirSync } = await import('node:fs');
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });
});
