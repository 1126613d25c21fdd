/** The part of webpack's `Compilation` that is read here; ncc hands it out with its statistics. */
export interface Compilation {
  /** One for every `import()`, and one for the entry. */
  readonly chunkGroups: Iterable<ChunkGroup>;
  readonly chunks: Iterable<Chunk>;
  readonly chunkGraph: { getChunkModulesIterable(chunk: Chunk): Iterable<BundledModule> };
}

interface Chunk {
  readonly files: Iterable<string>;
}

interface ChunkGroup {
  readonly chunks: Iterable<Chunk>;
  /** The `import()` expressions that load the group: the importing module, and what it asked for. */
  readonly origins: Iterable<{ readonly module?: BundledModule | null; readonly request?: string | undefined }>;
}

interface BundledModule {
  /** Absolute path of the file; modules that webpack made up have none. */
  readonly resource?: string | undefined;
  /** Set when several modules were joined into one; the first is the one that others import. */
  readonly rootModule?: BundledModule | undefined;
  readonly modules?: Iterable<BundledModule> | undefined;
}

/** What `dist/chunks.json` says; a contract test judges by it what an action loads before it is asked to. */
export interface ChunkGraph {
  /** Packages whose code each chunk holds: npm names, `@gatehouse/<package>` and `actions/<name>`. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** Chunks that are loaded as soon as the action starts, beside `index.js`. */
  readonly start: Readonly<Record<string, readonly string[]>>;
  /** Chunks that are loaded once its inputs are found good. */
  readonly run: Readonly<Record<string, readonly string[]>>;
}

/** Reads the chunk graph, sorted so that equal builds give equal bytes. */
export function chunkGraph(compilation: Compilation, actions: readonly string[]): ChunkGraph {
  const chunks = [...compilation.chunks].map((chunk) => {
    return [fileOf(chunk), packagesOf(compilation.chunkGraph.getChunkModulesIterable(chunk))] as const;
  });
  const groups = [...compilation.chunkGroups];
  const loadedBy = (importOf: (action: string) => { readonly from: string; readonly request: string }) =>
    Object.fromEntries(
      actions.map((action) => {
        const wanted = importOf(action);
        const group = groups.find(({ origins }) => [...origins].some((one) => isImport(one, wanted)));
        if (group === undefined) throw new Error(`${wanted.from} does not import ${wanted.request} dynamically.`);
        return [action, [...group.chunks].map(fileOf).sort()];
      }),
    );
  return {
    packages: Object.fromEntries(chunks.sort(([a], [b]) => (a < b ? -1 : 1))),
    start: loadedBy((action) => ({ from: 'build/entry.js', request: `./actions/${action}/src/main.js` })),
    run: loadedBy((action) => ({ from: `build/actions/${action}/src/main.js`, request: './perform.js' })),
  };
}

function fileOf(chunk: Chunk): string {
  return [...chunk.files].join();
}

function isImport(
  origin: { readonly module?: BundledModule | null; readonly request?: string | undefined },
  wanted: { readonly from: string; readonly request: string },
): boolean {
  const importer = origin.module?.rootModule ?? origin.module;
  return origin.request === wanted.request && slashes(importer?.resource).endsWith(wanted.from);
}

function packagesOf(modules: Iterable<BundledModule>): readonly string[] {
  const all = [...modules].flatMap((module) => [...(module.modules ?? [module])]);
  return [...new Set(all.flatMap((module) => ownerOf(slashes(module.resource)) ?? []))].sort();
}

function ownerOf(path: string): string | null {
  const npm = [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].at(-1)?.[1];
  // ncc's own loaders and stand-ins are part of the tool, not of what is shipped.
  if (npm !== undefined) return npm === '@vercel/ncc' ? null : npm;
  const own = /build\/(packages|actions)\/([^/]+)\//.exec(path);
  if (own === null) return null;
  return own[1] === 'packages' ? `@gatehouse/${own[2]}` : `actions/${own[2]}`;
}

function slashes(path: string | undefined): string {
  return (path ?? '').replaceAll('\\', '/');
}
