import type { MergeQueueEntry, RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import type { MergeQueueRule } from '../rules/merge-queue-rule.ts';
import { checksVerdict } from '../rules/required-checks.ts';
import type { State } from '../state.ts';

export type GroupVerdict = 'unbuilt' | 'pending' | 'passing' | 'failing' | 'timed-out';

const MINUTE_MS = 60_000;

/** What the required checks say of a group's head. Checks that never report count as failed when their time is over. */
export function verdictOf(
  state: State,
  repository: RepositoryRecord,
  judged: { readonly base: string; readonly entry: MergeQueueEntry; readonly rule: MergeQueueRule },
): GroupVerdict {
  const { base, entry, rule } = judged;
  if (entry.groupSha === null || entry.checksRequestedAt === null) return 'unbuilt';
  const { checks } = rulesFor(state, repository, { ref: `refs/heads/${base}`, credential: null });
  const verdict = checksVerdict(state, repository, { sha: entry.groupSha, checks });
  if (verdict !== 'pending') return verdict;
  const waited = state.now().getTime() - entry.checksRequestedAt.getTime();
  return waited >= rule.timeoutMinutes * MINUTE_MS ? 'timed-out' : 'pending';
}

/**
 * How many entries from the front may be merged together now. `ALLGREEN` needs every one of them green, `HEADGREEN` only
 * the last.
 */
export function mergeableCount(verdicts: readonly GroupVerdict[], rule: MergeQueueRule): number {
  const window = verdicts.slice(0, rule.maxToMerge);
  if (rule.grouping === 'HEADGREEN') return window.lastIndexOf('passing') + 1;
  const firstNotGreen = window.findIndex((verdict) => verdict !== 'passing');
  return firstNotGreen < 0 ? window.length : firstNotGreen;
}

/**
 * Index of the first entry that has to leave, or -1. With `HEADGREEN` a red entry may still be carried by a later one
 * of the same merge.
 */
export function failedIndex(verdicts: readonly GroupVerdict[], rule: MergeQueueRule): number {
  const isRed = (verdict: GroupVerdict): boolean => verdict === 'failing' || verdict === 'timed-out';
  const first = verdicts.findIndex(isRed);
  if (first < 0 || rule.grouping === 'ALLGREEN') return first;
  const carriers = verdicts.slice(first + 1, rule.maxToMerge);
  return carriers.some((verdict) => verdict === 'pending' || verdict === 'passing') ? -1 : first;
}

/** Whether enough entries are there, or enough time has passed since the first was queued. */
export function mayMergeNow(
  count: number,
  { rule, first, now }: { readonly rule: MergeQueueRule; readonly first: MergeQueueEntry; readonly now: Date },
): boolean {
  if (count === 0) return false;
  const waited = now.getTime() - first.enqueuedAt.getTime();
  return count >= rule.minToMerge || waited >= rule.minWaitMinutes * MINUTE_MS;
}
