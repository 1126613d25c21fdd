import { type CommitSha, type Digest, isReasonCode, type ReasonCode } from '@gatehouse/core';
import type { LedgerEntry, LedgerFact, LedgerPerson } from '../ledger/entry.ts';
import type { LedgerLine } from '../ledger/entry-file.ts';
import type { LedgerSubject, PullSubject } from '../ledger/paths.ts';

/** An entry of a pull request, its signature verified. */
export interface HistoryLine {
  readonly line: LedgerLine;
  /** False when the key that signed it is revoked now. */
  readonly counts: boolean;
}

/** Role of whoever started a training run, in the entry of its decision. */
export const TRAINING_ROLE = 'training';

/** Why a head was refused, and the run whose log says more, if the entry names one. */
export interface Refusal {
  readonly reasonCode: ReasonCode;
  readonly runId: number | null;
}

/** What the ledger says of one pull request and model, or of the stages of a model. Every question is answered from memory. */
export interface PullHistory {
  readonly subject: LedgerSubject;
  /** Every entry, oldest first. */
  readonly lines: readonly HistoryLine[];
  /** Entries that count, oldest first. */
  readonly entries: readonly LedgerEntry[];
  /** Number of the newest entry, whether it counts or not; `null` when there is none. */
  readonly newestSeq: number | null;
  /** The newest decision of a head. */
  decisionOf(headSha: CommitSha): LedgerEntry | null;
  /** How a head was refused last; `null` when the newest entry about it is no refusal. */
  refusalOf(headSha: CommitSha): Refusal | null;
  /** The announcement of a tuple that still holds: nothing about another tuple or head came after it. */
  currentReady(tuple: Digest): LedgerEntry | null;
  /** The newest approval, of whichever tuple. */
  lastApproved(): LedgerEntry | null;
  /** Numeric ids of all who started a training run of this pull request. */
  trainingActors(): ReadonlySet<number>;
}

/** The history of one pull request and model from its verified entries, oldest first. */
export function pullHistory(subject: LedgerSubject, lines: readonly HistoryLine[]): PullHistory {
  const entries = lines.filter(({ counts }) => counts).map(({ line }) => line.entry);
  return {
    subject,
    lines,
    entries,
    newestSeq: lines.at(-1)?.line.entry.seq ?? null,
    decisionOf: (headSha) =>
      entries.findLast(({ kind, pull }) => kind === 'decision' && pull?.headSha === headSha) ?? null,
    refusalOf: (headSha) => refusalOf(entries, headSha),
    currentReady: (tuple) => currentReady(entries, tuple),
    lastApproved: () => entries.findLast(({ kind }) => kind === 'approved') ?? null,
    // A decision under a revoked key is no decision, but who trained stays excluded from approving.
    trainingActors: () => new Set(lines.flatMap(({ line }) => trainersOf(line.entry)).map(({ id }) => id)),
  };
}

function refusalOf(entries: readonly LedgerEntry[], headSha: CommitSha): Refusal | null {
  const last = entries.findLast(({ pull }) => pull?.headSha === headSha);
  if (last?.kind !== 'refused' || last.reasonCode === null) return null;
  const reasonCode = isReasonCode(last.reasonCode) ? last.reasonCode : 'evaluation-error';
  return { reasonCode, runId: last.facts.runId ?? null };
}

function currentReady(entries: readonly LedgerEntry[], tuple: Digest): LedgerEntry | null {
  const at = entries.findLastIndex(({ kind, facts }) => kind === 'ready' && facts.tuple === tuple);
  const ready = entries[at];
  if (ready === undefined) return null;
  const replaced = entries.slice(at + 1).some(({ kind, pull, facts }) => {
    const otherTuple = facts.tuple !== undefined && facts.tuple !== tuple;
    return kind === 'stale' || pull?.headSha !== ready.pull?.headSha || otherTuple;
  });
  return replaced ? null : ready;
}

function trainersOf({ kind, people }: LedgerEntry): readonly LedgerPerson[] {
  return kind === 'decision' ? people.filter(({ role }) => role === TRAINING_ROLE) : [];
}

/** A fact about a pull request. */
export function factOf(
  kind: LedgerFact['kind'],
  about: PullSubject & { readonly headSha: CommitSha; readonly modelDigest: Digest | null },
  said: Pick<LedgerFact, 'reasonCode' | 'facts'> & { readonly people?: LedgerFact['people'] },
): LedgerFact {
  return {
    kind,
    reasonCode: said.reasonCode,
    subject: { model: about.model, modelDigest: about.modelDigest },
    pull: { number: about.pullRequest, headSha: about.headSha },
    people: said.people ?? [],
    facts: said.facts,
  };
}
