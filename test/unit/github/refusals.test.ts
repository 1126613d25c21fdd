import { ConfigError } from '@gatehouse/core';
import { createGitHub, type GitHub } from '@gatehouse/github';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, OTHER_SHA, REPO, SHA } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const compare = async (github: GitHub): Promise<unknown> => github.contents.comparison(SHA, OTHER_SHA);

describe('refusals', () => {
  test.each([
    { status: 401, message: 'Bad credentials', code: 'permission', says: /token is revoked or expired/ },
    {
      status: 403,
      message: 'Resource not accessible by integration',
      code: 'permission',
      says: /needs the permission "contents: read".*Add "contents: read" under "permissions:"/s,
    },
    {
      status: 404,
      message: 'Not Found',
      code: 'permission',
      says: /does not exist or the token cannot see it.*contents: read/s,
    },
    { status: 422, message: 'Validation Failed', code: 'service', says: /422 "Validation Failed/ },
  ])('$status says what to do', async ({ status, message, code, says }) => {
    nock(API).get(`${REPO}/compare/${SHA}...${OTHER_SHA}`).query(true).reply(status, { message });

    const failure = compare(connect().github);

    await expect(failure).rejects.toThrow(says);
    await expect(failure).rejects.toMatchObject({ code });
  });

  test('a 403 repeats the permission that GitHub names', async () => {
    nock(API)
      .get(`${REPO}/compare/${SHA}...${OTHER_SHA}`)
      .query(true)
      .reply(403, { message: 'no' }, { 'x-accepted-github-permissions': 'contents=read' });

    await expect(compare(connect().github)).rejects.toThrow(/GitHub names "contents=read"/);
  });

  test('no error shows the token', async () => {
    nock(API).get(`${REPO}/compare/${SHA}...${OTHER_SHA}`).query(true).reply(401, { message: 'Bad credentials' });

    const error: unknown = await compare(connect().github).catch((caught: unknown) => caught);

    const { cause } = error as Error;
    expect(`${(error as Error).message}${(cause as Error).stack}${JSON.stringify(cause)}`).not.toContain(
      'secret-token',
    );
  });

  test('an answer that lacks a field is an error that names the field', async () => {
    nock(API).get(`${REPO}/git/ref/heads/main`).reply(200, { object: {} });

    await expect(connect().github.contents.branchHead('main')).rejects.toThrow(/object\.sha/);
  });

  test('a number too large to be exact is refused', async () => {
    nock(API).get(`${REPO}/actions/artifacts/1`).reply(200, '{"id": 9007199254740993, "name": "candidate"}', {
      'content-type': 'application/json',
    });

    await expect(connect().github.runs.artifact(1)).rejects.toThrow(/cannot be used: id/);
  });

  test('the API version and the user agent are sent', async () => {
    nock(API, {
      reqheaders: {
        'x-github-api-version': '2022-11-28',
        'user-agent': /^gatehouse/,
        authorization: 'token secret-token',
      },
    })
      .get(`${REPO}/git/ref/heads/main`)
      .reply(200, { object: { sha: SHA } });

    await expect(connect().github.contents.branchHead('main')).resolves.toBe(SHA);
  });
});

describe('createGitHub', () => {
  test('names every missing option at once', () => {
    const create = (): unknown => createGitHub({ token: '', apiUrl: 'ftp://x', owner: 'acme', repo: '' });

    expect(create).toThrow(ConfigError);
    expect(create).toThrow(/Token for GitHub[\s\S]*Repository name[\s\S]*Address of the API/);
  });

  test('the path of an Enterprise Server stays in every address', async () => {
    nock('https://github.corp.test')
      .get(`/api/v3${REPO}/git/ref/heads/main`)
      .reply(200, { object: { sha: SHA } });
    const { github } = connect({ apiUrl: 'https://github.corp.test/api/v3/' });

    await expect(github.contents.branchHead('main')).resolves.toBe(SHA);
  });
});
