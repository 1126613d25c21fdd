import type { ColumnRef, Relation } from './engine-relation.ts';

/**
 * What every value of a column must be. A missing value keeps every rule, and NaN every rule of size; an infinite value
 * has a size. `oneOf` names keys as text, like a {@link KeyValue}; `matches` is a regular expression for the whole text.
 */
export type ValueRule =
  | { readonly column: ColumnRef; readonly atLeast: number }
  | { readonly column: ColumnRef; readonly atMost: number }
  | { readonly column: ColumnRef; readonly oneOf: readonly string[] }
  | { readonly column: ColumnRef; readonly matches: string };

/** Values that break a rule. */
export interface Breaches {
  readonly count: number;
  /** Some of them as keys, the first in the order of code points; at most three. */
  readonly examples: readonly string[];
}

/** Of the values of a column that are times; milliseconds since 1970, UTC where a value names no zone. */
export interface TimeRange {
  readonly count: number;
  /** Values that are no time, or one without end. */
  readonly unreadable: number;
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** A column as numbers, or 1 where it is a key and 0 where it is another. */
export type Correlated = ColumnRef | { readonly of: ColumnRef; readonly equals: string };

export interface Correlation {
  /** Rows in which both are finite. */
  readonly count: number;
  /** Pearson's; `null` when either does not vary. */
  readonly value: number | null;
}

/** Columns of a relation, in the order in which they are compared with those of another. */
export interface ComparedRows {
  readonly relation: Relation;
  readonly columns: readonly ColumnRef[];
}

/** Questions about the soundness of tables. All counts are exact. */
export interface TableChecks {
  /** Refuses a pattern that the engine cannot read, and columns of a type that a rule is not for. */
  breaches(relation: Relation, rules: readonly ValueRule[]): Promise<readonly Breaches[]>;
  /** Rows whose columns do not add to `total`, give or take `tolerance`, or of which one is missing or not finite. */
  unequalSums(
    relation: Relation,
    sum: { readonly columns: readonly ColumnRef[]; readonly total: number; readonly tolerance: number },
  ): Promise<number>;
  /** Whether a column has two different values at least; missing is none. Cheap for thousands of columns. */
  varying(relation: Relation, columns: readonly ColumnRef[]): Promise<readonly boolean[]>;
  /** Rows that differ from each other in these columns; missing equals missing. */
  distinctRows(relation: Relation, columns: readonly ColumnRef[]): Promise<number>;
  /** Rows of the first that are equal to one of the second in all of their columns; missing equals missing. */
  sharedRows(first: ComparedRows, second: ComparedRows): Promise<number>;
  /** Of a temporal column, or of text in ISO 8601. */
  times(relation: Relation, column: ColumnRef): Promise<TimeRange>;
  correlations(
    relation: Relation,
    pairs: readonly (readonly [ColumnRef, Correlated])[],
  ): Promise<readonly Correlation[]>;
}
