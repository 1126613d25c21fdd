import {
  evaluationSummary,
  evidenceDigest,
  evidenceStatement,
  requireTrustedKey,
  type SigningKey,
  type Statement,
  signStatement,
} from '@gatehouse/attest';
import {
  type Clock,
  candidateKey,
  type Decision,
  type Digest,
  type GateName,
  type Outcome,
  type ReasonCode,
  resourceUri,
  worstOutcome,
} from '@gatehouse/core';
import {
  type EvidenceStore,
  resolveSubject,
  type Subject,
  type SubjectPorts,
  trustRootOf,
} from '@gatehouse/governance';
import { type Candidate, findCandidate, readCandidate } from '@gatehouse/registry';
import { type DecisionArtifact, readDecision } from './decision-artifacts.ts';
import { provenanceOf } from './provenance.ts';

export interface DecidePorts extends SubjectPorts {
  readonly evidence: EvidenceStore;
  readonly key: SigningKey;
  readonly clock: Clock;
}

export interface DecideRequest {
  readonly model: string;
  readonly runId: number;
  readonly decisions: readonly DecisionArtifact[];
  /** The decide run itself: only its own artifacts count. */
  readonly thisRun: number;
  /** Page of the repository. */
  readonly repositoryUrl: string;
}

export interface DecideResult {
  readonly outcome: Outcome;
  readonly decisions: readonly Decision[];
  readonly modelDigest: Digest;
  readonly evidenceDigest: Digest;
  /** The signed summary, a Sigstore bundle in one line. */
  readonly summary: string;
  readonly headSha: string;
}

/**
 * Gathers the decisions that the base policy requires, checks that each is about the bytes of this candidate under this
 * policy, signs them and their summary, and records all of it on the evidence branch.
 *
 * @throws ActionError `decision-missing`, `decision-mismatch`, `digest-mismatch`, `signature-invalid`, and all of `resolveSubject`.
 */
export async function decide(request: DecideRequest, ports: DecidePorts): Promise<DecideResult> {
  const subject = await resolveSubject(ports, request);
  requireTrustedKey(ports.key, trustRootOf(subject.policy), 'Input "signing-key"');
  const candidate = await readCandidate(
    ports.runs,
    (await findCandidate(ports.runs, subject.run.id, subject.model)).id,
  );
  const decisions: Decision[] = [];
  for (const artifact of request.decisions) decisions.push(await readDecision(ports.runs, artifact, request.thisRun));

  const tree = await ports.contents.listFiles(subject.headSha);
  const summary = evaluationSummary({
    model: subject.model,
    modelDigest: candidate.modelDigest,
    policy: {
      uri: `${request.repositoryUrl}/blob/${subject.policy.commit}/gatehouse.yml`,
      digest: subject.policy.digest,
    },
    requiredGates: requiredGates(subject),
    decisions,
    candidateKey: candidateKey(tree, subject.modelConfig),
    timeVerified: ports.clock.now(),
    resourceUri: resourceUri({ ...request, headSha: subject.headSha, model: subject.model }),
  });
  const evidence = evidenceDigest(decisions);
  const bundles = await sign(ports.key, {
    summary,
    decisions: decisions.map((decision) => evidenceStatement(decision)),
    provenance: provenanceOf({ subject, candidate, repositoryUrl: request.repositoryUrl }),
  });
  const outcome = worstOutcome(decisions.map((decision) => decision.outcome));
  const evaluation = {
    pullRequest: subject.pull.number,
    headSha: subject.headSha,
    model: subject.model,
    modelDigest: candidate.modelDigest,
    evidenceDigest: evidence,
    policyDigest: subject.policy.digest,
    outcome,
    reasonCode: reasonOf(decisions, outcome),
    candidate: candidateFacts(candidate),
    trainedBy: [subject.run.actor, subject.run.triggeringActor],
    ...bundles,
  };
  await ports.evidence.recordEvaluation(evaluation, trustRootOf(subject.policy));
  return {
    outcome,
    decisions,
    modelDigest: candidate.modelDigest,
    evidenceDigest: evidence,
    summary: bundles.summary,
    headSha: subject.headSha,
  };
}

/** Why the worst decision is what it is: the code of its first finding that blocks; `null` when all pass. */
function reasonOf(decisions: readonly Decision[], outcome: Outcome): ReasonCode | null {
  if (outcome === 'pass') return null;
  const worst = decisions.find((decision) => decision.outcome === outcome);
  return (
    worst?.findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome)?.reasonCode ??
    'decision-missing'
  );
}

function requiredGates(subject: Subject): readonly GateName[] {
  const { performance, fairness } = subject.modelConfig.gates;
  return [
    ...(performance === undefined ? [] : (['performance'] as const)),
    ...(fairness === undefined ? [] : (['fairness'] as const)),
  ];
}

function candidateFacts(candidate: Candidate): { readonly runId: number; readonly artifactId: number } {
  return { runId: candidate.runId, artifactId: candidate.artifactId };
}

async function sign(
  key: SigningKey,
  statements: { readonly summary: Statement; readonly decisions: readonly Statement[]; readonly provenance: Statement },
): Promise<{ readonly summary: string; readonly decisions: readonly string[]; readonly provenance: string }> {
  const decisions: string[] = [];
  for (const statement of statements.decisions) decisions.push(await signStatement(statement, key));
  return {
    summary: await signStatement(statements.summary, key),
    decisions,
    provenance: await signStatement(statements.provenance, key),
  };
}
