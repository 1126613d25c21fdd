import {
  evaluationSummary,
  evidenceDigest,
  evidenceStatement,
  type SigningKey,
  type Statement,
  signStatement,
  type UsedWaiver,
} from '@gatehouse/attest';
import {
  candidateKey,
  type Decision,
  type Digest,
  GATE_NAMES,
  type GateName,
  type Outcome,
  type ReasonCode,
  resourceUri,
} from '@gatehouse/core';
import { applyWaivers, type CandidateLocation, type Subject, trustRootOf, utcDayOf } from '@gatehouse/governance';
import { type Candidate, findCandidate, readCandidate } from '@gatehouse/registry';
import { type DecisionArtifact, readDecision } from './decision-artifacts.ts';
import { provenanceOf } from './provenance.ts';
import type { DecidePorts, DecideRequest } from './request.ts';
import { trainedBy } from './trained-by.ts';
import { waivedFacts, withOwners } from './used-waivers.ts';

export interface EvaluateRequest extends Omit<DecideRequest, 'decisions'> {
  readonly subject: Subject;
  readonly decisions: readonly DecisionArtifact[];
}

/** A signed and recorded evaluation. */
export interface Evaluated {
  /** The worst of the decisions, waived ones counted as passed. */
  readonly outcome: Outcome;
  readonly decisions: readonly Decision[];
  /** Waivers without which it would not pass. */
  readonly waivers: readonly UsedWaiver[];
  readonly modelDigest: Digest;
  readonly evidenceDigest: Digest;
  /** The signed summary, a Sigstore bundle in one line. */
  readonly summary: string;
  readonly headSha: string;
}

/**
 * Gathers the decisions that the base policy requires, checks that each is about the bytes of this candidate under this
 * policy, applies the waivers that are in force today, signs decisions and summary, and records all of it on the evidence
 * branch.
 *
 * @throws ActionError `decision-missing`, `decision-mismatch`, `digest-mismatch`, `signature-invalid`, `waiver-invalid`.
 */
export async function evaluate(request: EvaluateRequest, ports: DecidePorts): Promise<Evaluated> {
  const { subject, repositoryUrl } = request;
  const { policy, model, headSha } = subject;
  const candidate = await readCandidate(ports.runs, (await findCandidate(ports.runs, subject.run.id, model)).id);
  const decisions: Decision[] = [];
  for (const artifact of request.decisions) {
    decisions.push(await readDecision(ports.runs, artifact, request.thisRun));
  }

  const now = ports.clock.now();
  const { outcome, waivedGates, used } = applyWaivers(decisions, policy.waivers, utcDayOf(now));
  const waivers = await withOwners(ports.people, used);
  const summary = evaluationSummary({
    model,
    modelDigest: candidate.modelDigest,
    policy: { uri: `${repositoryUrl}/blob/${policy.commit}/gatehouse.yml`, digest: policy.digest },
    requiredGates: requiredGates(subject),
    decisions,
    waivedGates,
    waivers,
    candidateKey: candidateKey(await ports.contents.listFiles(headSha), subject.modelConfig),
    timeVerified: now,
    resourceUri: resourceUri({ repositoryUrl, headSha, model }),
  });
  const bundles = await sign(ports.key, {
    summary,
    decisions: decisions.map((decision) => evidenceStatement(decision)),
    provenance: provenanceOf({ subject, candidate, repositoryUrl }),
  });
  const about = {
    pullRequest: subject.pull.number,
    headSha,
    model,
    modelDigest: candidate.modelDigest,
    evidenceDigest: evidenceDigest(decisions),
    policyDigest: policy.digest,
  };
  const recorded = {
    ...about,
    ...bundles,
    outcome,
    reasonCode: reasonOf(decisions, outcome),
    candidate: locationOf(candidate),
    trainedBy: await trainedBy(ports, subject, { candidate, repositoryUrl }),
    ...evaluationDataOf(decisions),
    alsoFacts: waivedFacts(about, waivers),
  };
  await ports.evidence.recordEvaluation(recorded, trustRootOf(policy));
  const { modelDigest, evidenceDigest: evidence } = about;
  return { outcome, decisions, waivers, modelDigest, evidenceDigest: evidence, summary: bundles.summary, headSha };
}

/** What the performance gate judged on: the rows that every further candidate is judged on too. */
function evaluationDataOf(decisions: readonly Decision[]): { readonly evaluationData?: Digest } {
  const judged = decisions.find(({ gate }) => gate === 'performance');
  const data = judged?.inputs.find(({ name }) => name === 'evaluation-data');
  return data === undefined ? {} : { evaluationData: data.digest };
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

/** Every gate that has a block in the policy. */
function requiredGates(subject: Subject): readonly GateName[] {
  const { gates } = subject.modelConfig;
  return GATE_NAMES.filter((gate) => gates[gate] !== undefined);
}

function locationOf({ runId, artifactId, expiresAt }: Candidate): CandidateLocation {
  return { runId, artifactId, ...(expiresAt === null ? {} : { expiresAt }) };
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
