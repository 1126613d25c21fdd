import type { MergeQueue, QueuedPull } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import { pageAnswer, readVisiblePages } from './graphql/page.ts';
import { repositoryField } from './graphql/repository-field.ts';

const PURPOSE = { doing: 'read the merge queue', permission: 'pull-requests: read' };
const ENTRY = 'position headCommit { oid } pullRequest { number headRefOid }';
const SELECTION = `mergeQueue { entries(first: 100, after: $after) { nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } } }`;

const entryAnswer = z.object({
  position: z.int(),
  headCommit: z.object({ oid: shaAnswer }).nullable(),
  pullRequest: z.object({ number: z.int(), headRefOid: shaAnswer }),
});
const queueAnswer = z
  .object({ mergeQueue: z.object({ entries: pageAnswer(entryAnswer) }).nullable() })
  .transform(({ mergeQueue }) => mergeQueue?.entries ?? null);

/** The merge queue of the default branch, the only branch that governance lets anything into. */
export function createMergeQueue(client: GitHubClient, graphql: Graphql): MergeQueue {
  return {
    async groupOf(headSha) {
      const entries = await readVisiblePages(PURPOSE, async (after) =>
        graphql.ask({
          ...PURPOSE,
          ...repositoryField(client, SELECTION, { after: { type: 'String', value: after } }),
          answer: queueAnswer,
        }),
      );
      if (entries === null) return null;
      const ordered = entries.toSorted((a, b) => a.position - b.position);
      const last = ordered.findIndex(({ headCommit }) => headCommit?.oid === headSha);
      // Each group is built on the one before it, so that its head holds the changes of every entry up to its own.
      return last === -1 ? null : ordered.slice(0, last + 1).map(toQueuedPull);
    },
  };
}

function toQueuedPull({ pullRequest }: z.output<typeof entryAnswer>): QueuedPull {
  return { number: pullRequest.number, headSha: pullRequest.headRefOid };
}
