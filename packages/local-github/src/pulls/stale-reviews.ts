import { createHash } from 'node:crypto';
import type { Services } from '../context.ts';
import { git, mergeBase, readRef } from '../git/git.ts';
import { EMPTY_TREE } from '../git/git-diff.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';

/**
 * Digest of what a pull request changes against the newest base: paths and blobs on both sides. A merge of the base that
 * touches none of them leaves it as it is.
 */
export async function diffDigestOf(repository: RepositoryRecord, pull: PullRecord): Promise<string> {
  const { gitDir } = repository;
  const base = (await readRef(gitDir, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  const start = (await mergeBase(gitDir, base, pull.headSha)) ?? EMPTY_TREE;
  const diff = await git(gitDir, ['diff-tree', '-r', '--raw', '--no-renames', start, pull.headSha]);
  return createHash('sha256').update(diff).digest('hex');
}

/**
 * Dismisses approvals of another diff than the present one, where the branch's rules say so. GitHub records the state of
 * the diff with the approval; a push that does not change it dismisses nothing. [live] No event tells of it.
 */
export async function dismissStaleReviews(
  services: Services,
  repository: RepositoryRecord,
  pull: PullRecord,
): Promise<void> {
  const rules = rulesFor(services.state, repository, { ref: `refs/heads/${pull.baseRef}`, credential: null });
  if (rules.reviews?.dismissStale !== true) return;
  const approvals = pull.reviews.filter((review) => review.state === 'APPROVED');
  if (approvals.length === 0) return;
  const now = await diffDigestOf(repository, pull);
  for (const review of approvals) if (review.diffDigest !== now) review.state = 'DISMISSED';
}
