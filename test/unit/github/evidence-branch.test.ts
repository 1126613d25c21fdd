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

function headIs(sha: string | null): void {
  // matching-refs matches prefixes, so a neighbour must not be taken for the branch.
  const neighbour = { ref: `${REF}-old`, object: { sha: 'e'.repeat(40) } };
  nock(API)
    .get(`${GIT}/matching-refs/heads/gatehouse-evidence`)
    .query(true)
    .reply(200, sha === null ? [neighbour] : [neighbour, { ref: REF, object: { sha } }]);
}

function treeOf(sha: string, ...entries: { path: string; type: string; sha?: string }[]): void {
  nock(API)
    .get(`${GIT}/trees/${sha}`)
    .query(true)
    .reply(200, { truncated: false, tree: entries.map((entry) => ({ mode: '100644', sha: OTHER_SHA, ...entry })) });
}

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

describe('head', () => {
  test.each([SHA, null])('%s', async (sha) => {
    headIs(sha);

    await expect(connect().github.evidence().head()).resolves.toBe(sha);
  });
});

describe('list', () => {
  test('gives every file below the folder with its whole path', async () => {
    headIs(SHA);
    treeOf(SHA, { path: 'm', type: 'tree', sha: TREE });
    treeOf(TREE, { path: 'a.json', type: 'blob' }, { path: 'sub', type: 'tree' }, { path: 'sub/b.json', type: 'blob' });

    await expect(connect().github.evidence().list('m/')).resolves.toEqual(['m/a.json', 'm/sub/b.json']);
  });

  test('is empty without the branch, and without the folder', async () => {
    headIs(null);
    headIs(SHA);
    treeOf(SHA, { path: 'm', type: 'tree' });
    const evidence = connect().github.evidence();

    await expect(evidence.list('m')).resolves.toEqual([]);
    await expect(evidence.list('x')).resolves.toEqual([]);
  });
});

test('read gives the bytes at the head', async () => {
  headIs(SHA);
  nock(API)
    .get(`${REPO}/contents/m/a.json`)
    .query({ ref: SHA })
    .reply(200, { type: 'file', encoding: 'base64', content: 'e30=', size: 2, sha: OTHER_SHA });

  await expect(connect().github.evidence().read('m/a.json')).resolves.toEqual(Buffer.from('{}'));
});

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
