import type { Credential } from '../model.ts';
import type { MergeQueueEntry, PullRecord, RepositoryRecord } from '../records.ts';
import { rulesFor } from '../rules/branch-rules.ts';
import type { MergeQueueRule } from '../rules/merge-queue-rule.ts';
import { MERGE_QUEUE_BOT_ID, type State } from '../state.ts';

/** The queue's rule for a base branch; `null` where none is required. */
export function queueRuleOf(state: State, repository: RepositoryRecord, base: string): MergeQueueRule | null {
  return rulesFor(state, repository, { ref: `refs/heads/${base}`, credential: null }).mergeQueue;
}

/** Entries of a base branch, first to be merged first. */
export function entriesOf(repository: RepositoryRecord, base: string): MergeQueueEntry[] {
  const known = repository.mergeQueues.get(base);
  if (known !== undefined) return known;
  const entries: MergeQueueEntry[] = [];
  repository.mergeQueues.set(base, entries);
  return entries;
}

export interface QueuePlace {
  readonly base: string;
  readonly entry: MergeQueueEntry;
}

/** Where a pull request stands in a queue of its repository, or `null`. */
export function placeOf(repository: RepositoryRecord, pullNumber: number): QueuePlace | null {
  for (const [base, entries] of repository.mergeQueues) {
    const entry = entries.find((candidate) => candidate.pullNumber === pullNumber);
    if (entry !== undefined) return { base, entry };
  }
  return null;
}

export function renumber(entries: readonly MergeQueueEntry[]): void {
  for (const [index, entry] of entries.entries()) entry.position = index + 1;
}

export function pullOf(repository: RepositoryRecord, entry: MergeQueueEntry): PullRecord {
  const pull = repository.pulls.find((candidate) => candidate.number === entry.pullNumber);
  if (pull === undefined) throw new Error(`${repository.fullName} has no pull request ${entry.pullNumber}.`);
  return pull;
}

/** What the queue does, `github-merge-queue[bot]` does. [live] Its events start workflows. */
export function queueCredential(state: State): Credential {
  const user = state.users.get(MERGE_QUEUE_BOT_ID);
  if (user === undefined) throw new Error('The local GitHub has no account for github-merge-queue[bot].');
  return { kind: 'user', user };
}
