import { type DsseVerdict, type LoadedKey, verifyDsse } from '@gatehouse/attest';
import type { Digest } from '@gatehouse/core';
import { brokenLedger } from './broken.ts';
import type { LedgerEntry, LedgerFact } from './entry.ts';
import { ENTRY_TYPE, type LedgerLine, type LedgerSigner, renderLedgerFile } from './entry-file.ts';
import { ledgerPath } from './paths.ts';

/** A point of the chain known from elsewhere: the App's check, a release, an earlier clone. */
export interface LedgerAnchor {
  readonly seq: number;
  readonly digest: Digest;
}

/** Clocks of runners differ by seconds. A time further ahead would hold up everybody's clock until then. */
const MAX_AHEAD_MS = 10 * 60_000;

/**
 * The entry that follows `previous`.
 *
 * @param previous the newest entry, `null` when the ledger is empty.
 * @param writing `at`: now. A clock that runs behind the last entry is moved up to it: time in the ledger never goes
 *   back. `previousOfPull`: number of the entry before of the same pull request and model.
 * @throws ActionError `ledger-broken` when `previous` is more than ten minutes ahead of `at`.
 */
export function nextEntry(
  previous: LedgerLine | null,
  fact: LedgerFact,
  writing: { readonly at: Date; readonly previousOfPull: number | null; readonly signer: LedgerSigner | null },
): LedgerLine {
  const last = previous?.entry ?? null;
  if (last !== null && Date.parse(last.at) - writing.at.getTime() > MAX_AHEAD_MS) {
    throw brokenLedger(ledgerPath(last.seq), `its time ${last.at} is more than ten minutes ahead of this clock`);
  }
  const now = writing.at.toISOString();
  const entry = {
    schemaVersion: 1 as const,
    seq: (last?.seq ?? 0) + 1,
    previous: previous?.digest ?? null,
    previousOfPull: writing.previousOfPull,
    at: last !== null && last.at > now ? last.at : now,
    kind: fact.kind,
    reasonCode: fact.reasonCode,
    subject: fact.subject,
    pull: fact.pull,
    people: fact.people,
    facts: fact.facts,
  };
  return renderLedgerFile(entry, writing.signer);
}

/** What is wrong with an entry at a place of the chain. */
export interface ChainProblem {
  readonly code: 'misplaced' | 'link' | 'time';
  readonly found: string;
}

/** What ties an entry to its neighbours. */
export interface ChainLink extends Pick<LedgerEntry, 'seq' | 'previous' | 'at'> {
  /** Of its file. */
  readonly digest: Digest;
}

/**
 * Whether an entry has its own number and follows the one before.
 *
 * @param before `null` for the first entry of the ledger.
 */
export function followProblem(link: ChainLink, seq: number, before: ChainLink | null): ChainProblem | null {
  if (link.seq !== seq) return { code: 'misplaced', found: `it holds the number ${link.seq}` };
  if (link.previous !== (before?.digest ?? null)) {
    return { code: 'link', found: 'the entry before it is not the one it names' };
  }
  if (before !== null && link.at < before.at) {
    return { code: 'time', found: `its time ${link.at} is before ${before.at}` };
  }
  return null;
}

/** @throws ActionError `ledger-broken` naming the file; as {@link followProblem}. */
export function requireFollows(line: LedgerLine, seq: number, before: LedgerLine | null): void {
  const problem = followProblem(linkOf(line), seq, before === null ? null : linkOf(before));
  if (problem !== null) throw brokenLedger(ledgerPath(seq), problem.found);
}

function linkOf({ entry: { seq, previous, at }, digest }: LedgerLine): ChainLink {
  return { seq, previous, at, digest };
}

/** What the signature of an entry is worth; `unsigned` only where no signature is needed. */
export function entrySignature(
  { signature, payload }: LedgerLine,
  keys: ReadonlyMap<string, LoadedKey>,
): DsseVerdict | { readonly verdict: 'unsigned' } {
  return signature === null ? { verdict: 'unsigned' } : verifyDsse({ type: ENTRY_TYPE, payload }, signature, keys);
}

/**
 * Verifies the signature of an entry.
 *
 * @returns whether the entry may be relied on: not when it is unsigned or its key is revoked now.
 * @throws ActionError `ledger-broken` when the key is unknown or the signature does not hold.
 */
export function requireSignature(line: LedgerLine, keys: ReadonlyMap<string, LoadedKey>, where: string): boolean {
  const found = entrySignature(line, keys);
  if (found.verdict === 'valid') return !found.by.revoked;
  if (found.verdict === 'unsigned') return false;
  const hint = line.signature?.keyid ?? '';
  throw brokenLedger(
    where,
    found.verdict === 'invalid'
      ? `its signature by key "${found.by.id}" does not hold`
      : `it is signed by the unknown key ${hint}`,
  );
}

/** What is wrong with an anchor: `beyond` a ledger that was cut, or on another one. */
export function anchorProblem(anchor: LedgerAnchor, tipSeq: number, found: Digest | null): string | null {
  if (anchor.seq > tipSeq) return `the ledger ends at ${tipSeq}, before an entry that was seen: its tail was cut off`;
  if (found === anchor.digest) return null;
  return `its digest is ${found ?? 'unknown'}, and ${anchor.digest} was seen: a second history`;
}
