import { type CommitSha, type Digest, hexOf } from '@gatehouse/core';

/** Which evaluation: one model, judged on one set of evidence, at one head. */
export interface EvaluationId {
  readonly modelDigest: Digest;
  readonly evidenceDigest: Digest;
  readonly headSha: CommitSha;
  /** Where the ledger's newest decision says that the candidate is; without it, where the first one said. */
  readonly artifactId?: number;
}

/** Paths of one evaluation. */
export interface EvaluationPaths {
  readonly evidence: string;
  readonly summary: string;
  readonly provenance: string;
  readonly candidate: string;
}

/**
 * Where an evaluation lies on the evidence branch. The decisions are shared by every head that reuses the candidate;
 * summary, provenance and candidate are about one head.
 */
export function evaluationPaths(id: EvaluationId): EvaluationPaths {
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
