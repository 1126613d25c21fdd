import { createJobToken, type RepositoryRecord, type User } from '@gatehouse/local-github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clone, type WorkCopy } from './work-copy.ts';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let contributor: User;
let fork: RepositoryRecord;
let copy: WorkCopy;

beforeEach(async () => {
  world = await startWorld();
  contributor = world.github.admin.createUser('contributor');
  fork = await world.github.admin.forkRepository(world.repository, contributor);
  copy = await clone(world, contributor, 'contributor/credit');
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

async function propose(files: Readonly<Record<string, string>>): Promise<string> {
  const sha = await copy.commit(files);
  await copy.git('push', '--quiet', 'origin', 'HEAD:refs/heads/idea');
  const request = { ...REPOSITORY, title: 'Idea', head: 'contributor:idea', base: 'main' };
  await world.as(contributor).request('POST /repos/{owner}/{repo}/pulls', request);
  return sha;
}

const get = async () =>
  (
    await world
      .as(contributor)
      .request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...REPOSITORY, pull_number: 1 })
  ).data;

const merge = (token: string) =>
  world.client(token).request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...REPOSITORY, pull_number: 1 });

describe('a pull request from a fork', () => {
  test('names the fork as its head and brings its commits into the base', async () => {
    const sha = await propose({ 'idea.txt': 'one' });

    expect((await get()).head).toMatchObject({ sha, label: 'contributor:idea', repo: { id: fork.id, fork: true } });
    expect(await world.git('rev-parse', 'refs/pull/1/head')).toBe(sha);
    expect(world.github.events.log.at(-1)).toMatchObject({
      name: 'pull_request',
      repository: 'bank/credit',
      actor: { id: contributor.id },
    });
  });

  test('moves with the fork', async () => {
    await propose({ 'idea.txt': 'one' });
    const next = await copy.commit({ 'idea.txt': 'two' });
    await copy.git('push', '--quiet', 'origin', 'HEAD:refs/heads/idea');

    expect((await get()).head.sha).toBe(next);
    expect(await world.git('rev-parse', 'refs/pull/1/head')).toBe(next);
    expect(world.github.events.log.at(-1)).toMatchObject({ action: 'synchronize', repository: 'bank/credit' });
  });

  test('gives its author no way into the base', async () => {
    await propose({ 'idea.txt': 'one' });

    expect(await refusalOf(merge(world.github.admin.createToken(contributor)))).toMatchObject({ status: 403 });
    expect(
      await copy.refused(
        'push',
        `${world.github.apiUrl.replace('://', `://x:${world.github.admin.createToken(contributor)}@`)}/bank/credit.git`,
        'HEAD:main',
      ),
    ).toContain('denied to contributor');
  });

  test('that changes a workflow is not merged by a job', async () => {
    await propose({ '.github/workflows/decide.yml': 'on: push\n' });
    const token = createJobToken(world.github.state, {
      repository: 'bank/credit',
      permissions: { contents: 'write' },
      runId: 1,
      jobId: 1,
    });

    expect(await refusalOf(merge(token))).toMatchObject({ status: 403, message: expect.stringContaining('workflow') });
    expect((await merge(world.github.admin.createToken(world.owner))).status).toBe(200);
  });
});
