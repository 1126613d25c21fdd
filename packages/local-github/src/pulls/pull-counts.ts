import type { Services } from '../context.ts';
import { commitsBetween, mergeBase, readRef } from '../git/git.ts';
import { diffTrees, EMPTY_TREE, type FileChange } from '../git/git-diff.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import type { PullCounts } from '../render/pull.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import { unmetRequirements } from '../rules/merge-rules.ts';

/** Where the pull request's branch left its base; the files and commits after it are what it changes. */
async function forkPoint(repository: RepositoryRecord, pull: PullRecord): Promise<string | null> {
  // After the merge the base branch contains the head; the base it was merged into still tells them apart.
  const base = pull.merged
    ? pull.baseSha
    : ((await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha);
  return mergeBase(repository.gitDir, base, pull.headSha);
}

export async function pullFiles(repository: RepositoryRecord, pull: PullRecord): Promise<readonly FileChange[]> {
  const start = await forkPoint(repository, pull);
  return diffTrees(repository.gitDir, start ?? EMPTY_TREE, pull.headSha);
}

/** SHAs of the pull request's commits, oldest first. */
export async function pullCommits(repository: RepositoryRecord, pull: PullRecord): Promise<readonly string[]> {
  return commitsBetween(repository.gitDir, await forkPoint(repository, pull), pull.headSha);
}

export async function pullCounts(
  services: Services,
  repository: RepositoryRecord,
  pull: PullRecord,
): Promise<PullCounts> {
  const [files, commits, mergeableState] = await Promise.all([
    pullFiles(repository, pull),
    pullCommits(repository, pull),
    mergeableStateOf(services, repository, pull),
  ]);
  return {
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    mergeableState,
  };
}

async function mergeableStateOf(services: Services, repository: RepositoryRecord, pull: PullRecord): Promise<string> {
  if (pull.state === 'closed') return 'unknown';
  if (pull.mergeable !== true) return 'dirty';
  if (pull.draft) return 'draft';
  const rules = rulesFor(services.state, repository, { ref: `refs/heads/${pull.baseRef}`, credential: null });
  return (await unmetRequirements(services, repository, { pull, rules })).length > 0 ? 'blocked' : 'clean';
}
