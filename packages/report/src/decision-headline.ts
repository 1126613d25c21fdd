import type { Decision } from '@gatehouse/core';
import { driftHeadline } from './drift-headline.ts';

/** What a reader of a decision without any judged measure is told. */
export const NOTHING_JUDGED = 'No measure was judged: no limit was given, or nothing could be compared with one.';

/**
 * A decision in one sentence: for drift how many columns have drifted, else the first finding that made the outcome what it
 * is. Never a note, which decides nothing and may stand first.
 */
export function decisionHeadline(decision: Decision): string {
  const drift = driftHeadline(decision);
  if (drift !== '') return drift;
  const { findings, outcome } = decision;
  const decisive = findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome);
  return decisive?.message ?? NOTHING_JUDGED;
}
