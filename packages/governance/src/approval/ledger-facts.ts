import type { CommitSha, Digest, ReasonCode } from '@gatehouse/core';
import type { Emergency } from '../emergencies/emergency.ts';
import type { PullHistory } from '../evidence/pull-history.ts';
import type { LedgerFact } from '../ledger/entry.ts';
import type { ApprovalResult } from '../review-rule.ts';
import type { StaleApproval, TupleParts } from './stale-approval.ts';

/** What the entries about one model of a pull request have in common. */
export interface SubjectOfFacts {
  readonly model: string;
  readonly modelDigest: Digest | null;
  readonly pullRequest: number;
  readonly headSha: CommitSha;
}

type Parts = TupleParts & { readonly tuple: Digest };

/** The tuple waits for approvals from now on; of an emergency it is also told which one. */
export function readyFact(subject: SubjectOfFacts, parts: Parts, emergency: Emergency | null): LedgerFact {
  const facts = { ...tupleFacts(parts), ...(emergency === null ? {} : { emergency: emergency.id }) };
  return about(subject, { kind: 'ready', reasonCode: 'ready-for-approval', people: [], facts });
}

/** Whoever had to approve did; none when the newest entries say so of the same reviews. */
export function approvedFacts(
  subject: SubjectOfFacts,
  found: { readonly parts: Parts; readonly approvals: ApprovalResult; readonly emergency: Emergency | null },
  history: PullHistory,
): readonly LedgerFact[] {
  const { parts, approvals, emergency } = found;
  const reviews = approvals.approvals
    .map(({ role, userId, reviewId }) => `${role} user ${userId} review ${reviewId}`)
    .sort();
  const last = history.lastApproved();
  const known = last?.facts.tuple === parts.tuple && JSON.stringify(last.facts.reviews) === JSON.stringify(reviews);
  // The same tuple may have been replaced in between and be announced again: then its approval is said again too.
  const announced = history.entries.findLast(({ kind }) => kind === 'ready')?.seq ?? 0;
  if (known && last.seq > announced) return [];
  const people = approvals.approvals.map(({ userId, login, role }) => ({ id: userId, login, role }));
  const approved = about(subject, {
    kind: 'approved',
    reasonCode: 'approved',
    people,
    facts: { ...tupleFacts(parts), reviews },
  });
  if (emergency === null) return [approved];
  const { id, incident, reviewBy } = emergency;
  const facts = { ...tupleFacts(parts), emergency: id, incident, reviewBy };
  return [approved, about(subject, { kind: 'emergency', reasonCode: 'emergency-approved', people, facts })];
}

/** When an emergency was first announced at this head; `null` when it was not yet. Another head is another change. */
export function emergencyAnnouncedAt(history: PullHistory, id: string, headSha: CommitSha): Date | null {
  const first = history.entries.find(
    ({ kind, facts, pull }) => kind === 'ready' && facts.emergency === id && pull?.headSha === headSha,
  );
  return first === undefined ? null : new Date(first.at);
}

/** An approval that was given does not count any more; said once of each approval and head. */
export function staleFact(
  subject: SubjectOfFacts,
  { approved, by }: StaleApproval,
  history: PullHistory,
): readonly LedgerFact[] {
  if (approved.tuple === null) return [];
  const told = history.entries.findLast(({ kind }) => kind === 'stale' || kind === 'approved');
  if (told?.kind === 'stale') return [];
  const facts = { approvedTuple: approved.tuple, approvedHead: approved.headSha };
  return [about(subject, { kind: 'stale', reasonCode: 'approval-stale', people: [...by], facts })];
}

/**
 * A head cannot be judged, which also ends the announcement of any other head; none when the newest entry says so.
 *
 * @param refused `runId` is the run whose log says why.
 */
export function refusedFact(
  subject: SubjectOfFacts,
  { reasonCode, runId }: { readonly reasonCode: ReasonCode; readonly runId: number },
  history: PullHistory,
): readonly LedgerFact[] {
  const last = history.entries.at(-1);
  const same = last?.kind === 'refused' && last.pull?.headSha === subject.headSha && last.reasonCode === reasonCode;
  if (same) return [];
  return [about({ ...subject, modelDigest: null }, { kind: 'refused', reasonCode, people: [], facts: { runId } })];
}

function tupleFacts(parts: Parts): LedgerFact['facts'] {
  const { tuple, evidenceDigest, policyDigest } = parts;
  return {
    tuple,
    ...(evidenceDigest === null ? {} : { evidenceDigest }),
    ...(policyDigest === null ? {} : { policyDigest }),
  };
}

function about(
  { model, modelDigest, pullRequest, headSha }: SubjectOfFacts,
  fact: Pick<LedgerFact, 'kind' | 'reasonCode' | 'people' | 'facts'>,
): LedgerFact {
  return { ...fact, subject: { model, modelDigest }, pull: { number: pullRequest, headSha } };
}
