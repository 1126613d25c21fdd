import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, OTHER_SHA, REPO, SHA } from './connect.ts';
import { connectGraphql, data } from './fake-graphql.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const GIT = `${REPO}/git`;
const REF = 'refs/heads/gatehouse-evidence';
const TREE = 'c'.repeat(40);
const COMMIT = 'd'.repeat(40);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Accepts tree and commit; gives the bodies that were sent. */
function acceptCommit(): { tree?: unknown; commit?: unknown } {
  const sent: { tree?: unknown; commit?: unknown } = {};
  nock(API)
    .post(`${GIT}/trees`, (body: unknown) => {
      sent.tree = body;
      return true;
    })
    .reply(201, { sha: TREE });
  nock(API)
    .post(`${GIT}/commits`, (body: unknown) => {
      sent.commit = body;
      return true;
    })
    .reply(201, { sha: COMMIT });
  return sent;
}

const change = { message: 'evidence', expectedHead: SHA, files: new Map([['m/decision.json', text('{}')]]) };

describe('readTip', () => {
  const commit = { oid: SHA, message: 'evidence\n\nLedger-Seq: 3' };
  const readTip = async (value: unknown, ...errors: readonly unknown[]): Promise<unknown> =>
    connectGraphql(() => data(value, ...errors))
      .github.evidence()
      .readTip({});

  test('gives head and message', async () => {
    await expect(readTip({ defaultBranchRef: { name: 'main' }, ref: { name: 'x', target: commit } })).resolves.toEqual({
      head: SHA,
      message: commit.message,
      files: new Map(),
      folders: new Map(),
    });
  });

  test('is null without the branch, when others can be seen', async () => {
    await expect(readTip({ defaultBranchRef: { name: 'main' }, ref: null })).resolves.toBeNull();
  });

  test.each([
    ['no branch can be seen', { defaultBranchRef: null, ref: null }, []],
    [
      'it is refused',
      { defaultBranchRef: null, ref: null },
      [{ type: 'FORBIDDEN', message: 'no', path: ['q0', 'ref'] }],
    ],
  ])('is an error when %s', async (_, value, errors) => {
    await expect(readTip(value, ...errors)).rejects.toMatchObject({ code: 'permission' });
  });
});

const STALE = {
  type: 'STALE_DATA',
  message: 'Expected branch to point to "a" but it did not. Pull and try again.',
  path: ['q0'],
};

describe('append to the branch', () => {
  test('is one mutation that names the head it builds on', async () => {
    const { github, sent } = connectGraphql(() => data({ commit: { oid: COMMIT } }));

    const result = await github.evidence().append({ ...change, message: 'evidence\n\nLedger-Seq: 4' });

    expect(result).toEqual({ conflict: false, head: COMMIT });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.variables).toEqual({
      q0_input: {
        branch: { repositoryNameWithOwner: 'acme/models', branchName: 'gatehouse-evidence' },
        message: { headline: 'evidence', body: 'Ledger-Seq: 4' },
        expectedHeadOid: SHA,
        fileChanges: { additions: [{ path: 'm/decision.json', contents: 'e30=' }] },
      },
    });
  });

  test.each([
    ['the branch moved', STALE],
    [
      'the branch moved while it was written',
      { ...STALE, type: 'UNPROCESSABLE', message: `refs/heads/x is at ${SHA} but expected ${OTHER_SHA}` },
    ],
  ])('is a conflict when %s', async (_, error) => {
    const { github } = connectGraphql(() => data(null, error));

    await expect(github.evidence().append(change)).resolves.toEqual({ conflict: true, head: null });
  });

  test.each([
    [
      'a ruleset that forbids the write',
      { ...STALE, type: 'UNPROCESSABLE', message: 'Repository rule violations found' },
      'service',
    ],
    [
      'a token that may not write',
      { ...STALE, type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
      'permission',
    ],
    ['a branch that is gone', { ...STALE, type: 'NOT_FOUND', message: 'no branch' }, 'permission'],
  ])('%s is an error, not a conflict', async (_, error, code) => {
    const { github } = connectGraphql(() => data(null, error));

    await expect(github.evidence().append(change)).rejects.toMatchObject({ code });
  });

  test.each(['../x', '/x', 'a//b', '.git/config', ''])('refuses the path "%s"', async (path) => {
    const { github, sent } = connectGraphql(() => data(null));

    const failure = github.evidence().append({ ...change, files: new Map([[path, text('{}')]]) });

    await expect(failure).rejects.toMatchObject({ code: 'bug' });
    expect(sent).toEqual([]);
  });
});

describe('append that creates the branch', () => {
  const first = { ...change, expectedHead: null };

  test('makes a commit without a parent', async () => {
    const sent = acceptCommit();
    nock(API)
      .post(`${GIT}/refs`, { ref: REF, sha: COMMIT })
      .reply(201, { object: { sha: COMMIT } });

    const result = await connect().github.evidence().append(first);

    expect(result).toEqual({ conflict: false, head: COMMIT });
    expect(sent).toEqual({
      tree: { tree: [{ path: 'm/decision.json', mode: '100644', type: 'blob', content: '{}' }] },
      commit: { message: 'evidence', tree: TREE, parents: [] },
    });
  });

  test('sends bytes that are no UTF-8 as a blob', async () => {
    const sent = acceptCommit();
    nock(API).post(`${GIT}/blobs`, { content: '//4=', encoding: 'base64' }).reply(201, { sha: OTHER_SHA });
    nock(API)
      .post(`${GIT}/refs`)
      .reply(201, { object: { sha: COMMIT } });

    await connect()
      .github.evidence()
      .append({ ...first, files: new Map([['x.bin', Uint8Array.of(0xff, 0xfe)]]) });

    expect(sent.tree).toMatchObject({ tree: [{ path: 'x.bin', sha: OTHER_SHA }] });
  });

  test.each([
    [422, 'Reference already exists'],
    [409, 'Conflict'],
  ])('is a conflict when somebody else was first (%i)', async (status, message) => {
    acceptCommit();
    nock(API).post(`${GIT}/refs`).reply(status, { message });

    await expect(connect().github.evidence().append(first)).resolves.toEqual({ conflict: true, head: null });
  });

  test('is an error when a ruleset forbids it', async () => {
    acceptCommit();
    nock(API).post(`${GIT}/refs`).reply(422, { message: 'Repository rule violations found' });

    await expect(connect().github.evidence().append(first)).rejects.toThrow(/rule violations/);
  });
});
