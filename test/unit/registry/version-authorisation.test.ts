import { sha256 } from '@gatehouse/core';
import { type PolicyKey, verifyReleaseAuthorisation } from '@gatehouse/governance';
import { fetchVersion } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { MODEL_NAME, newKey, publishAuthorised, REPOSITORY_URL } from './authorised-version.ts';
import { FakeRegistry } from './fake-registry.ts';
import { COMMIT, OTHER_COMMIT } from './plans.ts';

const key = newKey();
const policyWith = (publicKeyPem: string, revoked = false): { keys: readonly PolicyKey[] } => ({
  keys: [{ id: 'governance', publicKeyPem, revoked }],
});
const policy = policyWith(key.publicKeyPem);
const expected = { repositoryUrl: REPOSITORY_URL, model: MODEL_NAME };

async function versionWith(
  signed: Parameters<typeof publishAuthorised>[2],
): Promise<Awaited<ReturnType<typeof fetchVersion>>> {
  const registry = new FakeRegistry();
  const { tag } = await publishAuthorised(registry, {}, signed);
  return fetchVersion(registry, tag);
}

describe('verifyReleaseAuthorisation', () => {
  test('returns what was authorised', async () => {
    const verified = await verifyReleaseAuthorisation(policy, await versionWith({ key }), expected);

    expect(verified).toMatchObject({ model: MODEL_NAME, mergedSha: COMMIT, pullRequest: 3 });
  });

  test.each([
    { what: 'model', claim: { model: 'another' } },
    { what: 'bytes', claim: { modelDigest: sha256('other bytes') } },
    { what: 'commit', claim: { mergedSha: OTHER_COMMIT } },
    { what: 'repository', claim: { repositoryUrl: 'https://github.localhost/bank/other' } },
  ])('refuses an authorisation for another $what', async ({ claim }) => {
    const version = await versionWith({ key, claim });

    await expect(verifyReleaseAuthorisation(policy, version, expected)).rejects.toMatchObject({
      code: 'refused',
      reasonCode: 'not-authorised',
    });
  });

  test('refuses a version without an authorisation', async () => {
    const version = await versionWith({ asset: null });

    await expect(verifyReleaseAuthorisation(policy, version, expected)).rejects.toMatchObject({
      reasonCode: 'not-authorised',
    });
  });

  test.each([
    { name: 'an authorisation that nobody signed', signed: { asset: '{"signed":true}' }, trusted: policy },
    { name: 'an unknown key', signed: { key: newKey() }, trusted: policy },
    { name: 'a revoked key', signed: { key }, trusted: policyWith(key.publicKeyPem, true) },
  ])('refuses $name', async ({ signed, trusted }) => {
    await expect(verifyReleaseAuthorisation(trusted, await versionWith(signed), expected)).rejects.toMatchObject({
      reasonCode: 'signature-invalid',
    });
  });
});
