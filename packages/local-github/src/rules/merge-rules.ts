import { permissionOf, reaches } from '../access/access.ts';
import type { Services } from '../context.ts';
import { isAncestor, readRef } from '../git/git.ts';
import type { PullRecord, RepositoryRecord, RequiredReviews, ReviewRecord } from '../records.ts';
import { findRepository, type State } from '../state.ts';
import type { RefRules } from './branch-rules.ts';
import { hasContext, unmetChecks } from './required-checks.ts';

/** What keeps a pull request from being merged, one sentence each, in the words GitHub uses. */
export async function unmetRequirements(
  services: Services,
  repository: RepositoryRecord,
  { pull, rules }: { readonly pull: PullRecord; readonly rules: RefRules },
): Promise<readonly string[]> {
  const checks = rules.checks.flatMap((check) =>
    unmetChecks(services.state, repository, { sha: judgedCommit(repository, pull, check.context), checks: [check] }),
  );
  const reviews = rules.reviews === null ? [] : unmetReviews(services, repository, { pull, required: rules.reviews });
  const behind =
    rules.strictChecks && (await isBehind(repository, pull))
      ? ['The head branch is not up to date with the base branch.']
      : [];
  return [...reviews, ...checks, ...behind];
}

/**
 * If the test merge commit has a status, the test merge commit must pass; otherwise the head commit must.
 * [live] GitHub does not say whether it decides so for each name; taken so.
 */
function judgedCommit(repository: RepositoryRecord, pull: PullRecord, context: string): string {
  const merge = pull.mergeCommitSha;
  return merge !== null && hasContext(repository, { sha: merge, context }) ? merge : pull.headSha;
}

async function isBehind(repository: RepositoryRecord, pull: PullRecord): Promise<boolean> {
  const base = await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`);
  return base === null || !(await isAncestor(repository.gitDir, base, pull.headSha));
}

/**
 * Of every person the newest review that is not a comment counts, if the person can write to the repository. Reviews of
 * bots do not count. Approvals of older commits do, unless the rule dismisses them.
 */
export function unmetReviews(
  { state }: Services,
  repository: RepositoryRecord,
  { pull, required }: { readonly pull: PullRecord; readonly required: RequiredReviews },
): readonly string[] {
  const counting = [...newestPerPerson(pull.reviews).values()].filter(
    ({ user }) =>
      user.type === 'User' && user.id !== pull.author.id && reaches(permissionOf(state, repository, user), 'write'),
  );
  const approvals = counting.filter((review) => review.state === 'APPROVED');
  const problems: string[] = [];
  if (counting.some((review) => review.state === 'CHANGES_REQUESTED'))
    problems.push('Changes requested by reviewer with write access.');
  if (approvals.length < required.count) {
    problems.push(
      `At least ${required.count} approving review${required.count === 1 ? ' is' : 's are'} required by reviewers with write access.`,
    );
  }
  if (
    required.requireLastPushApproval &&
    !approvals.some(
      (review) => review.commitId === pull.headSha && review.user.id !== lastPusherOf(state, repository, pull),
    )
  ) {
    problems.push('New changes require approval from someone other than the last pusher.');
  }
  return problems;
}

function newestPerPerson(reviews: readonly ReviewRecord[]): ReadonlyMap<number, ReviewRecord> {
  const newest = new Map<number, ReviewRecord>();
  for (const review of reviews) {
    if (review.state === 'PENDING' || review.state === 'COMMENTED') continue;
    newest.set(review.user.id, review);
  }
  return newest;
}

function lastPusherOf(state: State, repository: RepositoryRecord, pull: PullRecord): number | null {
  const head = findRepository(state, pull.headRepository) ?? repository;
  const pushes = head.activity.filter((update) => update.ref === `refs/heads/${pull.headRef}`);
  return pushes.at(-1)?.actor.id ?? null;
}
