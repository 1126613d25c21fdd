import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { engineUntrusted } from './addon-errors.ts';
import { type AddonSources, addonPins, provisionAddon } from './provision-addon.ts';

/** What we use of `@duckdb/node-api`. */
export interface DuckDbModule {
  readonly DuckDBInstance: typeof DuckDBInstance;
}

/** What this process has loaded, by folder. The system maps a library once, so hashing it again would prove nothing. */
const loaded = new Map<string, Promise<DuckDbModule>>();

/**
 * Finds, verifies and loads DuckDB. The package is never bundled: it is found at run time, so no bundler sees its name.
 *
 * @throws ActionError as {@link provisionAddon}.
 */
export async function loadDuckDb(sources: AddonSources): Promise<DuckDbModule> {
  const folder = resolve(await folderOf(sources));
  const before = loaded.get(folder);
  if (before !== undefined) return await before;
  const load = verifiedModule(folder);
  loaded.set(folder, load);
  load.catch(() => loaded.delete(folder));
  return await load;
}

async function folderOf(sources: AddonSources): Promise<string> {
  const { explicit } = sources;
  return explicit !== undefined && loaded.has(resolve(explicit)) ? explicit : await provisionAddon(sources);
}

async function verifiedModule(folder: string): Promise<DuckDbModule> {
  const module: unknown = createRequire(join(folder, 'gatehouse.cjs'))(['@duckdb', 'node-api'].join('/'));
  if (isDuckDb(module)) return module;
  throw engineUntrusted(folder, 'a module without DuckDBInstance', `@duckdb/node-api ${addonPins().platform.version}`);
}

function isDuckDb(module: unknown): module is DuckDbModule {
  return typeof module === 'object' && module !== null && 'DuckDBInstance' in module;
}
