import {
  ActionError,
  type AggregateEngine,
  type AggregateTables,
  ConfigError,
  type DatasetConfig,
  type Digest,
  type ModelConfig,
  type Relation,
  taskColumns,
} from '@gatehouse/core';
import { DATA_LIMITS, formatByName, refuseOtherColumns, requireOperations, rowPart } from '@gatehouse/tables';
import type { GateRows } from './gate-rows.ts';
import { type GateSource, gateSources } from './gate-sources.ts';
import { dataKeys, gateColumns, predictionKeys } from './model-columns.ts';
import { withPrivateFolder } from './private-folder.ts';

/** Bytes, and the digest that they must have when the engine has read them. */
export interface NamedBytes {
  readonly bytes: Uint8Array;
  readonly digest: Digest;
}

/** Opens an engine that may read one folder. */
export type OpenEngine = (place: {
  readonly root: string;
  readonly tempFolder: string;
  readonly limits: { readonly maxTextBytes: number };
}) => AggregateEngine;

export interface RowsRequest {
  readonly model: ModelConfig;
  readonly dataset: DatasetConfig;
  readonly data: NamedBytes;
  readonly predictions: NamedBytes;
  readonly champion: NamedBytes | null;
}

/** The names of the tables in messages; the data are named by their path. */
const PREDICTIONS = 'predictions';
const CHAMPION = 'champion predictions';
const FILES = { [PREDICTIONS]: 'evaluation-artifact/predictions.csv', [CHAMPION]: 'evaluation-artifact/champion.csv' };

/**
 * Writes the bytes where only this job looks, and hands the rows that count to `use`: those of the evaluation part, joined
 * by id. What models wrote is hostile; its columns are exactly those of the task.
 *
 * @throws ConfigError when no row counts or the dataset is not for evaluation; ActionError `refused` with the reason code of
 *   what is wrong with a table, `integrity`, reason `digest-mismatch`, when the engine has read other bytes.
 */
export async function withRows<T>(
  request: RowsRequest,
  at: { readonly temp: string; readonly engine: OpenEngine },
  use: (rows: GateRows) => Promise<T>,
): Promise<T> {
  const { dataset, data, predictions, champion } = request;
  const files = new Map([
    [dataset.path, data.bytes],
    [FILES[PREDICTIONS], predictions.bytes],
    ...(champion === null ? [] : [[FILES[CHAMPION], champion.bytes] as const]),
  ]);
  return await withPrivateFolder(at.temp, files, async (root) => {
    const engine = at.engine({ root, tempFolder: at.temp, limits: { maxTextBytes: DATA_LIMITS.maxBytes } });
    requireOperations(engine, ['describe', 'integrity', 'join', 'grouped-counts', 'grouped-sums', 'column-values']);
    return await engine.withTables(gateSources(sourcesOf(request)), async (tables) =>
      use(await rowsOf(tables, request)),
    );
  });
}

function sourcesOf({ model, dataset, champion }: RowsRequest): readonly GateSource[] {
  const columns = taskColumns(model);
  const written = (name: typeof PREDICTIONS | typeof CHAMPION): GateSource => ({
    name,
    files: [FILES[name]],
    format: 'csv',
    keys: predictionKeys(columns),
    hostile: true,
  });
  return [
    {
      name: dataset.path,
      files: [dataset.path],
      format: formatByName(dataset.path) ?? 'csv',
      keys: dataKeys(columns, dataset.split?.column ?? null),
    },
    written(PREDICTIONS),
    ...(champion === null ? [] : [written(CHAMPION)]),
  ];
}

async function rowsOf(tables: AggregateTables, request: RowsRequest): Promise<GateRows> {
  const { model, dataset, data, predictions, champion } = request;
  const columns = taskColumns(model);
  const written = [[PREDICTIONS, predictions] as const, ...(champion === null ? [] : [[CHAMPION, champion] as const])];
  for (const [name, { digest }] of [[dataset.path, data] as const, ...written])
    await requireDigest(tables, name, digest);
  for (const [name] of written) {
    const { columns: found } = await tables.describe(name);
    refuseOtherColumns({ name, columns: found.map((column) => column.name) }, model);
  }
  const part = rowPart(dataset, 'evaluation', dataset.path);
  const own = part === null ? { table: dataset.path } : { table: dataset.path, part };
  if ((await tables.rows(own)) === 0) throw noEvaluationRow(dataset.path);
  const join = [dataset.path, ...written.map(([name]) => name)].map((table) => ({ table, column: columns.id }));
  const relation: Relation = part === null ? { join } : { join, part };
  const names = { data: dataset.path, predictions: PREDICTIONS, champion: champion === null ? null : CHAMPION };
  return { tables, relation, columns: gateColumns(columns, names) };
}

async function requireDigest(tables: AggregateTables, name: string, expected: Digest): Promise<void> {
  const { digest } = await tables.describe(name);
  if (digest === expected) return;
  const fault = { where: `table ${name}`, found: digest, allowed: `the bytes that were checked: ${expected}` };
  const remedy = 'Run the job again; if it happens again, look at what else runs on this machine';
  throw new ActionError('integrity', { ...fault, remedy }, { reasonCode: 'digest-mismatch' });
}

function noEvaluationRow(where: string): ConfigError {
  return new ConfigError([
    {
      where,
      found: 'no evaluation row',
      allowed: 'at least one row in the evaluation parts of the split',
      remedy: 'Add rows, or correct "split" in gatehouse.yml',
    },
  ]);
}
