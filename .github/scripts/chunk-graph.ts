import { z } from 'zod';

const moduleSchema = z.object({
  name: z.string().optional(),
  get modules() {
    return z.array(moduleSchema).optional();
  },
});
type StatsModule = z.output<typeof moduleSchema>;

const statsSchema = z.object({
  chunks: z.array(
    z.object({
      files: z.array(z.string()).min(1),
      origins: z.array(z.object({ request: z.string().optional(), moduleName: z.string() })),
      modules: z.array(moduleSchema),
    }),
  ),
});

/** What `dist/chunks.json` says; a contract test judges by it what an action loads before it is asked to. */
export interface ChunkGraph {
  /** Packages whose code each chunk holds: npm names, `@gatehouse/<package>` and `actions/<name>`. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** Chunks that are loaded as soon as the action starts, beside `index.js`. */
  readonly start: Readonly<Record<string, readonly string[]>>;
}

/** Reads the chunk graph from webpack's statistics, sorted so that equal builds give equal bytes. */
export function chunkGraph(stats: unknown, actions: readonly string[]): ChunkGraph {
  const chunks = statsSchema
    .parse(stats)
    .chunks.map((chunk) => ({ ...chunk, file: chunk.files.join() }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const packages = chunks.map((chunk) => [chunk.file, packagesOf(chunk.modules)] as const);
  const start = actions.map((name) => {
    const eager = chunks.filter((chunk) => chunk.origins.some((origin) => isEntry(origin, name)));
    if (eager.length === 0) throw new Error(`No chunk starts the action "${name}".`);
    return [name, eager.map((chunk) => chunk.file)] as const;
  });
  return { packages: Object.fromEntries(packages), start: Object.fromEntries(start) };
}

function isEntry(
  origin: { readonly request?: string | undefined; readonly moduleName: string },
  name: string,
): boolean {
  return origin.moduleName.endsWith('build/entry.js') && origin.request === `./actions/${name}/src/main.js`;
}

function packagesOf(modules: readonly StatsModule[]): readonly string[] {
  const found = new Set<string>();
  const visit = (module: StatsModule): void => {
    for (const inner of module.modules ?? []) visit(inner);
    const owner = ownerOf(module.name ?? '');
    if (owner !== null) found.add(owner);
  };
  modules.forEach(visit);
  return [...found].sort();
}

function ownerOf(moduleName: string): string | null {
  const path = moduleName.replaceAll('\\', '/');
  const npm = [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].at(-1)?.[1];
  // ncc's own loaders and stand-ins are part of the tool, not of what is shipped.
  if (npm !== undefined) return npm === '@vercel/ncc' ? null : npm;
  const own = /build\/(packages|actions)\/([^/]+)\//.exec(path);
  if (own === null) return null;
  return own[1] === 'packages' ? `@gatehouse/${own[2]}` : `actions/${own[2]}`;
}
