import { type Decision, type Digest, GATE_NAMES, type GateName, hexOf, worstOutcome } from '@gatehouse/core';
import { z } from 'zod';
import { type BoundDecision, evidenceDigestOf, evidenceStatement } from './evidence-statement.ts';
import { toInstant } from './instant.ts';
import { EVALUATION_VERIFIER, VSA_PREDICATE } from './predicate-types.ts';
import {
  digestSchema,
  digestSetSchema,
  instantSchema,
  parsePredicate,
  refusedStatement,
  type Statement,
  statementDigest,
  statementOf,
  subjectDigest,
} from './statement.ts';
import { sortedWaivers, type UsedWaiver, usedWaiversSchema, waiverContradiction } from './used-waivers.ts';

/** What the decide run found for one model digest: every decision that the policy requires, and nothing about people. */
export interface EvaluationSummary {
  readonly model: string;
  readonly modelDigest: Digest;
  readonly policyDigest: Digest;
  readonly evidenceDigest: Digest;
  readonly candidateKey: Digest;
  readonly result: 'PASSED' | 'FAILED';
  readonly decisions: readonly SummaryDecision[];
  /** Waivers without which the result would be FAILED, by id. */
  readonly waivers: readonly UsedWaiver[];
  readonly timeVerified: string;
  readonly resourceUri: string;
}

export interface SummaryDecision {
  readonly gate: GateName;
  readonly outcome: Decision['outcome'];
  /** True when the decision does not pass by itself and counts as passed, because waivers cover all that is against it. */
  readonly waived: boolean;
  /** Digest of the evidence statement's payload. */
  readonly statement: Digest;
}

export interface EvaluationSummaryInput {
  readonly model: string;
  readonly modelDigest: Digest;
  readonly policy: { readonly uri: string; readonly digest: Digest };
  /** Gates that the policy requires; each needs exactly one decision. */
  readonly requiredGates: readonly GateName[];
  readonly decisions: readonly Decision[];
  /** Gates whose decision counts as passed by the waivers below. */
  readonly waivedGates?: readonly GateName[];
  readonly waivers?: readonly UsedWaiver[];
  readonly candidateKey: Digest;
  readonly timeVerified: Date;
  /** Where the model is meant to live: `https://github.com/owner/repo#model`. */
  readonly resourceUri: string;
}

/** What consumers of other VSAs see when the result is PASSED; the specification forbids the prefix `SLSA_` here. */
const PASSED_LEVEL = 'GATEHOUSE_REQUIRED_GATES_PASSED';
/** The same where a gate counts as passed by a waiver only: whoever asks for the level above must not get this. */
const WAIVED_LEVEL = 'GATEHOUSE_REQUIRED_GATES_PASSED_OR_WAIVED';

const schema = z.strictObject({
  verifier: z.strictObject({ id: z.literal(EVALUATION_VERIFIER) }),
  timeVerified: instantSchema,
  resourceUri: z.string().min(1),
  policy: z.strictObject({ uri: z.string().min(1), digest: digestSetSchema }),
  inputAttestations: z.array(z.strictObject({ digest: digestSetSchema })).min(1),
  verificationResult: z.enum(['PASSED', 'FAILED']),
  verifiedLevels: z.array(z.enum([PASSED_LEVEL, WAIVED_LEVEL])),
  slsaVersion: z.literal('1.1'),
  gatehouse_evaluation: z.strictObject({
    schemaVersion: z.literal(1),
    evidenceDigest: digestSchema,
    candidateKey: digestSchema,
    decisions: z
      .array(
        z.strictObject({
          gate: z.enum(GATE_NAMES),
          outcome: z.enum(['pass', 'fail', 'inconclusive']),
          waived: z.boolean(),
          statement: digestSchema,
        }),
      )
      .min(1),
    waivers: usedWaiversSchema,
  }),
});

/**
 * The evaluation summary: a SLSA VSA that is PASSED only when every required gate has one decision, all about this
 * model and policy, and all of them pass. Inconclusive gives FAILED, since a VSA has two values.
 *
 * @throws ActionError `decision-missing` or `decision-mismatch`.
 */
export function evaluationSummary(input: EvaluationSummaryInput): Statement<z.input<typeof schema>> {
  const statements = input.decisions.map((decision) => evidenceStatement(decision));
  checkDecisions(
    statements.map((statement) => statement.predicate),
    input,
  );
  const decisions = statements
    .map((statement) => ({
      gate: statement.predicate.gate,
      outcome: statement.predicate.outcome,
      waived: input.waivedGates?.includes(statement.predicate.gate) ?? false,
      statement: statementDigest(statement),
    }))
    .sort((a, b) => GATE_NAMES.indexOf(a.gate) - GATE_NAMES.indexOf(b.gate));
  const waivers = sortedWaivers(input.waivers ?? []);
  const contradiction = waiverContradiction(decisions, waivers);
  if (contradiction !== null) throw mismatch(contradiction);
  const result = resultOf(decisions);
  return statementOf(input, VSA_PREDICATE, {
    verifier: { id: EVALUATION_VERIFIER },
    timeVerified: toInstant(input.timeVerified),
    resourceUri: input.resourceUri,
    policy: { uri: input.policy.uri, digest: { sha256: hexOf(input.policy.digest) } },
    inputAttestations: decisions.map((decision) => ({ digest: { sha256: hexOf(decision.statement) } })),
    verificationResult: result,
    verifiedLevels: levelsOf(result, waivers),
    slsaVersion: '1.1',
    gatehouse_evaluation: {
      schemaVersion: 1,
      evidenceDigest: evidenceDigestOf(decisions.map((decision) => decision.statement)),
      candidateKey: input.candidateKey,
      decisions,
      waivers,
    },
  });
}

/**
 * Parses an evaluation summary and recomputes what follows from its parts: evidence digest, inputs and result.
 *
 * @throws ActionError `decision-mismatch`.
 */
export function parseEvaluationSummary(statement: Statement): EvaluationSummary {
  const vsa = parsePredicate(statement, {
    predicateType: VSA_PREDICATE,
    schema,
    what: 'an evaluation summary, schema version 1',
    reasonCode: 'decision-mismatch',
  });
  const { evidenceDigest, candidateKey, decisions, waivers } = vsa.gatehouse_evaluation;
  const digests = decisions.map((decision) => decision.statement);
  const inputs = vsa.inputAttestations.map((attestation): Digest => `sha256:${attestation.digest.sha256}`);
  const result = resultOf(decisions);
  const gates = new Set(decisions.map((decision) => decision.gate));
  const consistent =
    evidenceDigestOf(digests) === evidenceDigest &&
    inputs.join() === digests.join() &&
    result === vsa.verificationResult &&
    levelsOf(result, waivers).join() === vsa.verifiedLevels.join() &&
    gates.size === decisions.length &&
    waiverContradiction(decisions, waivers) === null;
  if (!consistent) throw mismatch('an evaluation summary whose parts contradict each other');
  return {
    model: statement.subject[0].name,
    modelDigest: subjectDigest(statement),
    policyDigest: `sha256:${vsa.policy.digest.sha256}`,
    evidenceDigest,
    candidateKey,
    result,
    decisions,
    waivers,
    timeVerified: vsa.timeVerified,
    resourceUri: vsa.resourceUri,
  };
}

function resultOf(decisions: readonly Pick<SummaryDecision, 'outcome' | 'waived'>[]): EvaluationSummary['result'] {
  const outcomes = decisions.map(({ outcome, waived }) => (waived ? 'pass' : outcome));
  return worstOutcome(outcomes) === 'pass' ? 'PASSED' : 'FAILED';
}

function levelsOf(
  result: EvaluationSummary['result'],
  waivers: readonly UsedWaiver[],
): (typeof PASSED_LEVEL | typeof WAIVED_LEVEL)[] {
  if (result === 'FAILED') return [];
  return [waivers.length === 0 ? PASSED_LEVEL : WAIVED_LEVEL];
}

function checkDecisions(decisions: readonly BoundDecision[], input: EvaluationSummaryInput): void {
  for (const gate of input.requiredGates) {
    if (!decisions.some((decision) => decision.gate === gate)) {
      throw refusedStatement({
        found: `no ${gate} decision`,
        allowed: `a decision of every required gate: ${input.requiredGates.join(', ')}`,
        reasonCode: 'decision-missing',
      });
    }
  }
  const gates = decisions.map((decision) => decision.gate);
  if (new Set(gates).size !== gates.length) throw mismatch(`two decisions of one gate: ${gates.join(', ')}`);
  for (const { gate, subject, policyDigest } of decisions) {
    if (subject.model !== input.model || subject.modelDigest !== input.modelDigest) {
      throw mismatch(`a ${gate} decision about ${subject.model} ${subject.modelDigest}`);
    }
    if (policyDigest !== input.policy.digest) throw mismatch(`a ${gate} decision under the policy ${policyDigest}`);
  }
}

function mismatch(found: string): Error {
  return refusedStatement({
    found,
    allowed: 'one decision per gate about this model and policy',
    reasonCode: 'decision-mismatch',
  });
}
