import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Compilation, chunkGraph } from './chunk-graph.ts';
import { lazyFiles, lazyStand } from './lazy-library.ts';

const LICENSES = 'licenses.txt';

/** Everything that is shipped is text; a binary asset would not survive the round trip and is refused. */
function asText(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
}

function isCompilation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'chunkGroups' in value && 'chunkGraph' in value;
}

const bundled = z.object({
  code: z.string(),
  assets: z.record(z.string(), z.object({ source: z.union([z.string(), z.instanceof(Uint8Array)]).transform(asText) })),
  // custom keeps webpack's own object.
  stats: z.object({ compilation: z.custom<Compilation>(isCompilation) }),
});
const bundler = z.custom<(input: string, options: object) => Promise<unknown>>((value) => typeof value === 'function');

/** Loaded on first use although its users import it eagerly. */
const LAZY = 'undici';

/**
 * Bundles `entry` with ncc. The result maps names below the output folder to bytes: `index.js`, its chunks,
 * `package.json`, `licenses.txt` and `chunks.json`, which says what each chunk holds and when it is loaded.
 *
 * Not minified: a reader can audit what runs and stack traces need no source map. `.github/adr` has the sizes.
 */
export async function bundle(root: string, entry: string, names: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { library, stand } = lazyFiles(LAZY);
  const { code, assets, stats } = await runNcc(root, entry, { externals: { [LAZY]: `./${stand}` } });
  const files = new Map([['index.js', code]]);
  for (const [name, { source }] of Object.entries(assets)) files.set(name, source);

  const libraryEntry = join(dirname(entry), library);
  writeFileSync(libraryEntry, `module.exports = require('${LAZY}');\n`);
  const lazy = await runNcc(root, libraryEntry, {});
  files.set(library, lazy.code);
  files.set(stand, lazyStand(root, LAZY, code));
  files.set(LICENSES, [files.get(LICENSES), lazy.assets[LICENSES]?.source].join('\n'));

  const graph = chunkGraph(stats.compilation, names);
  const packages = { ...graph.packages, [library]: [LAZY] };
  files.set('chunks.json', `${JSON.stringify({ ...graph, packages }, null, 2)}\n`);
  files.set('package.json', '{"type":"module"}\n');
  refuseLocalPaths(root, files);
  return new Map([...files].map(([name, text]) => [name, Buffer.from(text)]));
}

async function runNcc(root: string, entry: string, options: object): Promise<z.output<typeof bundled>> {
  const ncc = bundler.parse(createRequire(join(root, 'package.json'))('@vercel/ncc'));
  const common = { cache: false, minify: false, license: LICENSES, quiet: true, target: 'es2024' };
  return bundled.parse(await ncc(entry, { ...common, ...options }));
}

/** The same sources must give the same bytes in any folder, so none may name the folder that they were built in. */
function refuseLocalPaths(root: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    if (text.includes(root)) throw new Error(`${name} contains the path of this checkout, ${root}.`);
  }
}
