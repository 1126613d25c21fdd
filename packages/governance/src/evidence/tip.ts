import type { CommitSha } from '@gatehouse/core';
import { brokenLedger } from '../ledger/broken.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { MAX_SEQ } from '../ledger/paths.ts';

/** The newest commit of the evidence branch, and the number of the ledger's newest entry in it. */
export interface EvidenceTip {
  readonly head: CommitSha;
  readonly seq: number;
}

const TRAILER = /(?:^|\n)Ledger-Seq: ([1-9]\d{0,7})\n*$/;

/** The message of a commit that adds entries. Its trailer says where the newest one lies. */
export function commitMessage(entries: readonly LedgerEntry[]): string {
  const [first] = entries;
  const last = entries.at(-1);
  const title =
    entries.length === 1 && first !== undefined
      ? `${first.kind}: ${first.subject.model}`
      : `${entries.length} entries: ${[...new Set(entries.map(({ kind }) => kind))].join(', ')}`;
  return `${title}\n\nLedger-Seq: ${last?.seq ?? 0}`;
}

/**
 * The number in a commit's trailer. It only says where to look: that entry must be there, and the next must not.
 *
 * @throws ActionError `ledger-broken` when there is none.
 */
export function seqOfMessage(message: string, head: CommitSha): number {
  const seq = Number(TRAILER.exec(message)?.[1] ?? 0);
  if (seq >= 1 && seq <= MAX_SEQ) return seq;
  throw brokenLedger(
    `commit ${head} on gatehouse-evidence`,
    'its message does not end with "Ledger-Seq: <number>": somebody else wrote it. Gatehouse makes the branch itself; a branch made by hand must be deleted before the first pull request is decided',
  );
}
