/** A column of one table. */
export interface ColumnRef {
  readonly table: string;
  readonly column: string;
}

/**
 * A share of the rows that hangs on nothing but a value in each, so that a row never changes sides when others are added:
 * the first 8 bytes of SHA-256(salt, line feed, value), read as a big-endian number, modulo `parts`. The value is the text
 * of a {@link KeyValue}; a missing one counts as empty.
 */
export interface RowPart {
  /** Of the table, or of the first table of a join. */
  readonly column: ColumnRef;
  readonly salt: string;
  readonly parts: number;
  /** Numbers of the parts whose rows count, from 0. */
  readonly in: readonly number[];
}

/**
 * Rows to count: those of one table, or of several joined by id. Every id of the first must be in each of the others once;
 * `sameIds: false` allows the others to have more. The engine checks that before it counts anything; of one table too, when
 * it stands in a join alone. With `part` only these rows of the first table count and are looked for in the others; its ids
 * are checked over all of its rows.
 */
export type Relation =
  | { readonly table: string; readonly part?: RowPart }
  | { readonly join: readonly ColumnRef[]; readonly sameIds?: boolean; readonly part?: RowPart };

/** What groups are made of: a value, or whether it is at or above a threshold. */
export type GroupKey = ColumnRef | { readonly of: ColumnRef; readonly atLeast: number };

/**
 * Value of a key as text, the same from every format: integers in decimal, whole numbers as integers (`1.0` is `1`), other
 * numbers in the shortest form that reads back, booleans and thresholds `true` and `false`; `null` where it is missing.
 */
export type KeyValue = string | null;

/** A number made of columns, in every row. */
export interface Term {
  /** The column, or the first minus the second. */
  readonly of: ColumnRef | { readonly minus: readonly [ColumnRef, ColumnRef] };
  readonly transform?: 'absolute' | 'square';
  /** Multiplies each row; must be finite and above zero. */
  readonly weight?: ColumnRef;
}
