import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import type { DuckDbModule } from './addon/load-addon.ts';
import { engineError } from './engine-error.ts';
import { literal } from './sql-text.ts';

/** A value of a parameter. */
export type Bound = string | number;
/** A value as DuckDB's client gives it to JavaScript. */
export type Cell = unknown;

/** A column of a piece of a result. */
export interface Column {
  getItem(row: number): Cell;
}

/** What a session may take of the machine. */
export interface SessionLimits {
  readonly memoryBytes: number;
  readonly threads: number;
}

/** One connection to a database that can read the allowed files and nothing else. */
export interface Session {
  /** Rows of one statement. */
  rows(sql: string, values?: readonly Bound[]): Promise<readonly (readonly Cell[])[]>;
  /** Rows in pieces of some thousand, for results that do not fit. */
  stream(sql: string, each: (columns: readonly Column[], rows: number) => void): Promise<void>;
}

/** A private folder below the runner's temporary folder: only this user may look into it. */
export async function makePrivateFolder(tempFolder: string): Promise<string> {
  await mkdir(tempFolder, { recursive: true });
  return await mkdtemp(join(tempFolder, 'gatehouse-tables-'));
}

export async function removePrivateFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Opens a database in `folder`, shuts it off from everything but `allowedPaths`, and hands it to `use`.
 *
 * The tables lie in a file of the folder and not in memory, so that they are compressed and may be larger than it. No
 * link may be among the paths: DuckDB would allow what it leads to.
 */
export async function withSession<T>(
  module: DuckDbModule,
  options: {
    readonly folder: string;
    readonly allowedPaths: readonly string[];
    readonly limits: SessionLimits;
    readonly wide?: boolean;
  },
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const { folder, allowedPaths, limits, wide = false } = options;
  const spill = join(folder, 'spill');
  await mkdir(spill, { recursive: true });
  const instance = await module.DuckDBInstance.create(join(folder, 'tables.duckdb'), startOptions(spill, limits, wide));
  try {
    const connection = await instance.connect();
    try {
      await lockDown(connection, allowedPaths);
      return await use(sessionOn(connection));
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

function startOptions(spill: string, limits: SessionLimits, wide: boolean): Record<string, string> {
  return {
    // A column takes a block at least: 10,000 columns would need 2.5 GB in blocks of the usual size.
    ...(wide ? { default_block_size: '16384' } : {}),
    temp_directory: spill,
    memory_limit: `${Math.floor(limits.memoryBytes / 1024 / 1024)}MiB`,
    threads: String(limits.threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    allow_persistent_secrets: 'false',
    // A cache of what a file held is no evidence of what it holds, and takes memory.
    enable_external_file_cache: 'false',
  };
}

/** The order matters: once access is off the paths cannot be changed, and once the lock is on nothing can. */
export async function lockDown(connection: DuckDBConnection, allowedPaths: readonly string[]): Promise<void> {
  await connection.run("SET TimeZone='UTC'");
  // Nobody opens the file again: to tidy it up at the end took as long as to fill it.
  await connection.run('PRAGMA disable_checkpoint_on_shutdown');
  await connection.run(`SET allowed_paths=[${allowedPaths.map(literal).join(', ')}]`);
  await connection.run('SET enable_external_access=false');
  await connection.run('SET lock_configuration=true');
}

/** Statements of one connection run one after the other, also when their callers do not wait. */
function sessionOn(connection: DuckDBConnection): Session {
  let last: Promise<unknown> = Promise.resolve();
  const queued = <T>(sql: string, run: () => Promise<T>): Promise<T> => {
    const next = last.then(run).catch((cause: unknown) => {
      throw engineError(cause, sql);
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    rows: (sql, values = []) => queued(sql, () => readRows(connection, sql, values)),
    stream: (sql, each) => queued(sql, () => streamChunks(connection, sql, each)),
  };
}

/** Numbers of DuckDB's C interface for the kinds of statements that we make. */
const QUESTIONS = new Set([1 /* SELECT */, 7 /* CREATE */]);

/**
 * Prepared, so it is one statement: text that smuggled in a second would be an error. The lock leaves some doors open,
 * which this closes: `COPY … TO` an allowed path, `ATTACH` of memory, `PRAGMA`s that print.
 */
async function prepareQuestion(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const statement = await connection.prepare(sql);
  if (QUESTIONS.has(statement.statementType)) return statement;
  statement.destroySync();
  throw new Error(`Permission Error: statements of type ${statement.statementType} are not made here`);
}

async function readRows(
  connection: DuckDBConnection,
  sql: string,
  values: readonly Bound[],
): Promise<readonly (readonly Cell[])[]> {
  const statement = await prepareQuestion(connection, sql);
  try {
    values.forEach((value, index) => {
      if (typeof value === 'number') statement.bindDouble(index + 1, value);
      else statement.bindVarchar(index + 1, value);
    });
    return (await statement.runAndReadAll()).getRowsJS();
  } finally {
    statement.destroySync();
  }
}

async function streamChunks(
  connection: DuckDBConnection,
  sql: string,
  each: (columns: readonly Column[], rows: number) => void,
): Promise<void> {
  const statement = await prepareQuestion(connection, sql);
  try {
    await forEachChunk(await statement.stream(), each);
  } finally {
    statement.destroySync();
  }
}

async function forEachChunk(
  result: DuckDBResult,
  each: (columns: readonly Column[], rows: number) => void,
): Promise<void> {
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const columns = Array.from({ length: chunk.columnCount }, (_, index) => chunk.getColumnVector(index));
    each(columns, chunk.rowCount);
  }
}
