import { describe, expect, test } from 'vitest';
import { OTHER_SHA, SHA } from './connect.ts';
import { connectGraphql, data } from './fake-graphql.ts';

const person = (databaseId: number): unknown => ({ databaseId, login: `p${databaseId}` });

function commit(oid: string, author: unknown, users: readonly unknown[], hasNextPage = false): unknown {
  return {
    oid,
    author: { user: author },
    authors: { nodes: users.map((user) => ({ user })), pageInfo: { hasNextPage } },
  };
}

/** Co-authors of the commits SHA and OTHER_SHA, as GitHub answers about them. */
const coAuthors = async (first: unknown, second: unknown): Promise<readonly { id: number }[]> =>
  connectGraphql(() => data({ c0: first, c1: second })).github.contents.coAuthors([SHA, OTHER_SHA]);

const alone = commit(OTHER_SHA, person(1), [person(1)]);

describe('coAuthors', () => {
  test('are all who are named with the author of each commit, once', async () => {
    const found = await coAuthors(
      commit(SHA, person(1), [person(1), person(2)]),
      commit(OTHER_SHA, person(3), [null, person(2), person(3), person(1)]),
    );

    expect(found.map(({ id }) => id)).toEqual([2, 1]);
  });

  test('beside an author without an account are still told', async () => {
    await expect(coAuthors(commit(SHA, null, [null, person(2)]), alone)).resolves.toMatchObject([{ id: 2 }]);
  });

  test('none without trailers', async () => {
    await expect(coAuthors(commit(SHA, null, [null]), alone)).resolves.toEqual([]);
  });

  test.each<[string, unknown, RegExp]>([
    ['with more names than a page', commit(SHA, person(1), [person(1)], true), /more than 100 authors/],
    ['that GitHub does not know', null, /c0/],
    ['that is no commit', {}, /c0/],
    ['that was not asked for', commit('c'.repeat(40), null, [null]), /another commit/],
  ])('a commit %s is an error', async (_, first, says) => {
    await expect(coAuthors(first, alone)).rejects.toThrow(says);
  });

  test('of 100 commits are one request, of none is none', async () => {
    const shas = Array.from({ length: 100 }, (_, index) => index.toString(16).padStart(40, '0'));
    const { github, sent } = connectGraphql(({ variables }) => ({
      data: Object.fromEntries(
        [0, 1].map((part) => [
          `q${part}`,
          Object.fromEntries(
            Array.from({ length: 50 }, (_, at) => [
              `c${at}`,
              commit(String(variables[`q${part}_c${at}`]), null, [null]),
            ]),
          ),
        ]),
      ),
    }));

    await github.contents.coAuthors(shas);
    await github.contents.coAuthors([]);

    expect(sent).toHaveLength(1);
  });
});
