import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, AUTHOR, connect, REPO } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const account = { id: 7, login: 'author', type: 'User' } as const;

describe('permission', () => {
  test.each([
    { answer: { permission: 'admin', user: { id: 7 } }, expected: 'admin' },
    { answer: { permission: 'write', user: { id: 7 } }, expected: 'write' },
    { answer: { permission: 'read', user: { id: 7 } }, expected: 'read' },
    { answer: { permission: 'none', user: { id: 7 } }, expected: 'none' },
    { answer: { permission: 'toString', user: { id: 7 } }, expected: 'unknown' },
    { answer: { permission: 'admin', user: { id: 8 } }, expected: 'unknown' },
    { answer: { permission: 'admin', user: null }, expected: 'unknown' },
  ])('$answer is $expected', async ({ answer, expected }) => {
    nock(API).get(`${REPO}/collaborators/author/permission`).reply(200, answer);

    await expect(connect().github.people.permission(account)).resolves.toBe(expected);
  });

  test.each([403, 404])('%i is unknown, not none', async (status) => {
    nock(API).get(`${REPO}/collaborators/author/permission`).reply(status, { message: 'no' });

    await expect(connect().github.people.permission(account)).resolves.toBe('unknown');
  });
});

describe('account', () => {
  test.each([
    { type: 'User', expected: 'User' },
    { type: 'Bot', expected: 'Bot' },
    { type: 'Mannequin', expected: 'Bot' },
  ])('type $type counts as $expected', async ({ type, expected }) => {
    nock(API)
      .get('/users/author')
      .reply(200, { ...AUTHOR, type });

    await expect(connect().github.people.account('author')).resolves.toMatchObject({ type: expected });
  });

  test('is null when there is none', async () => {
    nock(API).get('/users/nobody').reply(404, { message: 'Not Found' });

    await expect(connect().github.people.account('nobody')).resolves.toBeNull();
  });
});

describe('teamMembers', () => {
  const members = '/orgs/acme/teams/risk/members';

  test('are read with the organisation token', async () => {
    nock(API, { reqheaders: { authorization: 'token org-token' } })
      .get(members)
      .query(true)
      .reply(200, [AUTHOR]);

    const { github } = connect({ orgToken: 'org-token' });

    await expect(github.people.teamMembers('acme/risk')).resolves.toEqual([AUTHOR]);
  });

  test.each([403, 404])('%i is null: membership is unknown', async (status) => {
    nock(API).get(members).query(true).reply(status, { message: 'no' });

    await expect(connect().github.people.teamMembers('acme/risk')).resolves.toBeNull();
  });

  test('a team without members is an empty list, not null', async () => {
    nock(API).get(members).query(true).reply(200, []);

    await expect(connect().github.people.teamMembers('acme/risk')).resolves.toEqual([]);
  });

  test.each(['risk', 'acme/risk/x'])('"%s" is no team name', async (team) => {
    await expect(connect().github.people.teamMembers(team)).resolves.toBeNull();
  });
});
