import { ConfigError } from '@gatehouse/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputs } from '../../../actions/approval-gate/src/inputs.ts';
import { perform } from '../../../actions/approval-gate/src/perform.ts';
import { newKey } from '../governance/example-evaluation.ts';
import { addRun, openPull, portsOf, postedOn, push, type Scene, startScene } from './scene.ts';

const THIS_RUN = 4712;
const README = { 'README.md': 'Other words.\n' };
let scene: Scene;
let branches = 0;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

interface Checked {
  readonly headSha: string;
  readonly step: ReturnType<typeof perform>;
}

/** Mode check of the action, by its inputs, for a pull request that changes these files. */
async function check(
  given: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = { 'train.mjs': `export const seed = ${branches + 2};\n` },
): Promise<Checked> {
  branches += 1;
  const branch = `change-${branches}`;
  const headSha = await push(scene, branch, { files });
  const pull = await openPull(scene, branch);
  const { admin, state } = scene.world.github;
  const installation = state.installations.at(-1);
  if (installation === undefined) throw new Error('the App is not installed');
  const values = inputs.parse({
    'INPUT_RUN-ID': String(addRun(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch })),
    'INPUT_APP-ID': String(scene.appId),
    'INPUT_GITHUB-TOKEN': admin.createAppToken(installation),
    'INPUT_SIGNING-KEY': pemOf(scene.key),
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  });
  const step = perform(values, { context: context(headSha) });
  return { headSha, step };
}

function context(sha: string): Parameters<typeof perform>[1]['context'] {
  const { urls, apiUrl } = scene.world.github;
  return {
    repository: { owner: 'bank', name: 'credit' },
    sha,
    ref: 'refs/heads/main',
    eventName: 'workflow_run',
    runId: THIS_RUN,
    runAttempt: 1,
    workflow: 'decide',
    job: 'govern',
    actor: 'ml-engineer',
    actorId: null,
    serverUrl: urls.server,
    apiUrl,
    workspace: '/nowhere',
    temp: '/nowhere',
    runUrl: `${scene.repositoryUrl}/actions/runs/${THIS_RUN}`,
    readEvent: async () => ({}),
  };
}

function pemOf({ privateKey }: Scene['key']): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

describe('a signing key', () => {
  test('that the policy does not trust makes the check red, in words, and writes nothing', async () => {
    const { headSha, step } = await check({ 'signing-key': pemOf(newKey()) });

    expect((await step).outputs).toMatchObject({ outcome: 'fail', 'reason-code': 'signature-invalid' });
    const [posted, ...others] = await postedOn(scene, headSha);
    expect(others).toEqual([]);
    expect(posted).toMatchObject({ conclusion: 'failure' });
    expect(posted?.summary).toContain('a key that the base policy does not name');
    expect(await portsOf(scene).evidence.tip()).toBeNull();
  });

  test('that the policy does not trust says nothing of a change that it does not govern', async () => {
    const { step } = await check({ 'signing-key': pemOf(newKey()) }, README);

    expect((await step).outputs).toMatchObject({ outcome: 'pass', 'reason-code': 'no-governed-file' });
  });

  test('that cannot be read makes the check red, and fails the step', async () => {
    const { headSha, step } = await check({ 'signing-key': 'c2VjcmV0' });

    await expect(step).rejects.toThrow(ConfigError);
    const [posted] = await postedOn(scene, headSha);
    expect(posted).toMatchObject({ conclusion: 'failure' });
    expect(posted?.summary).toContain('text that is not a readable private key in PEM');
    expect(posted?.summary).not.toContain('c2VjcmV0');
  });

  test.each(['', '  '])('that is not there ("%s") makes the check red, and fails the step', async (given) => {
    const { headSha, step } = await check({ 'signing-key': given });

    await expect(step).rejects.toThrow('Input "signing-key": nothing given');
    const [posted] = await postedOn(scene, headSha);
    expect(posted).toMatchObject({ conclusion: 'failure' });
    expect(posted?.summary).toContain('signing-key');
  });

  test('that cannot be read is the fault that is told when nothing can be posted', async () => {
    const { headSha, step } = await check({ 'signing-key': 'c2VjcmV0', 'github-token': 'ghs_revoked' });

    await expect(step).rejects.toThrow(ConfigError);
    expect(await postedOn(scene, headSha)).toEqual([]);
  });
});

describe('the result of the jobs that decide on the models', () => {
  test.each([
    ['failure', 'evaluation-error'],
    ['cancelled', 'evaluation-error'],
    ['success', 'evaluation-error'],
    ['skipped', 'decision-missing'],
    ['', 'decision-missing'],
  ])('"%s" without a decision is %s', async (result, reasonCode) => {
    const { step } = await check({ 'models-result': result });

    expect((await step).outputs).toMatchObject({ 'reason-code': reasonCode });
  });

  test('makes nothing red that the change does not concern', async () => {
    const { step } = await check({ 'models-result': 'failure' }, README);

    expect((await step).outputs).toMatchObject({ 'reason-code': 'no-governed-file' });
  });
});
