import type { User } from '@gatehouse/local-github';
import { createJobToken } from '@gatehouse/local-github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clone, cloneWith, remoteUrl, type WorkCopy } from './work-copy.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let author: User;
let copy: WorkCopy;

beforeEach(async () => {
  world = await startWorld();
  author = world.github.admin.createUser('author');
  world.github.admin.setCollaborator(world.repository, author, 'write');
  copy = await clone(world, author);
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const names = () => world.github.events.log.map((event) => `${event.name} ${event.ref}`);

describe('pushing', () => {
  test('moves the branch and tells of it with before, after and the files of each commit', async () => {
    const sha = await copy.commit({ 'train.mjs': 'export {};\n' });

    await copy.git('push', '--quiet', 'origin', 'main');

    expect(await world.git('rev-parse', 'main')).toBe(sha);
    expect(names()).toEqual(['push refs/heads/main']);
    expect(world.github.events.log[0]).toMatchObject({
      sha,
      actor: { login: 'author' },
      causedBy: 'user',
      payload: {
        before: world.sha,
        after: sha,
        forced: false,
        commits: [{ id: sha, added: ['train.mjs'], author: { username: 'author' } }],
        head_commit: { id: sha },
      },
    });
  });

  test('tells of created and deleted branches and tags', async () => {
    await copy.git('push', '--quiet', 'origin', 'HEAD:refs/heads/feature/one');
    await copy.git('-c', 'user.name=a', 'tag', '-a', '-m', 'First', 'mortgage@v1.0.0');
    await copy.git('push', '--quiet', 'origin', 'refs/tags/mortgage@v1.0.0');
    await copy.git('push', '--quiet', 'origin', ':refs/heads/feature/one');

    expect(names()).toEqual([
      'create refs/heads/feature/one',
      'push refs/heads/feature/one',
      'create refs/tags/mortgage@v1.0.0',
      'push refs/tags/mortgage@v1.0.0',
      'delete refs/heads/main',
      'push refs/heads/feature/one',
    ]);
    expect(world.github.events.log[3]?.sha).toBe(world.sha);
  });

  test('works under the host name of pages, where the toolkit expects the server', async () => {
    const url = remoteUrl(world, world.github.admin.createToken(author)).replace('127.0.0.1', 'github.localhost');

    expect(await copy.git('ls-remote', url, 'refs/heads/main')).toBe(`${world.sha}\trefs/heads/main`);
  });

  test('takes a pack larger than one request chunk, gzipped or not', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `${index * 7919}`).join('\n');
    const sha = await copy.commit({ 'data.csv': lines });

    await copy.git('-c', 'http.postBuffer=65536', 'push', '--quiet', 'origin', 'main');

    expect(await world.git('rev-parse', 'main')).toBe(sha);
    expect((await clone(world, author)).folder).not.toBe(copy.folder);
  });
});

describe('who may', () => {
  const cases = [
    {
      name: 'a reader cannot push',
      token: () => world.github.admin.createToken(world.reader),
      says: 'denied to reader',
    },
    {
      name: 'a job without contents: write cannot push',
      token: () => jobToken({ contents: 'read' }),
      says: 'denied to github-actions[bot]',
    },
    { name: 'a revoked token cannot push', token: () => 'ghp_unknown', says: 'Authentication failed' },
  ];

  test.each(cases)('$name', async ({ token, says }) => {
    await copy.commit({ 'a.txt': 'a' });

    expect(await copy.refused('push', remoteUrl(world, token()), 'main')).toContain(says);
    expect(await world.git('rev-parse', 'main')).toBe(world.sha);
  });

  test('a private repository is not found by strangers, and asks those without a token for one', async () => {
    const secret = await world.github.admin.createRepository({ owner: 'bank', name: 'secret', private: true });

    expect(
      await copy.refused('ls-remote', remoteUrl(world, world.github.admin.createToken(author), 'bank/secret')),
    ).toContain('not found');
    const anonymous = await fetch(`${world.github.apiUrl}/bank/secret.git/info/refs?service=git-upload-pack`);
    expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="GitHub"']);
    world.github.admin.setCollaborator(secret, author, 'read');
    expect(await copy.git('ls-remote', remoteUrl(world, world.github.admin.createToken(author), 'bank/secret'))).toBe(
      '',
    );
  });

  test('a job that may write contents can push, but no workflow file', async () => {
    const job = await cloneWith(world, { token: jobToken({ contents: 'write' }), email: 'bot@example.com' });
    await job.commit({ 'evidence.json': '{}' });
    await job.git('push', '--quiet', 'origin', 'HEAD:refs/heads/evidence');
    await job.commit({ '.github/workflows/decide.yml': 'on: push\n' });

    const refusal = await job.refused('push', 'origin', 'HEAD:refs/heads/evidence');

    expect(refusal).toContain('refusing to allow a GitHub App to create or update workflow');
    expect(world.github.events.log.map((event) => event.causedBy)).toEqual(['job', 'job']);
  });
});

describe('protected refs', () => {
  test('a branch with required checks or reviews takes no direct push', async () => {
    world.github.admin.protectBranch(world.repository, 'main', {
      requiredReviews: { count: 1, dismissStale: false, requireLastPushApproval: false },
    });
    await copy.commit({ 'a.txt': 'a' });

    expect(await copy.refused('push', 'origin', 'main')).toContain('GH006');

    world.github.admin.protectBranch(world.repository, 'main', {
      requiredStatusChecks: { strict: false, checks: [{ context: 'gate', appId: null }] },
    });
    expect(await copy.refused('push', 'origin', 'main')).toContain('Required status check "gate" is expected.');
    expect(await world.git('rev-parse', 'main')).toBe(world.sha);
    expect(names()).toEqual([]);
  });

  test('protection alone forbids force pushes and deletion', async () => {
    world.github.admin.protectBranch(world.repository, 'main', {});
    await copy.commit({ 'a.txt': 'a' });
    await copy.git('push', '--quiet', 'origin', 'main');
    await copy.git('reset', '--quiet', '--hard', 'HEAD~1');
    await copy.commit({ 'b.txt': 'b' });

    expect(await copy.refused('push', '--force', 'origin', 'main')).toContain('GH003');
    expect(await copy.refused('push', 'origin', ':main')).toContain('Cannot delete');
  });

  test('a ruleset keeps tags for an App', async () => {
    const app = world.github.admin.createApp({ name: 'Registry', owner: 'bank', permissions: { contents: 'write' } });
    const token = world.github.admin.createAppToken(world.github.admin.installApp(app, 'bank'));
    world.github.admin.addRuleset(world.repository, {
      name: 'versions',
      target: 'tag',
      enforcement: 'active',
      include: ['refs/tags/*@*'],
      exclude: [],
      bypass: [{ actorId: app.id, actorType: 'Integration', mode: 'always' }],
      rules: [{ type: 'creation', parameters: {} }],
    });
    await copy.git('tag', 'mortgage@v1.0.0');
    await copy.git('tag', 'note');

    expect(await copy.refused('push', 'origin', 'mortgage@v1.0.0')).toContain('creations being restricted');
    await copy.git('push', '--quiet', 'origin', 'note');
    await copy.git('push', '--quiet', remoteUrl(world, token), 'mortgage@v1.0.0');
    expect(await world.git('tag')).toBe('mortgage@v1.0.0\nnote');
  });

  test('refs of pull requests belong to GitHub', async () => {
    expect(await copy.refused('push', 'origin', 'HEAD:refs/pull/7/head')).toContain('hidden ref');
  });
});

function jobToken(permissions: Readonly<Record<string, 'read' | 'write'>>): string {
  return createJobToken(world.github.state, { repository: 'bank/credit', permissions, runId: 1, jobId: 1 });
}
