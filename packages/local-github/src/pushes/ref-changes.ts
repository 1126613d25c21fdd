import type { Services } from '../context.ts';
import { bringsMerges, bringsWorkflows, isAncestor, updateRef, ZERO_SHA } from '../git/git.ts';
import { HttpProblem, unprocessable } from '../http/http-problem.ts';
import { advanceMergeQueues, settleMergeQueues } from '../merge-queue/settle.ts';
import type { Credential } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import { mayChangeWorkflows, type RefChange, refusalOf } from '../rules/push-rules.ts';
import { type MovedRefs, recordMovedRefs } from './moved-refs.ts';

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
  await requireLinear(services, repository, move);
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

async function requireLinear(
  services: Services,
  repository: RepositoryRecord,
  { change, credential }: { readonly change: RefChange; readonly credential: Credential },
): Promise<void> {
  const { ref, before, after } = change;
  if (after === ZERO_SHA || !rulesFor(services.state, repository, { ref, credential }).linearHistory) return;
  if (await bringsMerges(repository.gitDir, before === ZERO_SHA ? null : before, after))
    throw unprocessable('Reference', 'This branch must not contain merge commits.');
}

/**
 * Everything that follows from refs that have moved: who did it, events, pull requests, merge queues. Inside the
 * repository's lock.
 */
export async function recordRefChanges(
  services: Services,
  repository: RepositoryRecord,
  moved: MovedRefs,
): Promise<void> {
  const touched = await recordMovedRefs(services, repository, moved);
  await settleMergeQueues(services, repository);
  // Pull requests of a fork stand in the queue of another repository, which has a lock of its own.
  for (const other of touched) if (other !== repository) await advanceMergeQueues(services, other);
}
