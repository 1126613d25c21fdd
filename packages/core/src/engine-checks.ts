import type { ColumnRef, Relation } from './engine-relation.ts';

/**
 * What every value of a column must be. A missing value keeps every rule, and NaN every rule of size; an infinite value
 * has a size. `oneOf` names keys as text, like a {@link KeyValue}; `matches` is a regular expression for the whole text.
 */
export type ValueRule =
  | { readonly column: ColumnRef; readonly atLeast: number }
  | { readonly column: ColumnRef; readonly atMost: number }
  | { readonly column: ColumnRef; readonly oneOf: readonly string[] }
  | { readonly column: ColumnRef; readonly matches: string }
  /** Values that occur once; every further row with one counts as a breach. */
  | { readonly column: ColumnRef; readonly occurs: 'once' }
  /** Values that read as one of this type; a column may hold several here. */
  | { readonly column: ColumnRef; readonly reads: 'integer' | 'number' | 'boolean' };

/** Values that break a rule. */
export interface Breaches {
  readonly count: number;
  /** Some of them as keys, the first in the order of code points; at most three. */
  readonly examples: readonly string[];
  /** The first row of each example, from 1; empty where the engine knows no order of rows. */
  readonly rows: readonly number[];
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

/** What the values of a column tell of a label. Rows without a label are left out. */
export interface LabelTelling {
  readonly rows: number;
  /** Rows whose value is NULL, NaN, infinite or an empty text. */
  readonly missing: number;
  /** The commonest hundred, the most rows first. */
  readonly labels: readonly {
    readonly label: string;
    readonly rows: number;
    readonly missing: number;
    /**
     * Of all pairs of a row with this label and one with another, both with a value, the share in which the former is
     * larger; half where they are equal: the area under the curve. `null` where there is no pair.
     */
    readonly above: number | null;
  }[];
  /** Values that occur more than once; missing is one of them. */
  readonly repeated: {
    readonly rows: number;
    readonly values: number;
    /** Rows whose label is the commonest among those with their value. */
    readonly told: number;
    /** Rows with the label that is the commonest of all of them. */
    readonly commonest: number;
  };
}

/** A word of a column of texts, and how its occurrence correlates with one label. */
export interface TellingWord {
  readonly word: string;
  readonly label: string;
  readonly value: number;
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
  /** Pearson's of each of the columns, in their order; all questions about labels are. */
  correlations(
    relation: Relation,
    compared: { readonly columns: readonly ColumnRef[]; readonly label: Correlated },
  ): Promise<readonly Correlation[]>;
  /** Spearman's, of columns of any type that has an order with a label of numbers. */
  rankCorrelations(
    relation: Relation,
    compared: { readonly columns: readonly ColumnRef[]; readonly label: ColumnRef },
  ): Promise<readonly Correlation[]>;
  labelTellings(
    relation: Relation,
    compared: { readonly columns: readonly ColumnRef[]; readonly label: ColumnRef },
  ): Promise<readonly LabelTelling[]>;
  /**
   * The word, or the label within a word, whose occurrence tells the most of one label. Only what occurs in `least` rows at
   * least and is missing in as many counts, and labels with as many rows; `null` where there is none.
   */
  tellingWords(
    relation: Relation,
    asked: {
      readonly columns: readonly ColumnRef[];
      readonly label: ColumnRef;
      readonly labels: readonly string[];
      readonly least: number;
    },
  ): Promise<readonly (TellingWord | null)[]>;
}
