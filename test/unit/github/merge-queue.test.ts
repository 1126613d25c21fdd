import { expect, test } from 'vitest';
import { SHA } from './connect.ts';
import { connectGraphql, data, page } from './fake-graphql.ts';

const group = (digit: number): string => String(digit).repeat(40);
const entry = (number: number, position = number, head: string | null = group(number)): unknown => ({
  position,
  headCommit: head === null ? null : { oid: head },
  pullRequest: { number, headRefOid: SHA },
});

test.each([
  ['the first entry', [entry(1), entry(2)], 1, [1]],
  ['all entries up to its own', [entry(1), entry(2), entry(3)], 2, [1, 2]],
  ['entries in the order of the queue', [entry(2, 1), entry(1, 2), entry(3, 3)], 1, [2, 1]],
  ['an entry that is not built yet', [entry(1, 1, null), entry(2)], 2, [1, 2]],
  ['no entry of another head', [entry(1)], 9, null],
  ['an empty queue', [], 1, null],
])('%s', async (_, entries, head, expected) => {
  const { github } = connectGraphql(() => data({ mergeQueue: { entries: page(entries) } }));

  const pulls = await github.mergeQueue.groupOf(group(head));

  expect(pulls?.map(({ number }) => number) ?? null).toEqual(expected);
});

test('each pull request comes with the head that was queued', async () => {
  const { github } = connectGraphql(() => data({ mergeQueue: { entries: page([entry(1)]) } }));

  await expect(github.mergeQueue.groupOf(group(1))).resolves.toEqual([{ number: 1, headSha: SHA }]);
});

test('a branch without a queue has no group', async () => {
  const { github } = connectGraphql(() => data({ mergeQueue: null }));

  await expect(github.mergeQueue.groupOf(SHA)).resolves.toBeNull();
});

test.each([
  [
    'a queue that may not be read',
    data({ mergeQueue: null }, { type: 'FORBIDDEN', message: 'no', path: ['q0', 'mergeQueue'] }),
  ],
  [
    'an entry without a pull request',
    data({ mergeQueue: { entries: page([{ position: 1, headCommit: null, pullRequest: null }]) } }),
  ],
])('%s is an error', async (_, answer) => {
  const { github } = connectGraphql(() => answer);

  await expect(github.mergeQueue.groupOf(SHA)).rejects.toThrow();
});
