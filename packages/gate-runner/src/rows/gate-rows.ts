import type { AggregateTables, ColumnRef, Relation } from '@gatehouse/core';

/** What one model says of the rows. */
export interface ModelColumns {
  readonly prediction: ColumnRef | null;
  readonly score: ColumnRef | null;
  /** Probabilities of a multiclass model, by class; `null` where it gives none. */
  readonly scores: ReadonlyMap<string, ColumnRef> | null;
}

/** Where a gate finds the columns that it reads, by what they mean. `null` is a column that the data does not have. */
export interface GateColumns extends ModelColumns {
  readonly id: ColumnRef | null;
  readonly label: ColumnRef | null;
  /** Of the champion on the same rows; `null` without one. */
  readonly champion: ModelColumns | null;
  /** By the name that the policy and the report use. */
  readonly protected: ReadonlyMap<string, ColumnRef>;
  readonly control: ReadonlyMap<string, ColumnRef>;
  readonly weight: ColumnRef | null;
  readonly cluster: ColumnRef | null;
  readonly query: ColumnRef | null;
  readonly item: ColumnRef | null;
}

/** Where a gate finds its rows: the tables, the rows of them that count, and by meaning their columns. */
export interface GateRows {
  readonly tables: AggregateTables;
  readonly relation: Relation;
  readonly columns: GateColumns;
}

/** The two values of a label, and of a prediction, as keys of the port: `1` and not `1.0`. */
export interface BinaryLabels {
  readonly positive: string;
  readonly negative: string;
}

/** No column at all: what a caller builds on. */
export const NO_COLUMNS: GateColumns = {
  id: null,
  label: null,
  prediction: null,
  score: null,
  scores: null,
  champion: null,
  protected: new Map(),
  control: new Map(),
  weight: null,
  cluster: null,
  query: null,
  item: null,
};
