import type { Approval, ReleaseAuthorisation } from '@gatehouse/attest';
import {
  type Account,
  type CommitSha,
  canonicalJson,
  type Digest,
  type Outcome,
  type ReasonCode,
  type Tuple,
  tupleDigest,
} from '@gatehouse/core';
import type { LedgerFact } from '../ledger/entry.ts';
import type { PullSubject } from '../ledger/paths.ts';
import type { MakeDraft } from './draft.ts';
import { authorisationPath, type EvaluationPaths, evaluationPaths, judgedPath, modelSignaturePath } from './layout.ts';
import { factOf, TRAINING_ROLE } from './pull-history.ts';
import type { EvidenceState } from './state.ts';
import { type CandidateLocation, renderCandidateLocation } from './stored-evaluation.ts';

/** What the decide run hands over. The signed parts are Sigstore bundles, each on one line. */
export interface EvaluationToRecord extends PullSubject, Tuple {
  readonly outcome: Outcome;
  /** Why it did not pass; `null` when it did. */
  readonly reasonCode: ReasonCode | null;
  readonly candidate: CandidateLocation;
  /** Who started the training run; none of them may approve. */
  readonly trainedBy: readonly Pick<Account, 'id' | 'login'>[];
  readonly decisions: readonly string[];
  readonly summary: string;
  readonly provenance: string;
  /** The evaluation data that a gate judged the candidate on; left out where no gate read any. */
  readonly evaluationData?: Digest;
  /** What else the decision rests on, such as waivers: told in the same commit. */
  readonly alsoFacts?: readonly LedgerFact[];
}

/** The evaluation of a head, unless it is the newest that was recorded. Files that are there already stay. */
export function evaluationDraft(evaluation: EvaluationToRecord): MakeDraft {
  const paths = evaluationPaths(evaluation);
  const fact = decisionFact(evaluation);
  return (state) => {
    const files = missingFiles(state, evaluation, paths);
    if (files.size === 0 && isNewest(state, evaluation, fact)) return null;
    return { facts: [fact, ...(evaluation.alsoFacts ?? [])], files };
  };
}

/** The newest decision is this one, of the same bytes at the same place, and nothing that came after it replaces it. */
function isNewest(state: EvidenceState, evaluation: EvaluationToRecord, { facts }: LedgerFact): boolean {
  const { entries } = state.history(evaluation);
  const at = entries.findLastIndex(({ kind }) => kind === 'decision');
  const decision = entries[at];
  if (decision === undefined || decision.pull?.headSha !== evaluation.headSha) return false;
  const { tuple, artifactId, runId } = decision.facts;
  if (tuple !== facts.tuple || artifactId !== facts.artifactId || runId !== facts.runId) return false;
  return entries.slice(at + 1).every((entry) => {
    const ends = entry.kind === 'refused' || entry.kind === 'stale' || entry.pull?.headSha !== evaluation.headSha;
    return !ends && (entry.facts.tuple === undefined || entry.facts.tuple === tuple);
  });
}

function decisionFact(evaluation: EvaluationToRecord): LedgerFact {
  const { outcome, reasonCode, evidenceDigest, policyDigest, candidate, trainedBy } = evaluation;
  const people = new Map(trainedBy.map(({ id, login }) => [id, { id, login, role: TRAINING_ROLE }]));
  return factOf('decision', evaluation, {
    reasonCode,
    people: [...people.values()],
    facts: {
      tuple: tupleDigest(evaluation),
      evidenceDigest,
      policyDigest,
      outcome,
      runId: candidate.runId,
      artifactId: candidate.artifactId,
      ...(evaluation.evaluationData === undefined ? {} : { evaluationData: evaluation.evaluationData }),
      ...(candidate.expiresAt === undefined ? {} : { candidateExpiresAt: candidate.expiresAt.toISOString() }),
    },
  });
}

function missingFiles(
  state: EvidenceState,
  evaluation: EvaluationToRecord,
  paths: EvaluationPaths,
): ReadonlyMap<string, string> {
  const { decisions, summary, provenance, candidate } = evaluation;
  const files: readonly (readonly [string, string])[] = [
    [paths.evidence, decisions.map((line) => `${line}\n`).join('')],
    [paths.summary, `${summary}\n`],
    [paths.provenance, `${provenance}\n`],
    [paths.candidate, renderCandidateLocation(candidate)],
    ...judgedMark(evaluation),
  ];
  return new Map(files.filter(([path]) => !state.holds(path)));
}

/** Of every evaluation data set which candidates it has judged, so that they are counted without reading the ledger. */
function judgedMark(evaluation: EvaluationToRecord): readonly (readonly [string, string])[] {
  const { evaluationData, modelDigest, model } = evaluation;
  if (evaluationData === undefined) return [];
  return [[judgedPath(evaluationData, modelDigest), `${canonicalJson({ model, modelDigest })}\n`]];
}

/** The announcement that a tuple waits for approvals, unless it is the current one already. */
export function readyDraft(subject: PullSubject, tuple: Tuple): MakeDraft {
  const digest = tupleDigest(tuple);
  const { evidenceDigest, policyDigest } = tuple;
  return (state) => {
    if (state.history(subject).currentReady(digest) !== null) return null;
    const facts = { tuple: digest, evidenceDigest, policyDigest };
    const fact = factOf('ready', { ...subject, ...tuple }, { reasonCode: 'ready-for-approval', facts });
    return { facts: [fact], files: new Map() };
  };
}

/** That every required role approved a tuple; once per tuple and set of reviews. */
export function approvalDraft(subject: PullSubject, tuple: Tuple, approvals: readonly Approval[]): MakeDraft {
  const digest = tupleDigest(tuple);
  const sorted = [...approvals].sort((a, b) => a.reviewId - b.reviewId || (a.role < b.role ? -1 : 1));
  const reviews = sorted.map(({ role, userId, reviewId }) => `${role} user ${userId} review ${reviewId}`);
  const fact = factOf(
    'approved',
    { ...subject, ...tuple },
    { reasonCode: 'approved', people: peopleOf(sorted), facts: { tuple: digest, reviews } },
  );
  return () => ({ facts: [fact], files: new Map() });
}

/** A head that was refused, and the run whose log says why. */
export interface RefusalToRecord {
  readonly headSha: CommitSha;
  readonly reasonCode: ReasonCode;
  readonly runId?: number;
}

/** That a head was refused, which also ends the announcement of any other head; once per head, reason and run. */
export function refusalDraft(subject: PullSubject, { headSha, reasonCode, runId }: RefusalToRecord): MakeDraft {
  const facts = runId === undefined ? {} : { runId };
  const fact = factOf('refused', { ...subject, headSha, modelDigest: null }, { reasonCode, facts });
  return () => ({ facts: [fact], files: new Map() });
}

/** A release authorisation; the first for a model, its digest and merged commit stays. */
export function authorisationDraft(
  authorisation: ReleaseAuthorisation,
  signed: { readonly bundle: string; readonly modelSignature: string },
): MakeDraft {
  const { modelDigest, mergedSha, tupleDigest: tuple, approvals } = authorisation;
  const fact = factOf('authorised', authorisation, {
    reasonCode: 'authorised',
    people: peopleOf(approvals),
    facts: { tuple, mergedSha },
  });
  return (state) => {
    const known = state
      .history(authorisation)
      .entries.some(
        (entry) =>
          entry.kind === 'authorised' &&
          entry.facts.mergedSha === mergedSha &&
          entry.subject.modelDigest === modelDigest,
      );
    if (known) return null;
    const files = new Map([
      [authorisationPath(authorisation), `${signed.bundle}\n`],
      [modelSignaturePath(authorisation), `${signed.modelSignature}\n`],
    ]);
    return { facts: [fact], files };
  };
}

/** What was done with an authorised model. */
export interface ModelUse {
  readonly kind: 'published' | 'deployed';
  readonly model: string;
  readonly modelDigest: Digest;
  readonly facts: LedgerFact['facts'];
}

/** That a model was used, each time that it is. */
export function useDraft({ kind, model, modelDigest, facts }: ModelUse): MakeDraft {
  const fact: LedgerFact = {
    kind,
    reasonCode: null,
    subject: { model, modelDigest },
    pull: null,
    people: [],
    facts,
  };
  return () => ({ facts: [fact], files: new Map() });
}

function peopleOf(approvals: readonly Approval[]): LedgerFact['people'] {
  return approvals.map(({ userId, login, role }) => ({ id: userId, login, role }));
}
