import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clone } from './work-copy.ts';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let api: Octokit;

beforeEach(async () => {
  world = await startWorld();
  api = world.as(world.owner);
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

describe('the role of a collaborator', () => {
  const roles = [
    ['pull', 'read', 'read'],
    ['triage', 'triage', 'read'],
    ['push', 'write', 'write'],
    ['maintain', 'maintain', 'write'],
    ['admin', 'admin', 'admin'],
  ] as const;

  test.each(roles)('given as %s is %s, and worth %s', async (permission, role_name, worth) => {
    const about = { ...REPOSITORY, username: 'reader' };
    await api.request('PUT /repos/{owner}/{repo}/collaborators/{username}', { ...about, permission });
    const { data } = await api.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', about);

    expect(data).toMatchObject({ permission: worth, role_name, user: { id: world.reader.id } });
  });
});

describe('the list of collaborators', () => {
  const list = async (query: { affiliation?: 'outside' | 'direct' | 'all'; permission?: 'push' }) => {
    const route = 'GET /repos/{owner}/{repo}/collaborators';
    return (await api.request(route, { ...REPOSITORY, ...query })).data.map(({ login }) => login);
  };

  test.each([
    [{}, ['maintainer', 'reader', 'member', 'inside']],
    [{ affiliation: 'direct' }, ['reader', 'inside']],
    [{ affiliation: 'outside' }, ['reader']],
    [{ permission: 'push' }, ['maintainer', 'inside']],
  ] as const)('%j: %j', async (query, expected) => {
    const { admin } = world.github;
    const [member, inside] = [admin.createUser('member'), admin.createUser('inside')];
    admin.createTeam({ org: 'bank', name: 'risk', members: [member, inside] });
    admin.setCollaborator(world.repository, world.reader, 'triage');
    admin.setCollaborator(world.repository, inside, 'maintain');

    expect(await list(query)).toEqual(expected);
  });

  test('comes in pages', async () => {
    for (const number of [1, 2, 3]) {
      world.github.admin.setCollaborator(world.repository, world.github.admin.createUser(`user-${number}`), 'write');
    }
    const { headers } = await api.request('GET /repos/{owner}/{repo}/collaborators', { ...REPOSITORY, per_page: 2 });

    expect(headers.link).toContain('rel="next"');
  });

  test('is for those who may push', async () => {
    const list = world.as(world.reader).request('GET /repos/{owner}/{repo}/collaborators', REPOSITORY);

    expect(await refusalOf(list)).toMatchObject({ status: 403 });
  });
});

describe('a team', () => {
  const membership = (username: string, team_slug = 'risk', as = api) =>
    as.request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', { org: 'bank', team_slug, username });

  test('loses a member who leaves it, or who leaves the organisation', async () => {
    const { admin } = world.github;
    const [first, second] = [admin.createUser('first'), admin.createUser('second')];
    admin.createTeam({ org: 'bank', name: 'risk', members: [first, second] });
    expect((await membership('first')).data.state).toBe('active');
    await api.request('DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}', {
      org: 'bank',
      team_slug: 'risk',
      username: 'first',
    });
    await api.request('DELETE /orgs/{org}/members/{username}', { org: 'bank', username: 'second' });

    expect(await refusalOf(membership('first'))).toMatchObject({ status: 404 });
    expect(await refusalOf(membership('second'))).toMatchObject({ status: 404 });
  });

  test('counts members of its child teams, and lists those teams', async () => {
    const { admin } = world.github;
    const parent = admin.createTeam({ org: 'bank', name: 'risk' });
    admin.createTeam({ org: 'bank', name: 'models', parent, members: [world.reader] });
    const children = await api.request('GET /orgs/{org}/teams/{team_slug}/teams', { org: 'bank', team_slug: 'risk' });

    expect((await membership('reader')).data.state).toBe('active');
    expect(children.data.map(({ slug }) => slug)).toEqual(['models']);
  });

  test('is changed by administrators and its maintainers only', async () => {
    const member = world.github.admin.createUser('member');
    world.github.admin.createTeam({ org: 'bank', name: 'risk', members: [member] });
    const put = (as: Octokit) =>
      as.request('PUT /orgs/{org}/teams/{team_slug}/memberships/{username}', {
        org: 'bank',
        team_slug: 'risk',
        username: 'reader',
      });

    expect(await refusalOf(put(world.as(member)))).toMatchObject({ status: 403 });
    expect((await put(api)).data).toMatchObject({ state: 'active' });
  });

  test('that is secret is seen by its members and administrators', async () => {
    const { admin } = world.github;
    const [inside, outside] = [admin.createUser('inside'), admin.createUser('outside')];
    admin.createTeam({ org: 'bank', name: 'risk', members: [inside], privacy: 'secret' });
    admin.createTeam({ org: 'bank', name: 'others', members: [outside] });

    expect((await membership('inside', 'risk', world.as(inside))).status).toBe(200);
    expect(await refusalOf(membership('inside', 'risk', world.as(outside)))).toMatchObject({ status: 404 });
  });
});

describe('a renamed person', () => {
  test('keeps the numeric id; the old login is nobody', async () => {
    const { id } = world.reader;
    world.github.admin.renameUser(world.reader, 'writer');

    expect((await api.request('GET /users/{username}', { username: 'writer' })).data.id).toBe(id);
    expect((await api.request('GET /user/{account_id}', { account_id: id })).data.login).toBe('writer');
    expect(await refusalOf(api.request('GET /users/{username}', { username: 'reader' }))).toMatchObject({
      status: 404,
    });
  });

  test('is still the author of earlier commits', async () => {
    const copy = await clone(world, world.owner);
    const sha = await copy.commit({ 'a.txt': 'a' });
    await copy.git('push', '--quiet', 'origin', 'main');
    world.github.admin.renameUser(world.owner, 'lead');
    const { data } = await api.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...REPOSITORY, ref: sha });

    expect(data.author).toMatchObject({ login: 'lead', id: world.owner.id });
  });
});

describe('the activity of a repository', () => {
  const ACTIVITY = 'GET /repos/{owner}/{repo}/activity';

  beforeEach(async () => {
    const copy = await clone(world, world.owner);
    await copy.git('checkout', '--quiet', '-b', 'side');
    for (const text of ['a', 'b']) {
      await copy.commit({ 'a.txt': text });
      await copy.git('push', '--quiet', 'origin', 'side');
      world.clock.now = new Date(world.clock.now.getTime() + 3 * 86_400_000);
    }
    await copy.git('commit', '--quiet', '--amend', '-m', 'Another');
    await copy.git('push', '--quiet', '--force', 'origin', 'side');
    await copy.git('push', '--quiet', 'origin', ':side');
  });

  test.each([
    [{}, ['branch_deletion', 'force_push', 'push', 'branch_creation']],
    [{ direction: 'asc' }, ['branch_creation', 'push', 'force_push', 'branch_deletion']],
    [{ activity_type: 'force_push' }, ['force_push']],
    [{ time_period: 'day' }, ['branch_deletion', 'force_push']],
    [{ actor: 'reader' }, []],
    [{ ref: 'main' }, []],
    [{ ref: 'refs/heads/side', activity_type: 'push' }, ['push']],
  ] as const)('%j: %j, also of a branch that is gone', async (query, expected) => {
    const { data } = await api.request(ACTIVITY, { ...REPOSITORY, ...query });

    expect(data.map(({ activity_type }) => activity_type)).toEqual(expected);
    expect(data.every(({ actor }) => actor?.id === world.owner.id)).toBe(true);
  });

  test('comes in pages by cursors, forth and back', async () => {
    const first = await api.request(ACTIVITY, { ...REPOSITORY, per_page: 3 });
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
    const second = await api.request(`GET ${next}`);
    const back = /<([^>]+)>; rel="prev"/.exec(second.headers.link ?? '')?.[1] ?? '';

    expect(new URL(next).searchParams.has('after')).toBe(true);
    expect(second.data).toMatchObject([{ activity_type: 'branch_creation' }]);
    expect((await api.request(`GET ${back}`)).data).toEqual(first.data);
  });
});
