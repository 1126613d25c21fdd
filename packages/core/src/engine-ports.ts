import type { Digest } from './digest.ts';
import type { TableChecks } from './engine-checks.ts';
import type { ColumnRef, GroupKey, KeyValue, Relation, Term } from './engine-relation.ts';

/** What an engine can be asked. */
export const ENGINE_OPERATIONS = [
  'describe',
  'integrity',
  'join',
  'grouped-counts',
  'grouped-sums',
  'quantiles',
  'histogram',
  'moments',
  'number-counts',
  'value-counts',
  'column-values',
  'checks',
] as const;
export type EngineOperation = (typeof ENGINE_OPERATIONS)[number];

export type TableFormat = 'csv' | 'tsv' | 'jsonl' | 'parquet';

/**
 * What a column holds. `number` is a binary fraction or a decimal, `empty` has no value at all, `mixed` has values of
 * several types (text files only), `unsupported` is anything else: a list, a structure, bytes.
 */
export type ColumnType = 'integer' | 'number' | 'text' | 'boolean' | 'temporal' | 'empty' | 'mixed' | 'unsupported';

/** What the caller may say of a column. Of CSV and TSV it says how to read it; of the other formats it must hold. */
export type DeclaredType = 'integer' | 'number' | 'text' | 'boolean';

/** A table to read: one or several files of one format with the same columns. */
export interface TableSource {
  /** Name by which the table is asked for and which messages use: `predictions`. */
  readonly name: string;
  /** Paths and globs below the folder that may be read. */
  readonly files: readonly string[];
  /** By the names of the files if left out. */
  readonly format?: TableFormat;
  readonly types?: Readonly<Record<string, DeclaredType>>;
  /** Texts of CSV and TSV that stand for a missing value, besides nothing between two delimiters. */
  readonly missing?: readonly string[];
  /**
   * True for bytes whose digest no policy names. They are copied before they are counted: the statistics inside a
   * Parquet file may lie, and an engine that believes them skips rows.
   */
  readonly hostile?: boolean;
}

export interface ReadFile {
  /** Path below the folder that may be read, with `/`. */
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
}

export interface TableDescription {
  readonly name: string;
  readonly format: TableFormat;
  readonly rows: number;
  /** Of the bytes that were read: of the one file, or of the lines `<hex>  <path>` of several, sorted by path. */
  readonly digest: Digest;
  readonly files: readonly ReadFile[];
  /** In the order of the file. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** What is wrong with the values of a column, in exact counts. */
export interface ColumnIntegrity {
  readonly column: string;
  readonly type: ColumnType;
  readonly rows: number;
  readonly nulls: number;
  readonly nans: number;
  readonly positiveInfinities: number;
  readonly negativeInfinities: number;
  readonly emptyTexts: number;
  /** Below zero, minus infinity included. */
  readonly negatives: number;
  readonly zeros: number;
}

export interface DistinctCounts {
  /** Distinct values; NULL is none. */
  readonly distinct: number;
  /** Values that occur more than once. */
  readonly repeated: number;
  /** Values that occur exactly once. */
  readonly singletons: number;
}

export interface GroupedCount {
  readonly key: readonly KeyValue[];
  readonly count: number;
}

export interface GroupedSum extends GroupedCount {
  /** One per term, in the order asked for. Compensated, so right to about one unit in the last place. */
  readonly sums: readonly number[];
}

/** Counts of the finite values of a column by edges. */
export interface EdgeCounts {
  /** Values equal to each edge. */
  readonly equal: readonly number[];
  /** Values strictly between: below the first edge, between each two, above the last; one more than edges. */
  readonly between: readonly number[];
  /** Sum of the values counted in `between`, if asked for. */
  readonly sums: readonly number[] | null;
}

/** Of the finite values of a column; `null` where there is none. */
export interface Moments {
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly sum: number;
  readonly mean: number | null;
  /** Sum of the squared differences from the mean. */
  readonly m2: number | null;
}

/** How many rows each finite value of a numeric column has; values ascend. */
export interface ValueCounts {
  readonly missing: Pick<ColumnIntegrity, 'nulls' | 'nans' | 'positiveInfinities' | 'negativeInfinities'>;
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/** A numeric column on and between edges, with what is missing and what its finite values are like. */
export interface NumberCounts {
  readonly missing: Pick<ColumnIntegrity, 'nulls' | 'nans' | 'positiveInfinities' | 'negativeInfinities'>;
  readonly zeros: number;
  readonly counts: EdgeCounts & { readonly sums: readonly number[] };
  readonly moments: Moments;
}

/**
 * A column to fetch: numbers, or positions in a list of its distinct values. With `missing: 'nan'` a number may be missing,
 * and is NaN then, and may be infinite; without it such a row is refused.
 */
export type WantedValues =
  | { readonly column: ColumnRef; readonly as: 'numbers'; readonly missing?: 'nan' }
  | { readonly column: ColumnRef; readonly as: 'codes' };

export type FetchedValues =
  | { readonly as: 'numbers'; readonly values: Float64Array }
  /** `values` are positions in `keys`, which are sorted by code point; -1 is NULL. */
  | { readonly as: 'codes'; readonly values: Int32Array; readonly keys: readonly string[] };

/** Tables that are open, and the questions they answer. All counts are exact. */
export interface AggregateTables extends TableChecks {
  describe(table: string): Promise<TableDescription>;
  integrity(relation: Relation, columns: readonly ColumnRef[]): Promise<readonly ColumnIntegrity[]>;
  distinct(relation: Relation, column: ColumnRef): Promise<DistinctCounts>;
  /** How many rows there are. Over a join it is the check that every operation makes first, and nothing else. */
  rows(relation: Relation): Promise<number>;
  /** Refuses columns whose values cannot be compared: 1 is 1.0, and not "1". */
  requireSameType(columns: readonly ColumnRef[]): Promise<void>;
  groupedCounts(relation: Relation, keys: readonly GroupKey[]): Promise<readonly GroupedCount[]>;
  /** Refuses NULL, NaN and infinite values in a term: they have no sum. */
  groupedSums(relation: Relation, keys: readonly GroupKey[], terms: readonly Term[]): Promise<readonly GroupedSum[]>;
  /**
   * Distinct quantiles of the finite values at 0/parts, 1/parts … parts/parts: of n values in order the one at position
   * ceil(n·j/parts), the first for j = 0 (`inverted_cdf`). Ascending; empty when no value is finite.
   */
  quantiles(relation: Relation, column: ColumnRef, parts: number): Promise<readonly number[]>;
  /** Edges ascend strictly and are finite. */
  histogram(
    relation: Relation,
    columns: readonly { readonly column: ColumnRef; readonly edges: readonly number[]; readonly sums?: boolean }[],
  ): Promise<readonly EdgeCounts[]>;
  /** Without `squares` `m2` is `null`, and one scan is enough. */
  moments(
    relation: Relation,
    columns: readonly ColumnRef[],
    options?: { readonly squares?: boolean },
  ): Promise<readonly Moments[]>;
  /**
   * What `integrity`, `histogram` and `moments` say of numeric columns, with as few scans as the engine can do it in. Counts
   * and range are the same; sums and moments may differ in their last digits.
   */
  numberCounts(
    relation: Relation,
    columns: readonly { readonly column: ColumnRef; readonly edges: readonly number[] }[],
    options?: { readonly squares?: boolean },
  ): Promise<readonly NumberCounts[]>;
  /**
   * Rows of each value of numeric columns. `null` for a column with more than `most` distinct finite values, and for one that
   * a look at it takes for such: what is counted is exact, and `null` says nothing of the column.
   */
  valueCounts(
    relation: Relation,
    columns: readonly ColumnRef[],
    bounds: { readonly most: number },
  ): Promise<readonly (ValueCounts | null)[]>;
  /**
   * Values row by row, for measures that need an order. More rows than `maxRows` are refused. `orderBy` makes the order
   * one of the data and not of the file: by the text of a column, or of several of them one after the other. Without it
   * the order is any, but the same for all columns of one call.
   */
  columnValues(
    relation: Relation,
    wanted: readonly WantedValues[],
    bounds: { readonly maxRows: number; readonly orderBy?: ColumnRef | readonly ColumnRef[] },
  ): Promise<readonly FetchedValues[]>;
}

/**
 * Counts tables without bringing their rows into JavaScript. What it does not support it refuses, and it never estimates.
 */
export interface AggregateEngine {
  readonly name: string;
  /** Stands in the evidence. */
  readonly version: string;
  readonly supports: ReadonlySet<EngineOperation>;
  /**
   * Opens tables, runs `use`, and afterwards makes sure that no file changed meanwhile: only then is the result handed on.
   *
   * @throws ActionError `refused` with a reason code of the tables, or `service`/`integrity` when the engine is not there.
   */
  withTables<T>(sources: readonly TableSource[], use: (tables: AggregateTables) => Promise<T>): Promise<T>;
}
