import type { Services } from '../context.ts';
import { readRef, updateRef } from '../git/git.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import { markMerged, recordMovedRefs } from '../pushes/moved-refs.ts';
import type { MergeQueueEntry, RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import type { MergeQueueRule } from '../rules/merge-queue-rule.ts';
import { unmetReviews } from '../rules/merge-rules.ts';
import { failedIndex, type GroupVerdict, mayMergeNow, mergeableCount, verdictOf } from './group-verdict.ts';
import { buildGroup, destroyGroup } from './merge-group.ts';
import { entriesOf, pullOf, queueCredential, queueRuleOf } from './queue-entries.ts';
import { type RemovalReason, removeEntry } from './remove-entry.ts';

/** Lets every queue of a repository do what has become possible: after checks, pushes, and time. Takes the lock. */
export function advanceMergeQueues(services: Services, repository: RepositoryRecord): Promise<void> {
  if (repository.mergeQueues.size === 0) return Promise.resolve();
  return withRepositoryLock(repository, () => settleMergeQueues(services, repository));
}

/** As `advanceMergeQueues`, inside the repository's lock. */
export async function settleMergeQueues(services: Services, repository: RepositoryRecord): Promise<void> {
  let moved = true;
  while (moved) {
    moved = false;
    // What one queue merges may move the heads and bases of another.
    for (const base of repository.mergeQueues.keys()) if (await settleOnce(services, repository, base)) moved = true;
  }
}

/** What waits in front of one base branch. */
interface Queue {
  readonly base: string;
  readonly entries: readonly MergeQueueEntry[];
  readonly rule: MergeQueueRule;
}

/** One step; true when there may be another. */
async function settleOnce(services: Services, repository: RepositoryRecord, base: string): Promise<boolean> {
  const entries = entriesOf(repository, base);
  const rule = queueRuleOf(services.state, repository, base);
  const [first] = entries;
  if (first === undefined) return false;
  if (rule === null) return leave(services, repository, { base, entry: first, reason: 'QUEUE_CLEARED' });
  const queue = { base, entries, rule };
  for (const entry of entries) {
    const reason = unfitness(services, repository, { base, entry });
    if (reason !== null) return leave(services, repository, { base, entry, reason });
  }
  const conflicting = await buildGroups(services, repository, queue);
  if (conflicting !== null) return leave(services, repository, { base, entry: conflicting, reason: 'MERGE_CONFLICT' });
  const verdicts = judge(services, repository, queue);
  const failed = failedIndex(verdicts, rule);
  const count = mergeableCount(verdicts, rule);
  if (mayMergeNow(count, { rule, first, now: services.state.now() }))
    return land(services, repository, { base, landed: entries.slice(0, count) });
  const red = entries[failed];
  if (red === undefined) return false;
  const reason = verdicts[failed] === 'timed-out' ? 'CI_TIMEOUT' : 'CI_FAILURE';
  return leave(services, repository, { base, entry: red, reason });
}

async function leave(
  services: Services,
  repository: RepositoryRecord,
  removal: { readonly base: string; readonly entry: MergeQueueEntry; readonly reason: RemovalReason },
): Promise<true> {
  await removeEntry(services, repository, { ...removal, credential: queueCredential(services.state) });
  return true;
}

/**
 * Why an entry may not stay: its pull request is another than the one that was queued, or lost its approvals. Checks of
 * the pull request's own head are asked for when it is queued only. [live]
 */
function unfitness(
  services: Services,
  repository: RepositoryRecord,
  { base, entry }: { readonly base: string; readonly entry: MergeQueueEntry },
): RemovalReason | null {
  const pull = pullOf(repository, entry);
  if (pull.state === 'closed' || pull.draft || pull.baseRef !== base || pull.headSha !== entry.headSha)
    return 'UNKNOWN_REMOVAL_REASON';
  const credential = { kind: 'user', user: entry.enqueuer } as const;
  const { reviews } = rulesFor(services.state, repository, { ref: `refs/heads/${base}`, credential, via: 'merge' });
  const unmet = reviews === null ? [] : unmetReviews(services, repository, { pull, required: reviews });
  return unmet.length > 0 ? 'BRANCH_PROTECTIONS' : null;
}

/** Every group follows the one before it; one that follows something else is built anew. The entry that conflicts, or `null`. */
async function buildGroups(
  services: Services,
  repository: RepositoryRecord,
  { base, entries, rule }: Queue,
): Promise<MergeQueueEntry | null> {
  let onto = await readRef(repository.gitDir, `refs/heads/${base}`);
  for (const [index, entry] of entries.entries()) {
    if (onto === null || index >= rule.maxToBuild) {
      await destroyGroup(services, repository, { base, entry, reason: 'invalidated' });
      continue;
    }
    const stands = entry.groupSha !== null && entry.baseSha === onto;
    if (!stands && !(await buildGroup(services, repository, { base, entry, onto, method: rule.method }))) return entry;
    onto = entry.groupSha;
  }
  return null;
}

const STATES: Readonly<Record<GroupVerdict, MergeQueueEntry['state']>> = {
  unbuilt: 'QUEUED',
  pending: 'AWAITING_CHECKS',
  passing: 'MERGEABLE',
  failing: 'UNMERGEABLE',
  'timed-out': 'UNMERGEABLE',
};

function judge({ state }: Services, repository: RepositoryRecord, { base, entries, rule }: Queue) {
  return entries.map((entry): GroupVerdict => {
    const verdict = verdictOf(state, repository, { base, entry, rule });
    entry.state = STATES[verdict];
    return verdict;
  });
}

/** Moves the base to the head of the last group, in one push. */
async function land(
  services: Services,
  repository: RepositoryRecord,
  { base, landed }: { readonly base: string; readonly landed: readonly MergeQueueEntry[] },
): Promise<boolean> {
  const [before, after] = [landed[0]?.baseSha, landed.at(-1)?.groupSha];
  const ref = `refs/heads/${base}`;
  if (before == null || after == null || !(await updateRef(repository.gitDir, ref, { before, after }))) return false;
  const credential = queueCredential(services.state);
  const pulls = landed.map((entry) => ({ entry, pull: pullOf(repository, entry) }));
  for (const { entry, pull } of pulls) {
    entry.state = 'LOCKED';
    markMerged(services, { pull, mergeCommitSha: entry.groupSha ?? after, credential });
  }
  await recordMovedRefs(services, repository, { changes: [{ ref, before, after }], credential, byMerge: 'queue' });
  for (const { entry, pull } of pulls) {
    await removeEntry(services, repository, { base, entry, reason: 'MERGE', credential });
    await emitPullEvent(services, repository, { pull, action: 'closed', credential });
  }
  return true;
}
