import { createJobToken, revokeToken, type User } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let stranger: User;

beforeEach(async () => {
  world = await startWorld();
  stranger = world.github.admin.createUser('stranger');
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const job = (permissions: Readonly<Record<string, 'read' | 'write'>>, repository = 'bank/credit'): Octokit =>
  world.client(createJobToken(world.github.state, { repository, permissions, runId: 1, jobId: 1 }));

const getRepository = (api: Octokit, repo = 'credit') =>
  api.request('GET /repos/{owner}/{repo}', { ...REPOSITORY, repo });
const listPulls = (api: Octokit, repo = 'credit') =>
  api.request('GET /repos/{owner}/{repo}/pulls', { ...REPOSITORY, repo });
const createRef = (api: Octokit) =>
  api.request('POST /repos/{owner}/{repo}/git/refs', { ...REPOSITORY, ref: 'refs/heads/new', sha: world.sha });

describe('tokens', () => {
  test('that are unknown or revoked are 401, not anonymous', async () => {
    const token = world.github.admin.createToken(stranger);
    revokeToken(world.github.state, token);

    expect(await refusalOf(getRepository(world.client(token)))).toMatchObject({
      status: 401,
      message: expect.stringContaining('Bad credentials'),
    });
    expect(await refusalOf(getRepository(world.client('ghp_nothing')))).toMatchObject({ status: 401 });
    expect((await fetch(`${world.github.apiUrl}/repos/bank/credit`)).status).toBe(200);
  });

  test('of an installation die after an hour', async () => {
    const { admin } = world.github;
    const app = admin.createApp({ name: 'Gate', owner: 'bank', permissions: { contents: 'read' } });
    const api = world.client(admin.createAppToken(admin.installApp(app, 'bank')));

    expect((await listRefs(api)).status).toBe(200);
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000);
    expect(await refusalOf(listRefs(api))).toMatchObject({ status: 401 });
  });
});

const listRefs = (api: Octokit) =>
  api.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', { ...REPOSITORY, ref: 'heads/' });

describe('permissions', () => {
  test('of a job are what its workflow asked for, in its own repository only', async () => {
    await world.github.admin.createRepository({ owner: 'bank', name: 'other', private: true });

    expect((await listPulls(job({ 'pull-requests': 'read' }))).status).toBe(200);
    expect(await refusalOf(listPulls(job({ contents: 'read' })))).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    expect(await refusalOf(createRef(job({ contents: 'read' })))).toMatchObject({ status: 403 });
    expect((await createRef(job({ contents: 'write' }))).status).toBe(201);
    expect(await refusalOf(listPulls(job({ 'pull-requests': 'write' }), 'other'))).toMatchObject({ status: 404 });
  });

  test('of an App are those of its installation, and its repositories', async () => {
    const { admin } = world.github;
    await admin.createRepository({ owner: 'bank', name: 'other', private: true });
    const app = admin.createApp({ name: 'Gate', owner: 'bank', permissions: { 'pull-requests': 'read' } });
    const everywhere = world.client(admin.createAppToken(admin.installApp(app, 'bank')));
    const narrow = world.client(admin.createAppToken(admin.installApp(app, 'bank', { repositories: ['bank/credit'] })));

    expect((await listPulls(everywhere, 'other')).status).toBe(200);
    expect((await listPulls(narrow)).status).toBe(200);
    expect(await refusalOf(listPulls(narrow, 'other'))).toMatchObject({ status: 404 });
    expect(await refusalOf(createRef(everywhere))).toMatchObject({ status: 403 });
  });

  test('of people come from collaboration, teams and their children; without any, a private repository is not found', async () => {
    const { admin } = world.github;
    const secret = await admin.createRepository({ owner: 'bank', name: 'secret', private: true });
    expect(await refusalOf(getRepository(world.as(stranger), 'secret'))).toMatchObject({ status: 404 });
    expect(await refusalOf(createRef(world.as(stranger)))).toMatchObject({ status: 403 });

    const parent = admin.createTeam({ org: 'bank', name: 'Risk' });
    admin.createTeam({ org: 'bank', name: 'Validators', members: [stranger], parent });
    admin.setTeamPermission(secret, parent, 'write');

    expect((await getRepository(world.as(stranger), 'secret')).data.permissions).toMatchObject({
      push: true,
      admin: false,
    });
    const level = await world.as(world.owner).request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      ...REPOSITORY,
      repo: 'secret',
      username: 'stranger',
    });
    expect(level.data).toMatchObject({ permission: 'write', role_name: 'write', user: { id: stranger.id } });
  });

  test('administration is for administrators', async () => {
    const enable = (api: Octokit) => api.request('PUT /repos/{owner}/{repo}/immutable-releases', REPOSITORY);
    const check = (api: Octokit) => api.request('GET /repos/{owner}/{repo}/immutable-releases', REPOSITORY);
    world.github.admin.setCollaborator(world.repository, stranger, 'write');

    expect(await refusalOf(enable(world.as(stranger)))).toMatchObject({ status: 403 });
    expect(await refusalOf(check(world.as(world.owner)))).toMatchObject({ status: 404 });
    await enable(world.as(world.owner));
    expect((await check(world.as(world.owner))).data.enabled).toBe(true);
  });
});

describe('teams', () => {
  const members = (api: Octokit) =>
    api.request('GET /orgs/{org}/teams/{team_slug}/members', { org: 'bank', team_slug: 'model-risk' });
  const membership = (api: Octokit, username: string) =>
    api.request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
      org: 'bank',
      team_slug: 'model-risk',
      username,
    });

  test('are seen by members and by Apps with members: read, and by nobody else', async () => {
    const { admin } = world.github;
    admin.createTeam({ org: 'bank', name: 'Model Risk', members: [stranger] });
    const app = admin.createApp({ name: 'Gate', owner: 'bank', permissions: { members: 'read' } });
    const installation = admin.installApp(app, 'bank');
    const allowed = world.client(admin.createAppToken(installation));

    expect((await members(allowed)).data.map((user) => user.id)).toEqual([stranger.id]);
    expect((await membership(allowed, 'stranger')).data).toMatchObject({ state: 'active', role: 'member' });
    expect((await members(world.as(stranger))).status).toBe(200);
    expect(await refusalOf(membership(allowed, 'reader'))).toMatchObject({ status: 404 });
    expect(await refusalOf(members(world.as(world.reader)))).toMatchObject({ status: 404 });
    expect(await refusalOf(members(job({ contents: 'write' })))).toMatchObject({ status: 404 });
    expect(
      await refusalOf(members(world.client(admin.createAppToken(installation, { permissions: { contents: 'read' } })))),
    ).toMatchObject({ status: 404 });
  });
});

test('an interception stands in for GitHub until it is ended', async () => {
  const end = world.github.intercept(({ path }) =>
    path === '/repos/bank/credit' ? { status: 502, body: { message: 'Server Error' } } : null,
  );

  expect(await refusalOf(getRepository(world.as(stranger)))).toMatchObject({ status: 502 });
  end();
  expect((await getRepository(world.as(stranger))).status).toBe(200);
});
