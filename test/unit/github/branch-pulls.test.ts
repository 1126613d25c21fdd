import { describe, expect, test } from 'vitest';
import { SHA } from './connect.ts';
import { connectGraphql, data } from './fake-graphql.ts';

const CREATED = '2026-11-23T08:00:00Z';
const CHANGED = '2026-11-23T09:00:00Z';

function pull(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    number: 3,
    createdAt: CREATED,
    closedAt: null,
    headRefOid: SHA,
    baseRefName: 'main',
    isCrossRepository: false,
    headRepository: { id: 'R_1' },
    timelineItems: { nodes: [] },
    ...change,
  };
}

const ofBranch = (nodes: readonly unknown[], hasNextPage = false) =>
  connectGraphql(() => data({ pullRequests: { nodes, pageInfo: { hasNextPage } } })).github.pulls.ofBranch('topic');

describe('ofBranch', () => {
  test('keeps what tells the base of a run', async () => {
    await expect(ofBranch([pull()])).resolves.toEqual({
      complete: true,
      pulls: [
        {
          number: 3,
          headSha: SHA,
          baseRef: 'main',
          fromFork: false,
          createdAt: new Date(CREATED),
          closedAt: null,
          baseChangedAt: null,
        },
      ],
    });
  });

  test.each([
    ['a closed one', { closedAt: CHANGED }, { closedAt: new Date(CHANGED) }],
    ['another base', { timelineItems: { nodes: [{ createdAt: CHANGED }] } }, { baseChangedAt: new Date(CHANGED) }],
    ['a head in another repository', { isCrossRepository: true }, { fromFork: true }],
    ['a head in a deleted repository', { headRepository: null }, { fromFork: true }],
  ])('%s', async (_, change, expected) => {
    await expect(ofBranch([pull(change)])).resolves.toMatchObject({ pulls: [expected] });
  });

  test('says when there are more', async () => {
    await expect(ofBranch([pull()], true)).resolves.toMatchObject({ complete: false });
  });

  test.each([
    ['an event without a time', pull({ timelineItems: { nodes: [{}] } })],
    ['an event that is not there', pull({ timelineItems: { nodes: [null] } })],
    ['no timeline', pull({ timelineItems: null })],
    ['nothing in place of a pull request', null],
  ])('%s is an error', async (_, node) => {
    await expect(ofBranch([node])).rejects.toMatchObject({ code: 'service' });
  });
});
