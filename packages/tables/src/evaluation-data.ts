import { ConfigError, type Fault, type ModelConfig, taskColumns } from '@gatehouse/core';
import { columnIndex, datasetWithRole, missingColumns } from './columns.ts';
import { type CsvRow, type CsvTable, readCsvTable } from './csv-table.ts';
import { quoted } from './quoted.ts';
import { selectRows } from './split.ts';
import { truthFaults } from './truth-faults.ts';

/** Name under which the gates compare rows without a protected value as a group of their own. */
export const MISSING_GROUP = '__missing__';

/**
 * The ids of the evaluation rows, after all checks of the data that the gates make, for every task.
 *
 * @throws ConfigError for a missing column, an empty or repeated id, a label that is not of the task, a protected value that
 * is the reserved name `__missing__`, no evaluation row, and all that {@link readCsvTable} refuses.
 */
export function readEvaluationIds(bytes: Uint8Array, model: ModelConfig): readonly string[] {
  const { table, rows } = checkedRows(bytes, model);
  const id = columnIndex(table, model.columns.id);
  return rows.map((row) => row.cells[id] ?? '');
}

function checkedRows(bytes: Uint8Array, model: ModelConfig): ReturnType<typeof evaluationRows> {
  const { table, rows } = evaluationRows(bytes, model);
  const faults = [
    ...truthFaults(taskColumns(model)).flatMap(({ column, found, allowed, remedy, accepts }) => {
      const index = columnIndex(table, column);
      const bad = rows.filter((row) => !accepts(row.cells[index] ?? ''));
      const what = `rows with ${found === 'the label' ? 'another label' : `a faulty ${column}`}`;
      const fault = (row: CsvRow): Fault => {
        const cell = `${found} ${quoted(row.cells[index] ?? '')} in column ${quoted(column)}`;
        return rowFault(table, row, cell, allowed, remedy);
      };
      return summarised(bad.map(fault), what);
    }),
    ...reservedGroupFaults(table, model),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return { table, rows };
}

/**
 * The evaluation rows of the model's dataset, after the checks that every reader of them needs.
 *
 * @throws ConfigError as {@link readEvaluationIds}, but for the values of labels and protected columns.
 */
export function evaluationRows(
  bytes: Uint8Array,
  model: ModelConfig,
): { readonly table: CsvTable; readonly rows: readonly CsvRow[] } {
  const dataset = datasetWithRole(model, 'evaluation');
  const table = readCsvTable(bytes, dataset.path);
  const { id, label, protected: protectedColumns, control, weight, cluster, query, item } = model.columns;
  const optional = [query, item, weight, cluster].filter((column) => column !== undefined);
  const missing = missingColumns(table, [id, label.column, ...optional, ...protectedColumns, ...control]);
  if (missing.length > 0) throw new ConfigError(missing);
  // Over the whole file: an id that is in both halves would let training see an evaluation row.
  const faults = idFaults(table, columnIndex(table, id));
  if (faults.length > 0) throw new ConfigError(faults);
  const rows = selectRows(table, dataset, 'evaluation');
  if (rows.length === 0) throw noEvaluationRow(table.name);
  return { table, rows };
}

function idFaults(table: CsvTable, column: number): readonly Fault[] {
  const firstLine = new Map<string, number>();
  const faults: Fault[] = [];
  for (const row of table.rows) {
    const id = row.cells[column] ?? '';
    const first = firstLine.get(id);
    if (id === '') {
      faults.push(rowFault(table, row, 'an empty id', 'an id in every row', 'Give the row an id'));
    } else if (first !== undefined) {
      const found = `the id ${quoted(id)} of line ${first} again`;
      faults.push(rowFault(table, row, found, 'every id once', 'Remove or rename the copy'));
    } else firstLine.set(id, row.line);
  }
  return summarised(faults, 'rows with an empty or repeated id');
}

function reservedGroupFaults(table: CsvTable, model: ModelConfig): readonly Fault[] {
  const indices = model.columns.protected.map((column) => columnIndex(table, column));
  const faults = table.rows
    .filter((row) => indices.some((index) => row.cells[index] === MISSING_GROUP))
    .map((row) => {
      const allowed = 'an empty field where the value is not known';
      return rowFault(table, row, `the reserved value ${quoted(MISSING_GROUP)}`, allowed, 'Leave the field empty');
    });
  return summarised(faults, 'rows with the reserved value');
}

/** The first five faults, and how many more there are: a file of the wrong kind would otherwise fill the log. */
function summarised(faults: readonly Fault[], what: string): readonly Fault[] {
  const [first] = faults;
  if (first === undefined || faults.length <= 5) return faults;
  return [...faults.slice(0, 5), { ...first, found: `${faults.length - 5} more ${what}` }];
}

function rowFault(table: CsvTable, row: CsvRow, ...[found, allowed, remedy]: [string, string, string]): Fault {
  return { where: `${table.name}:${row.line}`, found, allowed, remedy };
}

function noEvaluationRow(name: string): ConfigError {
  return new ConfigError([
    {
      where: name,
      found: 'no evaluation row',
      allowed: 'at least one row in the evaluation parts of the split',
      remedy: 'Add rows, or correct "split" in gatehouse.yml',
    },
  ]);
}
