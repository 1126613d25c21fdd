import { actorOf } from '../access/access.ts';
import type { Services } from '../context.ts';
import { isAncestor, readRef, ZERO_SHA } from '../git/git.ts';
import type { Credential } from '../model.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import { dismissStaleReviews } from '../pulls/stale-reviews.ts';
import { refreshTestMerge } from '../pulls/test-merge.ts';
import type { PullRecord, RefUpdate, RepositoryRecord } from '../records.ts';
import type { RefChange } from '../rules/push-rules.ts';
import { emitPushEvents } from './push-events.ts';

export interface MovedRefs {
  readonly changes: readonly RefChange[];
  readonly credential: Credential;
  /** By the merge of a pull request, or by the merge queue, and not by a push. */
  readonly byMerge?: boolean | 'queue';
}

/**
 * As `recordRefChanges`, without the merge queues: for the queues themselves. Returns the repositories whose pull
 * requests have another head now.
 */
export async function recordMovedRefs(
  services: Services,
  repository: RepositoryRecord,
  moved: MovedRefs,
): Promise<ReadonlySet<RepositoryRecord>> {
  const { changes, credential } = moved;
  const touched = new Set<RepositoryRecord>();
  if (changes.length === 0) return touched;
  const at = services.state.now();
  repository.pushedAt = at;
  for (const change of changes) {
    const kind = await kindOf(repository, change, moved.byMerge ?? false);
    repository.activity.push({ ...change, id: services.state.nextId(), kind, actor: actorOf(credential), at });
  }
  for (const change of changes) await emitPushEvents(services, repository, { change, credential });
  for (const change of changes) {
    if (!change.ref.startsWith('refs/heads/')) continue;
    for (const base of await movePulls(services, repository, { change, credential })) touched.add(base);
  }
  return touched;
}

async function kindOf(
  repository: RepositoryRecord,
  { before, after }: RefChange,
  byMerge: boolean | 'queue',
): Promise<RefUpdate['kind']> {
  if (byMerge !== false) return byMerge === 'queue' ? 'merge_queue_merge' : 'pr_merge';
  if (before === ZERO_SHA) return 'branch_creation';
  if (after === ZERO_SHA) return 'branch_deletion';
  return (await isAncestor(repository.gitDir, before, after)) ? 'push' : 'force_push';
}

/** Repositories of the pull requests that moved. */
async function movePulls(
  services: Services,
  repository: RepositoryRecord,
  { change, credential }: { readonly change: RefChange; readonly credential: Credential },
): Promise<readonly RepositoryRecord[]> {
  const touched: RepositoryRecord[] = [];
  const branch = change.ref.slice('refs/heads/'.length);
  for (const base of services.state.repositories.values()) {
    for (const pull of base.pulls.filter((candidate) => candidate.state === 'open')) {
      if (pull.headRepository === repository.fullName && pull.headRef === branch) {
        await moveHead(services, base, { pull, change, credential });
        touched.push(base);
      } else if (base === repository && pull.baseRef === branch) {
        await moveBase(services, base, { pull, after: change.after, credential });
      }
    }
  }
  return touched;
}

interface HeadMove {
  readonly pull: PullRecord;
  readonly change: RefChange;
  readonly credential: Credential;
}

async function moveHead(
  services: Services,
  repository: RepositoryRecord,
  { pull, change, credential }: HeadMove,
): Promise<void> {
  pull.updatedAt = services.state.now();
  if (change.after === ZERO_SHA) return closePull(services, repository, { pull, credential });
  pull.headSha = change.after;
  pull.baseSha = (await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  await refreshTestMerge(services, repository, pull);
  await dismissStaleReviews(services, repository, pull);
  const extra = { before: change.before, after: change.after };
  return emitPullEvent(services, repository, { pull, action: 'synchronize', credential, extra });
}

/** Closes a pull request whose head or base branch is gone. */
function closePull(
  services: Services,
  repository: RepositoryRecord,
  { pull, credential }: { readonly pull: PullRecord; readonly credential: Credential },
): Promise<void> {
  const now = services.state.now();
  Object.assign(pull, { state: 'closed', closedAt: now, updatedAt: now });
  return emitPullEvent(services, repository, { pull, action: 'closed', credential });
}

/** A base that has come to contain the head has merged the pull request, by whatever way. */
async function moveBase(
  services: Services,
  repository: RepositoryRecord,
  { pull, after, credential }: { readonly pull: PullRecord; readonly after: string; readonly credential: Credential },
): Promise<void> {
  if (after === ZERO_SHA) return closePull(services, repository, { pull, credential });
  if (!(await isAncestor(repository.gitDir, pull.headSha, after))) {
    await refreshTestMerge(services, repository, pull);
    return dismissStaleReviews(services, repository, pull);
  }
  markMerged(services, { pull, mergeCommitSha: after, credential });
  return emitPullEvent(services, repository, { pull, action: 'closed', credential });
}

export function markMerged(
  services: Services,
  {
    pull,
    mergeCommitSha,
    credential,
  }: { readonly pull: PullRecord; readonly mergeCommitSha: string; readonly credential: Credential },
): void {
  const now = services.state.now();
  Object.assign(pull, {
    state: 'closed',
    merged: true,
    mergedAt: now,
    closedAt: now,
    updatedAt: now,
    mergeCommitSha,
    mergedBy: actorOf(credential),
  });
}
