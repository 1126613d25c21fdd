import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, AUTHOR, connect, REPO, SHA } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

/** Answers each page of 100 out of `count` items, with the Link header that GitHub sends. */
function pages(path: string, count: number, item: (index: number) => unknown): void {
  for (let first = 0, page = 1; first <= count; first += 100, page += 1) {
    const items = Array.from({ length: Math.min(100, count - first) }, (_, index) => item(first + index));
    nock(API)
      .get(path)
      .query({ per_page: 100, page })
      .reply(200, items, first + 100 < count ? { link: `<${API}/next>; rel="next"` } : {});
  }
}

describe('changedFiles', () => {
  test('reads every page, and both names of a renamed file', async () => {
    const path = `${REPO}/pulls/3/files`;
    pages(path, 150, (index) => ({
      filename: `f${index}`,
      ...(index === 149 ? { previous_filename: 'gatehouse.yml' } : {}),
    }));

    const files = await connect().github.pulls.changedFiles(3);

    expect(files).toHaveLength(151);
    expect(files).toContain('gatehouse.yml');
  });

  test('a full page is followed by another request, Link header or not', async () => {
    const path = `${REPO}/pulls/3/files`;
    const page = (first: number, count: number): unknown[] =>
      Array.from({ length: count }, (_, index) => ({ filename: `f${first + index}` }));
    nock(API).get(path).query({ per_page: 100, page: 1 }).reply(200, page(0, 100));
    nock(API).get(path).query({ per_page: 100, page: 2 }).reply(200, page(100, 1));

    await expect(connect().github.pulls.changedFiles(3)).resolves.toHaveLength(101);
  });

  test.each([
    ['is the last when GitHub counts no more items', 100, 100],
    ['is not when GitHub counts more', 101, 101],
  ])('a full page without Link header %s', async (_, total, expected) => {
    const path = `${REPO}/pulls/3/files`;
    const answer = { data: { q0: { pullRequest: { list: { totalCount: total } } } } };
    nock(API).post('/graphql').reply(200, answer);
    const page = (first: number, count: number): unknown[] =>
      Array.from({ length: count }, (_item, index) => ({ filename: `f${first + index}` }));
    nock(API).get(path).query({ per_page: 100, page: 1 }).reply(200, page(0, 100));
    if (total > 100) nock(API).get(path).query({ per_page: 100, page: 2 }).reply(200, page(100, 1));

    await expect(connect().github.pulls.changedFiles(3)).resolves.toHaveLength(expected);
  });

  test('a short page is followed by another request when the Link header names one', async () => {
    const path = `${REPO}/pulls/3/files`;
    const link = { link: `<${API}/x?page=2>; rel="next", <${API}/x?page=2>; rel="last"` };
    nock(API)
      .get(path)
      .query({ per_page: 100, page: 1 })
      .reply(200, [{ filename: 'a' }], link);
    nock(API)
      .get(path)
      .query({ per_page: 100, page: 2 })
      .reply(200, [{ filename: 'b' }]);

    await expect(connect().github.pulls.changedFiles(3)).resolves.toEqual(['a', 'b']);
  });

  test('refuses 3000 files, because nobody can tell what follows', async () => {
    pages(`${REPO}/pulls/3/files`, 3000, (index) => ({ filename: `f${index}` }));

    await expect(connect().github.pulls.changedFiles(3)).rejects.toMatchObject({
      code: 'refused',
      reasonCode: 'too-many-files',
    });
  });

  test('accepts 2999', async () => {
    pages(`${REPO}/pulls/3/files`, 2999, (index) => ({ filename: `f${index}` }));

    await expect(connect().github.pulls.changedFiles(3)).resolves.toHaveLength(2999);
  });
});

describe('commits', () => {
  const commit = { sha: SHA, author: AUTHOR, committer: AUTHOR };

  test.each([
    { count: 249, truncated: false },
    { count: 250, truncated: true },
  ])('$count commits: truncated is $truncated', async ({ count, truncated }) => {
    pages(`${REPO}/pulls/3/commits`, count, () => commit);

    const result = await connect().github.pulls.commits(3);

    expect(result.commits).toHaveLength(count);
    expect(result.truncated).toBe(truncated);
  });

  test.each([{ person: null }, { person: {} }])('a commit without an account ($person) says so', async ({ person }) => {
    pages(`${REPO}/pulls/3/commits`, 1, () => ({ ...commit, author: person }));

    const { commits } = await connect().github.pulls.commits(3);

    expect(commits[0]?.author).toBeNull();
    expect(commits[0]?.committer?.id).toBe(7);
  });
});
