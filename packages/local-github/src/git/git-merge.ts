import { type CommitData, formatSignature, readCommit, type Signature } from './commit-data.ts';
import { runGit, writeObject } from './git.ts';

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

/** Writes a commit object and returns its SHA; the same content gives the same SHA. */
export function writeCommit(gitDir: string, commit: NewCommit): Promise<string> {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((sha) => `parent ${sha}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
  ];
  return writeObject(gitDir, 'commit', `${lines.join('\n')}\n\n${commit.message}`);
}

/** Tree of the merge of two commits, or `null` when they conflict. */
export async function mergeTrees(gitDir: string, ours: string, theirs: string): Promise<string | null> {
  const result = await runGit(gitDir, ['merge-tree', '--write-tree', '--allow-unrelated-histories', ours, theirs]);
  if (result.code === 0) return result.stdout.toString('utf8').slice(0, 40);
  if (result.code === 1) return null;
  throw new Error(`git merge-tree: ${result.stderr}`);
}

/**
 * Replays commits onto another, newest last; `null` when one conflicts. Each is a merge whose common ancestor is the
 * commit's own parent: git 2.39 has no option for that, so three parentless stand-ins carry the trees.
 */
export async function rebaseCommits(
  gitDir: string,
  onto: string,
  rebase: { readonly commits: readonly string[]; readonly committer: Signature },
): Promise<string | null> {
  let head = onto;
  for (const sha of rebase.commits) {
    const commit = await readCommit(gitDir, sha);
    const parent = commit.parents[0];
    // GitHub leaves merge commits out when it rebases.
    if (parent === undefined || commit.parents.length > 1) continue;
    const tree = await cherryPickTree(gitDir, { commit, parent, head });
    if (tree === null) return null;
    const { message, author } = commit;
    head = await writeCommit(gitDir, { tree, parents: [head], message, author, committer: rebase.committer });
  }
  return head;
}

async function cherryPickTree(
  gitDir: string,
  pick: { readonly commit: CommitData; readonly parent: string; readonly head: string },
): Promise<string | null> {
  const [base, ours] = await Promise.all([readCommit(gitDir, pick.parent), readCommit(gitDir, pick.head)]);
  const { author, committer } = pick.commit;
  const standIn = (tree: string, parents: readonly string[], message: string): Promise<string> =>
    writeCommit(gitDir, { tree, parents, message, author, committer });
  const root = await standIn(base.tree, [], 'base');
  const [left, right] = await Promise.all([
    standIn(ours.tree, [root], 'ours'),
    standIn(pick.commit.tree, [root], 'theirs'),
  ]);
  return mergeTrees(gitDir, left, right);
}
