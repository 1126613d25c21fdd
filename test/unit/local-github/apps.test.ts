import type { AppRecord, InstallationRecord } from '@gatehouse/local-github';
import { createAppAuth } from '@octokit/auth-app';
import { request } from '@octokit/request';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPO = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let app: AppRecord;
let installation: InstallationRecord;

beforeEach(async () => {
  world = await startWorld();
  // App JSON web tokens are made by the client's own clock.
  world.clock.now = new Date();
  const permissions = { checks: 'write', contents: 'write', members: 'read', 'pull-requests': 'read' } as const;
  app = world.github.admin.createApp({ name: 'Governance', owner: 'bank', permissions });
  installation = world.github.admin.installApp(app, 'bank');
});

afterEach(() => world.close());

describe('an App', () => {
  test('is known by its key', async () => {
    const { token } = await auth()({ type: 'app' });
    const { data } = await world.client(token).request('GET /app');
    expect(data).toMatchObject({
      id: app.id,
      slug: 'governance',
      permissions: { pull_requests: 'read', metadata: 'read' },
    });
  });

  test('finds its installation from a repository, and gets a token that works', async () => {
    const { token: jwt } = await auth()({ type: 'app' });
    const found = await world.client(jwt).request('GET /repos/{owner}/{repo}/installation', REPO);
    expect(found.data.id).toBe(installation.id);
    const { token } = await auth()({ type: 'installation', installationId: found.data.id });
    const { data } = await world.client(token).request('GET /installation/repositories');
    expect(data.repositories.map(({ full_name }) => full_name)).toEqual(['bank/credit']);
  });

  test('is refused with another key', async () => {
    const other = world.github.admin.createApp({ name: 'Other', owner: 'bank', permissions: {} });
    const forged = createAppAuth({
      appId: app.id,
      privateKey: other.privateKeyPem,
      request: request.defaults({ baseUrl: world.github.apiUrl }),
    });
    const { token } = await forged({ type: 'app' });
    expect(await refusalOf(world.client(token).request('GET /app'))).toMatchObject({ status: 401 });
  });

  test('sees no installation of another App', async () => {
    const other = world.github.admin.createApp({ name: 'Other', owner: 'bank', permissions: {} });
    const { token } = await auth(other)({ type: 'app' });
    const found = world
      .client(token)
      .request('GET /app/installations/{installation_id}', { installation_id: installation.id });
    expect(await refusalOf(found)).toMatchObject({ status: 404 });
  });

  test('its JSON web token opens no repository', async () => {
    const { token } = await auth()({ type: 'app' });
    expect(await refusalOf(world.client(token).request('GET /repos/{owner}/{repo}', REPO))).toMatchObject({
      status: 401,
    });
  });
});

describe('an installation token', () => {
  test('can be narrowed in permissions and to one repository', async () => {
    const other = await world.github.admin.createRepository({ owner: 'bank', name: 'other' });
    const issued = await auth()({
      type: 'installation',
      installationId: installation.id,
      repositoryNames: ['credit'],
      permissions: { contents: 'read' },
    });
    const client = world.client(issued.token);
    expect(issued).toMatchObject({ repositorySelection: 'selected', permissions: { contents: 'read' } });
    const write = (repo: string): Promise<unknown> =>
      client.request('POST /repos/{owner}/{repo}/check-runs', { owner: 'bank', repo, name: 'n', head_sha: world.sha });
    expect(await refusalOf(write('credit'))).toMatchObject({ status: 403 });
    expect(await refusalOf(write(other.name))).toMatchObject({ status: 403 });
  });

  test.each([
    ['more permissions than the installation has', { permissions: { contents: 'write', deployments: 'write' } }],
    ['a repository that does not exist', { repositories: ['nowhere'] }],
  ])('cannot be had with %s', async (_what, body) => {
    const { token } = await auth()({ type: 'app' });
    const asked = world.client(token).request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation.id,
      ...Object(body),
    });
    expect(await refusalOf(asked)).toMatchObject({ status: 422 });
  });

  test('dies after an hour, and when it is given back', async () => {
    const use = (token: string): Promise<unknown> => world.client(token).request('GET /repos/{owner}/{repo}', REPO);
    const first = world.github.admin.createAppToken(installation);
    const second = world.github.admin.createAppToken(installation);
    await use(first);
    await world.client(second).request('DELETE /installation/token');
    expect(await refusalOf(use(second))).toMatchObject({ status: 401 });
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000);
    expect(await refusalOf(use(first))).toMatchObject({ status: 401 });
  });
});

test('asking for the rate limit costs nothing', async () => {
  const client = world.client(world.github.admin.createToken(world.owner));
  const used = async (): Promise<number> => (await client.request('GET /rate_limit')).data.rate.used;
  expect(await used()).toBe(0);
  await client.request('GET /repos/{owner}/{repo}', REPO);
  expect(await used()).toBe(1);
  expect(await used()).toBe(1);
});

function auth(of: AppRecord = app) {
  return createAppAuth({
    appId: of.id,
    privateKey: of.privateKeyPem,
    request: request.defaults({ baseUrl: world.github.apiUrl }),
  });
}
