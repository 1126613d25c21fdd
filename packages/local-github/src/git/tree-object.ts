import { type ObjectType, readObject } from './git.ts';

export interface TreeObjectEntry {
  readonly name: string;
  /** `0o100644`, `0o40000` … */
  readonly mode: number;
  readonly type: Exclude<ObjectType, 'tag'>;
  readonly sha: string;
}

const SHA_BYTES = 20;

/** Entries of a tree as git stores it, in git's order. */
export function parseTreeObject(content: Buffer): readonly TreeObjectEntry[] {
  const entries: TreeObjectEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    if (space < 0 || end < 0) throw new Error('A tree of the local GitHub is damaged.');
    const mode = Number.parseInt(content.toString('latin1', at, space), 8);
    const sha = content.toString('hex', end + 1, end + 1 + SHA_BYTES);
    entries.push({ name: content.toString('utf8', space + 1, end), mode, type: typeOf(mode), sha });
    at = end + 1 + SHA_BYTES;
  }
  return entries;
}

/** What a commit or tree has at a path, or `null`; read from one process that stays, unlike `git ls-tree`. */
export async function findTreeEntry(gitDir: string, root: string, path: string): Promise<TreeObjectEntry | null> {
  const names = path.split('/');
  // git would take these for something else than a name, and a colon expression cannot escape them.
  if (names.some((name) => name === '' || name === '.' || name === '..')) return null;
  const parent = names.slice(0, -1).join('/');
  const tree = await readObject(gitDir, parent === '' ? `${root}^{tree}` : `${root}:${parent}`);
  if (tree?.type !== 'tree') return null;
  return parseTreeObject(tree.content).find(({ name }) => name === names.at(-1)) ?? null;
}

function typeOf(mode: number): TreeObjectEntry['type'] {
  if (mode === 0o40000) return 'tree';
  return mode === 0o160000 ? 'commit' : 'blob';
}
