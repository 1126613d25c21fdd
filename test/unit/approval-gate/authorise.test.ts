import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authorised, authorise } from '../../../actions/approval-gate/src/authorise.ts';
import { authoriseResult } from '../../../actions/approval-gate/src/results.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { openCrissCross, SEIZED_POLICY } from './criss-cross.ts';
import {
  checkHead,
  evaluate,
  later,
  MODEL,
  merge,
  openPull,
  portsOf,
  push,
  review,
  type Scene,
  startScene,
  withCandidate,
} from './scene.ts';

let scene: Scene;
let branches = 0;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

const mainSha = (): Promise<string> => scene.world.git('rev-parse', 'refs/heads/main');

interface Approved {
  readonly pull: number;
  readonly headSha: string;
  readonly run: { readonly pullRequestNumbers: readonly number[]; readonly headBranch: string };
}

/** A pull request that changes the model, and for which everybody has approved unless told otherwise. */
async function modelPull(
  by: readonly ('model-validator' | 'risk-officer')[] = ['model-validator', 'risk-officer'],
  file = 'train.mjs',
): Promise<Approved> {
  branches += 1;
  const branch = `model-${branches}`;
  const headSha = await push(scene, branch, { files: { [file]: `export const seed = ${branches + 1};\n` } });
  const pull = await openPull(scene, branch);
  const run = { pullRequestNumbers: [pull], headBranch: branch };
  await evaluate(scene, { pull, headSha });
  await checkHead(scene, headSha, run);
  for (const reviewer of by) await review(scene, pull, { by: reviewer });
  await checkHead(scene, headSha, run);
  return { pull, headSha, run };
}

async function authorisePush(
  push: { readonly before: string; readonly commit: string },
  change: { readonly model?: string; readonly weights?: string; readonly ref?: string } = {},
): Promise<Authorised> {
  const { model = null, weights, ref = 'refs/heads/main' } = change;
  later(scene);
  const request = { ...push, model, ref, repositoryUrl: scene.repositoryUrl };
  return authorise(request, withCandidate(portsOf(scene), weights));
}

/** What was merged between two commits of main. */
async function pushOf(work: () => Promise<unknown>): Promise<{ readonly before: string; readonly commit: string }> {
  const before = await mainSha();
  await work();
  return { before, commit: await mainSha() };
}

describe('a merged pull request', () => {
  test('is authorised once, with who approved', async () => {
    const { pull, headSha } = await modelPull();
    const push = await pushOf(() => merge(scene, pull));

    const first = await authorisePush(push);
    const second = await authorisePush(push);

    expect(first.signed).toMatchObject([{ model: MODEL, commit: push.commit }]);
    expect(first.signed[0]?.stored.authorisation).toMatchObject({ pullRequest: pull, headSha, mergedSha: push.commit });
    expect(first.signed[0]?.stored.authorisation.approvals.map(({ role, login }) => `${role} ${login}`)).toEqual([
      'validation model-validator',
      'risk risk-officer',
    ]);
    expect(second.signed[0]?.stored.bundle).toBe(first.signed[0]?.stored.bundle);
  });

  test('is not authorised without an approval, nor by those given after the merge, which are named', async () => {
    const { pull } = await modelPull([]);
    const push = await pushOf(() => merge(scene, pull));
    const refused: unknown[] = [];
    const look = async (): Promise<void> => {
      refused.push(await authorisePush(push).catch((error: unknown) => error));
    };

    await look();
    await review(scene, pull, { by: 'risk-officer' });
    await look();
    await review(scene, pull, { by: 'model-validator' });
    await look();

    const at = String.raw`at \d{4}-\d\d-\d\dT[\d:.]+Z`;
    const merged = `and it was merged ${at}`;
    expect(refused).toMatchObject([
      { reasonCode: 'not-authorised', message: expect.not.stringContaining('review-after-merge') },
      {
        reasonCode: 'not-authorised',
        message: expect.stringMatching(new RegExp(`missing .*; review-after-merge: risk-officer ${at}, ${merged}`)),
      },
      {
        reasonCode: 'review-after-merge',
        message: expect.stringMatching(new RegExp(`: risk-officer ${at}, model-validator ${at}, ${merged}`)),
      },
    ]);
  });

  test('is not authorised when the candidate has other bytes', async () => {
    const { pull } = await modelPull();
    const push = await pushOf(() => merge(scene, pull));

    await expect(authorisePush(push, { weights: 'other' })).rejects.toMatchObject({ reasonCode: 'not-authorised' });
  });

  test('is not authorised when the exam became another one since the decision', async () => {
    const { pull } = await modelPull();
    await scene.world.commit('main', { 'lib/other.mjs': 'export {};\n' });
    const push = await pushOf(() => merge(scene, pull));

    await expect(authorisePush(push)).rejects.toMatchObject({
      reasonCode: 'not-authorised',
      message: expect.stringContaining('policy-changed'),
    });
  });

  test('is not authorised when the merged tree has other files of the model', async () => {
    const { pull } = await modelPull();
    await scene.world.commit('main', { 'data/other.csv': 'id\n' });
    const push = await pushOf(() => merge(scene, pull));

    await expect(authorisePush(push)).rejects.toMatchObject({ reasonCode: 'tree-changed' });
  });
});

describe('a merge that brings rules which its pull request does not list', () => {
  test('is refused', async () => {
    const { pull } = await openCrissCross(scene, 'past-review');
    const push = await pushOf(() => merge(scene, pull));
    const merged = await scene.world.git('show', `${push.commit}:gatehouse.yml`);

    const refused = authorisePush(push);

    await expect(refused).rejects.toMatchObject({
      reasonCode: 'tree-changed',
      message: expect.stringContaining('gatehouse.yml'),
    });
    expect(merged).toBe(SEIZED_POLICY.trim());
    await scene.world.commit('main', { 'gatehouse.yml': EXAMPLE_POLICY });
  });
});

describe('a push', () => {
  test('without pull request has nothing to authorise', async () => {
    const push = await pushOf(() => scene.world.commit('main', { 'README.md': 'Direct.\n' }));

    expect(await authorisePush(push)).toEqual({
      signed: [],
      notes: ['No pull request was merged by this push: nothing was approved.'],
      refusals: [],
    });
  });

  test('of a change that no model is made from has nothing to authorise', async () => {
    const push0 = await push(scene, 'readme', { files: { 'README.md': 'By pull request.\n' } });
    const pull = await openPull(scene, 'readme');
    const merged = await pushOf(() => merge(scene, pull));

    expect(push0).not.toBe(merged.commit);
    expect(await authorisePush(merged)).toMatchObject({
      signed: [],
      notes: [`#${pull} changes no file of any model.`],
    });
  });

  test.each<[string, { readonly ref?: string; readonly before?: string }, string]>([
    ['to another branch', { ref: 'refs/heads/lenient' }, 'not-authorised'],
    ['that rewrote the branch', { before: 'HEAD~1' }, 'not-authorised'],
  ])('%s is refused', async (_, { ref, before }, reasonCode) => {
    const commit = await mainSha();
    const orphan = await scene.world.git('commit-tree', `${commit}^{tree}`, '-m', 'Other history');

    const refused = authorisePush(
      { before: before === undefined ? commit : orphan, commit },
      ref === undefined ? {} : { ref },
    );

    await expect(refused).rejects.toMatchObject({ reasonCode });
  });

  test('with several pull requests judges each, and one before a change of rules by the old ones', async () => {
    const model = await modelPull();
    const rules = await approvedRules('0.71');
    const both = await pushOf(async () => {
      await merge(scene, model.pull);
      await merge(scene, rules);
    });

    expect((await authorisePush(both)).signed.map((each) => each.model)).toEqual([MODEL]);
  });

  test('with several pull requests hands on what is signed beside one that is refused, and fails', async () => {
    const approved = await modelPull();
    const before = await mainSha();
    const commit = await merge(scene, approved.pull);
    const unapproved = await modelPull([], 'data/more.mjs');
    await merge(scene, unapproved.pull);

    const authorised = await authorisePush({ before, commit: await mainSha() });
    const { outcome, title, summary, outputs } = authoriseResult(authorised);

    expect(authorised.signed).toMatchObject([{ model: MODEL, commit }]);
    expect(authorised.refusals).toMatchObject([{ reasonCode: 'not-authorised' }]);
    const refusal = `[not-authorised] Authorising #${unapproved.pull}: `;
    expect([outcome, outputs.outcome, outputs['reason-code']]).toEqual(['fail', 'fail', 'not-authorised']);
    expect(title?.startsWith(refusal)).toBe(true);
    expect(title).toContain(`Authorised ${MODEL} sha256:`);
    expect(JSON.parse(outputs.authorisations ?? '')).toMatchObject([{ model: MODEL, commit }]);
    expect(summary).toMatch(/^### Not authorised\n\n- .*find out how[\s\S]*### Authorised\n/);
  });

  test('with several pull requests refuses one after a change of rules', async () => {
    const model = await modelPull();
    const rules = await approvedRules('0.72');
    const both = await pushOf(async () => {
      await merge(scene, rules);
      await merge(scene, model.pull);
    });

    await expect(authorisePush(both)).rejects.toMatchObject({ reasonCode: 'policy-changed' });
  });
});

/** A pull request that changes a rule, approved by its owner. */
async function approvedRules(floor: string): Promise<number> {
  const branch = `rules-${floor}`;
  const headSha = await push(scene, branch, { files: { 'gatehouse.yml': EXAMPLE_POLICY.replace('0.70', floor) } });
  const pull = await openPull(scene, branch);
  const run = { pullRequestNumbers: [pull], headBranch: branch };
  await checkHead(scene, headSha, run);
  await review(scene, pull, { by: 'platform-engineer' });
  expect((await checkHead(scene, headSha, run)).state).toBe('success');
  return pull;
}
