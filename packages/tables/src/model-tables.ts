import { createHash } from 'node:crypto';
import { ConfigError, type ModelConfig } from '@gatehouse/core';
import { columnIndex, datasetWithRole, hiddenColumns, missingColumns } from './columns.ts';
import { readCsvTable } from './csv-table.ts';
import { formatCsv } from './csv-write.ts';
import { evaluationRows } from './evaluation-data.ts';
import { selectRows } from './split.ts';

/**
 * What the evaluation command sees: id and features of the evaluation rows, as CSV. Label, protected and control columns
 * are left out, and rows are ordered by SHA-256(dataset digest + LF + id), so that the place of a row says nothing about
 * its label (a file sorted by outcome would otherwise give the labels away).
 *
 * @throws ConfigError as `readEvaluationIds`.
 */
export function featuresOf(bytes: Uint8Array, model: ModelConfig): Uint8Array {
  const { table, rows } = evaluationRows(bytes, model);
  const { digest } = datasetWithRole(model, 'evaluation');
  const id = columnIndex(table, model.columns.id);
  const hidden = hiddenColumns(model);
  const kept = table.columns.flatMap((column, index) => (hidden.includes(column) ? [] : [index]));
  const pick = (cells: readonly string[]): readonly string[] => kept.map((index) => cells[index] ?? '');
  const ordered = rows
    .map((row) => ({ row, key: orderKey(digest, row.cells[id] ?? '') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const csv = formatCsv(
    pick(table.columns),
    ordered.map(({ row }) => pick(row.cells)),
  );
  return new TextEncoder().encode(csv);
}

function orderKey(digest: string, id: string): string {
  return createHash('sha256').update(`${digest}\n${id}`).digest('hex');
}

/**
 * What the training command sees: every column of the training rows, in file order, as CSV. No evaluation row is in it.
 *
 * @throws ConfigError when there is no training row or a column that the split or `columns` names is not there.
 */
export function trainingTable(bytes: Uint8Array, model: ModelConfig): Uint8Array {
  const dataset = datasetWithRole(model, 'training');
  const table = readCsvTable(bytes, dataset.path);
  const missing = missingColumns(table, [model.columns.id, model.columns.label.column]);
  if (missing.length > 0) throw new ConfigError(missing);
  const rows = selectRows(table, dataset, 'training');
  if (rows.length === 0) {
    throw new ConfigError([
      {
        where: table.name,
        found: 'no training row',
        allowed: 'at least one row outside the evaluation parts of the split',
        remedy: 'Add rows, or correct "split" in gatehouse.yml',
      },
    ]);
  }
  const csv = formatCsv(
    table.columns,
    rows.map((row) => row.cells),
  );
  return new TextEncoder().encode(csv);
}
