import { type Digest, hexOf } from '@gatehouse/core';
import { brokenLedger } from '../ledger/broken.ts';
import type { LedgerLine } from '../ledger/entry-file.ts';
import { judgedPath } from './layout.ts';

/**
 * How many other candidates evaluation data have judged, from the paths of the marks. A candidate that is judged again, for
 * another head or under another policy, has learned nothing new from the rows and counts once.
 *
 * @param window The newest entries of the ledger, verified.
 * @throws ActionError `ledger-broken` when a mark is gone of a candidate that one of them is about.
 */
export function countJudged(
  marks: readonly string[],
  window: readonly LedgerLine[],
  { evaluationData, modelDigest }: { readonly evaluationData: Digest; readonly modelDigest: Digest },
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
