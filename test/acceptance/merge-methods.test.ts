/** What reaches the default branch is what was approved, however GitHub gets it there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolledScene, FAIR_TRAINING, logOf, type Pull, type Scene } from './support/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await enrolledScene({ files: { 'train.mjs': FAIR_TRAINING } });
});
afterAll(() => scene.close());

/** A governed file of its own for each pull request, so that they merge without a conflict. */
async function openPull(name: string): Promise<Pull> {
  const pull = await scene.openPull({ files: { [`${name}.mjs`]: `// ${name}\n` } });
  await scene.idle();
  return pull;
}

async function approved(pull: Pull): Promise<Pull> {
  await scene.approve(pull, 'model-validator', 'risk-officer');
  expect((await scene.check(pull)).conclusion).toBe('success');
  return pull;
}

async function merge(pull: Pull, method: string): Promise<void> {
  const body = { sha: pull.head, merge_method: method };
  expect(await scene.call('ml-engineer', 'PUT', `/pulls/${pull.number}/merge`, body)).toMatchObject({ status: 200 });
  await scene.idle();
}

/** The commits that releases were made from while something happened. */
async function releasedBy(happens: () => Promise<unknown>): Promise<readonly string[]> {
  const before = new Set(scene.repository.releases);
  await happens();
  return scene.repository.releases.filter((release) => !before.has(release)).map((release) => release.targetCommitish);
}

describe('a pull request', () => {
  it('is published when it was squashed into another commit', async () => {
    const late = await openPull('late');
    const pull = await approved(await openPull('squashed'));
    await approved(late);

    const released = await releasedBy(() => merge(pull, 'squash'));
    expect(released).toEqual([scene.runs('authorise')[0]?.headSha]);
    expect(released).not.toContain(pull.head);

    // The other one was approved for a tree without the file that came in between.
    const tags = scene.tags();
    expect(await releasedBy(() => merge(late, 'merge'))).toEqual([]);
    const [refused] = scene.runs('authorise');
    expect(scene.repository.pulls.find(({ number }) => number === late.number)?.merged).toBe(true);
    expect(refused?.conclusion).toBe('failure');
    expect(logOf(refused, 'authorise')).toContain('[tree-changed]');
    expect(scene.tags()).toEqual(tags);
  });

  it('is published when its commits were rebased into others', async () => {
    const first = await openPull('rebased');
    const pull = await scene.push(first, { files: { 'README.md': (before) => `${before}\nOne line more.\n` } });
    await scene.idle();
    expect(logOf(scene.runs('train', pull.head)[0])).toMatch(/Reused mortgage-approval sha256:[0-9a-f]{64} of run /);
    await approved(pull);

    const released = await releasedBy(() => merge(pull, 'rebase'));
    expect(released).toEqual([scene.runs('authorise')[0]?.headSha]);
    expect(released).not.toContain(pull.head);
  });

  it('is published when it was merged', async () => {
    const pull = await approved(await openPull('merged'));

    expect(await releasedBy(() => merge(pull, 'merge'))).toEqual([scene.runs('authorise')[0]?.headSha]);
    expect(scene.runs('deploy')[0]?.conclusion).toBe('success');
    expect(scene.world.runner.faults).toEqual([]);
  });
});
