import { keysByHint, type LoadedKey, type TrustRoot } from '@gatehouse/attest';
import type { TreeView, Wanted } from '@gatehouse/core';
import { brokenLedger } from '../ledger/broken.ts';
import { anchorProblem, type LedgerAnchor, requireFollows, requireSignature } from '../ledger/chain.ts';
import { subjectOf } from '../ledger/entry.ts';
import { type LedgerLine, parseLedgerFile } from '../ledger/entry-file.ts';
import { copyFolder, copyOfPath, copyPath, type LedgerSubject, ledgerPath, subjectKey } from '../ledger/paths.ts';
import type { HistoryLine } from './pull-history.ts';
import { type EvidenceState, evidenceState } from './state.ts';
import type { EvidenceTip } from './tip.ts';

/**
 * So many of the newest entries are read as one chain: what happened since a pull request was last worked on. Older
 * ones of it, and of the stages of a model, are known by their copies, each of which is signed and names the one before it.
 */
export const WINDOW_LENGTH = 25;

/** Bytes of the branch's newest entries and of the copies of some pull requests or stages. None of it is believed yet. */
export interface UnverifiedHistories {
  readonly tip: EvidenceTip | null;
  readonly subjects: readonly LedgerSubject[];
  /** Files asked for beside the ledger. */
  readonly files: readonly string[];
  readonly view: TreeView;
}

/** What must be read at a tip to verify the histories of subjects. */
export function historiesWanted(
  { seq }: EvidenceTip,
  asked: { readonly subjects: readonly LedgerSubject[]; readonly files: readonly string[] },
): Wanted & { readonly files: readonly string[]; readonly folders: readonly string[] } {
  const newest = numbers(windowStart(seq), seq + 1).map(ledgerPath);
  return { files: [...new Set([...newest, ...asked.files])], folders: [...new Set(asked.subjects.map(copyFolder))] };
}

/**
 * Verifies what was read: the newest entries are one chain that ends at the tip, every signature holds, the copies of
 * each pull request and of each model's stages are their entries without a gap, and the ledger contains every anchor.
 *
 * An entry whose key is revoked now stays in the chain and counts for nothing. Anchors older than the newest entries
 * are left to the next read or write of the store.
 *
 * @throws ActionError `ledger-broken` naming the file.
 */
export function verifyHistories(
  unverified: UnverifiedHistories,
  trustRoot: TrustRoot,
  anchors: readonly LedgerAnchor[] = [],
): EvidenceState {
  const { tip, subjects, view } = unverified;
  const keys = keysByHint(trustRoot);
  const window = tip === null ? [] : verifiedWindow(tip, view, keys);
  const newest = window.at(-1);
  const histories = subjects.map((subject) => {
    const lines = verifiedCopies(subject, { window, keys, view });
    return [subjectKey(subject), { subject, lines }] as const;
  });
  return evidenceState({
    tip: tip === null || newest === undefined ? null : { ...tip, digest: newest.digest },
    window,
    files: new Map(unverified.files.map((path) => [path, (view.files.get(path) ?? null) !== null])),
    anchors,
    unconfirmed: anchors.filter((anchor) => !isConfirmed(anchor, window)),
    histories: new Map(histories),
  });
}

/** @throws ActionError `ledger-broken` when the file that an anchor names is not the one that was seen. */
export function requireAnchor(anchor: LedgerAnchor, bytes: Uint8Array | null): void {
  const path = ledgerPath(anchor.seq);
  const line = bytes === null ? null : parseLedgerFile(bytes, path);
  const problem = anchorProblem(anchor, anchor.seq, line?.digest ?? null);
  if (problem !== null) throw brokenLedger(path, problem);
}

/** False for an anchor that is older than the window. */
function isConfirmed(anchor: LedgerAnchor, window: readonly LedgerLine[]): boolean {
  const newest = window.at(-1)?.entry.seq ?? 0;
  const line = window.find(({ entry }) => entry.seq === anchor.seq);
  if (line === undefined && anchor.seq <= newest) return false;
  const problem = anchorProblem(anchor, newest, line?.digest ?? null);
  if (problem !== null) throw brokenLedger(ledgerPath(anchor.seq), problem);
  return true;
}

function verifiedWindow(tip: EvidenceTip, view: TreeView, keys: ReadonlyMap<string, LoadedKey>): readonly LedgerLine[] {
  const beyond = ledgerPath(tip.seq + 1);
  if (view.files.get(beyond) !== null) {
    throw brokenLedger(beyond, `the newest commit says that the ledger ends at ${tip.seq}`);
  }
  const start = windowStart(tip.seq);
  const window: LedgerLine[] = [];
  for (const seq of numbers(start, tip.seq)) {
    const path = ledgerPath(seq);
    const bytes = view.files.get(path) ?? null;
    if (bytes === null) throw brokenLedger(path, `it is missing, and the ledger ends at ${tip.seq}`);
    const line = parseLedgerFile(bytes, path);
    const before = window.at(-1) ?? null;
    // What the first of the window follows was not read.
    if (seq > 1 && before === null) requireNumber(line, seq);
    else requireFollows(line, seq, before);
    requireSignature(line, keys, path);
    window.push(line);
  }
  return window;
}

function requireNumber({ entry }: LedgerLine, seq: number): void {
  if (entry.seq !== seq) throw brokenLedger(ledgerPath(seq), `it holds the number ${entry.seq}`);
}

function verifiedCopies(
  subject: LedgerSubject,
  read: {
    readonly window: readonly LedgerLine[];
    readonly keys: ReadonlyMap<string, LoadedKey>;
    readonly view: TreeView;
  },
): readonly HistoryLine[] {
  const { window, keys, view } = read;
  const lines = copiesIn(view, subject).map(({ path, seq, bytes }): HistoryLine => {
    const line = parseLedgerFile(bytes, path);
    checkPlace(line, { path, seq, subject, window });
    return { line, counts: requireSignature(line, keys, path) };
  });
  for (const [index, { line }] of lines.entries()) {
    const before = lines[index - 1]?.line.entry ?? null;
    checkLink(line, copyPath(subject, line.entry.seq), before);
  }
  const kept = new Set(lines.map(({ line }) => line.entry.seq));
  const lost = window.find(({ entry }) => isAbout(entry, subject) && !kept.has(entry.seq));
  if (lost === undefined) return lines;
  const { seq } = lost.entry;
  throw brokenLedger(copyPath(subject, seq), `it is missing, and ${ledgerPath(seq)} belongs there`);
}

/** The copies among the files of a folder, ascending; other files are no copies and are not looked at. */
function copiesIn(
  view: TreeView,
  subject: LedgerSubject,
): readonly { readonly path: string; readonly seq: number; readonly bytes: Uint8Array }[] {
  const files = view.folders.get(copyFolder(subject)) ?? new Map<string, Uint8Array>();
  return [...files]
    .map(([path, bytes]) => ({ path, seq: copyOfPath(path)?.seq ?? 0, bytes }))
    .filter(({ path, seq }) => path === copyPath(subject, seq))
    .sort((a, b) => a.seq - b.seq);
}

function checkPlace(
  { entry, bytes }: LedgerLine,
  place: {
    readonly path: string;
    readonly seq: number;
    readonly subject: LedgerSubject;
    readonly window: readonly LedgerLine[];
  },
): void {
  const { path, seq, subject, window } = place;
  const newest = window.at(-1)?.entry.seq ?? 0;
  if (seq > newest) throw brokenLedger(path, `the ledger ends at ${newest}`);
  if (entry.seq !== seq) throw brokenLedger(path, `it holds the number ${entry.seq}`);
  if (!isAbout(entry, subject)) throw brokenLedger(path, 'it is about another pull request or model');
  const original = window.find((line) => line.entry.seq === seq);
  if (original !== undefined && Buffer.compare(original.bytes, bytes) !== 0) {
    throw brokenLedger(path, `it is not the same as ${ledgerPath(seq)}`);
  }
}

function checkLink({ entry }: LedgerLine, path: string, before: LedgerLine['entry'] | null): void {
  if (entry.previousOfPull !== (before?.seq ?? null)) {
    const found = before === null ? 'is the first' : `follows ${before.seq}`;
    throw brokenLedger(
      path,
      `it names ${entry.previousOfPull ?? 'no entry'} before it and ${found}: a copy is missing`,
    );
  }
  if (before !== null && entry.at < before.at) throw brokenLedger(path, `its time ${entry.at} is before ${before.at}`);
}

function isAbout(entry: LedgerLine['entry'], subject: LedgerSubject): boolean {
  const about = subjectOf(entry);
  return about !== null && subjectKey(about) === subjectKey(subject);
}

function windowStart(seq: number): number {
  return Math.max(1, seq - WINDOW_LENGTH + 1);
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
