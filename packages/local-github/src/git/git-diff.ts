import { git } from './git.ts';

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

export interface FileChange {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: FileStatus;
  /** Blob after the change; of a removed file the one before. */
  readonly blobSha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Absent for binary files. */
  readonly patch: string | null;
}

const STATUSES: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/** The empty tree, against which a first commit is compared. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Objects never change, so neither does what differs between two; a pull request asks for it again and again. */
const known = new Map<string, Promise<readonly FileChange[]>>();
const MAX_KNOWN = 500;

/** What differs between two trees or commits (full SHAs), ordered by path as git orders it. */
export function diffTrees(gitDir: string, before: string, after: string): Promise<readonly FileChange[]> {
  const key = `${gitDir} ${before} ${after}`;
  const found = known.get(key) ?? readDiff(gitDir, before, after);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function readDiff(gitDir: string, before: string, after: string): Promise<readonly FileChange[]> {
  const options = ['diff-tree', '-r', '-M', '--no-abbrev', '--no-color', '--no-ext-diff'];
  const [listed, patched] = await Promise.all([
    git(gitDir, [...options, '-z', '--raw', '--numstat', before, after]),
    git(gitDir, [...options, '-p', before, after]),
  ]);
  const patches = patched
    .toString('utf8')
    .split(/^(?=diff --git )/m)
    .filter((text) => text.startsWith('diff --git '));
  const { raw, counts } = parseListing(listed.toString('utf8').split('\0'));
  return raw.map((entry, index) => {
    const [additions = 0, deletions = 0] = counts[index] ?? [];
    const patch = patches[index] ?? '';
    const hunks = patch.indexOf('\n@@ ');
    return { ...entry, additions, deletions, patch: hunks < 0 ? null : patch.slice(hunks + 1).replace(/\n$/, '') };
  });
}

type RawEntry = Omit<FileChange, 'additions' | 'deletions' | 'patch'>;

/** With `-z`: `:modes shas status`, one path or two; then `added<TAB>removed<TAB>path`, or an empty path and two more. */
function parseListing(fields: readonly string[]): {
  readonly raw: readonly RawEntry[];
  readonly counts: readonly (readonly number[])[];
} {
  const raw: RawEntry[] = [];
  const counts: number[][] = [];
  for (let at = 0; at < fields.length; ) {
    const field = fields[at] ?? '';
    const header = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(field);
    const count = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(field);
    if (header !== null) {
      const [, before = '', after = '', letter = ''] = header;
      const moved = letter === 'R' || letter === 'C';
      const path = fields[at + (moved ? 2 : 1)] ?? '';
      raw.push({
        path,
        previousPath: moved ? (fields[at + 1] ?? null) : null,
        status: STATUSES[letter] ?? 'changed',
        blobSha: letter === 'D' ? before : after,
      });
      at += moved ? 3 : 2;
    } else if (count !== null) {
      counts.push([Number(count[1]) || 0, Number(count[2]) || 0]);
      at += count[3] === '' ? 3 : 1;
    } else {
      at += 1;
    }
  }
  return { raw, counts };
}
