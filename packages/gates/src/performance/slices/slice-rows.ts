import type { PerformanceGateConfig } from '@gatehouse/core';
import { checkAligned } from '../../decision/confusion.ts';
import { MISSING_GROUP } from '../../decision/group-counts.ts';
import type { ScoredRows } from '../estimate/metric-estimate.ts';

/** Which slice each evaluation row is in, by column; `null` where the value is missing, which is a slice of its own. */
export type SliceColumns = ReadonlyMap<string, readonly (string | null)[]>;

/** How the slices of one column are judged. */
export type SliceRule = NonNullable<PerformanceGateConfig['slices']>[string];

/** The rows of one value of a column. */
export interface Slice {
  readonly column: string;
  readonly value: string;
  /** Positions among the evaluation rows. */
  readonly rows: readonly number[];
}

/**
 * The slices of one column in code-unit order.
 *
 * @param known Values that exist, so that one without an evaluation row is not overlooked.
 * @throws ActionError `bug` when there is not one value per row.
 */
export function slicesOf(
  column: string,
  values: readonly (string | null)[],
  { known = [], rows }: { readonly known?: readonly string[] | undefined; readonly rows: number },
): readonly Slice[] {
  checkAligned(rows, values.length, `values of ${column}`);
  const slices = new Map<string, number[]>(known.map((value) => [value, []]));
  for (const [row, found] of values.entries()) {
    const value = found ?? MISSING_GROUP;
    const own = slices.get(value);
    if (own === undefined) slices.set(value, [row]);
    else own.push(row);
  }
  return [...slices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, own]) => ({ column, value, rows: own }));
}

/** What a model predicts for some of the rows. */
export function rowsOf({ predicted, scores }: ScoredRows, rows: readonly number[]): ScoredRows {
  return { predicted: rows.map((row) => predicted[row] === true), scores: rows.map((row) => Number(scores[row])) };
}
