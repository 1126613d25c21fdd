import type { TrustRoot } from '@gatehouse/attest';
import {
  ActionError,
  type CommitSha,
  type Config,
  ConfigError,
  type Digest,
  type ModelConfig,
  parseConfig,
  policyDigest,
  type RepositoryContents,
  sha256,
} from '@gatehouse/core';

/** The file that holds the policy, and the only place it is looked for. */
export const POLICY_FILE = 'gatehouse.yml';

/** A public key of the trust root, with its PEM text read at the same commit as the policy. */
export interface PolicyKey {
  readonly id: string;
  readonly publicKeyPem: string;
  readonly revoked: boolean;
}

/** The policy of one commit: what it says, which bytes said it, and whom it trusts to sign. */
export interface Policy {
  readonly commit: CommitSha;
  /** Digest over gatehouse.yml and every key file it names: a changed key is a changed policy. */
  readonly digest: Digest;
  readonly config: Config;
  readonly keys: readonly PolicyKey[];
}

/**
 * Reads the policy at a commit.
 *
 * @throws ActionError `refused`, reason `no-policy`, when the commit has no gatehouse.yml.
 * @throws ConfigError for every fault of the file, and for key files that are not there.
 */
export async function readPolicy(contents: RepositoryContents, commit: CommitSha): Promise<Policy> {
  const bytes = await contents.readFile(POLICY_FILE, commit);
  if (bytes === null) {
    throw new ActionError(
      'refused',
      {
        where: `${POLICY_FILE} at ${commit}`,
        found: 'no such file',
        allowed: 'the policy is read from the base branch, never from a pull request',
        remedy: 'Merge a pull request that adds gatehouse.yml, then switch the ruleset on',
      },
      { reasonCode: 'no-policy' },
    );
  }
  const config = parseConfig(bytes, POLICY_FILE);
  const digests = new Map<string, Digest>([[POLICY_FILE, sha256(bytes)]]);
  const keys: PolicyKey[] = [];
  const missing: string[] = [];
  for (const key of config.trust.keys) {
    const pem = await contents.readFile(key.file, commit);
    if (pem === null) {
      missing.push(key.file);
      continue;
    }
    digests.set(key.file, sha256(pem));
    keys.push({ id: key.id, publicKeyPem: new TextDecoder().decode(pem), revoked: key.revoked });
  }
  if (missing.length > 0) {
    throw new ConfigError(
      missing.map((file) => ({
        where: `${POLICY_FILE}: trust.keys`,
        found: `"${file}" is not in the repository at ${commit}`,
        allowed: 'every key file lies on the base branch beside the policy',
        remedy: 'Commit the PEM file of the public key, or remove the key',
      })),
    );
  }
  return { commit, digest: policyDigest(digests), config, keys };
}

/** Whom a policy trusts to sign. */
export function trustRootOf(policy: Pick<Policy, 'keys'>): TrustRoot {
  return { kind: 'key', keys: policy.keys };
}

/** The block of one model, or a ConfigError that lists the models there are. */
export function modelOf(policy: Pick<Policy, 'config'>, model: string): ModelConfig {
  const found = Object.hasOwn(policy.config.models, model) ? policy.config.models[model] : undefined;
  if (found !== undefined) return found;
  throw new ConfigError([
    {
      where: 'Input "model"',
      found: `"${model}"`,
      allowed: `one of the models of ${POLICY_FILE}: ${Object.keys(policy.config.models).join(', ')}`,
      remedy: 'Correct the name, or add the model to the policy first',
    },
  ]);
}

/** Reads a dataset at the policy's commit and refuses bytes that are not the ones the policy names. */
export async function readDataset(
  contents: RepositoryContents,
  policy: Pick<Policy, 'commit'>,
  dataset: ModelConfig['data'][string],
): Promise<Uint8Array> {
  const bytes = await contents.readFile(dataset.path, policy.commit);
  const found = bytes === null ? 'no such file' : sha256(bytes);
  if (bytes !== null && found === dataset.digest) return bytes;
  throw new ActionError(
    'integrity',
    {
      where: `${dataset.path} at ${policy.commit}`,
      found,
      allowed: `the data that the base policy names: ${dataset.digest}`,
      remedy: 'Change the data and its digest in gatehouse.yml together, in a reviewed pull request',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
