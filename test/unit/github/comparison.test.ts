import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, AUTHOR, connect, OTHER_SHA, REPO, SHA } from './connect.ts';

const START = 'c'.repeat(40);

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const sha = (index: number): string => index.toString(16).padStart(40, '0');
const commits = (first: number, count: number, change: object = {}): readonly unknown[] =>
  Array.from({ length: count }, (_, at) => ({ sha: sha(first + at), author: AUTHOR, committer: AUTHOR, ...change }));
const files = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => ({ filename: `f${index}` }));

interface Answer {
  readonly page?: number;
  readonly commits?: readonly unknown[];
  readonly total?: number;
  readonly files?: readonly unknown[];
}

/** One page of the comparison of two SHAs, and of nothing else. */
function compared({ page = 1, commits: listed = commits(0, 1), total = listed.length, files: changed }: Answer): void {
  nock(API)
    .get(`${REPO}/compare/${SHA}...${OTHER_SHA}`)
    .query({ per_page: 100, page })
    .reply(200, {
      merge_base_commit: { sha: START },
      total_commits: total,
      commits: listed,
      ...(changed === undefined ? {} : { files: changed }),
    });
}

function tree(root: string, blobs: Readonly<Record<string, string>>, truncated = false): void {
  const entries = Object.entries(blobs).map(([path, text]) => {
    const [mode = '', blob = ''] = text.split(' ');
    return { path, mode, type: mode === '160000' ? 'commit' : 'blob', sha: blob.repeat(40) };
  });
  const folder = { path: 'lib', mode: '040000', type: 'tree', sha: root };
  nock(API)
    .get(`${REPO}/git/trees/${root}`)
    .query({ recursive: '1' })
    .reply(200, { truncated, tree: [folder, ...entries] });
}

const compare = () => connect().github.contents.comparison(SHA, OTHER_SHA);

describe('the files of a comparison', () => {
  test('are both names of a renamed one', async () => {
    compared({ files: [{ filename: 'lib/new.mjs', previous_filename: 'gatehouse.yml' }, { filename: 'a' }] });

    expect((await compare()).files).toEqual(['lib/new.mjs', 'gatehouse.yml', 'a']);
  });

  test('are complete with one request while there are fewer than 300', async () => {
    compared({ files: files(299) });

    expect((await compare()).files).toHaveLength(299);
  });

  test('are what differs between the trees of merge base and head when the list may be cut off', async () => {
    compared({ files: files(300) });
    tree(START, {
      'gatehouse.yml': '100644 1',
      'lib/a.mjs': '100644 1',
      moved: '100644 3',
      run: '100644 5',
      vendor: '160000 7',
    });
    tree(OTHER_SHA, {
      'gatehouse.yml': '100644 2',
      'lib/a.mjs': '100644 1',
      new: '100644 3',
      run: '100755 5',
      vendor: '160000 8',
    });

    expect([...(await compare()).files].sort()).toEqual(['gatehouse.yml', 'moved', 'new', 'run', 'vendor']);
  });

  test.each([
    ['merge base', [true, false]],
    ['head', [false, true]],
  ])('are refused when the tree of the %s is cut off as well', async (_, [ofStart, ofHead]) => {
    compared({ files: files(300) });
    tree(START, {}, ofStart);
    tree(OTHER_SHA, {}, ofHead);

    await expect(compare()).rejects.toMatchObject({ code: 'refused', reasonCode: 'too-many-files' });
  });

  test('are never taken for none where GitHub lists none', async () => {
    compared({});

    await expect(compare()).rejects.toThrow(/no "files"/);
  });
});

describe('the commits of a comparison', () => {
  test.each([
    { count: 1, pages: 1 },
    { count: 100, pages: 1 },
    { count: 101, pages: 2 },
    { count: 249, pages: 3 },
  ])('$count come with $pages requests', async ({ count, pages }) => {
    for (let page = 1; page <= pages; page += 1) {
      const first = (page - 1) * 100;
      const listed = commits(first, Math.min(100, count - first));
      compared({ page, commits: listed, total: count, ...(page === 1 ? { files: [] } : {}) });
    }

    const found = (await compare()).commits;

    expect(found).toMatchObject({ truncated: false });
    expect(found.commits.map((commit) => commit.sha)).toEqual(Array.from({ length: count }, (_, index) => sha(index)));
    expect(nock.isDone()).toBe(true);
  });

  test('are truncated from 250 on', async () => {
    compared({ commits: commits(0, 100), total: 250, files: [] });

    expect((await compare()).commits.truncated).toBe(true);
  });

  test.each([
    ['fewer than it counts', commits(100, 49)],
    ['one of them twice', commits(99, 50)],
  ])('are an error when GitHub lists %s', async (_, second) => {
    compared({ commits: commits(0, 100), total: 150, files: [] });
    compared({ page: 2, commits: second, total: 150 });

    await expect(compare()).rejects.toThrow(/149 different commits.*150/s);
  });

  test.each([{ person: null }, { person: {} }])('without an account ($person) say so', async ({ person }) => {
    compared({ commits: commits(0, 1, { author: person }), files: [] });

    const [commit] = (await compare()).commits.commits;

    expect([commit?.author, commit?.committer?.id]).toEqual([null, 7]);
  });

  test('are none of a head that the base holds already', async () => {
    compared({ commits: [], files: [] });

    await expect(compare()).resolves.toEqual({ files: [], commits: { commits: [], truncated: false } });
  });
});
