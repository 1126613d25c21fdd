import type { Services } from '../context.ts';
import { readCommit } from '../git/commit-data.ts';
import { fetchObjects, readRef, setRef, updateRef, ZERO_SHA } from '../git/git.ts';
import { mergeTrees, writeCommit } from '../git/git-merge.ts';
import { noReplyOf } from '../git/signature-of.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { repositoryOf } from '../state.ts';

/**
 * Brings `refs/pull/N/head` and `refs/pull/N/merge` up to date with the head branch and the base branch as they are
 * now. A conflict leaves no merge ref and makes the pull request not mergeable. Closed ones stay as they were.
 */
export async function refreshTestMerge(
  services: Services,
  repository: RepositoryRecord,
  pull: PullRecord,
): Promise<void> {
  if (pull.state === 'closed') return;
  const head = repositoryOf(services.state, pull.headRepository);
  if (head !== repository)
    await fetchObjects(repository.gitDir, head.gitDir, `+refs/heads/${pull.headRef}:refs/pull/${pull.number}/head`);
  const base = await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`);
  if (base === null)
    throw new Error(`The base branch "${pull.baseRef}" of ${repository.fullName}#${pull.number} is gone.`);
  await setRef(repository.gitDir, pullRef(pull, 'head'), pull.headSha);
  const tree = await mergeTrees(repository.gitDir, base, pull.headSha);
  pull.mergeable = tree !== null;
  pull.mergeCommitSha = tree === null ? null : await writeTestMerge(repository, { pull, base, tree });
  if (pull.mergeCommitSha !== null) {
    await setRef(repository.gitDir, pullRef(pull, 'merge'), pull.mergeCommitSha);
    return;
  }
  const stale = await readRef(repository.gitDir, pullRef(pull, 'merge'));
  if (stale !== null) await updateRef(repository.gitDir, pullRef(pull, 'merge'), { before: stale, after: ZERO_SHA });
}

export function pullRef(pull: PullRecord, kind: 'head' | 'merge'): string {
  return `refs/pull/${pull.number}/${kind}`;
}

/** Signed with the head's time, so that the same two commits have the same test merge. */
async function writeTestMerge(
  repository: RepositoryRecord,
  made: { readonly pull: PullRecord; readonly base: string; readonly tree: string },
): Promise<string> {
  const { author } = made.pull;
  const { committer } = await readCommit(repository.gitDir, made.pull.headSha);
  const signature = {
    name: author.login,
    email: noReplyOf(author),
    date: committer.date,
  };
  return writeCommit(repository.gitDir, {
    tree: made.tree,
    parents: [made.base, made.pull.headSha],
    message: `Merge ${made.pull.headSha} into ${made.base}`,
    author: signature,
    committer: { name: 'GitHub', email: 'noreply@github.com', date: committer.date },
  });
}
