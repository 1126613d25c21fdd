import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, AUTHOR, connect, OTHER_SHA, REPO, SHA } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

function pull(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    number: 3,
    user: AUTHOR,
    head: { sha: SHA, ref: 'candidate', repo: { id: 1 } },
    base: { ref: 'main', repo: { id: 1 } },
    state: 'open',
    merged_at: null,
    merge_commit_sha: OTHER_SHA,
    html_url: 'https://github.test/acme/models/pull/3',
    ...change,
  };
}

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

describe('get', () => {
  test('does not believe the test merge commit of an open pull request', async () => {
    nock(API).get(`${REPO}/pulls/3`).reply(200, pull());

    await expect(connect().github.pulls.get(3)).resolves.toMatchObject({
      headSha: SHA,
      merged: false,
      mergeCommitSha: null,
      open: true,
      fromFork: false,
    });
  });

  test('gives the merge commit of a merged one', async () => {
    nock(API)
      .get(`${REPO}/pulls/3`)
      .reply(200, pull({ state: 'closed', merged_at: '2026-11-23T12:00:00Z' }));

    await expect(connect().github.pulls.get(3)).resolves.toMatchObject({
      merged: true,
      mergeCommitSha: OTHER_SHA,
      open: false,
    });
  });

  test.each([
    { name: 'another repository', repo: { id: 2 } },
    { name: 'a deleted repository', repo: null },
  ])('a head in $name is a fork', async ({ repo }) => {
    nock(API)
      .get(`${REPO}/pulls/3`)
      .reply(200, pull({ head: { sha: SHA, ref: 'candidate', repo } }));

    await expect(connect().github.pulls.get(3)).resolves.toMatchObject({ fromFork: true });
  });
});

test('ofCommit leaves out pull requests that merely contain the commit', async () => {
  nock(API)
    .get(`${REPO}/commits/${SHA}/pulls`)
    .query(true)
    .reply(200, [pull(), pull({ number: 4, head: { sha: OTHER_SHA, ref: 'stacked', repo: { id: 1 } } })]);

  const pulls = await connect().github.pulls.ofCommit(SHA);

  expect(pulls.map(({ number }) => number)).toEqual([3]);
});

test('listOpen asks for open ones', async () => {
  nock(API).get(`${REPO}/pulls`).query({ state: 'open', per_page: 100, page: 1 }).reply(200, [pull()]);

  await expect(connect().github.pulls.listOpen()).resolves.toHaveLength(1);
});

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

    await expect(connect().github.pulls.changedFiles(3)).rejects.toThrow(/3000/);
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

describe('reviews', () => {
  const review = {
    id: 1,
    user: AUTHOR,
    state: 'APPROVED',
    commit_id: SHA,
    submitted_at: '2026-11-23T11:00:00Z',
  };

  test('keeps reviewer, state, commit and time', async () => {
    pages(`${REPO}/pulls/3/reviews`, 1, () => review);

    await expect(connect().github.pulls.reviews(3)).resolves.toEqual([
      { id: 1, reviewer: AUTHOR, state: 'APPROVED', commitSha: SHA, submittedAt: new Date('2026-11-23T11:00:00Z') },
    ]);
  });

  test('leaves out a deleted account and a review that is not submitted', async () => {
    const { submitted_at: _, ...pending } = review;
    const rows = [
      { ...review, user: null },
      { ...pending, state: 'PENDING' },
    ];
    pages(`${REPO}/pulls/3/reviews`, 2, (index) => rows[index]);

    await expect(connect().github.pulls.reviews(3)).resolves.toEqual([]);
  });

  test('a state it does not know is an error', async () => {
    pages(`${REPO}/pulls/3/reviews`, 1, () => ({ ...review, state: 'SOMETHING_NEW' }));

    await expect(connect().github.pulls.reviews(3)).rejects.toThrow(/0\.state/);
  });
});
