/** A fork pull request with the head of an own one: who pushed to the fork's branch cannot be told in this repository. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorise } from '../../../actions/approval-gate/src/authorise.ts';
import { type Swept, sweep } from '../../../actions/approval-gate/src/sweep.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { clone, type WorkCopy } from '../local-github/work-copy.ts';
import { DETAILS, later, openPull, portsOf, postedOn, push, review, type Scene, startScene } from './scene.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let scene: Scene;
let sock: ReturnType<Scene['world']['github']['admin']['createUser']>;
let theirs: WorkCopy;

beforeAll(async () => {
  scene = await startScene();
  const { world } = scene;
  sock = world.github.admin.createUser('sock');
  await world.github.admin.forkRepository(world.repository, sock);
  theirs = await clone(world, sock, 'sock/credit');
});

afterAll(() => scene.close());

/** Opens a pull request from a branch of the fork that has this commit. */
async function openFromFork(branch: string, sha: string): Promise<number> {
  const url = await scene.copies['ml-engineer'].git('remote', 'get-url', 'origin');
  await theirs.git('fetch', '--quiet', url, sha);
  await theirs.git('push', '--quiet', 'origin', `${sha}:refs/heads/${branch}`);
  const body = { ...REPOSITORY, title: branch, head: `sock:${branch}`, base: 'main' };
  return (await scene.world.as(sock).request('POST /repos/{owner}/{repo}/pulls', body)).data.number;
}

async function sweepAll(): Promise<readonly Swept[]> {
  later(scene);
  const request = { decideWorkflow: 'decide.yml', repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS };
  const ports = { ...portsOf(scene), dispatch: { workflow: async () => undefined } };
  return (await sweep(request, ports)).swept;
}

const reasonOf = (swept: readonly Swept[], pull: number): string | undefined =>
  swept.find((each) => each.pull.number === pull)?.verdict.reasonCode;

test('is not swept: who pushed to the own branch does not approve by reviewing the other one', async () => {
  const policy = EXAMPLE_POLICY.replace('0.70', '0.10');
  const author = await scene.copies['ml-engineer'].git('config', 'user.email');
  const pusher = scene.copies['platform-engineer'];
  await pusher.git('config', 'user.email', author);
  const head = await push(scene, 'twin', { by: 'platform-engineer', files: { 'gatehouse.yml': policy } });
  const fork = await openFromFork('elsewhere', head);
  later(scene);
  const own = await openPull(scene, 'twin');

  const first = await sweepAll();
  await review(scene, fork, { by: 'platform-engineer' });
  await review(scene, own, { by: 'platform-engineer' });
  const second = await sweepAll();

  expect([first, second].map((swept) => [reasonOf(swept, own), reasonOf(swept, fork)])).toEqual([
    ['policy-only', undefined],
    ['policy-only', undefined],
  ]);
  expect((await postedOn(scene, head)).map(({ conclusion }) => conclusion)).not.toContain('success');
});

test('with another head of the fork alone needs a sponsor', async () => {
  await theirs.git('checkout', '--quiet', '-B', 'alone', 'origin/main');
  const head = await theirs.commit({ 'README.md': 'theirs\n' });
  await theirs.git('push', '--quiet', 'origin', 'alone');
  const body = { ...REPOSITORY, title: 'alone', head: 'sock:alone', base: 'main' };
  const { data } = await scene.world.as(sock).request('POST /repos/{owner}/{repo}/pulls', body);

  expect(reasonOf(await sweepAll(), data.number)).toBe('fork-needs-sponsor');
  expect(await postedOn(scene, head)).toMatchObject([{ conclusion: 'failure' }]);
});

test('that is merged past its check is not authorised', async () => {
  const { world } = scene;
  const head = await push(scene, 'sponsored', { files: { 'NEWS.md': 'n\n' } });
  const fork = await openFromFork('merged', head);
  later(scene);
  const before = await world.git('rev-parse', 'refs/heads/main');
  const { data } = await world
    .as(world.owner)
    .request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...REPOSITORY, pull_number: fork });

  const request = { before, commit: data.sha, model: null, ref: 'refs/heads/main', repositoryUrl: scene.repositoryUrl };

  await expect(authorise(request, portsOf(scene))).rejects.toMatchObject({
    reasonCode: 'not-authorised',
    message: expect.stringContaining('its head is in a fork'),
  });
});
