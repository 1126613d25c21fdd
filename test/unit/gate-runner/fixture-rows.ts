import type { AggregateTables, ColumnRef, RowPart, TableFormat } from '@gatehouse/core';
import { type GateColumns, type GateRows, gateSources, NO_COLUMNS } from '@gatehouse/gate-runner';
import { folderWith, withTables } from '../tables/engine/fixture-tables.ts';

export const LABELS = { positive: 'yes', negative: 'no' };

type Files = Readonly<Record<string, string | Uint8Array>>;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  data: ['id', 'deny', 'race', 'dept'],
  predictions: ['id', 'prediction'],
  champion: ['id', 'prediction'],
};
const FORMATS: Readonly<Record<string, TableFormat>> = { jsonl: 'jsonl', parquet: 'parquet' };

const ref = (table: string, column: string): ColumnRef => ({ table, column });

/** Columns of data, predictions and, if asked for, the champion's predictions, with protected `race` and control `dept`. */
export function columnsOf(champion: boolean, more: Partial<GateColumns> = {}): GateColumns {
  return {
    ...NO_COLUMNS,
    id: ref('data', 'id'),
    label: ref('data', 'deny'),
    prediction: ref('predictions', 'prediction'),
    score: ref('predictions', 'score'),
    champion: champion
      ? { prediction: ref('champion', 'prediction'), score: ref('champion', 'score'), scores: null }
      : null,
    protected: new Map([['race', ref('data', 'race')]]),
    control: new Map([['dept', ref('data', 'dept')]]),
    ...more,
  };
}

/** Gate rows over files named `data.*`, `predictions.*` and, if it is there, `champion.*`. */
export async function withRows<T>(
  files: Files,
  use: (rows: GateRows) => Promise<T>,
  options: { readonly part?: RowPart; readonly keys?: boolean; readonly columns?: Partial<GateColumns> } = {},
): Promise<T> {
  const names = Object.keys(files).map((file) => file.slice(0, file.indexOf('.')));
  const sources = gateSources(
    Object.keys(files).map((file, at) => {
      const name = names[at] ?? '';
      const format = FORMATS[file.slice(file.indexOf('.') + 1)] ?? 'csv';
      return { name, files: [file], format, keys: options.keys === false ? [] : (KEYS[name] ?? []) };
    }),
  );
  return await withTables(folderWith(files), sources, async (tables: AggregateTables) => {
    const join = ['data', 'predictions', 'champion']
      .filter((name) => names.includes(name))
      .map((name) => ref(name, 'id'));
    const part = options.part === undefined ? {} : { part: options.part };
    const columns = columnsOf(names.includes('champion'), options.columns);
    return await use({ tables, relation: { join, ...part }, columns });
  });
}
