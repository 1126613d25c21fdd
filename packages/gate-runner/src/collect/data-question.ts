import type {
  AggregateTables,
  BaselineProfile,
  ColumnRef,
  DatasetConfig,
  Relation,
  TableDescription,
  TableSource,
} from '@gatehouse/core';
import type { DataFacts, DataRules } from '@gatehouse/gates';

/** What the data gate is to count, and where. Tables may have any name. */
export interface DataQuestion {
  readonly rules: DataRules;
  readonly data: TableSource;
  /** The dataset that no row may be shared with. */
  readonly other?: TableSource;
  /** How the data are cut into training and evaluation, when the two are compared. */
  readonly split?: NonNullable<DatasetConfig['split']>;
  /** Column of what is true, for leakage. */
  readonly label?: string;
  readonly profile?: BaselineProfile;
  /** The UTC day of the decision, `2026-01-31`. */
  readonly today: string;
}

export interface CollectedData {
  readonly facts: DataFacts;
  readonly description: TableDescription;
  /** Of the other dataset. */
  readonly other: TableDescription | null;
}

/** What is counted while the tables are open. */
export interface OpenData {
  readonly question: DataQuestion;
  readonly tables: AggregateTables;
  readonly description: TableDescription;
  /** Columns that fit the schema. */
  readonly usable: readonly string[];
}

/** All rows of the data. */
export function relationOf({ question }: Pick<OpenData, 'question'>): Relation {
  return { table: question.data.name };
}

/** A column of the data. */
export function refTo({ question }: Pick<OpenData, 'question'>, column: string): ColumnRef {
  return { table: question.data.name, column };
}
