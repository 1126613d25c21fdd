import { ActionError } from '@gatehouse/core';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, REPO, resetIn } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

interface Row {
  readonly name: string;
  readonly refusals: readonly { status: number; message: string; headers: Record<string, string> }[];
  readonly waited: readonly number[];
}

const SECONDARY = 'You have exceeded a secondary rate limit.';
const rows: readonly Row[] = [
  {
    name: 'retry-after on 429 is waited out',
    refusals: [{ status: 429, message: 'slow down', headers: { 'retry-after': '7' } }],
    waited: [7],
  },
  {
    name: 'retry-after on 403 is waited out, whatever the message',
    refusals: [{ status: 403, message: 'no', headers: { 'retry-after': '3' } }],
    waited: [3],
  },
  {
    name: 'an exhausted primary limit waits until its reset, and a second more',
    refusals: [
      {
        status: 403,
        message: 'API rate limit exceeded',
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(90) },
      },
    ],
    waited: [91],
  },
  {
    name: 'a secondary limit without a time waits a minute, then twice as long each time',
    refusals: [1, 2, 3].map(() => ({ status: 403, message: SECONDARY, headers: {} })),
    waited: [60, 120, 240],
  },
  {
    name: 'a 429 without a word waits a minute',
    refusals: [{ status: 429, message: '', headers: {} }],
    waited: [60],
  },
  {
    name: 'retry-after wins over the reset time',
    refusals: [
      {
        status: 429,
        message: '',
        headers: { 'retry-after': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(500) },
      },
    ],
    waited: [5],
  },
];

describe('rate limits', () => {
  test.each(rows)('$name', async ({ refusals, waited: expected }) => {
    for (const { status, message, headers } of refusals) {
      nock(API).get(REPO).reply(status, { message }, headers);
    }
    nock(API).get(REPO).reply(200, { default_branch: 'main' });
    const { github, waited } = connect();

    const branch = await github.contents.defaultBranch();

    expect(branch).toBe('main');
    expect(waited).toEqual(expected);
  });

  test('a 403 that is no rate limit is not waited for', async () => {
    nock(API).get(REPO).reply(403, { message: 'Resource not accessible by integration' });
    const { github, waited } = connect();

    await expect(github.contents.defaultBranch()).rejects.toMatchObject({ code: 'permission' });

    expect(waited).toEqual([]);
  });

  test('a reset further away than a quarter of an hour is an error that says when', async () => {
    nock(API)
      .get(REPO)
      .reply(
        403,
        { message: 'API rate limit exceeded' },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(1800) },
      );
    const { github, waited } = connect();

    const failure = github.contents.defaultBranch();

    await expect(failure).rejects.toThrow(/rate limit.*again in 31 min/s);
    await expect(failure).rejects.toMatchObject({ code: 'service' });
    expect(waited).toEqual([]);
  });

  test('after four waits in a row it gives up', async () => {
    nock(API).get(REPO).times(5).reply(429, { message: 'slow down' }, { 'retry-after': '1' });
    const { github, waited } = connect();

    await expect(github.contents.defaultBranch()).rejects.toMatchObject({ code: 'service' });

    expect(waited).toEqual([1, 1, 1, 1]);
    expect(nock.isDone()).toBe(true);
  });

  test('an exhausted limit is never read as "cannot be seen"', async () => {
    nock(API)
      .post('/graphql')
      .reply(
        200,
        { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(3600) },
      );
    const { github } = connect();

    await expect(github.people.teams(['acme/risk'])).rejects.toMatchObject({ code: 'service' });
  });

  test('writes to a GitHub that is not on this machine keep a second between them', async () => {
    nock(API).post(`${REPO}/actions/workflows/publish.yml/dispatches`).times(2).reply(204);
    const { github } = connect({ spaceWrites: true });
    const start = performance.now();

    await github.dispatch.workflow('publish.yml', 'main', {});
    await github.dispatch.workflow('publish.yml', 'main', {});

    expect(performance.now() - start).toBeGreaterThan(900);
  });
});

describe('broken servers', () => {
  test('a 502 is retried', async () => {
    nock(API).get(REPO).times(2).reply(502, 'Bad Gateway');
    nock(API).get(REPO).reply(200, { default_branch: 'main' });

    const branch = await connect().github.contents.defaultBranch();

    expect(branch).toBe('main');
  });

  test('a server that stays broken is a service error', async () => {
    nock(API).get(REPO).times(4).reply(503, { message: 'Service Unavailable' });

    const failure = connect().github.contents.defaultBranch();

    await expect(failure).rejects.toThrow(/503.*also after retries/s);
    await expect(failure).rejects.toBeInstanceOf(ActionError);
  });

  test('a connection that breaks is a service error that names the address setting', async () => {
    nock(API).get(REPO).times(4).replyWithError('connect ECONNREFUSED');

    const failure = connect().github.contents.defaultBranch();

    await expect(failure).rejects.toThrow(/GITHUB_API_URL/);
    await expect(failure).rejects.toMatchObject({ code: 'service' });
  });
});
