import type { Services } from '../context.ts';
import { readCommit } from '../git/commit-data.ts';
import { updateRef, ZERO_SHA } from '../git/git.ts';
import { writeMergeCommit } from '../pulls/merge-commit.ts';
import { recordMovedRefs } from '../pushes/moved-refs.ts';
import type { MergeQueueEntry, RepositoryRecord } from '../records.ts';
import { renderSimpleCommit } from '../render/check-run.ts';
import type { MergeMethod } from '../rules/merge-queue-rule.ts';
import { QUEUE_REFS } from '../rules/push-rules.ts';
import { emitEvent } from '../webhook.ts';
import { pullOf, queueCredential } from './queue-entries.ts';

export interface GroupRequest {
  readonly base: string;
  readonly entry: MergeQueueEntry;
  /** Tip of the base branch, or head of the group before. */
  readonly onto: string;
  readonly method: MergeMethod;
}

/**
 * Merges an entry onto what comes before it, on a temporary branch, and asks for checks of the result. False when they
 * conflict. Inside the repository's lock.
 */
export async function buildGroup(
  services: Services,
  repository: RepositoryRecord,
  { base, entry, onto, method }: GroupRequest,
): Promise<boolean> {
  await destroyGroup(services, repository, { base, entry, reason: 'invalidated' });
  const pull = pullOf(repository, entry);
  const now = services.state.now();
  const credential = queueCredential(services.state);
  const request = { pull, base: onto, method, actor: entry.enqueuer, now, title: null, text: null };
  const after = await writeMergeCommit(repository, request);
  if (after === null) return false;
  const ref = `${QUEUE_REFS}${base}/pr-${pull.number}-${onto}`;
  await updateRef(repository.gitDir, ref, { before: ZERO_SHA, after });
  Object.assign(entry, {
    state: 'AWAITING_CHECKS',
    baseSha: onto,
    groupSha: after,
    groupRef: ref,
    checksRequestedAt: now,
  });
  await recordMovedRefs(services, repository, { changes: [{ ref, before: ZERO_SHA, after }], credential });
  await emitGroupEvent(services, repository, { base, entry, action: 'checks_requested' });
  return true;
}

/** Deletes an entry's temporary branch, when it has one. */
export async function destroyGroup(
  services: Services,
  repository: RepositoryRecord,
  ended: {
    readonly base: string;
    readonly entry: MergeQueueEntry;
    readonly reason: 'merged' | 'invalidated' | 'dequeued';
  },
): Promise<void> {
  const { entry, reason } = ended;
  const { groupRef: ref, groupSha: before } = entry;
  if (ref === null || before === null) return;
  await emitGroupEvent(services, repository, { ...ended, action: 'destroyed', reason });
  Object.assign(entry, { state: 'QUEUED', baseSha: null, groupSha: null, groupRef: null, checksRequestedAt: null });
  const change = { ref, before, after: ZERO_SHA };
  await updateRef(repository.gitDir, ref, change);
  await recordMovedRefs(services, repository, { changes: [change], credential: queueCredential(services.state) });
}

/** The payload names no pull request, as on github.com. */
async function emitGroupEvent(
  services: Services,
  repository: RepositoryRecord,
  about: {
    readonly base: string;
    readonly entry: MergeQueueEntry;
    readonly action: 'checks_requested' | 'destroyed';
    readonly reason?: string;
  },
): Promise<void> {
  const { base, entry, action, reason } = about;
  const { groupRef, groupSha } = entry;
  if (groupRef === null || groupSha === null) return;
  emitEvent(services, repository, {
    name: 'merge_group',
    action,
    sha: groupSha,
    ref: groupRef,
    credential: queueCredential(services.state),
    payload: {
      ...(reason === undefined ? {} : { reason }),
      merge_group: {
        head_sha: groupSha,
        head_ref: groupRef,
        base_sha: entry.baseSha,
        base_ref: `refs/heads/${base}`,
        head_commit: renderSimpleCommit(await readCommit(repository.gitDir, groupSha)),
      },
    },
  });
}
