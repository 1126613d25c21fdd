import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ActionError, type AggregateTables, type ColumnRef, type TableSource } from '@gatehouse/core';
import { duckDbEngine } from '@gatehouse/tables';
import { onTestFinished } from 'vitest';

/** Where `npm ci` put the addon. */
export const WORKSPACE = resolve(import.meta.dirname, '../../../..');

/** A folder with files, removed when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-tables-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'data', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  mkdirSync(join(folder, 'data'), { recursive: true });
  return folder;
}

/** Opens tables of the files in `<folder>/data`. */
export async function withTables<T>(
  folder: string,
  sources: readonly TableSource[],
  use: (tables: AggregateTables) => Promise<T>,
): Promise<T> {
  const engine = duckDbEngine({
    addon: { explicit: WORKSPACE },
    root: join(folder, 'data'),
    tempFolder: join(folder, 'temp'),
    limits: { memoryBytes: 512 * 1024 * 1024, threads: 2 },
  });
  return await engine.withTables(sources, use);
}

/** One table, its name `t`. */
export async function withTable<T>(
  content: string | Uint8Array,
  source: Partial<TableSource> & { readonly file?: string },
  use: (tables: AggregateTables) => Promise<T>,
): Promise<T> {
  const { file = 't.csv', ...rest } = source;
  return await withTables(folderWith({ [file]: content }), [{ name: 't', files: [file], ...rest }], use);
}

export function col(column: string, table = 't'): ColumnRef {
  return { table, column };
}

/** Counts of one column as `[key, count]`. */
export async function countsOf(tables: AggregateTables, ...columns: readonly string[]): Promise<readonly unknown[]> {
  const counts = await tables.groupedCounts(
    { table: 't' },
    columns.map((column) => col(column)),
  );
  return counts.map(({ key, count }) => [...key, count]);
}

/** The reason code and the message that a promise is refused with. */
export async function refusalOf(
  run: Promise<unknown>,
): Promise<{ readonly code: string | undefined; readonly message: string }> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { where, found, allowed, remedy } = error.fault;
    for (const part of [where, found, allowed, remedy])
      if (part === '') throw new Error(`a part is empty: ${error.message}`);
    return { code: error.reasonCode, message: error.message };
  }
  throw new Error('nothing was refused');
}
