import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DuckDbModule } from '../../../../packages/tables/src/duckdb/addon/load-addon.ts';
import { folderWith, WORKSPACE } from './fixture-tables.ts';

/** Bytes of a Parquet file that DuckDB itself writes from a query. */
export async function parquetOf(query: string, options = ''): Promise<Buffer> {
  const module: DuckDbModule = createRequire(join(WORKSPACE, 'package.json'))('@duckdb/node-api');
  const file = join(folderWith(), 'written.parquet');
  const instance = await module.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet${options})`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(file);
}
