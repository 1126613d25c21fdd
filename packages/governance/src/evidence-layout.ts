import { type CommitSha, type Digest, hexOf } from '@gatehouse/core';

/** Which evaluation: one model, judged on one set of evidence, at one head. */
export interface EvaluationId {
  readonly modelDigest: Digest;
  readonly evidenceDigest: Digest;
  readonly headSha: CommitSha;
}

/**
 * Where an evaluation lies on the evidence branch. The decisions are shared by every head that reuses the candidate;
 * summary, provenance and candidate are about one head.
 */
export function evaluationPaths(id: EvaluationId): {
  readonly evidence: string;
  readonly summary: string;
  readonly provenance: string;
  readonly candidate: string;
} {
  const folder = `evidence/${hexOf(id.modelDigest)}/${hexOf(id.evidenceDigest)}`;
  return {
    evidence: `${folder}/evidence.jsonl`,
    summary: `${folder}/${id.headSha}/summary.json`,
    provenance: `${folder}/${id.headSha}/provenance.json`,
    candidate: `${folder}/${id.headSha}/candidate.json`,
  };
}

/** Authorisations of one model digest, by merged commit. */
export function authorisationPath(modelDigest: Digest, mergedSha: CommitSha): string {
  return `authorisations/${hexOf(modelDigest)}/${mergedSha}.json`;
}

/** The OMS signature that belongs to an authorisation. */
export function modelSignaturePath(modelDigest: Digest, mergedSha: CommitSha): string {
  return `authorisations/${hexOf(modelDigest)}/${mergedSha}.sig`;
}

/** The pull request and model that an entry is about. */
export interface PullSubject {
  readonly pullRequest: number;
  readonly model: string;
}

/** Copies of the ledger entries of one pull request and model, so that they are found without reading the ledger. */
export function pullFolder({ pullRequest, model }: PullSubject): string {
  return `pulls/${pullRequest}/${model}`;
}

/** The copy of one ledger entry, under the entry's own number. */
export function pullCopyPath(subject: PullSubject, seq: number): string {
  return `${pullFolder(subject)}/${String(seq).padStart(8, '0')}.json`;
}
