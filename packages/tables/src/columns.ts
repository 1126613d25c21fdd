import { ConfigError, type DatasetConfig, type ModelConfig, predictionColumns, taskColumns } from '@gatehouse/core';
import type { CsvTable } from './csv-table.ts';
import { quoted, quotedList } from './quoted.ts';

/**
 * Position of a column.
 *
 * @throws ConfigError that lists the columns there are.
 */
export function columnIndex(table: CsvTable, column: string): number {
  const index = table.columns.indexOf(column);
  if (index === -1) throw new ConfigError(missingColumns(table, [column]));
  return index;
}

/** One fault per column of `wanted` that the table does not have. */
export function missingColumns(table: CsvTable, wanted: readonly string[]): ConfigError['faults'] {
  return wanted
    .filter((column) => !table.columns.includes(column))
    .map((column) => ({
      where: `${table.name}:1`,
      found: `no column ${quoted(column)}`,
      allowed: `one of the columns there are: ${quotedList(table.columns)}`,
      remedy: 'Correct "columns" or "split" in gatehouse.yml, or add the column to the file',
    }));
}

/**
 * Columns a model must never be given: the label, the protected and the control columns, and the weight, which may have been
 * chosen by the label.
 */
export function hiddenColumns(model: ModelConfig): readonly string[] {
  const { label, protected: protectedColumns, control, weight } = model.columns;
  return [label.column, ...protectedColumns, ...control, ...(weight === undefined ? [] : [weight])];
}

/**
 * The one dataset of a model that has a role.
 *
 * @throws ConfigError when none or several have it, or when the declared columns name one column twice.
 */
export function datasetWithRole(model: ModelConfig, role: 'training' | 'evaluation'): DatasetConfig {
  const found = Object.entries(model.data).filter(([, dataset]) => dataset.roles.includes(role));
  const [entry] = found;
  if (entry === undefined || found.length > 1) {
    const names = quotedList(found.map(([name]) => name));
    throw new ConfigError([
      {
        where: 'gatehouse.yml, data',
        found: entry === undefined ? `no dataset with the role ${role}` : `the role ${role} at ${names}`,
        allowed: `one dataset with the role ${role}`,
        remedy: 'Correct "roles" in gatehouse.yml',
      },
    ]);
  }
  checkDeclaredColumns(model);
  return entry[1];
}

function checkDeclaredColumns(model: ModelConfig): void {
  const { label } = model.columns;
  const declared = [...predictionColumns(taskColumns(model)), ...hiddenColumns(model)];
  const twice = declared.filter((column, index) => declared.indexOf(column) !== index);
  const faults = [];
  if (twice.length > 0) {
    faults.push({
      where: 'gatehouse.yml, columns',
      found: `${quotedList([...new Set(twice)])} in two places`,
      allowed: 'another column for each of id, label, predictions, weight, protected and control',
      remedy: 'Remove one of the two',
    });
  }
  if (label.positive !== undefined && label.positive === label.negative) {
    faults.push({
      where: 'gatehouse.yml, columns.label',
      found: `${quoted(label.positive)} as positive and as negative label`,
      allowed: 'two different values',
      remedy: 'Correct "positive" or "negative"',
    });
  }
  if (faults.length > 0) throw new ConfigError(faults);
}
