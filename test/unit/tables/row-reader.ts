import { type ModelConfig, taskColumns } from '@gatehouse/core';
import { datasetWithRole, readCsvTable, readEvaluationIds, readPredictionCells, selectRows } from '@gatehouse/tables';

/** What stands in the evaluation rows of a binary model. Arrays are aligned with `ids`. */
export interface EvaluationData {
  readonly ids: readonly string[];
  readonly labels: readonly boolean[];
  /** By protected column; `null` where the field is empty. */
  readonly protected: ReadonlyMap<string, readonly (string | null)[]>;
  readonly control: ReadonlyMap<string, readonly (string | null)[]>;
  /** Every value of a protected column anywhere in the file. */
  readonly knownGroups: ReadonlyMap<string, readonly string[]>;
}

export interface AlignedPredictions {
  readonly predicted: readonly boolean[];
  readonly scores: readonly number[];
}

/** Reads evaluation data row by row, apart from the engine that the gates count with: their tests compare the two. */
export function readEvaluationData(bytes: Uint8Array, model: ModelConfig): EvaluationData {
  const ids = readEvaluationIds(bytes, model);
  const dataset = datasetWithRole(model, 'evaluation');
  const table = readCsvTable(bytes, dataset.path);
  const rows = selectRows(table, dataset, 'evaluation');
  const valuesOf = (column: string, of = rows): readonly (string | null)[] =>
    of.map((row) => row.cells[table.columns.indexOf(column)] || null);
  const { label, protected: protectedColumns, control } = model.columns;
  const read = (columns: readonly string[]) => new Map(columns.map((column) => [column, valuesOf(column)]));
  const known = (column: string): readonly string[] =>
    [...new Set(valuesOf(column, table.rows))].filter((value) => value !== null).sort();
  return {
    ids,
    labels: valuesOf(label.column).map((value) => value === label.positive),
    protected: read(protectedColumns),
    control: read(control),
    knownGroups: new Map(protectedColumns.map((column) => [column, known(column)])),
  };
}

/** Predictions of a binary model in the order of the evaluation rows. */
export function readAligned(
  bytes: Uint8Array,
  model: ModelConfig,
  data: Pick<EvaluationData, 'ids'>,
): AlignedPredictions {
  const columns = taskColumns(model);
  if (columns.task !== 'binary-classification') throw new Error(`The task is ${columns.task}.`);
  const cells = readPredictionCells(bytes, model, { ids: data.ids });
  const rows = data.ids.map((id) => cells.get(id) ?? []);
  return {
    predicted: rows.map(([label]) => label === columns.positive),
    scores: rows.map(([, score]) => Number(score)),
  };
}
