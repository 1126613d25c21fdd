import { generateKeyPairSync } from 'node:crypto';
import {
  evaluationSummary,
  evidenceDigest,
  evidenceStatement,
  loadSigningKey,
  PROVENANCE_PREDICATE,
  type SigningKey,
  signStatement,
  statementOf,
  TRAINING_BUILD_TYPE,
  type TrustRoot,
} from '@gatehouse/attest';
import { type Decision, type Digest, modelDigest as digestOfModel, sha256 } from '@gatehouse/core';
import { type EvaluationToRecord, ledgerSigner } from '@gatehouse/governance';

export const MODEL = 'mortgage-approval';
export const REPOSITORY_URL = 'https://github.localhost/acme/models';
export const FILES = [{ name: 'model.safetensors', sizeBytes: 1, digest: sha256('weights') }];
export const POLICY = sha256('policy');
export const KEY_OF_TREE = sha256('candidate key');
export const HEAD_A = 'a'.repeat(40);
export const HEAD_B = 'b'.repeat(40);
/** The pull request and model that the evaluations are about. */
export const subject = { pullRequest: 3, model: MODEL };

export const newKey = (): SigningKey => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return loadSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
};
export const key = newKey();
export const signer = ledgerSigner(key);
export const trust = (by: SigningKey = key): TrustRoot => ({
  kind: 'key',
  keys: [{ id: 'release', publicKeyPem: by.publicKeyPem, revoked: false }],
});

/** A decision that passes, or says otherwise. */
function decisionAbout(modelDigest: Digest, outcome: Decision['outcome']): Decision {
  return {
    schemaVersion: 1,
    gate: 'performance',
    outcome,
    subject: { model: MODEL, modelDigest },
    policyDigest: POLICY,
    inputs: [],
    findings: [
      {
        measure: 'accuracy',
        outcome,
        severity: 'block',
        reasonCode: 'floor-met',
        value: 0.9,
        message: 'Accuracy is 0.90.',
      },
    ],
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}

/** What differs between the evaluations of a test. */
export interface EvaluationFacts {
  readonly modelDigest?: Digest;
  readonly at?: Date;
  readonly outcome?: Decision['outcome'];
  readonly provenance?: ProvenanceFacts;
}

/** What differs between the signed provenances of a test. */
export interface ProvenanceFacts {
  readonly runId?: number;
  readonly actorId?: number;
  readonly triggeringActorId?: number;
  readonly repository?: string;
  readonly invocationId?: string;
  readonly source?: string;
}

/** A signed evaluation of a head, as the decide run hands it over. */
export async function evaluation(headSha = HEAD_A, facts: EvaluationFacts = {}): Promise<EvaluationToRecord> {
  const { modelDigest = digestOfModel(FILES), at = new Date(0), outcome = 'pass' } = facts;
  const decision = decisionAbout(modelDigest, outcome);
  const summary = evaluationSummary({
    model: MODEL,
    modelDigest,
    policy: { uri: 'gatehouse.yml', digest: POLICY },
    requiredGates: ['performance'],
    decisions: [decision],
    candidateKey: KEY_OF_TREE,
    timeVerified: at,
    resourceUri: `${REPOSITORY_URL}@${headSha}#${MODEL}`,
  });
  return {
    ...subject,
    headSha,
    modelDigest,
    evidenceDigest: evidenceDigest([decision]),
    policyDigest: POLICY,
    outcome,
    reasonCode: outcome === 'pass' ? null : 'below-floor',
    trainedBy: [
      { id: 5, login: 'trainer' },
      { id: 6, login: 'restarter' },
    ],
    candidate: { runId: 11, artifactId: 22 },
    decisions: [await signStatement(evidenceStatement(decision), key)],
    summary: await signStatement(summary, key),
    provenance: await provenanceOf(headSha, modelDigest, facts.provenance),
  };
}

/** The signed provenance of a model trained at a head by run 11. */
export async function provenanceOf(headSha: string, modelDigest: Digest, facts: ProvenanceFacts = {}): Promise<string> {
  const { runId = 11, actorId = 5, triggeringActorId = 6, repository = REPOSITORY_URL, source = headSha } = facts;
  const predicate = {
    buildDefinition: {
      buildType: TRAINING_BUILD_TYPE,
      externalParameters: { model: MODEL, repository, ref: 'change' },
      internalParameters: { event: 'pull_request', actorId, triggeringActorId },
      resolvedDependencies: [{ uri: `git+${repository}@${source}`, name: 'source', digest: { gitCommit: source } }],
    },
    runDetails: {
      builder: { id: `${repository}/actions` },
      metadata: { invocationId: facts.invocationId ?? `${repository}/actions/runs/${runId}` },
      byproducts: [],
    },
  };
  return signStatement(statementOf({ model: MODEL, modelDigest }, PROVENANCE_PREDICATE, predicate), key);
}
