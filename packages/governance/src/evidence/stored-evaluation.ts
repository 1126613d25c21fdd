import {
  type BoundDecision,
  type EvaluationSummary,
  evidenceDigestOf,
  parseEvaluationSummary,
  parseEvidence,
  type TrustRoot,
  type VerifiedStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { ActionError, parseStrictJson, type ReasonCode } from '@gatehouse/core';
import { z } from 'zod';
import { type EvaluationId, evaluationPaths } from './layout.ts';
import { readSignedTraining, type SignedTraining } from './signed-training.ts';

/** Where the candidate's bytes are. */
export interface CandidateLocation {
  readonly runId: number;
  readonly artifactId: number;
  /** When GitHub deletes them, if that is known. */
  readonly expiresAt?: Date;
}

/** An evaluation read back from the evidence branch, every signature verified and every digest recomputed. */
export interface StoredEvaluation {
  readonly id: EvaluationId;
  readonly summary: EvaluationSummary;
  /** The summary as signed, for the authorisation to refer to. */
  readonly summaryStatement: VerifiedStatement;
  readonly decisions: readonly BoundDecision[];
  /** Who trained the candidate, from the signed provenance. */
  readonly training: SignedTraining;
  /** Unverified location: whoever fetches the bytes hashes them. Its run is not handed on: it is not signed. */
  readonly candidate: Pick<CandidateLocation, 'artifactId'>;
  /** The signed files as they are stored, to be shipped with a release. */
  readonly bundles: { readonly evidence: string; readonly summary: string; readonly provenance: string };
}

const locationSchema = z.strictObject({
  schemaVersion: z.literal(1),
  runId: z.int().min(1),
  artifactId: z.int().min(1),
});

/** The bytes of `candidate.json`. */
export function renderCandidateLocation({ runId, artifactId }: CandidateLocation): string {
  return `${JSON.stringify({ schemaVersion: 1, runId, artifactId })}\n`;
}

/**
 * Verifies an evaluation as its files hold it.
 *
 * @param files what the branch has at each of `evaluationPaths`.
 * @returns `null` when the branch has no summary for it.
 * @throws ActionError `signature-invalid`, or `decision-mismatch` when decisions, summary and place contradict.
 */
export async function verifyStoredEvaluation(
  files: ReadonlyMap<string, Uint8Array | null>,
  id: EvaluationId,
  trustRoot: TrustRoot,
): Promise<StoredEvaluation | null> {
  const paths = evaluationPaths(id);
  const summaryText = textAt(files, paths.summary);
  if (summaryText === null) return null;
  const evidence = requireText(files, paths.evidence);
  const provenance = requireText(files, paths.provenance);
  const location = requireText(files, paths.candidate);
  const summaryStatement = await verifyBundle(summaryText, trustRoot);
  const summary = parseEvaluationSummary(summaryStatement.statement);
  const statements = await Promise.all(lines(evidence).map((line) => verifyBundle(line, trustRoot)));
  const decisions = statements.map(({ statement }) => parseEvidence(statement));
  checkAgreement({ id, summary, decisions, recomputed: evidenceDigestOf(statements.map(({ digest }) => digest)) });
  const training = readSignedTraining((await verifyBundle(provenance, trustRoot)).statement, id, summary);
  if (typeof training === 'string') throw contradiction(training);
  const stored = parseLocation(location, paths.candidate);
  return {
    id,
    summary,
    summaryStatement,
    decisions,
    training,
    candidate: { artifactId: id.artifactId ?? stored.artifactId },
    bundles: { evidence, summary: summaryText, provenance },
  };
}

function checkAgreement(found: {
  readonly id: EvaluationId;
  readonly summary: EvaluationSummary;
  readonly decisions: readonly BoundDecision[];
  readonly recomputed: string;
}): void {
  const { id, summary, decisions, recomputed } = found;
  if (summary.modelDigest !== id.modelDigest) throw contradiction('the summary is about another model');
  if (summary.evidenceDigest !== id.evidenceDigest || recomputed !== id.evidenceDigest) {
    throw contradiction(`the evidence digest is ${recomputed}, the summary says ${summary.evidenceDigest}`);
  }
  if (!summary.resourceUri.endsWith(`@${id.headSha}#${summary.model}`)) {
    throw contradiction(`the summary is about ${summary.resourceUri}`);
  }
  for (const decision of decisions) {
    if (decision.subject.modelDigest !== id.modelDigest || decision.policyDigest !== summary.policyDigest) {
      throw contradiction(`the ${decision.gate} decision is about another model or policy`);
    }
  }
}

function parseLocation(text: string, path: string): Pick<CandidateLocation, 'artifactId'> {
  try {
    const { artifactId } = locationSchema.parse(parseStrictJson(new TextEncoder().encode(text), 4));
    return { artifactId };
  } catch (cause) {
    throw unreadable(path, 'candidate-missing', cause);
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function textAt(files: ReadonlyMap<string, Uint8Array | null>, path: string): string | null {
  const bytes = files.get(path) ?? null;
  return bytes === null ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
}

function requireText(files: ReadonlyMap<string, Uint8Array | null>, path: string): string {
  const text = textAt(files, path);
  if (text === null) throw unreadable(path, 'decision-missing');
  return text;
}

function contradiction(found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: 'Evaluation on gatehouse-evidence',
      found,
      allowed: 'decisions, summary and place that name the same model, evidence, policy and head',
      remedy: 'Let the decide workflow run again for this head',
    },
    { reasonCode: 'decision-mismatch' },
  );
}

function unreadable(path: string, reasonCode: ReasonCode, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `${path} on gatehouse-evidence`,
      found: 'it is missing or cannot be read',
      allowed: 'the file that the decide workflow wrote',
      remedy: 'Let the decide workflow run again for this head',
    },
    { reasonCode, ...(cause instanceof Error ? { cause } : {}) },
  );
}
