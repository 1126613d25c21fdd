import type { FetchedValues, WantedValues } from '@gatehouse/core';
import type { Sampling, SliceColumns } from '@gatehouse/gates';
import type { GateRows } from '../rows/gate-rows.ts';
import { knownGroups } from '../rows/known-groups.ts';
import { requireIds } from '../rows/row-ids.ts';
import { samplingColumns, samplingFrom } from '../rows/sampled-columns.ts';

/** What every task is told beside labels and predictions, aligned with its rows. */
export interface RowContext {
  /** The values of protected and control columns in each row. */
  readonly slices: SliceColumns;
  /** Values that a protected column has anywhere in its table. */
  readonly knownSlices: ReadonlyMap<string, readonly string[]>;
  readonly sampling: Sampling;
}

/** Measures of ranks and drawn samples need rows in JavaScript: some ten bytes of memory for each column. */
export const MOST_ROWS = 10_000_000;

/**
 * Fetches columns of every row with what all tasks need. The order is one of the data and not of the file.
 *
 * @throws ConfigError for a reserved group name; ActionError `refused`: `ids-missing`, `ids-duplicated`, `value-missing`,
 *   `value-not-finite`, `weight-not-positive`, and `file-too-large` beyond ten million rows.
 */
export async function fetchTask(
  rows: GateRows,
  wanted: readonly WantedValues[],
): Promise<{ readonly fetched: readonly FetchedValues[]; readonly context: RowContext }> {
  const { columns, relation, tables } = rows;
  await requireIds(rows);
  const knownSlices = await knownGroups(rows, columns.protected);
  // Of a control column only the reserved name is looked for.
  await knownGroups(rows, columns.control);
  const named = [...columns.protected, ...columns.control];
  const more: readonly WantedValues[] = [
    ...named.map(([, column]): WantedValues => ({ column, as: 'codes' })),
    ...samplingColumns(columns),
  ];
  const all = [...wanted, ...more];
  const orderBy = columns.id ?? all.map(({ column }) => column);
  const values = await tables.columnValues(relation, all, { maxRows: MOST_ROWS, orderBy });
  const ofSlices = values.slice(wanted.length, wanted.length + named.length);
  return {
    fetched: values.slice(0, wanted.length),
    context: {
      slices: new Map(named.map(([name], index) => [name, textsOf(ofSlices[index])])),
      knownSlices,
      sampling: samplingFrom(columns, values.slice(wanted.length + named.length)),
    },
  };
}

/** Numbers of a column that was asked for as numbers. */
export function numbersOf(fetched: FetchedValues | undefined): Float64Array {
  return fetched?.as === 'numbers' ? fetched.values : new Float64Array(0);
}

/** Values of a column that was asked for as codes; `null` where one is missing. */
export function textsOf(fetched: FetchedValues | undefined): readonly (string | null)[] {
  if (fetched?.as !== 'codes') return [];
  return Array.from(fetched.values, (code) => fetched.keys[code] ?? null);
}
