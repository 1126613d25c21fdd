import { resolveSubject } from '@gatehouse/governance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRun, checkHead, later, MODEL, openPull, portsOf, push, type Scene, startScene } from './scene.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;
const EVIL = '.github/workflows/evil.yml';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  await push(scene, 'evil-base', { files: { [EVIL]: 'on: pull_request\n' } });
});

afterAll(() => scene.close());

function api(): ReturnType<Scene['world']['as']> {
  return scene.world.as(scene.people['ml-engineer']);
}

async function openOnto(base: string, head: string): Promise<number> {
  const { data } = await api().request('POST /repos/{owner}/{repo}/pulls', { ...REPOSITORY, title: base, head, base });
  return data.number;
}

async function change(
  number: number,
  changed: { readonly state?: 'closed' | 'open'; readonly base?: string },
): Promise<void> {
  later(scene);
  const address = { ...REPOSITORY, pull_number: number };
  await api().request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...address, ...changed });
  later(scene);
}

/** The number of the pull request that a run is taken to be about, or why it is refused. */
async function subjectOf(runId: number): Promise<unknown> {
  try {
    return (await resolveSubject(portsOf(scene), { runId, model: MODEL })).pull.number;
  } catch (error) {
    return Object(error).reasonCode;
  }
}

/** A pull request onto main, and a run that a second one of its branch started with the workflows of another base. */
async function twins(branch: string) {
  const head = await push(scene, branch, { files: { 'train.mjs': `// ${branch}\n` } });
  const honest = await openPull(scene, branch);
  const evil = await openOnto('evil-base', branch);
  later(scene);
  const run = addRun(scene, head, { workflowPath: EVIL, pullRequestNumbers: [honest] });
  later(scene);
  return { head, honest, evil, run };
}

describe('a run that the workflow of another base made is refused', () => {
  it('while its pull request is open', async () => {
    expect(await subjectOf((await twins('open')).run)).toBe('head-shared');
  });

  it('after its pull request was closed, also by the check', async () => {
    const { evil, run, head } = await twins('closed');
    await change(evil, { state: 'closed' });

    expect(await subjectOf(run)).toBe('head-shared');
    expect(await checkHead(scene, head)).toMatchObject({ state: 'failure', reasonCode: 'head-shared' });
  });

  it('after its pull request was closed at another head, and the branch forced back', async () => {
    const { evil, run, head } = await twins('forced');
    await push(scene, 'forced', { files: { 'train.mjs': '// Away.\n' } });
    await change(evil, { state: 'closed' });
    await scene.copies['ml-engineer'].git('push', '--quiet', '--force', 'origin', `${head}:refs/heads/forced`);

    expect(await subjectOf(run)).toBe('head-shared');
  });

  it('after its pull request was brought to main and the first was closed', async () => {
    const { honest, evil, run } = await twins('swapped');
    await change(honest, { state: 'closed' });
    await change(evil, { base: 'main' });

    expect(await subjectOf(run)).toBe('base-changed');
  });

  it('when the one pull request had that base, until a run begins well after the change', async () => {
    const head = await push(scene, 'moved', { files: { 'train.mjs': '// Moved.\n' } });
    const number = await openOnto('evil-base', 'moved');
    later(scene);
    const before = addRun(scene, head, { workflowPath: EVIL });
    await change(number, { base: 'main' });
    const soon = addRun(scene, head);
    later(scene, 601);

    expect(await subjectOf(before)).toBe('base-changed');
    expect(await subjectOf(soon)).toBe('base-changed');
    expect(await subjectOf(addRun(scene, head))).toBe(number);
  });

  it('when it is of another branch with the same head', async () => {
    const { head, honest } = await twins('named');
    const other = addRun(scene, head, { headBranch: 'nameless', pullRequestNumbers: [honest] });
    await change(honest + 1, { state: 'closed' });

    expect(await subjectOf(other)).toBe('head-moved');
  });
});
