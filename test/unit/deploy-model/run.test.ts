import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployments } from '@gatehouse/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeployPorts, type DeployRequest, deployModel } from '../../../actions/deploy-model/src/run.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { memoryContents } from '../governance/memory-contents.ts';
import { MODEL_NAME, newKey, publishAuthorised, REPOSITORY_URL } from '../registry/authorised-version.ts';
import { FakeRegistry } from '../registry/fake-registry.ts';
import { COMMIT, OTHER_COMMIT, planned } from '../registry/plans.ts';

const [OLD, NEW] = [`${MODEL_NAME}@v1.0.0`, `${MODEL_NAME}@v1.1.0`];
const key = newKey();
let registry: FakeRegistry;
let deployed: string[];
let payloads: unknown[];
let given: readonly string[];
let folder: string;
afterEach(async () => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deploy-model-'));
  given = [];
  registry = new FakeRegistry();
  deployed = [];
  payloads = [];
  await publishAuthorised(registry, { tag: OLD }, { key });
  const files = [planned('model.safetensors', 'newer')];
  await publishAuthorised(registry, { tag: NEW, commit: OTHER_COMMIT, files }, { key });
});

function ports(): DeployPorts {
  const contents = memoryContents(
    { 'gatehouse.yml': EXAMPLE_POLICY, 'governance/keys/governance.pem': key.publicKeyPem },
    OTHER_COMMIT,
  );
  const deployments: Deployments = {
    create: async ({ payload }) => payloads.push(payload),
    setState: async () => undefined,
  };
  const deployer: DeployPorts['deployer'] = {
    deploy: async ({ env, modelFolder }) => {
      given = await readdir(modelFolder, { recursive: true });
      deployed.push(env['GATEHOUSE_VERSION'] ?? '');
    },
  };
  return { contents, deployments, deployer, releases: registry.releases, tags: registry.tags };
}

function request(change: Partial<DeployRequest>): DeployRequest {
  const tag = change.tag ?? NEW;
  const checkedOut = tag === OLD ? COMMIT : OTHER_COMMIT;
  return {
    model: MODEL_NAME,
    environment: 'production',
    rollback: false,
    repositoryUrl: REPOSITORY_URL,
    runUrl: 'https://github.localhost/run',
    checkedOut,
    modelFolder: join(folder, 'model'),
    ...change,
    tag,
  };
}

describe('deployModel', () => {
  test('deploys the newest version', async () => {
    await deployModel(request({}), ports());

    expect(deployed).toEqual([NEW]);
    expect(given).toEqual(['model.safetensors']);
    expect(payloads).toMatchObject([{ version: NEW, rollback: false }]);
  });

  test('refuses an older one before anything is recorded or run', async () => {
    const deploying = deployModel(request({ tag: OLD }), ports());

    await expect(deploying).rejects.toMatchObject({ code: 'refused', reasonCode: 'version-superseded' });
    expect([deployed, payloads]).toEqual([[], []]);
  });

  test('refuses the bytes of an older one that somebody published again', async () => {
    await publishAuthorised(registry, { tag: `${MODEL_NAME}@v9.0.0` }, { key });

    const deploying = deployModel(request({ tag: `${MODEL_NAME}@v9.0.0`, checkedOut: COMMIT }), ports());

    await expect(deploying).rejects.toThrow(new RegExp(`its bytes are ${OLD}`));
    expect([deployed, payloads]).toEqual([[], []]);
  });

  test('deploys an older one when told to go back, and records that', async () => {
    await deployModel(request({ tag: OLD, rollback: true }), ports());

    expect(deployed).toEqual([OLD]);
    expect(payloads).toMatchObject([{ version: OLD, rollback: true }]);
  });

  test.each([false, true])('runs no command of another commit (rollback: %s)', async (rollback) => {
    const deploying = deployModel(request({ checkedOut: COMMIT, rollback }), ports());

    await expect(deploying).rejects.toMatchObject({ reasonCode: 'not-authorised' });
    expect(deployed).toEqual([]);
  });

  test('going back needs an authorisation all the same', async () => {
    await publishAuthorised(registry, { tag: `${MODEL_NAME}@v0.9.0` }, { key: newKey() });

    const deploying = deployModel(request({ tag: `${MODEL_NAME}@v0.9.0`, rollback: true }), ports());

    await expect(deploying).rejects.toMatchObject({ reasonCode: 'signature-invalid' });
    expect(deployed).toEqual([]);
  });
});
