import { type ColumnRef, predictionColumns, type TaskColumns } from '@gatehouse/core';
import { type GateColumns, type ModelColumns, NO_COLUMNS } from './gate-rows.ts';

/** The tables of a decide run by their names; `champion` is `null` without one. */
export interface GateTableNames {
  readonly data: string;
  readonly predictions: string;
  readonly champion: string | null;
}

/**
 * The columns of a model over its tables: what is true of a row and what it is about come from the data that the base policy
 * names, and from the predictions nothing but what the model says.
 */
export function gateColumns(columns: TaskColumns, names: GateTableNames): GateColumns {
  const inData = (column: string): ColumnRef => ({ table: names.data, column });
  const optional = (column: string | null): ColumnRef | null => (column === null ? null : inData(column));
  const byName = (all: readonly string[]): ReadonlyMap<string, ColumnRef> =>
    new Map(all.map((column) => [column, inData(column)]));
  return {
    ...NO_COLUMNS,
    ...modelColumns(columns, names.predictions),
    id: inData(columns.id),
    label: inData(columns.label),
    champion: names.champion === null ? null : modelColumns(columns, names.champion),
    protected: byName(columns.protected),
    control: byName(columns.control),
    weight: optional(columns.weight),
    cluster: optional(columns.cluster),
    query: columns.task === 'ranking' ? inData(columns.query) : null,
    item: columns.task === 'ranking' ? inData(columns.item) : null,
  };
}

function modelColumns(columns: TaskColumns, table: string): ModelColumns {
  const ref = (column: string): ColumnRef => ({ table, column });
  const none: ModelColumns = { prediction: null, score: null, scores: null };
  switch (columns.task) {
    case 'binary-classification':
      return { ...none, prediction: ref(columns.prediction), score: ref(columns.score) };
    case 'multiclass-classification': {
      const { scores, classes } = columns;
      const byClass = scores === null ? null : new Map(classes.map((name, at) => [name, ref(scores[at] ?? '')]));
      return { ...none, prediction: ref(columns.prediction), scores: byClass };
    }
    case 'regression':
      return { ...none, prediction: ref(columns.prediction) };
    case 'ranking':
      return { ...none, score: ref(columns.score) };
  }
}

/** Columns of the data whose values are compared as texts, and not counted with: what stands there is what counts. */
export function dataKeys(columns: TaskColumns, split: string | null): readonly string[] {
  const { id, label, protected: protectedColumns, control, cluster } = columns;
  const labels = isClassification(columns) ? [label] : [];
  const ofTask = columns.task === 'ranking' ? [columns.query, columns.item] : [];
  const more = [cluster, split].filter((column) => column !== null);
  return [id, ...labels, ...protectedColumns, ...control, ...ofTask, ...more];
}

/** Columns of the predictions whose values are compared as texts. */
export function predictionKeys(columns: TaskColumns): readonly string[] {
  return isClassification(columns) ? predictionColumns(columns).slice(0, 2) : [columns.id];
}

function isClassification({ task }: TaskColumns): boolean {
  return task === 'binary-classification' || task === 'multiclass-classification';
}
