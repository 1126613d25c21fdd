import { ActionError, canonicalJson, type Digest, sha256 } from '@gatehouse/core';
import { z } from 'zod';

/** What happened. The list is closed. */
export const LEDGER_KINDS = [
  'decision',
  'ready',
  'approved',
  'authorised',
  'published',
  'deployed',
  'refused',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .transform((value) => value as Digest);
const commit = z.string().regex(/^[0-9a-f]{40}$/);

const entrySchema = z.strictObject({
  schemaVersion: z.literal(1),
  seq: z.int().min(1).max(99_999_999),
  /** Digest of the bytes of the entry before; `null` in the first. */
  previous: digest.nullable(),
  at: z.iso.datetime({ precision: 3 }),
  kind: z.enum(LEDGER_KINDS),
  subject: z.strictObject({ model: z.string().min(1), modelDigest: digest.nullable() }),
  pull: z.strictObject({ number: z.int().min(1), headSha: commit }).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});

/** One entry: a fact, when it was written, and the digest of everything before it. */
export type LedgerEntry = z.output<typeof entrySchema>;
/** What the writer of an entry states; number, predecessor and time follow from the chain. */
export type LedgerFact = Pick<LedgerEntry, 'kind' | 'subject' | 'pull' | 'facts'>;

export interface LedgerFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly entry: LedgerEntry;
}

/** A point of the chain known from elsewhere: a signed head, a release, an earlier clone. */
export interface LedgerAnchor {
  readonly seq: number;
  readonly digest: Digest;
}

export const LEDGER_FOLDER = 'ledger';
const ENTRY_PATH = /^ledger\/(\d{8})\.json$/;

/** Clocks of runners differ by seconds. A time further ahead would hold up everybody's clock until then. */
const MAX_AHEAD_MS = 10 * 60_000;

/** `ledger/00000001.json` */
export function ledgerPath(seq: number): string {
  return `${LEDGER_FOLDER}/${String(seq).padStart(8, '0')}.json`;
}

/**
 * The number of the newest entry among the files of the ledger's folder, 0 when there is none. Files whose names are
 * not eight digits are no entries and are not looked at.
 *
 * @throws ActionError `ledger-broken`, naming the first entry after a gap.
 */
export function newestSeq(paths: readonly string[]): number {
  const numbers = paths.flatMap((path) => ENTRY_PATH.exec(path)?.[1] ?? []).map(Number);
  for (const [index, seq] of numbers.sort((a, b) => a - b).entries()) {
    if (seq !== index + 1) throw brokenLedger(ledgerPath(seq), `the entry to follow is ${ledgerPath(index + 1)}`);
  }
  return numbers.length;
}

/**
 * The entry that follows `previous`, as the file to write.
 *
 * @param previous bytes of the newest entry, `null` when the ledger is empty.
 * @param at now. A clock that runs behind the last entry is moved up to it: time in the ledger never goes back.
 * @throws ActionError `ledger-broken` when `previous` is no entry, or is more than ten minutes ahead of `at`.
 */
export function nextEntry(previous: Uint8Array | null, fact: LedgerFact, at: Date): LedgerFile {
  const last = previous === null ? null : parseLedgerEntry(previous);
  if (last !== null && Date.parse(last.at) - at.getTime() > MAX_AHEAD_MS) {
    throw brokenLedger(ledgerPath(last.seq), `its time ${last.at} is more than ten minutes ahead of this clock`);
  }
  const now = at.toISOString();
  const entry = entrySchema.parse({
    schemaVersion: 1,
    seq: (last?.seq ?? 0) + 1,
    previous: previous === null ? null : sha256(previous),
    at: last !== null && last.at > now ? last.at : now,
    kind: fact.kind,
    subject: fact.subject,
    pull: fact.pull,
    facts: fact.facts,
  });
  return { path: ledgerPath(entry.seq), bytes: new TextEncoder().encode(`${canonicalJson(entry)}\n`), entry };
}

/**
 * Parses one entry; the bytes must be exactly the canonical ones, so that an entry has one spelling.
 *
 * @throws ActionError `ledger-broken`.
 */
export function parseLedgerEntry(bytes: Uint8Array): LedgerEntry {
  let text: string;
  let entry: LedgerEntry;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    entry = entrySchema.parse(JSON.parse(text));
  } catch (cause) {
    throw brokenLedger('an entry', cause instanceof Error ? cause.message.slice(0, 500) : String(cause), cause);
  }
  // A repeated key or another spelling of a value would not come back as it was.
  if (text !== `${canonicalJson(entry)}\n`) {
    throw brokenLedger(ledgerPath(entry.seq), 'it is not written in canonical form');
  }
  return entry;
}

/**
 * Checks a whole ledger: numbering without gap, every link, time that never goes back. Edits, gaps, reordering and
 * insertions show in the chain itself; a cut tail or a second history does not, and needs anchors.
 *
 * @param files bytes of the entries in the order of their file names.
 * @param anchors points that must lie on this chain.
 * @throws ActionError `ledger-broken` naming the first place.
 */
export function verifyLedger(
  files: readonly Uint8Array[],
  anchors: readonly LedgerAnchor[] = [],
): { readonly entries: readonly LedgerEntry[]; readonly head: LedgerAnchor | null } {
  const entries: LedgerEntry[] = [];
  const digests: Digest[] = [];
  for (const bytes of files) {
    const entry = parseLedgerEntry(bytes);
    const digest = digests.at(-1);
    const before = entries.at(-1);
    checkFollows(entry, entries.length + 1, digest && before ? { entry: before, digest } : null);
    entries.push(entry);
    digests.push(sha256(bytes));
  }
  for (const anchor of anchors) checkAnchor(anchor, digests);
  const last = digests.at(-1);
  return { entries, head: last === undefined ? null : { seq: entries.length, digest: last } };
}

/**
 * Checks that an entry has its own number and follows the one before.
 *
 * @param before `null` for the first entry of the ledger.
 * @throws ActionError `ledger-broken` naming the entry.
 */
export function checkFollows(
  entry: LedgerEntry,
  seq: number,
  before: { readonly entry: LedgerEntry; readonly digest: Digest } | null,
): void {
  const place = ledgerPath(seq);
  if (entry.seq !== seq) throw brokenLedger(place, `it holds the number ${entry.seq}`);
  if (entry.previous !== (before?.digest ?? null)) {
    throw brokenLedger(place, 'the entry before it is not the one it names');
  }
  if (before !== null && entry.at < before.entry.at) {
    throw brokenLedger(place, `its time ${entry.at} is before ${before.entry.at}`);
  }
}

function checkAnchor(anchor: LedgerAnchor, digests: readonly Digest[]): void {
  const found = digests[anchor.seq - 1];
  const place = ledgerPath(anchor.seq);
  if (found === undefined)
    throw brokenLedger(place, `the ledger ends at ${digests.length}, before an entry that was seen`);
  if (found !== anchor.digest)
    throw brokenLedger(place, `its digest is ${found}, and ${anchor.digest} was seen: a second history`);
}

/** The error for a ledger that is not what our writers leave; `where` is the path of the file. */
export function brokenLedger(where: string, found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Ledger, ${where}`,
      found,
      allowed: 'an unbroken chain of entries, each naming the digest of the one before',
      remedy: 'Compare the branch gatehouse-evidence with an older clone and find who rewrote it',
    },
    { reasonCode: 'ledger-broken', ...(cause instanceof Error ? { cause } : {}) },
  );
}
