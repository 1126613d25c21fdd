import { generateKeyPairSync } from 'node:crypto';
import {
  evaluationSummary,
  evidenceStatement,
  loadSigningKey,
  type SigningKey,
  statementDigest,
  type TrustRoot,
} from '@gatehouse/attest';
import { type Decision, type GateName, type Outcome, sha256, tupleDigest } from '@gatehouse/core';

export const MODEL = 'mortgage-approval';
export const MODEL_DIGEST = sha256('model');
export const POLICY_DIGEST = sha256('policy');
export const CANDIDATE_KEY = sha256('candidate key');
export const HEAD_SHA = 'a'.repeat(40);

export function newKey(curve = 'prime256v1'): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function trust(key: SigningKey, revoked = false): TrustRoot {
  return { kind: 'key', keys: [{ id: 'release', publicKeyPem: key.publicKeyPem, revoked }] };
}

export const KEY = loadSigningKey(newKey());

export function decision(gate: GateName = 'performance', outcome: Outcome = 'pass'): Decision {
  const reasonCode = ({ pass: 'within-limit', fail: 'limit-exceeded', inconclusive: 'interval-spans-limit' } as const)[
    outcome
  ];
  return {
    schemaVersion: 1,
    gate,
    outcome,
    subject: { model: MODEL, modelDigest: MODEL_DIGEST },
    policyDigest: POLICY_DIGEST,
    inputs: [{ name: 'predictions', digest: sha256('predictions'), rows: 10 }],
    findings: [
      {
        measure: 'accuracy',
        outcome,
        severity: 'block',
        reasonCode,
        value: 0.8,
        interval: [0.7, null],
        message: 'Accuracy is 0.80.',
      },
    ],
    measures: { metrics: { accuracy: 0.8 } },
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}

export function summaryInput(): Parameters<typeof evaluationSummary>[0] {
  return {
    model: MODEL,
    modelDigest: MODEL_DIGEST,
    policy: { uri: 'https://github.localhost/acme/models/blob/main/gatehouse.yml', digest: POLICY_DIGEST },
    requiredGates: ['performance', 'fairness'],
    decisions: [decision('performance'), decision('fairness')],
    candidateKey: CANDIDATE_KEY,
    timeVerified: new Date('2026-01-02T03:04:05.678Z'),
    resourceUri: 'https://github.localhost/acme/models#mortgage-approval',
  };
}

/** A passing summary with the digest that an authorisation refers to. */
export function passedSummary(): {
  statement: ReturnType<typeof evaluationSummary>;
  digest: ReturnType<typeof sha256>;
} {
  const statement = evaluationSummary(summaryInput());
  return { statement, digest: statementDigest(statement) };
}

export const EVIDENCE_STATEMENT = evidenceStatement(decision());

export const TUPLE_DIGEST = tupleDigest({
  headSha: HEAD_SHA,
  modelDigest: MODEL_DIGEST,
  evidenceDigest: passedSummary().statement.predicate.gatehouse_evaluation.evidenceDigest as ReturnType<typeof sha256>,
  policyDigest: POLICY_DIGEST,
});
