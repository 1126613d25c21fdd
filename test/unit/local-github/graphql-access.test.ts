import { createJobToken, type Permissions } from '@gatehouse/local-github';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askAs, inRepository } from './graphql-client.ts';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  const { admin } = world.github;
  const [risk, junior] = [admin.createUser('risk'), admin.createUser('junior')];
  const team = admin.createTeam({ org: 'bank', name: 'Risk', members: [risk] });
  admin.createTeam({ org: 'bank', name: 'Juniors', members: [junior], parent: team });
  admin.setCollaborator(world.repository, world.reader, 'read');
  await admin.createRepository({ owner: 'bank', name: 'secret', private: true });
});

afterAll(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const job = (permissions: Permissions): Ask =>
  askAs(world, createJobToken(world.github.state, { repository: 'bank/credit', permissions, runId: 1, jobId: 1 }));

function app(permissions: Permissions): Ask {
  const { admin } = world.github;
  const record = admin.createApp({ name: `App ${world.github.state.apps.size}`, owner: 'bank', permissions });
  return askAs(world, admin.createAppToken(admin.installApp(record, 'bank')));
}

const person = (login: string): Ask => {
  const user = [...world.github.state.users.values()].find((candidate) => candidate.login === login);
  if (user === undefined) throw new Error(`no ${login}`);
  return askAs(world, world.github.admin.createToken(user));
};

const TEAM = `{ organization(login: "bank") { team(slug: "risk") {
  members(first: 10) { nodes { login } edges { role } } own: members(first: 10, membership: IMMEDIATE) { nodes { login } } } } }`;
const SEEN = {
  organization: {
    team: {
      members: { nodes: [{ login: 'risk' }, { login: 'junior' }], edges: [{ role: 'MEMBER' }, { role: 'MEMBER' }] },
      own: { nodes: [{ login: 'risk' }] },
    },
  },
};

describe('without a token', () => {
  test.each([
    ['no token', () => null],
    ['an unknown token', () => 'ghp_nothing'],
  ])('%s is 401', async (_what, token) => {
    expect(await askAs(world, token())('{ viewer { login } }')).toMatchObject({ status: 401, data: undefined });
  });
});

describe('a team', () => {
  test.each([
    ['a member of the organisation', () => person('risk')],
    ['an App with members: read', () => app({ members: 'read' })],
  ])('is seen with the members of its child teams by %s', async (_what, ask) => {
    expect(await ask()(TEAM)).toMatchObject({ data: SEEN, errors: [] });
  });

  test('is null for people outside of the organisation', async () => {
    expect(await person('reader')(TEAM)).toMatchObject({ data: { organization: { team: null } }, errors: [] });
  });

  test.each([
    ['a job', () => job({ contents: 'write' })],
    ['an App without members: read', () => app({ contents: 'read' })],
  ])('is refused to %s', async (_what, ask) => {
    expect(await ask()(TEAM)).toMatchObject({
      data: { organization: { team: null } },
      errors: [{ type: 'FORBIDDEN', path: ['organization', 'team'] }],
    });
  });

  test('that does not exist is null', async () => {
    const answer = await person('risk')('{ organization(login: "bank") { team(slug: "none") { id } } }');
    expect(answer).toMatchObject({ data: { organization: { team: null } }, errors: [] });
  });
});

describe('collaborators', () => {
  const query = inRepository('collaborators(login: "reader", first: 1) { edges { permission node { databaseId } } }');

  test.each([
    ['a person who may push', () => person('maintainer')],
    ['an App, whatever its permissions', () => app({ contents: 'read' })],
    ['a job', () => job({ contents: 'read' })],
  ])('are shown to %s', async (_what, ask) => {
    expect(await ask()(query)).toMatchObject({
      data: {
        repository: { collaborators: { edges: [{ permission: 'READ', node: { databaseId: world.reader.id } }] } },
      },
      errors: [],
    });
  });

  test('are refused to a person who may not push', async () => {
    expect(await person('reader')(query)).toMatchObject({
      data: { repository: { collaborators: null } },
      errors: [{ type: 'FORBIDDEN', message: 'Must have push access to view repository collaborators.' }],
    });
  });

  test.each([
    [
      'somebody without a right of their own',
      inRepository('collaborators(login: "nobody", first: 1) { edges { permission } }'),
    ],
    [
      'a part of a login, which is no login',
      inRepository('collaborators(login: "read", first: 1) { edges { permission } }'),
    ],
  ])('are none for %s', async (_what, asked) => {
    expect(await person('maintainer')(asked)).toMatchObject({ data: { repository: { collaborators: { edges: [] } } } });
  });

  test.each(['triage', 'maintain', 'write', 'admin'] as const)('are shown with their role: %s', async (role) => {
    const user = world.github.admin.createUser(`with-${role}`);
    world.github.admin.setCollaborator(world.repository, user, role);
    const asked = inRepository(`collaborators(login: "with-${role}", first: 1) { edges { permission } }`);
    const { data } = await person('maintainer')(asked);
    expect(Object(data).repository.collaborators.edges).toEqual([{ permission: role.toUpperCase() }]);
  });

  test('are found by a part of their login', async () => {
    const asked = inRepository('collaborators(query: "read", first: 5) { nodes { login } }');
    expect(await person('maintainer')(asked)).toMatchObject({
      data: { repository: { collaborators: { nodes: [{ login: 'reader' }] } } },
    });
  });
});

describe('a permission that a job lacks', () => {
  test.each([
    ['contents:read', 'object(expression: "HEAD") { oid }', 'object'],
    ['contents:read', 'ref(qualifiedName: "main") { name }', 'ref'],
    ['contents:read', 'defaultBranchRef { name }', 'defaultBranchRef'],
    ['pull-requests:read', 'pullRequest(number: 1) { id }', 'pullRequest'],
    ['pull-requests:read', 'mergeQueue(branch: "main") { id }', 'mergeQueue'],
  ])('%s refuses its field only', async (permission, selection, field) => {
    const [name = ''] = permission.split(':');
    const query = inRepository(`id ${selection}`);
    expect(await job({ metadata: 'read' })(query)).toMatchObject({
      data: { repository: { id: expect.any(String), [field]: null } },
      errors: [{ type: 'FORBIDDEN', path: ['repository', field], message: 'Resource not accessible by integration' }],
    });
    const { errors } = await job({ [name]: 'read' })(query);
    expect(errors.filter(({ type }) => type === 'FORBIDDEN')).toEqual([]);
  });

  test('checks:read refuses check suites', async () => {
    const query = inRepository(
      'object(expression: "HEAD") { ... on Commit { oid checkSuites(first: 1) { totalCount } } }',
    );
    const { data, errors } = await job({ contents: 'read' })(query);
    expect(data).toMatchObject({ repository: { object: { oid: world.sha, checkSuites: null } } });
    expect(errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  });
});

describe('a private repository', () => {
  const query = '{ repository(owner: "bank", name: "secret") { id } }';

  test.each([
    ['a stranger', () => person('reader')],
    ['a job of another repository', () => job({ contents: 'write' })],
  ])('does not exist for %s', async (_what, ask) => {
    expect(await ask()(query)).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] });
  });

  test('exists for an App that is installed there', async () => {
    expect((await app({ contents: 'read' })(query)).errors).toEqual([]);
  });
});

describe('accounts', () => {
  test('a bot is named without what marks it in the REST API', async () => {
    const { admin } = world.github;
    const permissions = { contents: 'write', 'pull-requests': 'write' } as const;
    const record = admin.createApp({ name: 'Trainer', owner: 'bank', permissions });
    const token = admin.createAppToken(admin.installApp(record, 'bank'));
    await world.git('branch', 'bot', 'main');
    await world.commit('bot', { 'a.txt': 'a' });
    const made = await world.client(token).request('POST /repos/{owner}/{repo}/pulls', {
      owner: 'bank',
      repo: 'credit',
      title: 'Retrain',
      head: 'bot',
      base: 'main',
    });
    const { data } = await person('maintainer')(
      inRepository(
        `pullRequest(number: ${made.data.number}) { author { __typename login ... on Bot { databaseId } } }`,
      ),
    );
    expect(made.data.user.login).toBe('trainer[bot]');
    expect(Object(data).repository.pullRequest.author).toEqual({
      __typename: 'Bot',
      login: 'trainer',
      databaseId: record.bot.id,
    });
  });
});
