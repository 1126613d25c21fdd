import { ActionError } from '@gatehouse/core';
import {
  LEDGER_FOLDER,
  type LedgerKind,
  type LedgerLine,
  parseLedgerFile,
  seqOfLedgerPath,
} from '@gatehouse/governance';
import type { LedgerBranch } from './evidence-ref.ts';
import type { Progress } from './progress.ts';

/** Which entries to show. */
export interface LedgerFilter {
  readonly pull: number | undefined;
  readonly model: string | undefined;
  readonly kind: LedgerKind | undefined;
  /** First and last day or instant, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The newest so many of those that match. */
  readonly limit: number | undefined;
}

/** An entry, or why a file is none. */
export type ShownEntry =
  | { readonly path: string; readonly line: LedgerLine }
  | { readonly path: string; readonly unreadable: string };

/** Entries that match, oldest first. They are read, not verified. */
export async function readEntries(
  { repository, commit }: LedgerBranch,
  filter: LedgerFilter,
  progress: Progress,
): Promise<readonly ShownEntry[]> {
  const tree = await repository.tree(commit, [LEDGER_FOLDER]);
  const all = tree.filter(({ path }) => seqOfLedgerPath(path) !== null);
  const entries = isEverything(filter) && filter.limit !== undefined ? all.slice(-filter.limit) : all;
  const shown: ShownEntry[] = [];
  let at = 0;
  for await (const blobs of repository.blobs(entries.map(({ oid }) => oid))) {
    for (const bytes of blobs) {
      const path = entries[at]?.path ?? '';
      at += 1;
      progress.at(at, entries.length);
      const entry = parsed(path, bytes);
      // What cannot be read could be what is looked for.
      if ('unreadable' in entry || matches(entry.line, filter)) shown.push(entry);
    }
  }
  progress.done();
  return filter.limit === undefined ? shown : shown.slice(-filter.limit);
}

function isEverything({ pull, model, kind, from, to }: LedgerFilter): boolean {
  return [pull, model, kind, from, to].every((value) => value === undefined);
}

function matches({ entry }: LedgerLine, { pull, model, kind, from, to }: LedgerFilter): boolean {
  return (
    (pull === undefined || entry.pull?.number === pull) &&
    (model === undefined || entry.subject.model === model) &&
    (kind === undefined || entry.kind === kind) &&
    // Instants of one format compare as text; a day stands for all of its instants.
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at.slice(0, to.length) <= to)
  );
}

function parsed(path: string, bytes: Uint8Array): ShownEntry {
  try {
    return { path, line: parseLedgerFile(bytes, path) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { path, unreadable: error.fault.found };
  }
}
