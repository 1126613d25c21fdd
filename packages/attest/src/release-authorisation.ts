import { type Digest, hexOf, type Tuple, tupleDigest } from '@gatehouse/core';
import { z } from 'zod';
import { parseEvaluationSummary } from './evaluation-summary.ts';
import { toInstant } from './instant.ts';
import { RELEASE_VERIFIER, VSA_PREDICATE } from './predicate-types.ts';
import {
  commitSchema,
  digestSchema,
  digestSetSchema,
  instantSchema,
  parsePredicate,
  refusedStatement,
  type Statement,
  statementOf,
  subjectDigest,
} from './statement.ts';
import { sortedWaivers, type UsedWaiver, usedWaiversSchema } from './used-waivers.ts';
import type { VerifiedStatement } from './verify.ts';

/** One review that counted for one required role. */
export interface Approval {
  readonly role: string;
  /** Numeric id of the account; the login is for readers only. */
  readonly userId: number;
  readonly login: string;
  readonly reviewId: number;
  /** Digest of the tuple that was approved. */
  readonly tuple: Digest;
}

/** The right to release one model digest, made after the merge. Publish, promote and deploy trust this and nothing else. */
export interface ReleaseAuthorisation {
  readonly model: string;
  readonly modelDigest: Digest;
  readonly policyDigest: Digest;
  /** Digest of the evaluation summary's payload. */
  readonly summaryDigest: Digest;
  readonly evidenceDigest: Digest;
  /** Of the merged tree, equal to the approved one. */
  readonly candidateKey: Digest;
  readonly tuple: Tuple;
  readonly tupleDigest: Digest;
  readonly approvals: readonly Approval[];
  /** Waivers that the evaluation rests on, as its summary lists them. */
  readonly waivers: readonly UsedWaiver[];
  readonly pullRequest: number;
  readonly headSha: string;
  readonly mergedSha: string;
  readonly timeVerified: string;
  readonly resourceUri: string;
}

export interface ReleaseAuthorisationInput {
  /** The verified evaluation summary; it must be PASSED. */
  readonly summary: Pick<VerifiedStatement, 'statement' | 'digest'>;
  /** Candidate key of the merged tree. */
  readonly candidateKey: Digest;
  readonly approvals: readonly Approval[];
  readonly pullRequest: number;
  readonly headSha: string;
  readonly mergedSha: string;
  readonly policyUri: string;
  readonly timeVerified: Date;
}

const LEVEL = 'GATEHOUSE_RELEASE_AUTHORISED';
const id = z.int().min(1);

const schema = z.strictObject({
  verifier: z.strictObject({ id: z.literal(RELEASE_VERIFIER) }),
  timeVerified: instantSchema,
  resourceUri: z.string().min(1),
  policy: z.strictObject({ uri: z.string().min(1), digest: digestSetSchema }),
  inputAttestations: z.tuple([z.strictObject({ digest: digestSetSchema })]),
  verificationResult: z.literal('PASSED'),
  verifiedLevels: z.tuple([z.literal(LEVEL)]),
  slsaVersion: z.literal('1.1'),
  gatehouse_authorisation: z.strictObject({
    schemaVersion: z.literal(1),
    evidenceDigest: digestSchema,
    candidateKey: digestSchema,
    tuple: digestSchema,
    pullRequest: id,
    headSha: commitSchema,
    mergedSha: commitSchema,
    approvals: z
      .array(
        z.strictObject({
          role: z.string().min(1),
          userId: id,
          login: z.string().min(1),
          reviewId: id,
          tuple: digestSchema,
        }),
      )
      .min(1),
    waivers: usedWaiversSchema,
  }),
});

/**
 * The release authorisation: a SLSA VSA, only ever PASSED. Facts about model, policy and evidence come from the verified
 * summary; the caller adds what people did.
 *
 * @throws ActionError `not-authorised` when the summary is not PASSED, no approval is given, or one is of another
 *   tuple; `tree-changed` when the merged tree has another candidate key.
 */
export function releaseAuthorisation(input: ReleaseAuthorisationInput): Statement<z.input<typeof schema>> {
  const summary = parseEvaluationSummary(input.summary.statement);
  if (summary.result !== 'PASSED') throw notAuthorised('an evaluation summary that is FAILED');
  if (summary.candidateKey !== input.candidateKey) {
    throw refusedStatement({
      found: `candidate key ${input.candidateKey} on the merged tree`,
      allowed: `the approved candidate key ${summary.candidateKey}`,
      reasonCode: 'tree-changed',
    });
  }
  const { modelDigest, evidenceDigest, policyDigest } = summary;
  const tuple = tupleDigest({ headSha: input.headSha, modelDigest, evidenceDigest, policyDigest });
  const predicate: z.input<typeof schema> = {
    verifier: { id: RELEASE_VERIFIER },
    timeVerified: toInstant(input.timeVerified),
    resourceUri: summary.resourceUri,
    policy: { uri: input.policyUri, digest: { sha256: hexOf(policyDigest) } },
    inputAttestations: [{ digest: { sha256: hexOf(input.summary.digest) } }],
    verificationResult: 'PASSED',
    verifiedLevels: [LEVEL],
    slsaVersion: '1.1',
    gatehouse_authorisation: {
      schemaVersion: 1,
      evidenceDigest,
      candidateKey: input.candidateKey,
      tuple,
      pullRequest: input.pullRequest,
      headSha: input.headSha,
      mergedSha: input.mergedSha,
      approvals: input.approvals.map(({ role, userId, login, reviewId, tuple: of }) => ({
        role,
        userId,
        login,
        reviewId,
        tuple: of,
      })),
      waivers: sortedWaivers(summary.waivers),
    },
  };
  const statement = statementOf(summary, VSA_PREDICATE, predicate);
  parseReleaseAuthorisation(statement);
  return statement;
}

/**
 * Parses a release authorisation. The tuple is recomputed from its parts, and every approval must be of that tuple.
 *
 * @throws ActionError `not-authorised`.
 */
export function parseReleaseAuthorisation(statement: Statement): ReleaseAuthorisation {
  const vsa = parsePredicate(statement, {
    predicateType: VSA_PREDICATE,
    schema,
    what: 'a release authorisation, schema version 1',
    reasonCode: 'not-authorised',
  });
  const { schemaVersion: _, tuple: statedTuple, ...facts } = vsa.gatehouse_authorisation;
  const tuple: Tuple = {
    headSha: facts.headSha,
    modelDigest: subjectDigest(statement),
    evidenceDigest: facts.evidenceDigest,
    policyDigest: `sha256:${vsa.policy.digest.sha256}`,
  };
  if (tupleDigest(tuple) !== statedTuple) throw notAuthorised('a tuple that is not the digest of its parts');
  const foreign = facts.approvals.find((approval) => approval.tuple !== statedTuple);
  if (foreign !== undefined) throw notAuthorised(`an approval (review ${foreign.reviewId}) of another tuple`);
  return {
    ...facts,
    model: statement.subject[0].name,
    modelDigest: tuple.modelDigest,
    policyDigest: tuple.policyDigest,
    summaryDigest: `sha256:${vsa.inputAttestations[0].digest.sha256}`,
    tuple,
    tupleDigest: statedTuple,
    timeVerified: vsa.timeVerified,
    resourceUri: vsa.resourceUri,
  };
}

function notAuthorised(found: string): Error {
  return refusedStatement({
    found,
    allowed: 'approvals of the tuple that passed evaluation',
    reasonCode: 'not-authorised',
  });
}
