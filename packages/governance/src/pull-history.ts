import type { CommitSha, Digest, EvidenceBranch } from '@gatehouse/core';
import { type PullSubject, pullCopyPath, pullFolder } from './evidence-layout.ts';
import { brokenLedger, type LedgerEntry, type LedgerFact, ledgerPath } from './ledger.ts';
import type { LedgerReader } from './ledger-reader.ts';

/**
 * So many of the newest ledger entries are read as one chain, two requests each: what happened since a pull request was
 * last worked on. Copies of older entries are checked against their own entry and the one before it.
 */
const CHAIN_LENGTH = 25;

/**
 * Entries of one pull request and model, oldest first. The copies only say where to look: each must be the ledger's own
 * entry of that number, byte for byte, in an unbroken chain, and none that the chain holds may be missing.
 *
 * @throws ActionError `ledger-broken` naming the file.
 */
export async function pullHistory(
  ports: { readonly branch: EvidenceBranch; readonly ledger: LedgerReader },
  subject: PullSubject,
): Promise<readonly LedgerEntry[]> {
  const { branch, ledger } = ports;
  // The copies are listed first: what another writer adds meanwhile is then in the ledger, and not a copy without entry.
  const copies = copiesAmong(await branch.list(pullFolder(subject)), subject);
  const newest = await ledger.newest();
  const beyond = copies.find((seq) => seq < 1 || seq > newest);
  if (beyond !== undefined) throw brokenLedger(pullCopyPath(subject, beyond), `the ledger ends at ${newest}`);
  const [first] = copies;
  if (first === undefined) return [];
  const start = Math.max(first, newest - CHAIN_LENGTH + 1);
  const older = await Promise.all(copies.filter((seq) => seq < start).map((seq) => ledger.chain(seq, seq)));
  const entries = [...older.flat(), ...(await ledger.chain(start, newest))];
  const kept = new Set(copies);
  const own = entries.filter((entry) => kept.has(entry.seq) || isAbout(entry, subject));
  await Promise.all(own.map(({ seq }) => checkCopy(ports, subject, seq)));
  return own.filter((entry) => isAbout(entry, subject));
}

/** Numbers of the copies, ascending; other files in the folder are no copies. */
function copiesAmong(paths: readonly string[], subject: PullSubject): readonly number[] {
  return paths
    .map((path) => Number(/(\d{8})\.json$/.exec(path)?.[1]))
    .filter((seq, index) => paths[index] === pullCopyPath(subject, seq))
    .sort((a, b) => a - b);
}

function isAbout(entry: LedgerEntry, { pullRequest, model }: PullSubject): boolean {
  return entry.pull?.number === pullRequest && entry.subject.model === model;
}

async function checkCopy(
  { branch, ledger }: { readonly branch: EvidenceBranch; readonly ledger: LedgerReader },
  subject: PullSubject,
  seq: number,
): Promise<void> {
  const path = pullCopyPath(subject, seq);
  const [copy, { bytes }] = await Promise.all([branch.read(path), ledger.read(seq)]);
  if (copy === null) throw brokenLedger(path, `it is missing, and ${ledgerPath(seq)} is about this pull request`);
  if (Buffer.compare(copy, bytes) !== 0) throw brokenLedger(path, `it is not the same as ${ledgerPath(seq)}`);
}

/** The announcement of `tuple` that still holds: no entry of another tuple or head after it. */
export function currentReady(entries: readonly LedgerEntry[], tuple: Digest): LedgerEntry | null {
  const at = entries.findLastIndex((entry) => entry.kind === 'ready' && entry.facts['tuple'] === tuple);
  const ready = entries[at];
  if (ready === undefined) return null;
  const replaced = entries.slice(at + 1).some((entry) => {
    const other = entry.facts['tuple'];
    return entry.pull?.headSha !== ready.pull?.headSha || (other !== undefined && other !== tuple);
  });
  return replaced ? null : ready;
}

/** A ledger fact about a pull request. */
export function factOf(
  kind: LedgerFact['kind'],
  about: PullSubject & { readonly headSha: CommitSha; readonly modelDigest: Digest | null },
  facts: LedgerFact['facts'],
): LedgerFact {
  return {
    kind,
    subject: { model: about.model, modelDigest: about.modelDigest },
    pull: { number: about.pullRequest, headSha: about.headSha },
    facts,
  };
}
