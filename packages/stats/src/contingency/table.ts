import { type Undefined, undefinedFor } from '../measured.ts';

/** Counts by group and category: one array per group, all of one length. */
export type ContingencyTable = readonly ArrayLike<number>[];

/** A table and its sums; categories without any count are left out of `columns`. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: Float64Array;
  /** The index in the table of each column. */
  readonly kept: Int32Array;
  readonly total: number;
}

/** Why a table says nothing about homogeneity. */
export type TableUndefined = 'empty-group' | 'single-group';

/**
 * The sums of a table; undefined when it has fewer than two groups or a group has no count.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 */
export function margins(table: ContingencyTable): Margins | Undefined<TableUndefined> {
  const width = table[0]?.length ?? 0;
  const all = new Float64Array(width);
  const rows = table.map((row) => rowTotal(row, all));
  if (rows.length < 2) return undefinedFor('single-group');
  if (rows.includes(0)) return undefinedFor('empty-group');
  const kept = Int32Array.from(all.keys()).filter((column) => Number(all[column]) > 0);
  const columns = Float64Array.from(kept, (column) => Number(all[column]));
  return { rows, columns, kept, total: rows.reduce((sum, row) => sum + row, 0) };
}

/** Adds the row to the sums of the columns, and returns its own sum. */
function rowTotal(row: ArrayLike<number>, columns: Float64Array): number {
  if (row.length !== columns.length) {
    throw new RangeError(`The groups of a table have one length, got ${columns.length} and ${row.length}.`);
  }
  let total = 0;
  for (let column = 0; column < row.length; column += 1) {
    const count = Number(row[column]);
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A count of a table is a whole number from 0, got ${count}.`);
    }
    columns[column] = Number(columns[column]) + count;
    total += count;
  }
  return total;
}

/** The sum over all cells of what `term` makes of observed and expected count. */
export function sumOverCells(
  table: ContingencyTable,
  { rows, columns, kept, total }: Margins,
  term: (observed: number, expected: number) => number,
): number {
  let sum = 0;
  for (const [group, row] of table.entries()) {
    const share = Number(rows[group]) / total;
    for (let at = 0; at < kept.length; at += 1) {
      sum += term(Number(row[Number(kept[at])]), share * Number(columns[at]));
    }
  }
  return sum;
}

/** The smallest expected count. */
export function leastExpected({ rows, columns, total }: Margins): number {
  return (Math.min(...rows) / total) * columns.reduce((least, column) => Math.min(least, column), total);
}
