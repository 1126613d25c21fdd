import { ActionError, type AggregateTables, type ReadFile, type TableSource } from '@gatehouse/core';
import { quoted } from '@gatehouse/tables';

/**
 * Two files of one table with the same bytes: a glob that takes in a copy counts its rows twice, and intervals become
 * narrower than the data allow.
 *
 * @throws ActionError `refused`, `rows-duplicated`.
 */
export async function refuseCopiedFiles(tables: AggregateTables, sources: readonly TableSource[]): Promise<void> {
  for (const { name } of sources) {
    const { files, rows } = await tables.describe(name);
    // Parts without a row may all be equal.
    if (rows > 0) refuseCopies(files);
  }
}

function refuseCopies(files: readonly ReadFile[]): void {
  const known = new Map<string, string>();
  for (const { path, digest } of files) {
    const before = known.get(digest);
    if (before !== undefined) {
      const fault = { where: quoted(path), found: `the same bytes as ${quoted(before)}` };
      const allowed = 'files of which none is a copy of another: its rows would count twice';
      const remedy = 'Remove the copy, or name the files one by one';
      throw new ActionError('refused', { ...fault, allowed, remedy }, { reasonCode: 'rows-duplicated' });
    }
    known.set(digest, path);
  }
}
