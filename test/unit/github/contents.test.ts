import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, OTHER_SHA, REPO, SHA } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function fileAnswer(text: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'file', encoding: 'base64', content: base64(text), size: text.length, sha: OTHER_SHA, ...change };
}

describe('readFile', () => {
  test('gives the bytes of the file at that commit', async () => {
    nock(API).get(`${REPO}/contents/a%20b/c%23.yml`).query({ ref: SHA }).reply(200, fileAnswer('version: 1\n'));

    const bytes = await connect().github.contents.readFile('a b/c#.yml', SHA);

    expect(Buffer.from(bytes ?? []).toString()).toBe('version: 1\n');
  });

  test('is null when the commit can be read and has no such file', async () => {
    nock(API).get(`${REPO}/contents/gatehouse.yml`).query(true).reply(404, { message: 'Not Found' });
    nock(API).get(`${REPO}/git/commits/${SHA}`).reply(200, { sha: SHA });

    await expect(connect().github.contents.readFile('gatehouse.yml', SHA)).resolves.toBeNull();
  });

  test('throws when the commit cannot be read either: no permission is not "no policy"', async () => {
    nock(API).get(`${REPO}/contents/gatehouse.yml`).query(true).reply(404, { message: 'Not Found' });
    nock(API).get(`${REPO}/git/commits/${SHA}`).reply(404, { message: 'Not Found' });

    await expect(connect().github.contents.readFile('gatehouse.yml', SHA)).rejects.toMatchObject({
      code: 'permission',
    });
  });

  test('is null for a folder', async () => {
    nock(API).get(`${REPO}/contents/governance`).query(true).reply(200, []);

    await expect(connect().github.contents.readFile('governance', SHA)).resolves.toBeNull();
  });

  test('refuses a link', async () => {
    nock(API).get(`${REPO}/contents/gatehouse.yml`).query(true).reply(200, { type: 'symlink', target: 'other' });

    await expect(connect().github.contents.readFile('gatehouse.yml', SHA)).rejects.toThrow(/symlink/);
  });

  test('reads a file above 1 MB as a blob', async () => {
    nock(API)
      .get(`${REPO}/contents/data.csv`)
      .query(true)
      .reply(200, fileAnswer('', { encoding: 'none', size: 4 }));
    nock(API)
      .get(`${REPO}/git/blobs/${OTHER_SHA}`)
      .reply(200, { encoding: 'base64', content: base64('rows'), size: 4 });

    const bytes = await connect().github.contents.readFile('data.csv', SHA);

    expect(Buffer.from(bytes ?? []).toString()).toBe('rows');
  });

  test('throws when the bytes are fewer than announced', async () => {
    nock(API)
      .get(`${REPO}/contents/data.csv`)
      .query(true)
      .reply(200, fileAnswer('rows', { size: 5 }));

    await expect(connect().github.contents.readFile('data.csv', SHA)).rejects.toThrow(/4 bytes where GitHub says 5/);
  });
});

describe('listFiles', () => {
  const entry = (path: string, type: string, mode: string): Record<string, string> => ({ path, type, mode, sha: SHA });

  test('gives files, links and submodules, not folders', async () => {
    nock(API)
      .get(`${REPO}/git/trees/${SHA}`)
      .query({ recursive: '1' })
      .reply(200, {
        truncated: false,
        tree: [
          entry('src', 'tree', '040000'),
          entry('src/a.ts', 'blob', '100644'),
          entry('link', 'blob', '120000'),
          entry('vendor', 'commit', '160000'),
        ],
      });

    const files = await connect().github.contents.listFiles(SHA);

    expect(files.map(({ path, mode }) => [path, mode])).toEqual([
      ['src/a.ts', '100644'],
      ['link', '120000'],
      ['vendor', '160000'],
    ]);
  });

  test('throws when GitHub cuts the listing off', async () => {
    nock(API).get(`${REPO}/git/trees/${SHA}`).query(true).reply(200, { truncated: true, tree: [] });

    await expect(connect().github.contents.listFiles(SHA)).rejects.toThrow(/cut off/);
  });
});

describe('commitsBetween', () => {
  const sha = (index: number): string => index.toString(16).padStart(40, '0');
  const compared = (page: number, commits: readonly string[], total: number): void => {
    nock(API)
      .get(`${REPO}/compare/${SHA}...${OTHER_SHA}`)
      .query({ per_page: 100, page })
      .reply(200, { status: 'ahead', total_commits: total, commits: commits.map((commit) => ({ sha: commit })) });
  };
  const range = (first: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => sha(first + index));

  test('reads every page and gives the newest first', async () => {
    compared(1, range(0, 100), 150);
    compared(2, range(100, 50), 150);

    await expect(connect().github.contents.commitsBetween(SHA, OTHER_SHA)).resolves.toEqual(range(0, 150).toReversed());
  });

  test('a list that ends before the count is an error', async () => {
    compared(1, range(0, 100), 150);
    compared(2, [], 150);

    await expect(connect().github.contents.commitsBetween(SHA, OTHER_SHA)).rejects.toThrow(/100 commits.*150/s);
  });

  test.each(['behind', 'diverged'])('is null when the branch is %s', async (status) => {
    nock(API)
      .get(`${REPO}/compare/${SHA}...${OTHER_SHA}`)
      .query(true)
      .reply(200, { status, total_commits: 1, commits: [{ sha: SHA }] });

    await expect(connect().github.contents.commitsBetween(SHA, OTHER_SHA)).resolves.toBeNull();
  });
});
