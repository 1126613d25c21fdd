import { join, resolve } from 'node:path';
import { createActionsCache } from './actions-cache.ts';
import { download } from './download.ts';
import type { FolderStore } from './folder-store.ts';
import { input } from './input.ts';
import type { ActionPorts } from './run-action.ts';
import { createToolCache, type ToolPlace } from './tool-cache.ts';

/** The inputs of every action that reads tables; they mean the same everywhere. */
export const ENGINE_INPUTS = {
  'engine-path': input.path(
    'Folder that holds the data engine in node_modules, as "npm install --prefix DIR @duckdb/node-api" leaves it. No cache and no download is tried.',
  ),
  'engine-mirror': input.url(
    'Registry with the paths of npm from which the data engine is downloaded in place of npm.',
  ),
} as const;

/** Where the data engine may come from, in the order in which the places are asked. */
export interface EngineSources {
  readonly explicit?: string;
  readonly toolCache?: FolderStore;
  readonly actionsCache?: FolderStore;
  readonly download?: {
    readonly downloads: { fetch(url: string): Promise<Uint8Array> };
    readonly mirror?: string;
    readonly into: string;
  };
}

const MOST_BYTES = 200_000_000;

/** The places of a runner: the path that an input names, or else its tool cache, the Actions cache and a download. */
export function engineSources(
  inputs: { readonly 'engine-path': string | undefined; readonly 'engine-mirror': string | undefined },
  { context, env, log }: Pick<ActionPorts, 'context' | 'env' | 'log'>,
  tool: ToolPlace,
): EngineSources {
  const { 'engine-path': explicit, 'engine-mirror': mirror } = inputs;
  if (explicit !== undefined) return { explicit: resolve(context.workspace, explicit) };
  const tools = env['RUNNER_TOOL_CACHE'] ?? '';
  const downloads = {
    fetch: (url: string) => download(url, { progress: (text) => log.info(text), maxBytes: MOST_BYTES }),
  };
  return {
    ...(tools === '' ? {} : { toolCache: createToolCache(tools, tool) }),
    actionsCache: createActionsCache({
      folder: join(context.temp, 'gatehouse-engine-cache'),
      env,
      debug: (text) => log.debug(text),
    }),
    download: { downloads, ...(mirror === undefined ? {} : { mirror }), into: join(context.temp, 'gatehouse-engine') },
  };
}
