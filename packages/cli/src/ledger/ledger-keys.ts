import { readFile } from 'node:fs/promises';
import { keysByHint, type LoadedKey, type TrustedKey } from '@gatehouse/attest';
import { ActionError, type Config, ConfigError, parseConfig } from '@gatehouse/core';
import { POLICY_FILE } from '@gatehouse/governance';
import type { GitRepository } from './git-repository.ts';

/** Where the public keys of a ledger come from. */
export interface KeySource {
  /** Files given on the command line; with any, the policy is not read. */
  readonly files: readonly string[];
  /** The commit whose policy counts; without one, the default branch of the clone. */
  readonly policyRef: string | undefined;
}

const DEFAULT_REFS = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/heads/main'];

/** The keys that may have signed entries, and where they were read. */
export interface LedgerKeys {
  readonly byHint: ReadonlyMap<string, LoadedKey>;
  readonly ids: readonly string[];
  readonly source: string;
}

/** The keys that may have signed entries, by hint. */
export async function readKeys(repository: GitRepository, { files, policyRef }: KeySource): Promise<LedgerKeys> {
  const { keys, source } = files.length > 0 ? await keysFromFiles(files) : await keysOfPolicy(repository, policyRef);
  return { byHint: keysByHint({ kind: 'key', keys }), ids: keys.map(({ id }) => id), source };
}

interface FoundKeys {
  readonly keys: readonly TrustedKey[];
  readonly source: string;
}

async function keysFromFiles(files: readonly string[]): Promise<FoundKeys> {
  const keys = await Promise.all(
    files.map(async (file) => {
      try {
        return { id: file, publicKeyPem: await readFile(file, 'utf8'), revoked: false };
      } catch (cause) {
        throw notThere(`Option --key ${file}`, cause instanceof Error ? cause.message : String(cause), 'a file in PEM');
      }
    }),
  );
  return { keys, source: '--key' };
}

async function keysOfPolicy(repository: GitRepository, policyRef: string | undefined): Promise<FoundKeys> {
  const commit = await firstCommit(repository, policyRef === undefined ? DEFAULT_REFS : [policyRef]);
  const bytes = await repository.file(commit, POLICY_FILE);
  if (bytes === null) throw notThere(`${POLICY_FILE} at ${commit}`, 'no such file', 'the policy that names the keys');
  const { trust } = policyOf(bytes, commit);
  const keys = await Promise.all(
    trust.keys.map(async ({ id, file, revoked }) => {
      const pem = await repository.file(commit, file);
      if (pem === null) throw notThere(`${file} at ${commit}`, 'no such file', `the key "${id}" of ${POLICY_FILE}`);
      return { id, publicKeyPem: Buffer.from(pem).toString(), revoked };
    }),
  );
  return { keys, source: `${POLICY_FILE} at ${commit}` };
}

/** A policy of another version need not be understood to verify a ledger: the keys can be given by hand. */
function policyOf(bytes: Uint8Array, commit: string): Config {
  try {
    return parseConfig(bytes, POLICY_FILE);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const found = error.message.replace(/\.$/, '');
    throw notThere(`${POLICY_FILE} at ${commit}`, found, 'a policy that this version of Gatehouse reads');
  }
}

async function firstCommit(repository: GitRepository, names: readonly string[]): Promise<string> {
  for (const name of names) {
    const commit = await repository.commitOf(name);
    if (commit !== null) return commit;
  }
  throw notThere(
    'The policy that names the keys',
    `none of ${names.join(', ')} in this clone`,
    'a commit with gatehouse.yml',
  );
}

function notThere(where: string, found: string, allowed: string): ActionError {
  return new ActionError('command', {
    where,
    found,
    allowed,
    remedy: 'Name the commit with --policy-ref, or the public keys with --key',
  });
}

/** True for what a person can put right by other options or another clone. */
export function isCannotTell(error: unknown): error is ActionError | ConfigError {
  return error instanceof ActionError || error instanceof ConfigError;
}
