/** Whoever can make a bot push could approve what it pushed: the bot is not the person. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { cloneWith } from '../local-github/work-copy.ts';
import { checkHead, evaluate, later, openPull, push, review, type Scene, startScene, told } from './scene.ts';

const POLICY = EXAMPLE_POLICY.replace(
  'policy-role: policy-owner',
  'policy-role: policy-owner\n      bots: ["listed[bot]"]',
);

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ policy: POLICY });
});

afterAll(() => scene.close());

/** An App of the organisation that pushes a commit in the name of somebody else. */
async function botPushes(name: string, branch: string): Promise<string> {
  const { world, people } = scene;
  const { admin } = world.github;
  const app = admin.createApp({ name, owner: 'bank', permissions: { contents: 'write', metadata: 'read' } });
  const token = admin.createAppToken(admin.installApp(app, 'bank'));
  const copy = await cloneWith(world, { token, email: people['ml-engineer'].emails[0] ?? '' });
  await copy.git('checkout', '--quiet', branch);
  const sha = await copy.commit({ 'steered.mjs': 'export {};\n' });
  await copy.git('push', '--quiet', 'origin', branch);
  return sha;
}

const APPROVED = 'success approved: Approved: validation by model-validator, risk by risk-officer';

test.each([
  ['that the policy does not list', 'steered', /^failure pushed-by-bot: .* is unknown\. steered\[bot\]$/],
  ['that the policy lists', 'listed', APPROVED],
])('what a bot pushed %s', async (_, bot, expected) => {
  await push(scene, bot, { files: { 'train.mjs': `// ${bot}\n` } });
  const pull = await openPull(scene, bot);
  const headSha = await botPushes(bot, bot);
  await evaluate(scene, { pull, headSha });
  const run = { pullRequestNumbers: [pull], headBranch: bot };
  await checkHead(scene, headSha, run);
  later(scene);
  for (const by of ['model-validator', 'risk-officer'] as const) await review(scene, pull, { by });

  const verdict = await checkHead(scene, headSha, run);

  expect(told(verdict)).toMatch(expected);
  expect(verdict.models[0]?.notes.join().includes('approvals.bots')).toBe(bot === 'steered');
});
