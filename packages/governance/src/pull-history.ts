import type { CommitSha, Digest, EvidenceBranch } from '@gatehouse/core';
import { pullFolder } from './evidence-layout.ts';
import { mustRead } from './evidence-writer.ts';
import { type LedgerEntry, type LedgerFact, parseLedgerEntry } from './ledger.ts';

/** The pull request and model that an entry is about. */
export interface PullSubject {
  readonly pullRequest: number;
  readonly model: string;
}

/** Entries of one pull request and model, oldest first. */
export async function pullHistory(
  branch: EvidenceBranch,
  pullRequest: number,
  model: string,
): Promise<readonly LedgerEntry[]> {
  const paths = [...(await branch.list(pullFolder(pullRequest, model)))].sort();
  const entries = await Promise.all(paths.map(async (path) => parseLedgerEntry(await mustRead(branch, path))));
  return entries.filter((entry) => entry.pull?.number === pullRequest && entry.subject.model === model);
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
