import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Environment } from './define-inputs.ts';
import type { FolderStore } from './folder-store.ts';

/** The part of `@actions/cache` that is used here. */
export interface CacheClient {
  isFeatureAvailable(): boolean;
  restoreCache(paths: string[], primaryKey: string): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<number>;
}

export interface ActionsCacheOptions {
  /** The one folder that is saved and restored; its path is a part of what GitHub knows the entry by. */
  readonly folder: string;
  readonly env: Environment;
  /** Told what went wrong; a cache is never a reason to stop. */
  readonly debug: (text: string) => void;
  /** Replaced in tests. */
  readonly loadClient?: () => Promise<CacheClient>;
}

/** Loaded on first use: it brings the client of blob storage with it. */
async function loadToolkitClient(): Promise<CacheClient> {
  return await import('@actions/cache');
}

const READABLE = ['', 'read', 'write'];
const WRITABLE = ['', 'write', 'write-only'];

/**
 * The Actions cache. Where the workflow's `cache-mode` shuts it off it says nothing and does nothing: a job that decides has no
 * cache, and a line about it in every log would be noise. An entry of another key than the one asked for is none.
 */
export function createActionsCache(options: ActionsCacheOptions): FolderStore {
  const { folder, env, debug } = options;
  const mode = (env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase();
  const client = async (modes: readonly string[]): Promise<CacheClient | null> => {
    if (!modes.includes(mode)) return null;
    const loaded = await (options.loadClient ?? loadToolkitClient)();
    return loaded.isFeatureAvailable() ? loaded : null;
  };
  return {
    restore: async (key) => {
      try {
        const found = await (await client(READABLE))?.restoreCache([folder], key);
        return found === key ? folder : null;
      } catch (error) {
        debug(`The Actions cache was not read: ${String(error)}`);
        return null;
      }
    },
    save: async (key, from) => {
      try {
        const cache = await client(WRITABLE);
        if (cache === null) return;
        if (resolve(from) !== resolve(folder)) {
          await rm(folder, { recursive: true, force: true });
          await cp(from, folder, { recursive: true });
        }
        await cache.saveCache([folder], key);
      } catch (error) {
        debug(`The Actions cache was not written: ${String(error)}`);
      }
    },
  };
}
