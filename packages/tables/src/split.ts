import { createHash } from 'node:crypto';
import { ConfigError, type DatasetConfig, type RowPart } from '@gatehouse/core';
import { columnIndex } from './columns.ts';
import type { CsvRow, CsvTable } from './csv-table.ts';

/** Which half of a dataset: what training may see, or what is held out. */
export type Part = 'training' | 'evaluation';

/**
 * The part, from 0 to `parts` - 1, that a row belongs to: the first 8 bytes of SHA-256(salt + LF + id), read as a
 * big-endian number, modulo `parts`. It depends on nothing but the id, so a row never changes sides when others are
 * added, and anybody can compute it with standard tools.
 */
export function splitPart(row: { readonly id: string; readonly salt: string; readonly parts: number }): number {
  const hash = createHash('sha256').update(`${row.salt}\n${row.id}`).digest();
  return Number(hash.readBigUInt64BE(0) % BigInt(row.parts));
}

/**
 * The rows of one part, in file order. A dataset without a split is wholly of the role it has; one that claims both
 * roles without a split is refused, because training would see what it is judged on.
 *
 * @throws ConfigError when the dataset does not have that role, has both without a split, or lacks the split column.
 */
export function selectRows(table: CsvTable, dataset: DatasetConfig, part: Part): readonly CsvRow[] {
  const { split } = dataset;
  requireRole(dataset, part);
  if (split === undefined) return table.rows;
  const column = columnIndex(table, split.column);
  return table.rows.filter((row) => {
    const held = splitPart({ id: row.cells[column] ?? '', salt: split.salt, parts: split.parts });
    return split.evaluation.includes(held) === (part === 'evaluation');
  });
}

/**
 * The rows of one part as the engine finds them, of a table that holds the dataset; `null` for the whole table.
 *
 * @throws ConfigError as {@link selectRows}.
 */
export function rowPart(dataset: DatasetConfig, part: Part, table: string): RowPart | null {
  requireRole(dataset, part);
  const { split } = dataset;
  if (split === undefined) return null;
  const { column, salt, parts, evaluation } = split;
  const training = Array.from({ length: parts }, (_, at) => at).filter((at) => !evaluation.includes(at));
  return { column: { table, column }, salt, parts, in: part === 'evaluation' ? evaluation : training };
}

function requireRole(dataset: DatasetConfig, part: Part): void {
  if (!dataset.roles.includes(part)) {
    throw new ConfigError([
      {
        where: `gatehouse.yml, data at ${dataset.path}`,
        found: `the roles ${dataset.roles.join(', ')}`,
        allowed: `the role ${part} for a table used for ${part}`,
        remedy: `Add the role ${part}, or name another dataset`,
      },
    ]);
  }
  const both = dataset.roles.includes('training') && dataset.roles.includes('evaluation');
  if (dataset.split === undefined && both) throw overlap(dataset.path);
}

function overlap(path: string): ConfigError {
  return new ConfigError([
    {
      where: `gatehouse.yml, data at ${path}`,
      found: 'the roles training and evaluation without a split',
      allowed: 'a split, or one of the two roles',
      remedy: 'Add a "split" block, so that training never sees evaluation rows',
    },
  ]);
}
