/** One repository with two models: each is trained, decided and published by itself, and one check speaks for both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { asRead } from './support/red-check.ts';
import {
  enrolledScene,
  FAIR_TRAINING,
  jobConclusion,
  logOf,
  type Pull,
  type Scene,
  UNFAIR_TRAINING,
} from './support/scene.ts';

const LOAN = 'personal-loan';

/** The second model is made from a folder of its own, and judged and approved as the first. */
function policyOfTwo(text: string): string {
  const policy = parse(text);
  const mortgage = policy.models['mortgage-approval'];
  const train = { ...mortgage.train, command: ['node', 'loan/train.mjs'], output: 'loan-model' };
  const models = { ...policy.models, [LOAN]: { ...mortgage, paths: ['loan/**'], train } };
  // The policy allows no anchors, which would otherwise stand for what both models share.
  return stringify({ ...policy, models }, { aliasDuplicateObjects: false });
}

const withLoan = (workflow: string): string =>
  workflow
    .replace('model: [mortgage-approval]', `model: [mortgage-approval, ${LOAN}]`)
    .replace('      - "data/**"\n', '      - "data/**"\n      - "loan/**"\n');

const LOAN_TRAINING = FAIR_TRAINING.replaceAll("'./lib/", "'../lib/").replace(
  "saveModel('model'",
  "saveModel('loan-model'",
);

let scene: Scene;
beforeAll(async () => {
  scene = await enrolledScene({
    files: {
      'gatehouse.yml': policyOfTwo,
      '.github/workflows/train.yml': withLoan,
      '.github/workflows/decide.yml': withLoan,
      'loan/train.mjs': LOAN_TRAINING,
    },
  });
});
afterAll(() => scene.close());

const trained = (pull: Pull): string => logOf(scene.runs('train', pull.head)[0]);

/** Model and commit of the releases that a merge leads to. */
async function releasedByMerge(pull: Pull): Promise<readonly (readonly [string | undefined, string])[]> {
  const before = new Set(scene.repository.releases);
  expect(await scene.merge(pull)).toMatchObject({ status: 200 });
  await scene.idle();
  const made = scene.repository.releases.filter((release) => !before.has(release));
  return made.map(({ tagName, targetCommitish }) => [tagName.split('@')[0], targetCommitish] as const).toSorted();
}

describe('a pull request that concerns both models', () => {
  it('is red while one is blocked, trains anew what changes, and publishes and deploys both', async () => {
    const files = { 'train.mjs': UNFAIR_TRAINING, 'loan/train.mjs': (before: string) => `${before}// looked over\n` };
    const blocked = await scene.openPull({ files });
    await scene.idle();
    const check = await scene.check(blocked);
    expect(check.conclusion).toBe('failure');
    expect(asRead(check.summary)).toMatch(/mortgage-approval \| \*\*fail\*\*.* fairness fail/);
    expect(asRead(check.summary)).toMatch(/personal-loan \| .* performance pass, fairness pass/);
    expect((await scene.merge(blocked)).status).toBe(405);

    const both = await scene.push(blocked, { files: { 'train.mjs': FAIR_TRAINING } });
    await scene.idle();
    expect(trained(both)).toMatch(/Trained mortgage-approval sha256:/);
    expect(trained(both)).toMatch(/Reused personal-loan sha256:[0-9a-f]{64} of run [0-9]+/);
    expect((await scene.check(both)).conclusion).toBe('action_required');
    await scene.approve(both, 'model-validator', 'risk-officer');

    const released = await releasedByMerge(both);
    const [authorise] = scene.runs('authorise');
    expect(authorise?.jobs.map(({ name, conclusion }) => [name, conclusion]).toSorted()).toEqual([
      ['authorise', 'success'],
      ['publish mortgage-approval / publish', 'success'],
      ['publish personal-loan / publish', 'success'],
    ]);
    expect(released.map(([model]) => model)).toEqual(['mortgage-approval', LOAN]);
    expect(new Set(released.map(([, commit]) => commit))).toEqual(new Set([authorise?.headSha]));
    const deployed = scene.runs('deploy', authorise?.headSha).map(({ conclusion }) => conclusion);
    expect(deployed).toEqual(['success', 'success']);
  });
});

describe('a pull request that concerns one model', () => {
  it('trains, decides and publishes that one only', async () => {
    const one = await scene.openPull({ files: { 'loan/train.mjs': (before) => `${before}// looked over again\n` } });
    await scene.idle();
    const sign = `models (${LOAN}) / sign`;
    const decide = scene.runs('decide').find((run) => jobConclusion(run, sign) !== undefined);

    expect(trained(one)).toContain('changes no file that mortgage-approval is made from: nothing to train');
    expect(jobConclusion(decide, sign)).toBe('success');
    expect(jobConclusion(decide, 'models (mortgage-approval) / evaluate')).toBe('success');
    expect(jobConclusion(decide, 'models (mortgage-approval) / gates')).toBe('skipped');
    expect(jobConclusion(decide, 'models (mortgage-approval) / sign')).toBe('skipped');
    expect(asRead((await scene.check(one)).summary)).not.toContain('mortgage-approval |');

    await scene.approve(one, 'model-validator', 'risk-officer');
    expect((await releasedByMerge(one)).map(([model]) => model)).toEqual([LOAN]);
    expect(scene.world.runner.faults).toEqual([]);
  });
});
