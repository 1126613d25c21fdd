import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import {
  checkHead,
  evaluate,
  later,
  merge,
  openPull,
  postedOn,
  push,
  review,
  type Scene,
  startScene,
  told,
} from './scene.ts';

const POLICY = EXAMPLE_POLICY.replace(
  'policy-role: policy-owner',
  'policy-role: policy-owner\n      emergency: { roles: [validation, risk], quorum: 1 }',
).replace('files: [deploy.mjs, ', 'files: [deploy.mjs, "deploy/**", ');
const LAXER = POLICY.replace('floor: 0.70', 'floor: 0.60');

let scene: Scene;
let branches = 0;

beforeAll(async () => {
  scene = await startScene({ policy: POLICY });
});

afterAll(() => scene.close());

interface Opened {
  readonly pull: number;
  readonly headSha: string;
  readonly run: { readonly pullRequestNumbers: readonly number[]; readonly headBranch: string };
}

async function pullWith(files: Readonly<Record<string, string>>): Promise<Opened> {
  branches += 1;
  const branch = `rules-${branches}`;
  const headSha = await push(scene, branch, { files });
  const pull = await openPull(scene, branch);
  return { pull, headSha, run: { pullRequestNumbers: [pull], headBranch: branch } };
}

const waiver = (change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    version: '1',
    model: 'mortgage-approval',
    waives: '{ gate: performance, measure: auc }',
    reason: 'The floor was set for the national sample; this one is regional.',
    owner: 'risk-officer',
    'granted-on': '2026-11-23',
    'expires-on': '2026-11-24',
    'compensating-control': 'Every refusal is read by a person.',
    ...change,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

const emergency = (change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    version: '1',
    incident: 'INC-2026-17',
    reason: 'The model in production refuses every application since this morning.',
    models: '[mortgage-approval]',
    'declared-on': '2026-11-23',
    'review-by': '2026-11-24',
    ...change,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

describe('a change of rules alone', () => {
  test('is one of the code that deploys, which the check names', async () => {
    const { headSha, run } = await pullWith({
      'deploy/target.sh': 'curl --upload-file model.json https://elsewhere.example\n',
    });

    const verdict = await checkHead(scene, headSha, run);

    expect(verdict).toMatchObject({
      state: 'waiting',
      reasonCode: 'policy-only',
      changed: ['deploy/target.sh is changed.'],
    });
    expect(verdict.title).toContain('missing policy-owner');
  });

  test('needs no training, names each loosened rule, and the owner of the rules', async () => {
    const { pull, headSha, run } = await pullWith({ 'gatehouse.yml': LAXER });

    const before = await checkHead(scene, headSha, run);
    await review(scene, pull, { by: 'model-validator' });
    await review(scene, pull, { by: 'platform-engineer' });
    const after = await checkHead(scene, headSha, run);
    const [check] = await postedOn(scene, headSha);

    expect([told(before), told(after)]).toEqual([
      'waiting policy-only: 1 rule loosened; Policy change: Ready for approval; missing policy-owner (platform-engineer)',
      'success policy-only: 1 rule loosened; Policy change: Approved: policy-owner by platform-engineer',
    ]);
    expect([before.reasonCode, after.reasonCode]).toEqual(['policy-only', 'policy-only']);
    expect(check?.summary).toMatch(/Rules that become laxer[\s\S]*0\.6/);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a policy that cannot be read', { 'gatehouse.yml': 'version: 2\n' }, 'policy-invalid'],
    ['a waiver without reason', { 'governance/waivers/w.yaml': waiver({ reason: 'TBD' }) }, 'waiver-invalid'],
    [
      'a waiver of an unwaivable control',
      { 'governance/waivers/w.yaml': waiver({ waives: '{ control: CHG-02 }' }) },
      'waiver-invalid',
    ],
    ['an emergency without a model change', { 'governance/emergencies/e.yaml': emergency() }, 'emergency-invalid'],
    [
      'a back-dated emergency',
      { 'train.mjs': '\n', 'governance/emergencies/e.yaml': emergency({ 'declared-on': '2026-11-20' }) },
      'emergency-invalid',
    ],
    [
      'an emergency that changes rules too',
      { 'train.mjs': '\n', 'gatehouse.yml': LAXER, 'governance/emergencies/e.yaml': emergency() },
      'emergency-invalid',
    ],
  ])('is red with %s', async (_, files, reasonCode) => {
    const { headSha, run } = await pullWith(files);

    const verdict = await checkHead(scene, headSha, run);

    expect(verdict).toMatchObject({ state: 'failure', reasonCode });
  });

  test('together with a model needs the evaluation and every role', async () => {
    const { pull, headSha, run } = await pullWith({ 'gatehouse.yml': LAXER, 'train.mjs': 'export const seed = 5;\n' });

    const before = await checkHead(scene, headSha, run);
    await evaluate(scene, { pull, headSha });
    const after = await checkHead(scene, headSha, run);

    expect(before.reasonCode).toBe('decision-missing');
    expect(after.models[0]?.missing.map(({ role }) => role)).toEqual(['validation', 'risk', 'policy-owner']);
    expect(after.loosened).toHaveLength(1);
  });
});

describe('an emergency', () => {
  test('is approved by its quorum, is due for review, and stops everybody when that is late', async () => {
    const { pull, headSha, run } = await pullWith({
      'train.mjs': 'export const seed = 6;\n',
      'governance/emergencies/outage.yaml': emergency(),
    });
    await evaluate(scene, { pull, headSha });
    const announced = await checkHead(scene, headSha, run);
    await review(scene, pull, { by: 'risk-officer' });
    const approved = await checkHead(scene, headSha, run);
    await merge(scene, pull);
    later(scene, 2 * 86_400);
    const other = await pullWith({ 'train.mjs': 'export const seed = 7;\n' });
    const stopped = await checkHead(scene, other.headSha, other.run);
    const readme = await pullWith({ 'README.md': 'Words.\n' });
    const harmless = await checkHead(scene, readme.headSha, readme.run);
    const closing = await pullWith({
      'governance/emergencies/outage.yaml': emergency({ 'reviewed-on': '2026-11-25' }),
    });
    const closes = await checkHead(scene, closing.headSha, closing.run);

    expect([told(announced), told(approved)]).toEqual([
      'waiting ready-for-approval: Emergency; approvals missing: 1 of validation (bank/model-validation) or risk (bank/risk)',
      'success emergency-approved: Emergency approved by risk by risk-officer; full review due 2026-11-24',
    ]);
    expect(approved.reasonCode).toBe('emergency-approved');
    expect(stopped).toMatchObject({ state: 'failure', reasonCode: 'emergency-review-overdue' });
    expect(harmless.reasonCode).toBe('no-governed-file');
    expect(closes.state).toBe('waiting');
    expect(closes.models[0]?.missing.map(({ role }) => role)).toEqual(['validation', 'risk', 'policy-owner']);

    for (const by of ['model-validator', 'risk-officer', 'platform-engineer'] as const) {
      await review(scene, closing.pull, { by });
    }
    expect((await checkHead(scene, closing.headSha, closing.run)).state).toBe('success');
    await merge(scene, closing.pull);
    expect((await checkHead(scene, other.headSha, other.run)).reasonCode).toBe('decision-missing');
  });
});

describe('the declaration of an emergency', () => {
  test('stays good for the head that was announced with it, and for no later one', async () => {
    const day = (after: number): string =>
      new Date(scene.world.clock.now.getTime() + after * 86_400_000).toISOString().slice(0, 10);
    const { pull, headSha, run } = await pullWith({
      'train.mjs': 'export const seed = 60;\n',
      'governance/emergencies/again.yaml': emergency({ 'declared-on': day(0), 'review-by': day(2) }),
    });
    await evaluate(scene, { pull, headSha });
    await checkHead(scene, headSha, run);
    later(scene, 2 * 86_400);
    const announced = await checkHead(scene, headSha, run);
    const next = await push(scene, run.headBranch, { files: { 'train.mjs': 'export const seed = 61;\n' } });
    const moved = await checkHead(scene, next, run);

    expect([announced, moved].map(({ reasonCode }) => reasonCode)).toEqual(['ready-for-approval', 'emergency-invalid']);
    await scene.world.as(scene.world.owner).request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      owner: 'bank',
      repo: 'credit',
      pull_number: pull,
      state: 'closed',
    });
  });
});

describe('a waiver', () => {
  test('lets a failing gate pass, excludes its owner, is told, and lapses', async () => {
    const today = scene.world.clock.now.toISOString().slice(0, 10);
    const change = { 'granted-on': today, 'expires-on': today };
    const { pull: waiverPull, headSha: waiverHead } = await pullWith({
      'governance/waivers/floor.yaml': waiver(change),
    });
    await merge(scene, waiverPull);
    const { pull, headSha, run } = await pullWith({ 'train.mjs': 'export const seed = 8;\n' });
    await evaluate(scene, { pull, headSha, outcome: 'fail' });

    const announced = await checkHead(scene, headSha, run);
    await review(scene, pull, { by: 'risk-officer' });
    const reviewed = await checkHead(scene, headSha, run);
    const [check] = await postedOn(scene, headSha);
    later(scene, 86_400);
    const lapsed = await checkHead(scene, headSha, run);

    expect(waiverHead).toMatch(/^[0-9a-f]{40}$/);
    expect(announced.reasonCode).toBe('ready-for-approval');
    expect(reviewed.models[0]?.approvals?.reviews).toMatchObject([{ reasonCode: 'reviewer-owns-waiver' }]);
    expect(check?.summary).toMatch(/\| floor \| performance auc \| risk-officer \|/);
    expect(told(lapsed)).toContain('failure waiver-expired');
  });
});
