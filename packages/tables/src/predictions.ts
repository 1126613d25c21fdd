import {
  ActionError,
  ConfigError,
  type Fault,
  formatFault,
  type ModelConfig,
  predictionColumns,
  taskColumns,
} from '@gatehouse/core';
import { columnIndex, hiddenColumns } from './columns.ts';
import { type CsvTable, readCsvTable } from './csv-table.ts';
import { isCellFault, type PredictionCells, predictionCells } from './prediction-cells.ts';
import { quoted, quotedList } from './quoted.ts';
import { PREDICTION_LIMITS } from './table-limits.ts';

/** The rows a table of predictions must have, and its name for messages. */
export interface ExpectedRows {
  readonly ids: readonly string[];
  readonly name?: string;
}

/**
 * Reads the table that hostile code wrote (design §8.2), for the task of the model. It must hold exactly the id and the columns of
 * the task, in any order, and exactly one row per evaluation id, in any order.
 *
 * @returns by id what the model says, in the order of `predictionColumns` without the id
 * @throws ActionError `refused`, reason `predictions-refused`, for everything else: a label, protected, control or weight
 * column or any other column, a missing, repeated or unknown id, a prediction that is none of the labels, a number that is not
 * a decimal one or out of range, probabilities that do not sum to 1, broken CSV, too many bytes or rows.
 */
export function readPredictionCells(
  bytes: Uint8Array,
  model: ModelConfig,
  expected: ExpectedRows,
): ReadonlyMap<string, PredictionCells> {
  const name = expected.name ?? 'predictions';
  const table = readHostileTable(bytes, name, expected.ids.length);
  refuseOtherColumns(table, model);
  const columns = taskColumns(model);
  const [idAt, ...places] = predictionColumns(columns).map((column) => columnIndex(table, column));
  const wanted = new Set(expected.ids);
  const read = new Map<string, PredictionCells>();
  for (const row of table.rows) {
    const where = `${name}:${row.line}`;
    const key = row.cells[idAt ?? -1] ?? '';
    if (!wanted.has(key)) {
      throw refused({ where, found: `the id ${quoted(key)}`, allowed: 'ids of the features table', remedy: REWRITE });
    }
    if (read.has(key)) {
      throw refused({ where, found: `the id ${quoted(key)} again`, allowed: 'one row per id', remedy: REWRITE });
    }
    const texts = places.map((place) => row.cells[place] ?? '');
    const cells = predictionCells(columns, texts);
    if (isCellFault(cells)) throw refused({ where, ...cells });
    read.set(key, cells);
  }
  refuseMissingIds(expected.ids, read, name);
  return read;
}

const REWRITE = 'Write one row per row of the features table, with the id copied from it';

function readHostileTable(bytes: Uint8Array, name: string, rows: number): CsvTable {
  try {
    // One row more than wanted is enough to see that there are too many.
    return readCsvTable(bytes, name, { ...PREDICTION_LIMITS, maxRows: rows });
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    const [first, ...more] = cause.faults;
    if (first === undefined) throw cause;
    const found = more.length === 0 ? first.found : `${first.found}; and ${more.length} more faults in the table`;
    throw refused({ ...first, found }, cause);
  }
}

/**
 * Makes sure that a table of predictions has exactly the columns of its task.
 *
 * @throws ActionError `refused`, reason `predictions-refused`; what is hidden from models is told apart, however it is spelt.
 */
export function refuseOtherColumns(table: Pick<CsvTable, 'name' | 'columns'>, model: ModelConfig): void {
  const expected = predictionColumns(taskColumns(model));
  const allowed = `exactly the columns ${quotedList(expected)}`;
  const where = `${table.name}:1`;
  const others = table.columns.filter((column) => !expected.includes(column));
  const hidden = new Set(hiddenColumns(model).map(comparable));
  const leaked = others.filter((column) => hidden.has(comparable(column)));
  if (leaked.length > 0) {
    const found = `the label, protected or control columns ${quotedList(leaked)}`;
    const remedy = 'Remove them: predictions never carry what the gates join from data that the base policy names';
    throw refused({ where, found, allowed, remedy });
  }
  if (others.length > 0) {
    throw refused({ where, found: `the columns ${quotedList(others)}`, allowed, remedy: 'Remove them' });
  }
  const missing = expected.filter((column) => !table.columns.includes(column));
  if (missing.length > 0) {
    throw refused({ where, found: `no column ${quotedList(missing)}`, allowed, remedy: 'Add what is missing' });
  }
}

/** `Race`, ` race` and `race` are one name to whoever tries. */
function comparable(column: string): string {
  return column.normalize('NFKC').trim().toLowerCase();
}

function refuseMissingIds(ids: readonly string[], read: ReadonlyMap<string, unknown>, name: string): void {
  const missing = ids.filter((id) => !read.has(id));
  if (missing.length === 0) return;
  const found = `no row for ${missing.length} of ${ids.length} ids, for example ${quotedList(missing.slice(0, 3))}`;
  throw refused({ where: name, found, allowed: 'one row per id: a model may not abstain', remedy: REWRITE });
}

function refused(fault: Fault, cause?: ConfigError): ActionError {
  return new ActionError('refused', fault, {
    reasonCode: 'predictions-refused',
    ...(cause === undefined ? {} : { cause: new Error(cause.faults.map(formatFault).join('\n')) }),
  });
}
