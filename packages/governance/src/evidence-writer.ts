import { ActionError, type Clock, type EvidenceBranch } from '@gatehouse/core';
import { pullFolder } from './evidence-layout.ts';
import { LEDGER_FOLDER, type LedgerEntry, type LedgerFact, type LedgerFile, nextEntry } from './ledger.ts';

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
    const next = nextEntry(await newestEntry(branch), draft.fact, clock.now());
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

/** Bytes of all ledger entries in order, to be checked by `verifyLedger`. */
export async function readLedger(branch: EvidenceBranch): Promise<readonly Uint8Array[]> {
  const paths = [...(await branch.list(LEDGER_FOLDER))].sort();
  return Promise.all(paths.map((path) => mustRead(branch, path)));
}

async function newestEntry(branch: EvidenceBranch): Promise<Uint8Array | null> {
  const newest = [...(await branch.list(LEDGER_FOLDER))].sort().at(-1);
  return newest === undefined ? null : mustRead(branch, newest);
}

function filesOf(draft: EvidenceDraft, next: LedgerFile): ReadonlyMap<string, Uint8Array> {
  const files = new Map([[next.path, next.bytes]]);
  const { pull, subject, seq } = next.entry;
  if (pull !== null) {
    files.set(`${pullFolder(pull.number, subject.model)}/${String(seq).padStart(8, '0')}.json`, next.bytes);
  }
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
