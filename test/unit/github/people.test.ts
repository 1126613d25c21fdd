import type { Account, Permission } from '@gatehouse/core';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, REPO } from './connect.ts';
import { connectGraphql, data, page } from './fake-graphql.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const account: Account = { id: 7, login: 'author', type: 'User' };
const edge = (permission: string, databaseId: number | null = 7): unknown => ({ permission, node: { databaseId } });

describe('permissions', () => {
  test.each<[unknown[], Permission]>([
    [[edge('ADMIN')], 'admin'],
    [[edge('MAINTAIN')], 'write'],
    [[edge('WRITE')], 'write'],
    [[edge('TRIAGE')], 'read'],
    [[edge('READ')], 'read'],
    [[edge('TO_STRING')], 'unknown'],
    [[edge('ADMIN', 8)], 'unknown'],
    [[edge('ADMIN', null)], 'unknown'],
    [[edge('READ', 8), edge('WRITE')], 'write'],
    [[], 'none'],
  ])('%j is %s', async (edges, expected) => {
    const { github } = connectGraphql(() => data({ p0: { edges } }));

    await expect(github.people.permissions([account])).resolves.toEqual(new Map([[7, expected]]));
  });

  test('of many people are one request, each asked about once', async () => {
    const people = Array.from({ length: 30 }, (_, index): Account => ({ id: index, login: `p${index}`, type: 'User' }));
    const { github, sent } = connectGraphql(() =>
      data(Object.fromEntries(people.map(({ id }) => [`p${id}`, { edges: [edge('WRITE', id)] }]))),
    );

    const permissions = await github.people.permissions([...people, ...people]);

    expect([...permissions]).toEqual(people.map(({ id }) => [id, 'write']));
    expect(sent).toHaveLength(1);
    expect(Object.keys(sent[0]?.variables ?? {})).toHaveLength(32);
  });

  const REFUSED = [
    ['an error', [{ type: 'FORBIDDEN', message: 'Must have push access', path: ['q0', 'p0'] }]],
    ['null alone', []],
  ] as const;

  test.each(REFUSED)('refused with %s are read from the list of collaborators', async (_, errors) => {
    const { github } = connectGraphql(() => data({ p0: null, p1: null }, ...errors));
    nock(API)
      .get(`${REPO}/collaborators`)
      .query({ per_page: 100, page: 1 })
      .reply(200, [{ id: 7, permissions: { admin: false, maintain: false, push: true, triage: true, pull: true } }]);

    const permissions = await github.people.permissions([account, { ...account, id: 8, login: 'other' }]);

    expect(permissions).toEqual(
      new Map([
        [7, 'write'],
        [8, 'none'],
      ]),
    );
  });

  test.each([403, 404])('that nothing shows (%i) are unknown, not none', async (status) => {
    const { github } = connectGraphql(() => data({ p0: null }));
    nock(API).get(`${REPO}/collaborators`).query(true).reply(status, { message: 'no' });

    await expect(github.people.permissions([account])).resolves.toEqual(new Map([[7, 'unknown']]));
  });

  test('of a repository that cannot be seen are an error', async () => {
    const { github } = connectGraphql(() => data(null, { type: 'NOT_FOUND', message: 'no', path: ['q0'] }));

    await expect(github.people.permissions([account])).rejects.toMatchObject({ code: 'permission' });
  });
});

describe('accounts', () => {
  test('by login as given, null where there is none', async () => {
    const { github, sent } = connectGraphql(() => ({
      data: { q0: { databaseId: 7, login: 'author' }, q1: null },
      errors: [{ type: 'NOT_FOUND', message: 'no', path: ['q1'] }],
    }));

    const accounts = await github.people.accounts(['Author', 'nobody', 'Author']);

    expect([...accounts]).toEqual([
      ['Author', account],
      ['nobody', null],
    ]);
    expect(sent).toHaveLength(1);
  });

  test('another failure is no absence', async () => {
    const { github } = connectGraphql(() => data(null, { type: 'FORBIDDEN', message: 'no', path: ['q0'] }));

    await expect(github.people.accounts(['author'])).rejects.toMatchObject({ code: 'permission' });
  });
});

describe('teams', () => {
  const member = { databaseId: 7, login: 'author' };
  const team = (members: unknown): unknown => ({ team: { members } });

  test('are read with the organisation token, in a request of its own', async () => {
    const { github, sent } = connectGraphql(({ token }) => data(token.includes('org') ? team(page([member])) : null), {
      orgToken: 'org-token',
    });

    const [teams] = await Promise.all([github.people.teams(['acme/risk']), github.people.accounts(['author'])]);

    expect([...teams]).toEqual([['acme/risk', [account]]]);
    expect(sent.map(({ token }) => token).sort()).toEqual(['token org-token', 'token secret-token']);
  });

  test('without an organisation token go out with everything else', async () => {
    const { github, sent } = connectGraphql(() => ({ data: { q0: team(page([member])), q1: member } }));

    await Promise.all([github.people.teams(['acme/risk']), github.people.accounts(['author'])]);

    expect(sent).toHaveLength(1);
  });

  test('are read to the last page', async () => {
    const { github } = connectGraphql((_, count) =>
      data(team(count === 1 ? page([member], 'next') : page([{ databaseId: 8, login: 'other' }]))),
    );

    expect((await github.people.teams(['acme/risk'])).get('acme/risk')?.map(({ id }) => id)).toEqual([7, 8]);
  });

  const forbidden = { type: 'FORBIDDEN', message: 'no', path: ['q0', 'team'] };
  test.each([
    ['an organisation that cannot be seen', data(null, { type: 'NOT_FOUND', message: 'no', path: ['q0'] })],
    ['a team that is refused', data({ team: null }, forbidden)],
    ['a team that is not there', data({ team: null })],
    ['a member that cannot be seen', data(team(page([member, null])))],
    ['a member without a number', data(team(page([{ ...member, databaseId: null }])))],
  ])('%s is unknown', async (_, answer) => {
    const { github } = connectGraphql(() => answer);

    expect((await github.people.teams(['acme/risk'])).get('acme/risk')).toBeNull();
  });

  test('without members are empty, not unknown', async () => {
    const { github } = connectGraphql(() => data(team(page([]))));

    expect((await github.people.teams(['acme/risk'])).get('acme/risk')).toEqual([]);
  });

  test.each(['risk', 'acme/risk/x'])('"%s" is no team name, and nobody is asked', async (name) => {
    const { github, sent } = connectGraphql(() => data(null));

    expect((await github.people.teams([name])).get(name)).toBeNull();
    expect(sent).toEqual([]);
  });

  test('a failure that is no refusal is an error', async () => {
    const { github } = connectGraphql(() => data(null, { type: 'SERVICE_UNAVAILABLE', message: 'no', path: ['q0'] }));

    await expect(github.people.teams(['acme/risk'])).rejects.toMatchObject({ code: 'service' });
  });
});
