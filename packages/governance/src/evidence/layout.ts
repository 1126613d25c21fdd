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

/** Marks of the candidates that evaluation data have judged: one file for each, whatever the outcome. */
export function judgedFolder(evaluationData: Digest): string {
  return `judged/${hexOf(evaluationData)}`;
}

/** The mark of one candidate. */
export function judgedPath(evaluationData: Digest, modelDigest: Digest): string {
  return `${judgedFolder(evaluationData)}/${hexOf(modelDigest)}.json`;
}

/** Which authorisation: of one model's bytes at one merged commit. Two models may have the same bytes. */
export interface AuthorisationId {
  readonly model: string;
  readonly modelDigest: Digest;
  readonly mergedSha: CommitSha;
}

/** Authorisations of one model digest, by merged commit and model. */
export function authorisationPath(id: AuthorisationId): string {
  return `${authorisationStem(id)}.json`;
}

/** The OMS signature that belongs to an authorisation. */
export function modelSignaturePath(id: AuthorisationId): string {
  return `${authorisationStem(id)}.sig`;
}

function authorisationStem({ model, modelDigest, mergedSha }: AuthorisationId): string {
  return `authorisations/${hexOf(modelDigest)}/${mergedSha}/${model}`;
}
