import { describe, expect, test } from 'vitest';
import { OTHER_SHA, SHA } from './connect.ts';
import { connectGraphql, data, page } from './fake-graphql.ts';

const AUTHOR = { __typename: 'User', login: 'author', databaseId: 7 };
const account = { id: 7, login: 'author', type: 'User' };

function pull(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    number: 3,
    url: 'https://github.test/acme/models/pull/3',
    isDraft: false,
    state: 'OPEN',
    merged: false,
    mergedAt: null,
    mergeCommit: null,
    isCrossRepository: false,
    headRepository: { id: 'R_1' },
    headRefName: 'candidate',
    headRefOid: SHA,
    baseRefName: 'main',
    baseRefOid: OTHER_SHA,
    author: AUTHOR,
    ...change,
  };
}

describe('get', () => {
  const get = async (change: Readonly<Record<string, unknown>>): Promise<unknown> =>
    connectGraphql(() => data({ pullRequest: pull(change) })).github.pulls.get(3);

  test('keeps what governance needs', async () => {
    await expect(get({})).resolves.toEqual({
      number: 3,
      author: account,
      headSha: SHA,
      headRef: 'candidate',
      baseRef: 'main',
      baseSha: OTHER_SHA,
      draft: false,
      merged: false,
      mergedAt: null,
      mergeCommitSha: null,
      open: true,
      fromFork: false,
      url: 'https://github.test/acme/models/pull/3',
    });
  });

  const mergedAt = '2026-11-23T12:00:00Z';
  test.each([
    [
      'a merged one',
      { state: 'MERGED', merged: true, mergedAt, mergeCommit: { oid: OTHER_SHA } },
      { merged: true, mergedAt: new Date(mergedAt), mergeCommitSha: OTHER_SHA, open: false },
    ],
    ['a closed one', { state: 'CLOSED' }, { merged: false, open: false }],
    ['a draft', { isDraft: true }, { draft: true, open: true }],
    ['the test merge commit of an open one', { mergeCommit: { oid: OTHER_SHA } }, { mergeCommitSha: null }],
    ['a head in another repository', { isCrossRepository: true }, { fromFork: true }],
    ['a head in a deleted repository', { headRepository: null }, { fromFork: true }],
    ['a deleted author', { author: null }, { author: { id: 10_137, login: 'ghost', type: 'User' } }],
    [
      'a bot, by the login that REST gives',
      { author: { ...AUTHOR, __typename: 'Bot' } },
      { author: { id: 7, login: 'author[bot]', type: 'Bot' } },
    ],
    ['an account of a new type', { author: { ...AUTHOR, __typename: 'Agent' } }, { author: { type: 'Bot' } }],
  ])('%s', async (_, change, expected) => {
    await expect(get(change)).resolves.toMatchObject(expected);
  });

  test.each([
    ['an author without a number', { author: { ...AUTHOR, databaseId: null } }],
    ['a head that is no commit', { headRefOid: 'main' }],
    ['a state that nobody knows', { state: 'LIMBO' }],
  ])('%s cannot be used', async (_, change) => {
    await expect(get(change)).rejects.toMatchObject({ code: 'service' });
  });

  test('one that is not there is an error', async () => {
    const { github } = connectGraphql(() =>
      data({ pullRequest: null }, { type: 'NOT_FOUND', message: 'no', path: ['q0', 'pullRequest'] }),
    );

    await expect(github.pulls.get(3)).rejects.toMatchObject({ code: 'permission' });
  });
});

test('ofCommit leaves out pull requests that merely contain the commit', async () => {
  const nodes = [
    pull(),
    pull({ number: 4, headRefOid: OTHER_SHA }),
    pull({ number: 5, headRefOid: OTHER_SHA, merged: true, mergeCommit: { oid: SHA } }),
  ];
  const { github } = connectGraphql(() => data({ object: { associatedPullRequests: page(nodes) } }));

  const pulls = await github.pulls.ofCommit(SHA);

  expect(pulls.map(({ number }) => number)).toEqual([3, 5]);
});

test('ofCommit of a commit that cannot be read is an error', async () => {
  const { github } = connectGraphql(() => data({ object: null }));

  await expect(github.pulls.ofCommit(SHA)).rejects.toMatchObject({ code: 'service' });
});

test('listOpen reads every page', async () => {
  const { github, sent } = connectGraphql((_, count) =>
    data({ pullRequests: count === 1 ? page([pull()], 'next') : page([pull({ number: 4 })]) }),
  );

  const pulls = await github.pulls.listOpen();

  expect(pulls.map(({ number }) => number)).toEqual([3, 4]);
  expect(sent.map(({ variables }) => variables['q0_after'])).toEqual([null, 'next']);
});

describe('reviews', () => {
  const review = {
    fullDatabaseId: '4000000000',
    state: 'APPROVED',
    submittedAt: '2026-11-23T11:00:00Z',
    commit: { oid: SHA },
    author: AUTHOR,
  };
  const reviews = async (...nodes: readonly unknown[]): Promise<unknown> =>
    connectGraphql(() => data({ pullRequest: { list: page(nodes) } })).github.pulls.reviews(3);

  test('keep reviewer, state, commit and time, and numbers beyond 32 bits', async () => {
    await expect(reviews(review)).resolves.toEqual([
      {
        id: 4_000_000_000,
        reviewer: account,
        state: 'APPROVED',
        commitSha: SHA,
        submittedAt: new Date('2026-11-23T11:00:00Z'),
      },
    ]);
  });

  test('a commit that is gone is null', async () => {
    await expect(reviews({ ...review, commit: null })).resolves.toMatchObject([{ commitSha: null }]);
  });

  test.each([
    ['a deleted account', { author: null }],
    ['an account without a number', { author: { ...AUTHOR, databaseId: null } }],
    ['one without a number of its own', { fullDatabaseId: null }],
    ['one that is not submitted', { state: 'PENDING', submittedAt: null }],
  ])('%s is left out', async (_, change) => {
    await expect(reviews({ ...review, ...change })).resolves.toEqual([]);
  });

  test.each([
    ['a state it does not know', { ...review, state: 'SOMETHING_NEW' }],
    ['a time that is none', { ...review, submittedAt: 'today' }],
    ['nothing in its place', null],
  ])('%s is an error', async (_, node) => {
    await expect(reviews(node)).rejects.toMatchObject({ code: 'service' });
  });

  test('are read to the last page, and one page is never read for ever', async () => {
    const pages = connectGraphql((_, count) =>
      data({ pullRequest: { list: page([review], count === 1 ? 'next' : null) } }),
    );
    const circle = connectGraphql(() => data({ pullRequest: { list: page([review], 'again') } }));
    const lost = connectGraphql(() =>
      data({ pullRequest: { list: { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } } } }),
    );

    await expect(pages.github.pulls.reviews(3)).resolves.toHaveLength(2);
    await expect(circle.github.pulls.reviews(3)).rejects.toMatchObject({ code: 'service' });
    await expect(lost.github.pulls.reviews(3)).rejects.toThrow(/no cursor/);
  });
});

test('questions about one pull request share a request', async () => {
  const { github, sent } = connectGraphql(() => ({
    data: {
      q0: { pullRequest: pull() },
      q1: { pullRequest: { list: page([]) } },
    },
  }));

  await Promise.all([github.pulls.get(3), github.pulls.reviews(3)]);

  expect(sent).toHaveLength(1);
});
