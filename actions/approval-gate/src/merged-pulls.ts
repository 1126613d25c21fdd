import {
  ActionError,
  type CommitSha,
  type PullRequest,
  type PullRequests,
  type RepositoryContents,
} from '@gatehouse/core';

/** GitHub bounds how much one question may ask; more commits go into further ones. */
const AT_ONCE = 50;

/**
 * Pull requests that a push merged, oldest first: a merge queue may bring several with one push, and a rebase several
 * commits of one.
 *
 * @throws ActionError `refused`: `not-authorised` when history was rewritten, `not-merged` when two pull requests claim one commit.
 */
export async function mergedPulls(
  ports: {
    readonly contents: Pick<RepositoryContents, 'commitsBetween'>;
    readonly pulls: Pick<PullRequests, 'ofCommit'>;
  },
  push: { readonly before: CommitSha; readonly commit: CommitSha; readonly branch: string },
): Promise<readonly PullRequest[]> {
  const newestFirst = await ports.contents.commitsBetween(push.before, push.commit);
  if (newestFirst === null) {
    throw refused(
      'not-authorised',
      push.commit,
      `${push.before}, the tip of before, is no ancestor: the branch was rewritten`,
    );
  }
  const commits = newestFirst.toReversed();
  const merged: PullRequest[] = [];
  for (let start = 0; start < commits.length; start += AT_ONCE) {
    const chunk = commits.slice(start, start + AT_ONCE);
    const found = await Promise.all(chunk.map((commit) => mergedAs(ports.pulls, commit, push.branch)));
    merged.push(...found.flatMap((pull) => pull ?? []));
  }
  return merged;
}

async function mergedAs(
  pulls: Pick<PullRequests, 'ofCommit'>,
  commit: CommitSha,
  branch: string,
): Promise<PullRequest | null> {
  const own = (await pulls.ofCommit(commit)).filter(
    (pull) => pull.merged && pull.mergeCommitSha === commit && pull.baseRef === branch,
  );
  const [pull, ...others] = own;
  if (others.length > 0) throw refused('not-merged', commit, `${own.length} merged pull requests claim this commit`);
  return pull ?? null;
}

function refused(reasonCode: 'not-authorised' | 'not-merged', commit: CommitSha, found: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Commit ${commit}`,
      found,
      allowed: 'a push that adds merged pull requests to the default branch',
      remedy: 'Merge through pull requests only',
    },
    { reasonCode },
  );
}
