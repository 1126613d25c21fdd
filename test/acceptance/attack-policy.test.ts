/** A pull request that changes the rules it is judged by. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attack } from './support/attack.ts';
import { approved } from './support/green.ts';
import { refusedModel, waitsFor } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, type Pull, type Scene, UNFAIR_TRAINING } from './support/scene.ts';

const KEY_FILE = 'governance/keys/governance.pem';
const raised = (policy: string): string => policy.replace('{ limit: 0.10 }', '{ limit: 0.90 }');

let scene: Scene;
let plain: Pull;
let unfairAndRaised: Pull;
let fairAndRaised: Pull;
let otherKey: Pull;
let otherDeployment: Pull;

beforeAll(async () => {
  scene = await enrolledScene();
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
  plain = await scene.openPull();
  unfairAndRaised = await scene.openPull({ files: { 'train.mjs': UNFAIR_TRAINING, 'gatehouse.yml': raised } });
  fairAndRaised = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING, 'gatehouse.yml': raised } });
  otherKey = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING, [KEY_FILE]: pem } });
  const deployment = (script: string): string => `${script}\nconsole.log(process.env['GATEHOUSE_TARGET']);\n`;
  otherDeployment = await scene.openPull({ files: { 'train.mjs': FAIR_TRAINING, 'deploy.mjs': deployment } });
  await scene.idle();
  await scene.approve([plain, fairAndRaised, otherKey, otherDeployment], 'model-validator', 'risk-officer');
});
afterAll(() => scene?.close());

attack(
  {
    id: 'policy-loosened-for-the-own-model',
    threats: ['T18'],
    may: 'open pull requests',
    does: 'raises the limit that the own model exceeds, in the same pull request',
    refusedBy: 'check',
    reasonCodes: ['limit-exceeded'],
  },
  {
    green: () => approved(scene, plain),
    attempt: async () => {
      expect((await scene.check(unfairAndRaised)).title).toMatch(
        /Blocked by fairness: false-positive-rate-difference is 0\.24, limit 0\.1 \(/,
      );
      expect(scene.decisions(unfairAndRaised)['fairness']?.findings[0]).toMatchObject({ limit: 0.1 });
      return refusedModel(scene, unfairAndRaised);
    },
  },
);

it('a raised limit is judged under the same policy as any other pull request', () => {
  expect(scene.decisions(fairAndRaised)).toEqual(scene.decisions(plain));
});

attack(
  {
    id: 'policy-loosened-without-its-owner',
    threats: ['T18'],
    may: 'get the approvals that a model needs',
    does: 'raises a limit beside a model that passes, to be merged with the approvals of the model',
    refusedBy: 'check',
    reasonCodes: ['ready-for-approval'],
  },
  { green: () => approved(scene, plain), attempt: () => waitsFor(scene, fairAndRaised, 'policy-owner') },
);

attack(
  {
    id: 'key-replaced-without-the-policy-owner',
    threats: ['T16', 'T18'],
    may: 'get the approvals that a model needs',
    does: 'replaces the public key that signatures are verified with',
    refusedBy: 'check',
    reasonCodes: ['ready-for-approval'],
  },
  { green: () => approved(scene, plain), attempt: () => waitsFor(scene, otherKey, 'policy-owner') },
);

attack(
  {
    id: 'deployment-command-edited-without-the-policy-owner',
    threats: ['T18', 'T9'],
    may: 'get the approvals that a model needs',
    does: 'edits the code that is run with the credentials of the deployment target, beside a model that passes',
    refusedBy: 'check',
    reasonCodes: ['ready-for-approval'],
  },
  { green: () => approved(scene, plain), attempt: () => waitsFor(scene, otherDeployment, 'policy-owner') },
);

it('the policy owner makes each green', async () => {
  const pulls = [fairAndRaised, otherKey, otherDeployment];
  await scene.approve(pulls, 'platform-engineer');
  for (const pull of pulls) {
    expect(await scene.check(pull)).toMatchObject({ conclusion: 'success' });
  }
});
