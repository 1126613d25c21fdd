import {
  ActionError,
  type AggregateTables,
  type ColumnRef,
  type DatasetConfig,
  type Relation,
  type TableSource,
} from '@gatehouse/core';
import { DATA_LIMITS, formatByName, rowPart } from '@gatehouse/tables';
import type { GateRows } from './gate-rows.ts';
import { gateSources } from './gate-sources.ts';
import { need } from './needed-columns.ts';
import type { OpenEngine } from './open-rows.ts';
import { withPrivateFolder } from './private-folder.ts';

/** A dataset that training reads; its bytes have been compared with the policy. */
export interface TrainingData {
  readonly dataset: DatasetConfig;
  readonly bytes: Uint8Array;
}

const MOST_ROWS = 10_000_000;

/**
 * How many ids of the evaluation rows are in training data too. Of one dataset for both the split answers: no row is on two
 * sides.
 *
 * @param training Datasets for training beside the one that is evaluated on.
 * @returns `null` when a dataset has no column of ids of that name and no other shares any: then nobody knows.
 * @throws ActionError `column-missing` when it lacks the column of its split, `file-too-large` beyond ten million rows, and what the engine says of a file that it cannot read.
 */
export async function countSharedIds(
  rows: GateRows,
  training: readonly TrainingData[],
  at: { readonly temp: string; readonly engine: OpenEngine },
): Promise<number | null> {
  if (training.length === 0) return 0;
  const id = need(rows.columns.id, 'id');
  const judged = new Set(await idsOf(rows.tables, rows.relation, id));
  const shared = new Set<string>();
  let unknown = false;
  for (const { dataset, bytes } of training) {
    const seen = await trainingIds({ dataset, bytes }, id.column, at);
    unknown ||= seen === null;
    for (const one of seen ?? []) if (judged.has(one)) shared.add(one);
  }
  return unknown && shared.size === 0 ? null : shared.size;
}

async function trainingIds(
  { dataset, bytes }: TrainingData,
  column: string,
  at: { readonly temp: string; readonly engine: OpenEngine },
): Promise<readonly string[] | null> {
  const { path } = dataset;
  const part = rowPart(dataset, 'training', path);
  const keys = part === null ? [column] : [column, part.column.column];
  return await withPrivateFolder(at.temp, new Map([[path, bytes]]), async (root) => {
    const engine = at.engine({ root, tempFolder: at.temp, limits: { maxTextBytes: DATA_LIMITS.maxBytes } });
    const sourcesOf = (named: readonly string[]): readonly TableSource[] =>
      gateSources([{ name: path, files: [path], format: formatByName(path) ?? 'csv', keys: named }]);
    const relation = part === null ? { table: path } : { table: path, part };
    try {
      return await engine.withTables(sourcesOf(keys), async (tables) =>
        idsOf(tables, relation, { table: path, column }),
      );
    } catch (error) {
      if (!(error instanceof ActionError) || error.reasonCode !== 'column-missing') throw error;
      // Without ids nothing can be compared. Any other column that is missing, such as that of the split, is a fault.
      const names = await engine.withTables(sourcesOf([]), async (tables) => namesOf(tables, path));
      if (names.includes(column) || (part !== null && !names.includes(part.column.column))) throw error;
      return null;
    }
  });
}

async function namesOf(tables: AggregateTables, table: string): Promise<readonly string[]> {
  const { columns } = await tables.describe(table);
  return columns.map(({ name }) => name);
}

async function idsOf(tables: AggregateTables, relation: Relation, column: ColumnRef): Promise<readonly string[]> {
  const [fetched] = await tables.columnValues(relation, [{ column, as: 'codes' }], { maxRows: MOST_ROWS });
  return fetched?.as === 'codes' ? fetched.keys : [];
}
