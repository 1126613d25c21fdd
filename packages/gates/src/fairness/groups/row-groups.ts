import { ActionError } from '@gatehouse/core';
import { checkAligned } from '../../decision/confusion.ts';
import { type GroupCounts, MISSING_GROUP } from '../../decision/group-counts.ts';

/** The group of every row in one sensitive column. */
export interface RowGroups {
  /** Aligned with the rows; a position in `names`, -1 where the value is missing. */
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** By group, the positions of its rows. Groups in code-unit order, a missing value as one of its own. */
export function rowsOfGroups({ codes, names }: RowGroups): ReadonlyMap<string, Int32Array> {
  const sizes = new Map<string, number>();
  const nameAt = (code: number): string => (code < 0 ? MISSING_GROUP : (names[code] ?? MISSING_GROUP));
  for (const name of names) sizes.set(name, 0);
  for (const code of codes) sizes.set(nameAt(code), (sizes.get(nameAt(code)) ?? 0) + 1);
  const filled = new Map([...sizes].map(([name, size]) => [name, { rows: new Int32Array(size), used: 0 }]));
  for (const [row, code] of codes.entries()) {
    const own = filled.get(nameAt(code));
    if (own === undefined) continue;
    own.rows[own.used] = row;
    own.used += 1;
  }
  const sorted = [...filled].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, { rows }]) => [name, rows]));
}

/**
 * Sizes of groups in the form that sizes are judged and withheld by; only totals of it may be read.
 *
 * @throws ActionError `bug` when a column is not aligned with the rows.
 */
export function groupSizes(groups: ReadonlyMap<string, RowGroups>, rows: number): ReadonlyMap<string, GroupCounts> {
  return new Map(
    [...groups].map(([column, own]) => {
      checkAligned(rows, own.codes.length, `groups of ${column}`);
      const sizes = [...rowsOfGroups(own)].map(
        ([name, { length }]) => [name, { tp: 0, fp: 0, fn: 0, tn: length }] as const,
      );
      return [column, new Map(sizes)];
    }),
  );
}

/** Values of some rows. */
export function valuesOf(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
}

/** @throws ActionError `bug` when a number of the rows is not finite. */
export function checkNumbers(values: Float64Array, what: string): void {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  throw new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `${what} ${values[bad]} in row ${bad}`,
    allowed: 'finite numbers, which the readers of data make sure of',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
