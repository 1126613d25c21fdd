import { ActionError, type Clock, type EvidenceBranch } from '@gatehouse/core';
import { pullCopyPath } from './evidence-layout.ts';
import {
  brokenLedger,
  LEDGER_FOLDER,
  type LedgerEntry,
  type LedgerFact,
  type LedgerFile,
  ledgerPath,
  newestSeq,
  nextEntry,
} from './ledger.ts';

/** What one commit adds besides its ledger entry. */
export interface EvidenceDraft {
  readonly message: string;
  readonly fact: LedgerFact;
  readonly files: ReadonlyMap<string, string>;
}

/** Several decide runs may write at once; each conflict means that another one got through. */
const MAX_ATTEMPTS = 10;

/**
 * Writes a draft and its ledger entry in one commit. On a conflict everything is read again and the draft is made anew.
 *
 * @param makeDraft reads the branch and says what is missing; `null` when nothing is.
 * @returns the entry written, or `null` when there was nothing to write.
 * @throws ActionError `service` when ten attempts in a row lost to other writers, `ledger-broken`.
 */
export async function writeEvidence(
  branch: EvidenceBranch,
  clock: Clock,
  makeDraft: () => Promise<EvidenceDraft | null>,
): Promise<LedgerEntry | null> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    // The head is read first: whatever is read after it is as new, or the append below conflicts.
    const expectedHead = await branch.head();
    const draft = await makeDraft();
    if (draft === null) return null;
    const next = await followingEntry(branch, draft.fact, clock.now());
    const files = filesOf(draft, next);
    const { conflict } = await branch.append({ message: draft.message, expectedHead, files });
    if (!conflict) return next.entry;
  }
  throw new ActionError('service', {
    where: 'Branch gatehouse-evidence',
    found: `${MAX_ATTEMPTS} attempts to write lost to other writers`,
    allowed: 'one writer at a time gets through',
    remedy: 'Run the job again when fewer pull requests are being decided',
  });
}

/**
 * Bytes of all ledger entries in order, to be checked by `verifyLedger`.
 *
 * @throws ActionError `ledger-broken` when one is missing.
 */
export async function readLedger(branch: EvidenceBranch): Promise<readonly Uint8Array[]> {
  const newest = newestSeq(await branch.list(LEDGER_FOLDER));
  const numbers = Array.from({ length: newest }, (_, index) => index + 1);
  return Promise.all(numbers.map((seq) => mustRead(branch, ledgerPath(seq))));
}

async function followingEntry(branch: EvidenceBranch, fact: LedgerFact, at: Date): Promise<LedgerFile> {
  const newest = newestSeq(await branch.list(LEDGER_FOLDER));
  const next = nextEntry(newest === 0 ? null : await mustRead(branch, ledgerPath(newest)), fact, at);
  if (next.entry.seq === newest + 1) return next;
  throw brokenLedger(ledgerPath(newest), `it holds the number ${next.entry.seq - 1}`);
}

function filesOf(draft: EvidenceDraft, next: LedgerFile): ReadonlyMap<string, Uint8Array> {
  const files = new Map([[next.path, next.bytes]]);
  const { pull, subject, seq } = next.entry;
  if (pull !== null) files.set(pullCopyPath({ pullRequest: pull.number, model: subject.model }, seq), next.bytes);
  for (const [path, text] of draft.files) files.set(path, new TextEncoder().encode(text));
  return files;
}

/** A file that the branch lists. */
export async function mustRead(branch: EvidenceBranch, path: string): Promise<Uint8Array> {
  const bytes = await branch.read(path);
  if (bytes !== null) return bytes;
  throw new ActionError(
    'integrity',
    {
      where: `${path} on gatehouse-evidence`,
      found: 'it is listed and cannot be read',
      allowed: 'a branch to which files are only added',
      remedy: 'Find who rewrote the branch',
    },
    { reasonCode: 'ledger-broken' },
  );
}
