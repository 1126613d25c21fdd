/** A pull request that changes the rules it is judged by. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolledScene, FAIR_TRAINING, type Pull, type Scene, UNFAIR_TRAINING } from './support/scene.ts';

const KEY_FILE = 'governance/keys/governance.pem';
const raised = (policy: string): string => policy.replace('{ limit: 0.10 }', '{ limit: 0.90 }');

let scene: Scene;
let plain: Pull;
let unfairAndRaised: Pull;
let fairAndRaised: Pull;
let otherKey: Pull;

beforeAll(async () => {
  scene = await enrolledScene();
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
  plain = await scene.openPull();
  unfairAndRaised = await scene.openPull({ files: { 'train.mjs': UNFAIR_TRAINING, 'gatehouse.yml': raised } });
  fairAndRaised = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING, 'gatehouse.yml': raised } });
  otherKey = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING, [KEY_FILE]: pem } });
  await scene.idle();
  for (const pull of [plain, fairAndRaised, otherKey]) await scene.approve(pull, 'model-validator', 'risk-officer');
});
afterAll(() => scene?.close());

it('without a change of policy two roles are enough', async () => {
  expect(await scene.check(plain)).toMatchObject({ conclusion: 'success' });
});

describe('a raised limit', () => {
  it('does not help the model that needs it: the base policy judges', async () => {
    const check = await scene.check(unfairAndRaised);

    expect(check).toMatchObject({ conclusion: 'failure' });
    expect(check.title).toMatch(/false-positive-rate-difference is 0\.24 .*, limit 0\.1$/);
    const { fairness } = scene.decisions(unfairAndRaised);
    expect(fairness?.findings[0]).toMatchObject({ reasonCode: 'limit-exceeded', limit: 0.1 });
    expect((await scene.merge(unfairAndRaised)).status).toBe(405);
  });

  it('is judged under the same policy as any other pull request', () => {
    expect(scene.decisions(fairAndRaised)).toEqual(scene.decisions(plain));
  });
});

describe.each([
  ['a raised limit', () => fairAndRaised],
  ['another public key', () => otherKey],
])('%s', (_what, pull) => {
  it('needs the policy owner beside the two roles', async () => {
    const check = await scene.check(pull());
    expect(check).toMatchObject({ conclusion: 'action_required', title: 'Ready for approval; missing policy-owner' });
    expect((await scene.merge(pull())).status).toBe(405);

    await scene.approve(pull(), 'platform-engineer');
    expect(await scene.check(pull())).toMatchObject({ conclusion: 'success' });
  });
});
