import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, OTHER_SHA, REPO, SHA } from './connect.ts';

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
    .get(`${GIT}/commits/${SHA}`)
    .optionally()
    .reply(200, { tree: { sha: TREE } });
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

describe('append', () => {
  test('adds the files in one commit on top of the head, and never by force', async () => {
    treeOf(SHA);
    const sent = acceptCommit();
    nock(API)
      .patch(`${GIT}/refs/heads/gatehouse-evidence`, { sha: COMMIT, force: false })
      .reply(200, { object: { sha: COMMIT } });

    const result = await connect().github.evidence().append(change);

    expect(result).toEqual({ conflict: false, head: COMMIT });
    expect(sent).toEqual({
      tree: { base_tree: TREE, tree: [{ path: 'm/decision.json', mode: '100644', type: 'blob', content: '{}' }] },
      commit: { message: 'evidence', tree: TREE, parents: [SHA] },
    });
  });

  test('creates the branch without a parent', async () => {
    const sent = acceptCommit();
    nock(API)
      .post(`${GIT}/refs`, { ref: REF, sha: COMMIT })
      .reply(201, { object: { sha: COMMIT } });

    const result = await connect()
      .github.evidence()
      .append({ ...change, expectedHead: null });

    expect(result).toEqual({ conflict: false, head: COMMIT });
    expect(sent).toMatchObject({ commit: { parents: [] } });
    expect(sent.tree).not.toHaveProperty('base_tree');
  });

  test('sends bytes that are no UTF-8 as a blob', async () => {
    treeOf(SHA);
    const sent = acceptCommit();
    nock(API).post(`${GIT}/blobs`, { content: '//4=', encoding: 'base64' }).reply(201, { sha: OTHER_SHA });
    nock(API)
      .patch(/refs/)
      .reply(200, { object: { sha: COMMIT } });

    await connect()
      .github.evidence()
      .append({ ...change, files: new Map([['x.bin', Uint8Array.of(0xff, 0xfe)]]) });

    expect(sent.tree).toMatchObject({ tree: [{ path: 'x.bin', sha: OTHER_SHA }] });
  });

  test('is a conflict when a path exists, and writes nothing', async () => {
    treeOf(SHA, { path: 'm', type: 'tree', sha: TREE });
    treeOf(TREE, { path: 'decision.json', type: 'blob' });
    headIs(SHA);

    await expect(connect().github.evidence().append(change)).resolves.toEqual({ conflict: true, head: SHA });
  });

  test.each([
    { name: 'the branch moved', status: 422, message: 'Update is not a fast forward' },
    { name: 'the branch is locked by another write', status: 409, message: 'Conflict' },
  ])('is a conflict when $name', async ({ status, message }) => {
    treeOf(SHA);
    acceptCommit();
    nock(API).patch(`${GIT}/refs/heads/gatehouse-evidence`).reply(status, { message });
    headIs(OTHER_SHA);

    await expect(connect().github.evidence().append(change)).resolves.toEqual({ conflict: true, head: OTHER_SHA });
  });

  test('is a conflict when somebody else created the branch first', async () => {
    acceptCommit();
    nock(API).post(`${GIT}/refs`).reply(422, { message: 'Reference already exists' });
    headIs(OTHER_SHA);

    const result = await connect()
      .github.evidence()
      .append({ ...change, expectedHead: null });

    expect(result).toEqual({ conflict: true, head: OTHER_SHA });
  });

  test('a ruleset that forbids the write is an error, not a conflict', async () => {
    treeOf(SHA);
    acceptCommit();
    nock(API).patch(`${GIT}/refs/heads/gatehouse-evidence`).reply(422, { message: 'Repository rule violations found' });

    await expect(connect().github.evidence().append(change)).rejects.toThrow(/rule violations/);
  });

  test.each(['../x', '/x', 'a//b', '.git/config', ''])('refuses the path "%s"', async (path) => {
    const files = new Map([[path, text('{}')]]);

    await expect(
      connect()
        .github.evidence()
        .append({ ...change, files }),
    ).rejects.toMatchObject({ code: 'bug' });
  });
});
