import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { entries, groupOf, report, requireQueue } from '../local-github/queue-world.ts';
import { openCrissCross, SEIZED_POLICY } from './criss-cross.ts';
import { checkHead, evaluate, openPull, postedOn, push, review, type Scene, startScene, told } from './scene.ts';

let scene: Scene;
let branches = 0;

beforeAll(async () => {
  scene = await startScene();
  requireQueue(scene.world, { min_entries_to_merge: 5 });
});

beforeEach(async () => {
  const { admin } = scene.world.github;
  for (const { pullNumber } of [...entries(scene.world)]) {
    await admin.dequeue(scene.world.repository, pullNumber, scene.world.owner);
  }
});

afterAll(() => scene.close());

type Files = Readonly<Record<string, string>>;

async function queued(files: Files, approved = true): Promise<{ readonly pull: number; readonly headSha: string }> {
  branches += 1;
  const branch = `queued-${branches}`;
  const headSha = await push(scene, branch, { files });
  const pull = await openPull(scene, branch);
  const run = { pullRequestNumbers: [pull], headBranch: branch };
  if ('train.mjs' in files) await evaluate(scene, { pull, headSha });
  await checkHead(scene, headSha, run);
  const reviewers =
    'gatehouse.yml' in files ? (['platform-engineer'] as const) : (['model-validator', 'risk-officer'] as const);
  for (const by of approved ? reviewers : []) await review(scene, pull, { by });
  await checkHead(scene, headSha, run);
  await report(scene.world, headSha);
  await scene.world.github.admin.enqueue(scene.world.repository, pull, scene.world.owner);
  return { pull, headSha };
}

const checkGroup = (sha: string) =>
  checkHead(scene, sha, { event: 'merge_group', headBranch: 'gh-readonly-queue/main/x' });
const model = (): Files => ({ 'train.mjs': `export const seed = 'group ${branches}';\n` });

describe('a merge group', () => {
  test('of approved pull requests is ready, and says so on its own head', async () => {
    const first = await queued(model());
    const second = await queued({ 'README.md': 'Group.\n' });
    const sha = groupOf(scene.world, second.pull);

    const verdict = await checkGroup(sha);

    expect(told(verdict)).toBe(`success merge-group-ready: Ready to merge together: #${first.pull}, #${second.pull}`);
    expect(verdict.reasonCode).toBe('merge-group-ready');
    expect(verdict.tuples).toEqual([]);
    expect(await postedOn(scene, sha)).toMatchObject([{ conclusion: 'success' }]);
  });

  test('is as red as its worst pull request', async () => {
    await queued({ 'README.md': 'Worst.\n' });
    const second = await queued(model(), false);

    const verdict = await checkGroup(groupOf(scene.world, second.pull));

    expect(verdict).toMatchObject({ state: 'waiting', reasonCode: 'ready-for-approval' });
    expect(verdict.title).toContain(`#${second.pull} mortgage-approval`);
  });

  test('is red when two of its pull requests change the same model', async () => {
    await queued({ 'data/first.csv': '\n' }, false);
    const second = await queued(model());

    const verdict = await checkGroup(groupOf(scene.world, second.pull));

    const own = verdict.models.find(({ model: row }) => row.startsWith(`#${second.pull} `));
    expect(own).toMatchObject({ state: 'failure', reasonCode: 'tree-changed' });
  });

  test('is red for a model that comes after a change of the rules', async () => {
    await queued({ 'gatehouse.yml': EXAMPLE_POLICY.replace('0.70', '0.71') });
    const second = await queued(model());

    const verdict = await checkGroup(groupOf(scene.world, second.pull));

    expect(verdict).toMatchObject({ state: 'failure', reasonCode: 'policy-changed' });
  });

  test('is red when the merge brings rules that no pull request lists', async () => {
    const { pull, branch, headSha } = await openCrissCross(scene, 'criss-cross');
    const own = await checkHead(scene, headSha, { pullRequestNumbers: [pull], headBranch: branch });
    await report(scene.world, headSha);
    await scene.world.github.admin.enqueue(scene.world.repository, pull, scene.world.owner);
    const sha = groupOf(scene.world, pull);

    const verdict = await checkGroup(sha);

    expect(own).toMatchObject({ state: 'success', reasonCode: 'no-governed-file' });
    expect(await scene.world.git('show', `${sha}:gatehouse.yml`)).toBe(SEIZED_POLICY.trim());
    expect(verdict).toMatchObject({ state: 'failure', reasonCode: 'tree-changed' });
    expect(verdict.models.flatMap(({ notes }) => notes).join()).toContain('gatehouse.yml');
  });

  test('is red when a file that main moved among the model takes up a change with it', async () => {
    const lines = (changed: string): string =>
      Array.from({ length: 40 }, (_, i) => `// ${i}${i === 20 ? changed : ''}\n`).join('');
    await scene.world.commit('main', { 'tools/prepare.txt': lines('') });
    const headSha = await push(scene, 'moved-file', { files: { 'tools/prepare.txt': lines(' evil') } });
    await push(scene, 'moving', { files: { 'lib/prepare.mjs': lines('') }, remove: ['tools/prepare.txt'] });
    await scene.world.git('fetch', '--quiet', scene.copies['ml-engineer'].folder, 'moving:refs/heads/main');
    const pull = await openPull(scene, 'moved-file');
    const own = await checkHead(scene, headSha, { pullRequestNumbers: [pull], headBranch: 'moved-file' });
    await report(scene.world, headSha);
    await scene.world.github.admin.enqueue(scene.world.repository, pull, scene.world.owner);

    const verdict = await checkGroup(groupOf(scene.world, pull));

    expect(own).toMatchObject({ state: 'success', reasonCode: 'no-governed-file' });
    expect(verdict).toMatchObject({ state: 'failure', reasonCode: 'tree-changed' });
    expect(verdict.models.flatMap(({ notes }) => notes).join()).toContain('lib/prepare.mjs');
  });

  test('that GitHub does not know is red', async () => {
    const sha = await scene.world.git('rev-parse', 'refs/heads/main');

    expect(await checkGroup(sha)).toMatchObject({ state: 'failure', reasonCode: 'merge-group-unknown' });
  });
});
