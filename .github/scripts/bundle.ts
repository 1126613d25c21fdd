import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { chunkGraph } from './chunk-graph.ts';

interface Stats {
  toJson(options: object): unknown;
}

const bundled = z.object({
  code: z.string(),
  assets: z.record(z.string(), z.object({ source: z.union([z.string(), z.instanceof(Uint8Array)]) })),
  // custom keeps the object itself: its method needs its own `this`.
  stats: z.custom<Stats>((value) => typeof value === 'object' && value !== null && 'toJson' in value),
});
const bundler = z.custom<(input: string, options: object) => Promise<unknown>>((value) => typeof value === 'function');

/** What the chunk graph needs of webpack's statistics, without any limit on the number of rows. */
const STATS = {
  all: false,
  chunks: true,
  chunkModules: true,
  chunkOrigins: true,
  dependentModules: true,
  ids: true,
  nestedModules: true,
  groupModulesByType: false,
  groupModulesByAttributes: false,
  groupModulesByCacheStatus: false,
  groupModulesByExtension: false,
  groupModulesByLayer: false,
  groupModulesByPath: false,
  chunkModulesSpace: Number.POSITIVE_INFINITY,
  nestedModulesSpace: Number.POSITIVE_INFINITY,
};

/**
 * Bundles `entry` with ncc. The result maps names below the output folder to bytes: `index.js`, its chunks,
 * `package.json`, `licenses.txt` and `chunks.json`, which says what each chunk holds and when it is loaded.
 *
 * Not minified: a reader can audit what runs and stack traces need no source map. `.github/adr` has the sizes.
 */
export async function bundle(root: string, entry: string, names: readonly string[]): Promise<Map<string, Uint8Array>> {
  const ncc = bundler.parse(createRequire(join(root, 'package.json'))('@vercel/ncc'));
  const raw = await ncc(entry, { cache: false, minify: false, license: 'licenses.txt', quiet: true, target: 'es2024' });
  const { code, assets, stats } = bundled.parse(raw);
  const files = new Map<string, Uint8Array>([['index.js', Buffer.from(code)]]);
  for (const [name, { source }] of Object.entries(assets)) files.set(name, Buffer.from(source));
  const graph = chunkGraph(stats.toJson(STATS), names);
  files.set('chunks.json', Buffer.from(`${JSON.stringify(graph, null, 2)}\n`));
  files.set('package.json', Buffer.from('{"type":"module"}\n'));
  refuseLocalPaths(root, files);
  return files;
}

/** The same sources must give the same bytes in any folder, so none may name the folder that they were built in. */
function refuseLocalPaths(root: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    if (Buffer.from(bytes).includes(root)) throw new Error(`${name} contains the path of this checkout, ${root}.`);
  }
}
