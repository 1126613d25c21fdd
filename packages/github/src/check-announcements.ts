import { type Digest, isDigest, type LedgerHead } from '@gatehouse/core';

/** When each tuple was announced, as the App's own check run remembers it. */
export type Announcements = ReadonlyMap<Digest, Date>;

const LINE =
  /^- `(?<tuple>sha256:[0-9a-f]{64})` waits for approvals since (?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/gm;
const HEAD_LINE = /^- ledger head (?<seq>[1-9]\d{0,14}) `(?<digest>sha256:[0-9a-f]{64})`$/gm;

/**
 * Reads the announcements back from the text of a check run, which only its own App can write. Of a tuple that is there
 * twice the later time counts.
 */
export function readAnnouncements(text: string | null | undefined): Announcements {
  const found = new Map<Digest, Date>();
  for (const { groups } of (text ?? '').matchAll(LINE)) {
    const tuple = groups?.['tuple'];
    const at = new Date(groups?.['at'] ?? '');
    const known = isDigest(tuple) ? found.get(tuple) : undefined;
    if (isDigest(tuple) && !Number.isNaN(at.getTime()) && (known === undefined || known < at)) found.set(tuple, at);
  }
  return found;
}

/**
 * The announcements after a check of `tuples` is posted: a tuple that is announced already keeps its time, a tuple that
 * was replaced loses it. A check of no tuple (something could not be read just now) changes nothing.
 */
export function announcementsAfter(known: Announcements, tuples: readonly Digest[], now: Date): Announcements {
  return tuples.length === 0 ? known : new Map(tuples.map((tuple) => [tuple, known.get(tuple) ?? now]));
}

/** Reads the ledger's head back. Of several, which only a fault could write, the one that promises most counts. */
export function readLedgerHead(text: string | null | undefined): LedgerHead | null {
  let newest: LedgerHead | null = null;
  for (const { groups } of (text ?? '').matchAll(HEAD_LINE)) {
    const seq = Number(groups?.['seq']);
    const digest = groups?.['digest'];
    if (isDigest(digest) && (newest === null || seq > newest.seq)) newest = { seq, digest };
  }
  return newest;
}

/** The text of the check run; empty when there is nothing to remember. */
export function renderMemory(announcements: Announcements, ledgerHead: LedgerHead | null): string {
  return [
    ...[...announcements].map(([tuple, at]) => `- \`${tuple}\` waits for approvals since ${at.toISOString()}`),
    ...(ledgerHead === null ? [] : [`- ledger head ${ledgerHead.seq} \`${ledgerHead.digest}\``]),
  ].join('\n');
}
