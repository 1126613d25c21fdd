import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDuckDb } from '../../../../packages/tables/src/duckdb/addon/load-addon.ts';
import { lockDown, type Session, withSession } from '../../../../packages/tables/src/duckdb/session.ts';
import { folderWith, WORKSPACE } from './fixture-tables.ts';

/** A locked session, below the adapter: no gate can reach it with SQL of its own. */
async function locked<T>(use: (session: Session, folder: string) => Promise<T>): Promise<T> {
  const folder = folderWith({ 'allowed.csv': 'a\n1\n', 'other.csv': 'a\n2\n' });
  const work = join(folder, 'work');
  mkdirSync(work);
  const allowedPaths = [join(folder, 'data', 'allowed.csv')];
  const limits = { memoryBytes: 256 * 1024 * 1024, threads: 1 };
  const module = await loadDuckDb({ explicit: WORKSPACE });
  return await withSession(module, { folder: work, allowedPaths, limits }, (session) => use(session, folder));
}

describe('the locked engine', () => {
  it('reads the file that is allowed', async () => {
    const rows = await locked((session, folder) =>
      session.rows(`SELECT * FROM read_csv('${folder}/data/allowed.csv')`),
    );

    expect(rows).toEqual([[1n]]);
  });

  it.each([
    ["SELECT * FROM read_csv('/etc/passwd')"],
    ["SELECT * FROM read_csv('FOLDER/data/other.csv')"],
    ["SELECT * FROM read_text('/etc/passwd')"],
    ["SELECT * FROM read_blob('/etc/passwd')"],
    ["SELECT * FROM '/etc/passwd'"],
    ["SELECT * FROM glob('/etc/*')"],
    ["SELECT * FROM sniff_csv('/etc/passwd')"],
    ["SELECT * FROM read_json('/etc/passwd')"],
    ["SELECT * FROM read_parquet('/etc/passwd')"],
    ["SELECT * FROM read_csv('https://example.com/a.csv')"],
    ["SELECT * FROM read_parquet('s3://bucket/a.parquet')"],
    ["COPY (SELECT 1) TO 'FOLDER/data/out.csv'"],
    ["COPY (SELECT 1) TO 'FOLDER/data/allowed.csv'"],
    ["ATTACH 'FOLDER/data/x.duckdb' AS x"],
    ["EXPORT DATABASE 'FOLDER/export'"],
    ['INSTALL httpfs'],
    ['LOAD httpfs'],
    ["LOAD '/tmp/x.duckdb_extension'"],
    ['SET threads=8'],
    ["SET memory_limit='90GB'"],
    ['SET enable_external_access=true'],
    ["SET allowed_paths=['/etc/passwd']"],
    ['SET lock_configuration=false'],
    ["SET temp_directory='/'"],
    ['RESET memory_limit'],
    ['SELECT 1; SELECT 2'],
  ])('refuses %s', async (sql) => {
    const run = locked((session, folder) => session.rows(sql.replaceAll('FOLDER', folder)));

    await expect(run).rejects.toThrow(/DuckDB: /);
  });

  it('loads no extension from a link or folder that it knows', async () => {
    const rows = await locked((session) =>
      session.rows(
        "SELECT name, value FROM duckdb_settings() WHERE name LIKE 'auto%known%' OR name LIKE 'allow_%_extensions' ORDER BY 1",
      ),
    );

    expect(rows.map(([name, value]) => `${name}=${value}`)).toEqual([
      'allow_community_extensions=false',
      'allow_unsigned_extensions=false',
      'autoinstall_known_extensions=false',
      'autoload_known_extensions=false',
    ]);
  });

  it('spills into its own folder', async () => {
    const [rows, folder] = await locked(async (session, folder) => [
      await session.rows("SELECT value FROM duckdb_settings() WHERE name = 'temp_directory'"),
      folder,
    ]);

    expect(rows).toEqual([[join(folder, 'work', 'spill')]]);
  });

  // DuckDB's own lock lets these through: an allowed path may be written, memory attached, and a PRAGMA prints.
  it.each([
    ["COPY (SELECT 9 AS a) TO 'FOLDER/data/allowed.csv' (USE_TMP_FILE false)"],
    ["COPY (SELECT 9 AS a) TO 'FOLDER/work/spill/x.csv'"],
    ["ATTACH ':memory:' AS m"],
    ['PRAGMA enable_profiling'],
    ['CALL enable_logging()'],
    ["SET search_path='main'"],
    ['CHECKPOINT'],
  ])('refuses what only the session refuses: %s', async (sql) => {
    await locked(async (session, folder) => {
      await expect(session.rows(sql.replaceAll('FOLDER', folder))).rejects.toThrow(/statements of type/);

      expect(await session.rows(`SELECT * FROM read_csv('${folder}/data/allowed.csv')`)).toEqual([[1n]]);
    });
  });
});

describe('the lock alone, without the check of statements', () => {
  it.each([
    ["COPY (SELECT 1) TO 'FOLDER/data/out.csv'"],
    ["ATTACH 'FOLDER/data/x.duckdb' AS x"],
    ['INSTALL httpfs'],
    ['LOAD httpfs'],
    ['SET threads=8'],
    ['SET enable_external_access=true'],
    ["SET allowed_paths=['/etc/passwd']"],
    ['SET lock_configuration=false'],
  ])('refuses %s', async (sql) => {
    const folder = folderWith({ 'allowed.csv': 'a\n1\n' });
    const { DuckDBInstance } = await loadDuckDb({ explicit: WORKSPACE });
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await lockDown(connection, [join(folder, 'data', 'allowed.csv')]);

    await expect(connection.run(sql.replaceAll('FOLDER', folder))).rejects.toThrow(/Permission Error|locked/);
    connection.closeSync();
    instance.closeSync();
  });
});
