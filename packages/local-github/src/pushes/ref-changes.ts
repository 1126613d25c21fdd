import { actorOf } from '../access/access.ts';
import type { Services } from '../context.ts';
import { bringsWorkflows, isAncestor, readRef, updateRef, ZERO_SHA } from '../git/git.ts';
import { HttpProblem, unprocessable } from '../http/http-problem.ts';
import type { Credential } from '../model.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import { refreshTestMerge } from '../pulls/test-merge.ts';
import type { PullRecord, RefUpdate, RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import { mayChangeWorkflows, type RefChange, refusalOf } from '../rules/push-rules.ts';
import { emitPushEvents } from './push-events.ts';

/** Moves one ref for the REST API under the same rules as a push. Call it inside the repository's lock. */
export async function changeRef(
  services: Services,
  repository: RepositoryRecord,
  move: { readonly change: RefChange; readonly credential: Credential; readonly force?: boolean },
): Promise<void> {
  const { change, credential } = move;
  const refusal = refusalOf(services, repository, { change, credential });
  if (refusal !== null) throw unprocessable('Reference', refusal);
  await requireFastForward(services, repository, move);
  if (!mayChangeWorkflows(credential) && (await bringsWorkflows(repository.gitDir, change.after))) {
    throw new HttpProblem(403, 'Resource not accessible by integration');
  }
  if (!(await updateRef(repository.gitDir, change.ref, change)))
    throw new HttpProblem(409, 'Reference cannot be updated: it has moved.');
  await recordRefChanges(services, repository, { changes: [change], credential });
}

async function requireFastForward(
  services: Services,
  repository: RepositoryRecord,
  move: { readonly change: RefChange; readonly credential: Credential; readonly force?: boolean },
): Promise<void> {
  const { ref, before, after } = move.change;
  if (before === ZERO_SHA || after === ZERO_SHA) return;
  const forbidden = rulesFor(services.state, repository, { ref, credential: move.credential }).fastForwardOnly;
  if (move.force === true && !forbidden) return;
  if (await isAncestor(repository.gitDir, before, after)) return;
  throw new HttpProblem(422, forbidden ? 'Cannot force-push to this branch' : 'Update is not a fast forward');
}

/** Everything that follows from refs that have moved: who did it, events, pull requests. Inside the repository's lock. */
export async function recordRefChanges(
  services: Services,
  repository: RepositoryRecord,
  moved: { readonly changes: readonly RefChange[]; readonly credential: Credential; readonly byMerge?: boolean },
): Promise<void> {
  const { changes, credential } = moved;
  if (changes.length === 0) return;
  const at = services.state.now();
  repository.pushedAt = at;
  for (const change of changes) {
    const kind = moved.byMerge === true ? 'pr_merge' : await kindOf(repository, change);
    repository.activity.push({ ...change, id: services.state.nextId(), kind, actor: actorOf(credential), at });
  }
  for (const change of changes) await emitPushEvents(services, repository, { change, credential });
  for (const change of changes) {
    if (!change.ref.startsWith('refs/heads/')) continue;
    await movePulls(services, repository, { change, credential });
  }
}

async function kindOf(repository: RepositoryRecord, { before, after }: RefChange): Promise<RefUpdate['kind']> {
  if (before === ZERO_SHA) return 'branch_creation';
  if (after === ZERO_SHA) return 'branch_deletion';
  return (await isAncestor(repository.gitDir, before, after)) ? 'push' : 'force_push';
}

async function movePulls(
  services: Services,
  repository: RepositoryRecord,
  { change, credential }: { readonly change: RefChange; readonly credential: Credential },
): Promise<void> {
  const branch = change.ref.slice('refs/heads/'.length);
  for (const base of services.state.repositories.values()) {
    for (const pull of base.pulls.filter((candidate) => candidate.state === 'open')) {
      if (pull.headRepository === repository.fullName && pull.headRef === branch) {
        await moveHead(services, base, { pull, change, credential });
      } else if (base === repository && pull.baseRef === branch && change.after !== ZERO_SHA) {
        await moveBase(services, base, { pull, after: change.after, credential });
      }
    }
  }
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
  if (change.after === ZERO_SHA) {
    pull.state = 'closed';
    pull.closedAt = services.state.now();
    return emitPullEvent(services, repository, { pull, action: 'closed', credential });
  }
  pull.headSha = change.after;
  pull.baseSha = (await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  await refreshTestMerge(services, repository, pull);
  dismissStaleReviews(services, repository, pull);
  const extra = { before: change.before, after: change.after };
  return emitPullEvent(services, repository, { pull, action: 'synchronize', credential, extra });
}

function dismissStaleReviews(services: Services, repository: RepositoryRecord, pull: PullRecord): void {
  const rules = rulesFor(services.state, repository, { ref: `refs/heads/${pull.baseRef}`, credential: null });
  if (rules.reviews?.dismissStale !== true) return;
  for (const review of pull.reviews) if (review.state === 'APPROVED') review.state = 'DISMISSED';
}

/** A base that has come to contain the head has merged the pull request, by whatever way. */
async function moveBase(
  services: Services,
  repository: RepositoryRecord,
  { pull, after, credential }: { readonly pull: PullRecord; readonly after: string; readonly credential: Credential },
): Promise<void> {
  if (!(await isAncestor(repository.gitDir, pull.headSha, after))) return refreshTestMerge(services, repository, pull);
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
