import { availableParallelism } from 'node:os';
import { type AggregateEngine, type AggregateTables, ENGINE_OPERATIONS, type TableSource } from '@gatehouse/core';
import { type FileStamp, fileChanged, hashInput, requireUnchanged } from '../formats/file-stamp.ts';
import { type OnRead, type PreparedFile, type PreparedTable, prepareSource } from '../formats/prepare-source.ts';
import type { ReadableFolders } from '../formats/resolve-files.ts';
import { loadDuckDb } from './addon/load-addon.ts';
import { type AddonSources, addonPins } from './addon/provision-addon.ts';
import { KEYED } from './column-sql.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { columnValues } from './queries/column-values.ts';
import { histogram, moments, quantiles } from './queries/distribution.ts';
import { groupedCounts, groupedSums } from './queries/grouped.ts';
import { distinct, integrity } from './queries/integrity.ts';
import { correlations, labelTellings, rankCorrelations, tellingWords } from './queries/label-telling.ts';
import { numberCounts } from './queries/number-counts.ts';
import { distinctRows, sharedRows, times, unequalSums, varying } from './queries/row-checks.ts';
import { valueCounts } from './queries/value-counts.ts';
import { breaches } from './queries/value-rules.ts';
import { Catalog, requireSameType } from './relation.ts';
import { makePrivateFolder, removePrivateFolder, type Session, type SessionLimits, withSession } from './session.ts';

export interface DuckDbOptions extends ReadableFolders {
  readonly addon: AddonSources;
  /** The runner's temporary folder; copies and spilled data go into a private folder below it, which is removed. */
  readonly tempFolder: string;
  /** Told how far files are read, for a person who waits. */
  readonly onRead?: OnRead;
  readonly limits?: Partial<SessionLimits> & { readonly maxTextBytes?: number };
}

/** With Node itself this stays under the gigabyte that a gate may take. */
const DEFAULT_LIMITS: SessionLimits = { memoryBytes: 700 * 1024 * 1024, threads: availableParallelism() };
const MAX_TEXT_BYTES = 64 * 1024 * 1024 * 1024;

/** DuckDB as {@link AggregateEngine}. Nothing is loaded before tables are opened. */
export function duckDbEngine(options: DuckDbOptions): AggregateEngine {
  return {
    name: 'duckdb',
    version: addonPins().platform.version,
    supports: new Set(ENGINE_OPERATIONS),
    withTables: (sources, use) => withTables(options, sources, use),
  };
}

async function withTables<T>(
  options: DuckDbOptions,
  sources: readonly TableSource[],
  use: (tables: AggregateTables) => Promise<T>,
): Promise<T> {
  const names = sources.map((source) => source.name);
  if (new Set(names).size < names.length)
    throw new RangeError(`Every table needs its own name, got ${names.join(', ')}.`);
  const { maxTextBytes = MAX_TEXT_BYTES, ...limits } = options.limits ?? {};
  const folder = await makePrivateFolder(options.tempFolder);
  try {
    const prepared: PreparedTable[] = [];
    const { root, alsoReadable, onRead } = options;
    for (const source of sources)
      prepared.push(await prepareSource(source, { root, alsoReadable, onRead, folder, maxTextBytes }));
    return await judged(options, { folder, prepared, limits: { ...DEFAULT_LIMITS, ...limits } }, use);
  } finally {
    await removePrivateFolder(folder);
  }
}

interface Prepared {
  readonly folder: string;
  readonly prepared: readonly PreparedTable[];
  readonly limits: SessionLimits;
}

/** What `use` makes of the tables, if their files are afterwards what they were before. */
async function judged<T>(
  options: DuckDbOptions,
  { folder, prepared, limits }: Prepared,
  use: (tables: AggregateTables) => Promise<T>,
): Promise<T> {
  const module = await loadDuckDb(options.addon);
  const allowedPaths = prepared.flatMap((table) =>
    table.files.flatMap((file) => file.blocks.map((block) => block.path)),
  );
  const wide = prepared.some((table) => table.files.some((file) => file.blocks.length > 1));
  let result: T;
  try {
    result = await withSession(module, { folder, allowedPaths, limits, wide }, async (session) =>
      use(await openTables(session, prepared)),
    );
  } catch (cause) {
    // A file that was written to meanwhile explains any other error.
    for (const file of readInPlace(prepared)) await requireUnchanged(file.input, file.stamp);
    throw cause;
  }
  for (const file of readInPlace(prepared)) {
    await requireUnchanged(file.input, file.stamp);
    const { digest } = await hashInput(file.input);
    if (digest !== file.digest) throw fileChanged(file.input);
  }
  return result;
}

/** Files that the engine opened itself; of the others it read a private copy, made of the bytes that were hashed. */
function readInPlace(prepared: readonly PreparedTable[]): readonly (PreparedFile & { readonly stamp: FileStamp })[] {
  return prepared.flatMap((table) =>
    table.files.flatMap((file) => (file.stamp === null ? [] : [{ ...file, stamp: file.stamp }])),
  );
}

async function openTables(session: Session, prepared: readonly PreparedTable[]): Promise<AggregateTables> {
  const tables: OpenTable[] = [];
  for (const [index, table] of prepared.entries()) tables.push(await openTable(session, table, index));
  return tablesOn({ session, catalog: new Catalog(session, tables) });
}

function tablesOn(at: { readonly session: Session; readonly catalog: Catalog }): AggregateTables {
  const { catalog } = at;
  return {
    describe: async (name) => {
      const { format, rows, digest, files } = catalog.table(name);
      const columns = (await catalog.columnsOf(name)).map(({ column, type }) => ({ name: column.name, type }));
      return { name, format, rows, digest, files, columns };
    },
    integrity: (relation, columns) => integrity(at, relation, columns),
    distinct: (relation, column) => distinct(at, relation, column),
    rows: async (relation) => (await catalog.rows(relation)).count,
    requireSameType: async (refs) => {
      const [first, ...others] = await catalog.columns(refs, KEYED);
      for (const other of others) if (first !== undefined) requireSameType(first, other);
    },
    groupedCounts: (relation, keys) => groupedCounts(at, relation, keys),
    groupedSums: (relation, keys, terms) => groupedSums(at, relation, { keys, terms }),
    quantiles: (relation, column, parts) => quantiles(at, relation, { column, parts }),
    histogram: (relation, columns) => histogram(at, relation, columns),
    moments: (relation, columns, { squares = true } = {}) => moments(at, relation, { columns, squares }),
    numberCounts: (relation, columns, { squares = true } = {}) => numberCounts(at, relation, { columns, squares }),
    valueCounts: (relation, columns, { most }) => valueCounts(at, relation, { columns, most }),
    breaches: (relation, rules) => breaches(at, relation, rules),
    unequalSums: (relation, sum) => unequalSums(at, relation, sum),
    varying: (relation, columns) => varying(at, relation, columns),
    distinctRows: (relation, columns) => distinctRows(at, relation, columns),
    sharedRows: (first, second) => sharedRows(at, first, second),
    times: (relation, column) => times(at, relation, column),
    correlations: (relation, compared) => correlations(at, relation, compared),
    rankCorrelations: (relation, compared) => rankCorrelations(at, relation, compared),
    labelTellings: (relation, compared) => labelTellings(at, relation, compared),
    tellingWords: (relation, asked) => tellingWords(at, relation, asked),
    columnValues: (relation, wanted, { maxRows, orderBy }) => columnValues(at, relation, { wanted, maxRows, orderBy }),
  };
}
