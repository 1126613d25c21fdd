import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { engineUntrusted } from './addon-errors.ts';
import { type AddonSources, addonPins, provisionAddon } from './provision-addon.ts';
import { entryOf } from './verify-addon.ts';

/** What we use of `@duckdb/node-api`. */
export interface DuckDbModule {
  readonly DuckDBInstance: typeof DuckDBInstance;
}

/** What this process has loaded, by folder. The system maps a library once, so hashing it again would prove nothing. */
const loaded = new Map<string, DuckDbModule>();

/**
 * Finds, verifies and loads DuckDB. The package is never bundled: it is found at run time, so no bundler sees its name.
 *
 * @throws ActionError as {@link provisionAddon}.
 */
export async function loadDuckDb(sources: AddonSources): Promise<DuckDbModule> {
  const { explicit } = sources;
  const before = explicit === undefined ? undefined : loaded.get(explicit);
  if (before !== undefined) return before;
  const modules = await provisionAddon(sources);
  const module: unknown = createRequire(join(modules, 'gatehouse.cjs'))(entryOf(modules));
  if (!isDuckDb(module)) {
    throw engineUntrusted(
      modules,
      'a module without DuckDBInstance',
      `@duckdb/node-api ${addonPins().platform.version}`,
    );
  }
  if (explicit !== undefined) loaded.set(explicit, module);
  return module;
}

function isDuckDb(module: unknown): module is DuckDbModule {
  return typeof module === 'object' && module !== null && 'DuckDBInstance' in module;
}
