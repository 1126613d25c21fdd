import type { TrustRoot } from '@gatehouse/attest';
import { type Digest, type EvidenceBranch, hexOf } from '@gatehouse/core';
import { brokenLedger } from '../ledger/broken.ts';
import type { LedgerLine } from '../ledger/entry-file.ts';
import { judgedFolder, judgedPath } from './layout.ts';
import type { EvidenceStore } from './store.ts';

/** Evaluation data, and the candidate that they are about to judge. */
export interface JudgedCandidate {
  readonly evaluationData: Digest;
  readonly modelDigest: Digest;
}

/**
 * How many other candidates the evaluation data have judged, whatever came of it. A candidate that is judged again, for
 * another head or under another policy, has learned nothing new from the rows and counts once. The marks that are counted are
 * not signed; the newest entries of the ledger are, and none of them may be about a candidate without a mark.
 *
 * @throws ActionError `ledger-broken`.
 */
export async function evaluationsOn(
  judged: JudgedCandidate,
  at: { readonly store: Pick<EvidenceStore, 'readState'>; readonly branch: Pick<EvidenceBranch, 'readAt'> },
  trustRoot: TrustRoot,
): Promise<number> {
  const { tip, window } = await at.store.readState({}, trustRoot);
  if (tip === null) return 0;
  const folder = judgedFolder(judged.evaluationData);
  const { folders } = await at.branch.readAt(tip.head, { folders: [folder] });
  return countJudged([...(folders.get(folder)?.keys() ?? [])], window, judged);
}

function countJudged(
  marks: readonly string[],
  window: readonly LedgerLine[],
  { evaluationData, modelDigest }: JudgedCandidate,
): number {
  const known = new Set(marks.filter((path) => /\/[0-9a-f]{64}\.json$/.test(path)));
  for (const { entry } of window) {
    const judged = entry.subject.modelDigest;
    if (entry.kind !== 'decision' || entry.facts.evaluationData !== evaluationData || judged === null) continue;
    const path = judgedPath(evaluationData, judged);
    if (!known.has(path)) throw brokenLedger(path, `it is missing, and entry ${entry.seq} is about ${hexOf(judged)}`);
  }
  known.delete(judgedPath(evaluationData, modelDigest));
  return known.size;
}
