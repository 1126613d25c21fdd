import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, runGit } from './git.ts';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes; `null` for trees and submodules. */
  readonly size: number | null;
}

/** GitHub cuts longer listings off and sets `truncated`. */
const MAX_ENTRIES = 100_000;

/** Entries of a tree, or `null` when the expression names none. */
export async function listTree(
  gitDir: string,
  tree: string,
  options: { readonly recursive: boolean },
): Promise<{ readonly entries: readonly TreeEntry[]; readonly truncated: boolean } | null> {
  const flags = options.recursive ? ['-r', '-t'] : [];
  const result = await runGit(gitDir, ['ls-tree', '-l', '-z', ...flags, tree]);
  if (result.code !== 0) return null;
  const lines = result.stdout.toString('utf8').split('\0').slice(0, -1);
  return { entries: lines.slice(0, MAX_ENTRIES).map(parseEntry), truncated: lines.length > MAX_ENTRIES };
}

function parseEntry(line: string): TreeEntry {
  const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40}) +(\d+|-)\t(.*)$/s.exec(line);
  const [, mode = '', type = '', sha = '', size = '', path = ''] = match ?? [];
  if (type !== 'blob' && type !== 'tree' && type !== 'commit') throw new Error(`git ls-tree wrote "${line}".`);
  return { path, mode, type, sha, size: size === '-' ? null : Number(size) };
}

export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** `null` removes the path. */
  readonly sha: string | null;
}

/** Writes the tree that `base` becomes by the changes, by way of an index of its own. */
export async function writeTree(gitDir: string, base: string | null, changes: readonly TreeChange[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-github-index-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    await git(gitDir, base === null ? ['read-tree', '--empty'] : ['read-tree', base], { env });
    const trees = changes.filter((change) => change.mode === '040000' && change.sha !== null);
    const lines = changes
      .filter((change) => !trees.includes(change))
      .map((change) => `${change.sha === null ? '0' : change.mode} ${change.sha ?? '0'.repeat(40)}\t${change.path}\0`);
    await git(gitDir, ['update-index', '--add', '--replace', '-z', '--index-info'], { env, input: lines.join('') });
    for (const tree of trees) await git(gitDir, ['read-tree', `--prefix=${tree.path}/`, tree.sha ?? ''], { env });
    return (await git(gitDir, ['write-tree'], { env })).toString('utf8').trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
