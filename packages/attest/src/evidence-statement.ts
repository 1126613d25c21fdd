import { canonicalJson, type Decision, type Digest, decisionSchema, sha256 } from '@gatehouse/core';
import { DECISION_PREDICATE } from './predicate-types.ts';
import {
  parsePredicate,
  refusedStatement,
  type Statement,
  statementDigest,
  statementOf,
  subjectDigest,
} from './statement.ts';

/** A decision that names the model and the policy it is about; only such a decision can be evidence. */
export type BoundDecision = Decision & {
  readonly subject: NonNullable<Decision['subject']>;
  readonly policyDigest: Digest;
};

/**
 * The evidence statement of one gate: the whole decision, about one model digest. It holds no time and no run, so equal
 * decisions give equal bytes.
 *
 * @throws ActionError `decision-mismatch` when the decision names no model or no policy (a quick look at a table).
 */
export function evidenceStatement(decision: Decision): Statement<BoundDecision> {
  const bound = requireBound(decision);
  return statementOf(bound.subject, DECISION_PREDICATE, bound);
}

/**
 * Parses an evidence statement.
 *
 * @throws ActionError `decision-mismatch` when it is none, or its decision is about another model than its subject.
 */
export function parseEvidence(statement: Statement): BoundDecision {
  const decision = requireBound(
    parsePredicate(statement, {
      predicateType: DECISION_PREDICATE,
      schema: decisionSchema,
      what: 'a decision of a gate, schema version 1',
      reasonCode: 'decision-mismatch',
    }),
  );
  const { model, modelDigest } = decision.subject;
  if (modelDigest !== subjectDigest(statement) || model !== statement.subject[0].name) {
    throw mismatch(`a decision about ${model} ${modelDigest} under the subject ${subjectDigest(statement)}`);
  }
  return decision;
}

/**
 * The evidence digest: one name for a set of decisions, whatever their order, signatures and times.
 *
 * @throws ActionError `decision-missing` when there is none, `decision-mismatch` when one is there twice.
 */
export function evidenceDigest(decisions: readonly Decision[]): Digest {
  const digests = decisions.map((decision) => statementDigest(evidenceStatement(decision)));
  return evidenceDigestOf(digests);
}

/** The evidence digest from the digests of the statement payloads. Throws as {@link evidenceDigest} does. */
export function evidenceDigestOf(statementDigests: readonly Digest[]): Digest {
  if (statementDigests.length === 0) {
    throw refusedStatement({ found: 'no decision', allowed: 'at least one decision', reasonCode: 'decision-missing' });
  }
  const sorted = [...statementDigests].sort();
  if (new Set(sorted).size !== sorted.length) throw mismatch('one decision twice');
  return sha256(canonicalJson(sorted));
}

function requireBound(decision: Decision): BoundDecision {
  const { subject, policyDigest } = decision;
  if (subject === null) throw mismatch(`a ${decision.gate} decision that names no model`);
  if (policyDigest === null) throw mismatch(`a ${decision.gate} decision that names no policy`);
  return { ...decision, subject, policyDigest };
}

function mismatch(found: string): Error {
  return refusedStatement({
    found,
    allowed: 'one decision per gate about this model and policy',
    reasonCode: 'decision-mismatch',
  });
}
