import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TableDescription } from '@gatehouse/core';
import { type DuckDbOptions, duckDbEngine } from '@gatehouse/tables';
import { describe, expect, it } from 'vitest';
import { folderWith, refusalOf, WORKSPACE } from './fixture-tables.ts';
import { parquetOf } from './parquet-file.ts';

const CSV = 'id,g\n1,a\n2,b\n';

/** Reads one file, with `data/root` as the root. */
async function described(
  folder: string,
  file: string,
  options: Pick<DuckDbOptions, 'alsoReadable' | 'onRead'>,
): Promise<TableDescription> {
  const engine = duckDbEngine({
    addon: { explicit: WORKSPACE },
    root: join(folder, 'data/root'),
    tempFolder: join(folder, 'temp'),
    ...options,
  });
  return await engine.withTables([{ name: 't', files: [file] }], (tables) => tables.describe('t'));
}

describe('a folder that may be read besides the root', () => {
  it.each([
    ['by a relative path', () => '../other/a.csv'],
    ['by an absolute path', (folder: string) => join(folder, 'data/other/a.csv')],
    ['by a glob', (folder: string) => join(folder, 'data/other/*.csv')],
  ])('gives its files, %s', async (_, path) => {
    const folder = folderWith({ 'root/x.csv': CSV, 'other/a.csv': CSV });

    const found = await described(folder, path(folder), { alsoReadable: [join(folder, 'data/other')] });

    expect(found).toMatchObject({ rows: 2, files: [{ path: '../other/a.csv' }] });
  });

  it.each([
    ['a link from it to a third folder', '../other/link.csv'],
    ['a file of a folder of which nothing was said', '../third/a.csv'],
  ])('does not open %s', async (_, path) => {
    const folder = folderWith({ 'root/x.csv': CSV, 'other/a.csv': CSV, 'third/a.csv': CSV });
    symlinkSync('../third/a.csv', join(folder, 'data/other/link.csv'));

    const refusal = await refusalOf(described(folder, path, { alsoReadable: [join(folder, 'data/other')] }));

    expect(refusal.code).toBe('file-outside-workspace');
  });
});

describe('how far a file is read', () => {
  const large = `id,g\n${Array.from({ length: 200_000 }, (_, row) => `${row},${row % 7}xxxx\n`).join('')}`;

  it.each([
    ['CSV', 't.csv', async () => Buffer.from(large)],
    ['compressed CSV', 't.csv.gz', async () => gzipSync(large, { level: 0 })],
    ['Parquet', 't.parquet', () => parquetOf('SELECT range AS id, hash(range) AS h FROM range(200000)')],
  ])('is told while it is read, of %s', async (_, file, make) => {
    const content = await make();
    const seen: { readonly path: string; readonly bytes: number; readonly of: number }[] = [];

    await described(folderWith({ [`root/${file}`]: content }), file, { onRead: (at) => seen.push(at) });

    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ path: file, bytes: content.length, of: content.length });
    expect(seen.every(({ bytes }, index) => bytes > (seen[index - 1]?.bytes ?? 0))).toBe(true);
  });
});
