import { generateKeyPairSync } from 'node:crypto';
import {
  evaluationSummary,
  evidenceStatement,
  loadSigningKey,
  modelSignatureStatement,
  parseEvaluationSummary,
  releaseAuthorisation,
  type SigningKey,
  signStatement,
  statementDigest,
} from '@gatehouse/attest';
import { type Decision, resourceUri, sha256, tupleDigest } from '@gatehouse/core';
import { type PublishPlan, publishVersion, type RegistryPorts } from '@gatehouse/registry';
import { plan, planned } from './plans.ts';

export const REPOSITORY_URL = 'https://github.localhost/bank/credit';
export const MODEL_NAME = 'mortgage-approval';
const HEAD = 'd'.repeat(40);

export function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return loadSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** What an authorisation says, where it differs from the version that brings it along. */
export interface Claim {
  readonly model?: string;
  readonly modelDigest?: PublishPlan['modelDigest'];
  readonly mergedSha?: string;
  readonly repositoryUrl?: string;
}

/** Publishes a version of the model with an authorisation signed by `key`, or with `asset` in its place. */
export async function publishAuthorised(
  registry: RegistryPorts,
  change: Partial<PublishPlan>,
  signed: { readonly key: SigningKey; readonly claim?: Claim } | { readonly asset: string | null },
): Promise<PublishPlan> {
  const planOf = plan({ tag: `${MODEL_NAME}@v1.0.0`, ...change });
  const content =
    'key' in signed
      ? await statements(planOf, signed.key, signed.claim ?? {})
      : signed.asset === null
        ? {}
        : { 'authorisation.json': signed.asset };
  const attachments = Object.entries(content).map(([name, text]) => planned(name, text));
  await publishVersion(registry, { ...planOf, attachments });
  return planOf;
}

/** What publish-model sends along with a model, by the name of the asset. */
async function statements(of: PublishPlan, key: SigningKey, claim: Claim): Promise<Readonly<Record<string, string>>> {
  const { model = MODEL_NAME, modelDigest = of.modelDigest, mergedSha = of.commit } = claim;
  const policyDigest = sha256('policy');
  const candidateKey = sha256('candidate key');
  const decision: Decision = {
    schemaVersion: 1,
    gate: 'performance',
    outcome: 'pass',
    subject: { model, modelDigest },
    policyDigest,
    inputs: [],
    findings: [],
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
  const statement = evaluationSummary({
    model,
    modelDigest,
    policy: { uri: 'gatehouse.yml', digest: policyDigest },
    requiredGates: ['performance'],
    decisions: [decision],
    candidateKey,
    timeVerified: new Date(0),
    resourceUri: resourceUri({ repositoryUrl: claim.repositoryUrl ?? REPOSITORY_URL, headSha: HEAD, model }),
  });
  const { evidenceDigest } = parseEvaluationSummary(statement);
  const tuple = tupleDigest({ headSha: HEAD, modelDigest, evidenceDigest, policyDigest });
  const right = releaseAuthorisation({
    summary: { statement, digest: statementDigest(statement) },
    candidateKey,
    approvals: [{ role: 'model-validator', userId: 7, login: 'model-validator', reviewId: 9, tuple }],
    pullRequest: 3,
    headSha: HEAD,
    mergedSha,
    policyUri: 'gatehouse.yml',
    timeVerified: new Date(0),
  });
  const lines = await Promise.all([evidenceStatement(decision), statement].map((each) => signStatement(each, key)));
  return {
    'authorisation.json': `${await signStatement(right, key)}\n`,
    'evidence.jsonl': `${lines.join('\n')}\n`,
    'model.sig': `${await signStatement(modelSignatureStatement(model, of.files), key)}\n`,
  };
}
