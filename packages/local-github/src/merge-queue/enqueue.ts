import { actorOf, permissionOf, requireAccess } from '../access/access.ts';
import type { Services } from '../context.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Credential } from '../model.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import type { MergeQueueEntry, PullRecord, RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import { unmetRequirements } from '../rules/merge-rules.ts';
import { entriesOf, placeOf, queueRuleOf, renumber } from './queue-entries.ts';
import { removeEntry } from './remove-entry.ts';
import { settleMergeQueues } from './settle.ts';

export interface EnqueueRequest {
  readonly pull: PullRecord;
  readonly credential: Credential;
  /** Refuses when the head is another. */
  readonly expectedHeadSha?: string | null;
  /** To the front of the queue; administrators only. */
  readonly jump?: boolean;
}

/**
 * Puts a pull request into the merge queue of its base branch, when it meets the branch's other rules on its own head.
 * Takes the repository's lock.
 *
 * @throws HttpProblem 422 with what is missing; 403 or 404 without push access
 */
export function enqueuePull(
  services: Services,
  repository: RepositoryRecord,
  request: EnqueueRequest,
): Promise<MergeQueueEntry> {
  return withRepositoryLock(repository, async () => {
    const { pull, credential } = request;
    const { state } = services;
    requireAccess(state, { credential, repository, options: { operationId: null, permission: 'contents:write' } });
    await requireReady(services, repository, request);
    const entry: MergeQueueEntry = {
      id: state.nextId(),
      pullNumber: pull.number,
      headSha: pull.headSha,
      enqueuer: actorOf(credential),
      enqueuedAt: state.now(),
      state: 'QUEUED',
      position: 0,
      baseSha: null,
      groupSha: null,
      groupRef: null,
      checksRequestedAt: null,
    };
    const entries = entriesOf(repository, pull.baseRef);
    if (request.jump === true) entries.unshift(entry);
    else entries.push(entry);
    renumber(entries);
    await emitPullEvent(services, repository, { pull, action: 'enqueued', credential });
    await settleMergeQueues(services, repository);
    return entry;
  });
}

/**
 * Takes a pull request out of its queue; those behind it are built anew. Takes the repository's lock.
 *
 * @throws HttpProblem 422 when it is in no queue; 403 or 404 without push access
 */
export function dequeuePull(
  services: Services,
  repository: RepositoryRecord,
  { pull, credential }: { readonly pull: PullRecord; readonly credential: Credential },
): Promise<MergeQueueEntry> {
  return withRepositoryLock(repository, async () => {
    const options = { operationId: null, permission: 'contents:write' };
    requireAccess(services.state, { credential, repository, options });
    const place = placeOf(repository, pull.number);
    if (place === null) throw new HttpProblem(422, 'Pull request is not in the merge queue');
    await removeEntry(services, repository, { ...place, reason: 'MANUAL', credential });
    await settleMergeQueues(services, repository);
    return place.entry;
  });
}

async function requireReady(
  services: Services,
  repository: RepositoryRecord,
  { pull, credential, expectedHeadSha, jump }: EnqueueRequest,
): Promise<void> {
  const { state } = services;
  const refuse = (reason: string): HttpProblem => new HttpProblem(422, reason);
  if (queueRuleOf(state, repository, pull.baseRef) === null) throw refuse('Merge queue is not enabled for this branch');
  if (placeOf(repository, pull.number) !== null) throw refuse('Pull request is already in the merge queue');
  if (pull.state === 'closed') throw refuse('Pull request is closed');
  if (pull.draft) throw refuse('Pull request is in draft');
  if (pull.mergeable !== true) throw refuse('Pull request is not mergeable');
  if (typeof expectedHeadSha === 'string' && expectedHeadSha !== pull.headSha)
    throw refuse('Head branch was modified. Review and try again.');
  if (jump === true && !(credential.kind === 'user' && permissionOf(state, repository, credential.user) === 'admin'))
    throw refuse('Only administrators may jump the merge queue');
  const rules = rulesFor(state, repository, { ref: `refs/heads/${pull.baseRef}`, credential, via: 'merge' });
  // The group is built on the newest base, so that the head need not be up to date.
  const unmet = await unmetRequirements(services, repository, { pull, rules: { ...rules, strictChecks: false } });
  if (unmet.length > 0) throw refuse(unmet.join(' '));
}
