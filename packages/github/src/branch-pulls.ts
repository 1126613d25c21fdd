import type { BranchPull, BranchPulls } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import { repositoryField } from './graphql/repository-field.ts';

/** GitHub changes the base by itself when the branch that was the base is merged and deleted. */
const BASE_CHANGES = [
  ['BASE_REF_CHANGED_EVENT', 'BaseRefChangedEvent'],
  ['AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT', 'AutomaticBaseChangeSucceededEvent'],
] as const;

const TIMELINE =
  `timelineItems(itemTypes: [${BASE_CHANGES.map(([item]) => item).join(', ')}], last: 1) ` +
  `{ nodes { ${BASE_CHANGES.map(([, type]) => `... on ${type} { createdAt }`).join(' ')} } }`;
const PULL = `number createdAt closedAt headRefOid baseRefName isCrossRepository headRepository { id } ${TIMELINE}`;

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const pullAnswer = z
  .object({
    number: z.int(),
    createdAt: instant,
    closedAt: instant.nullable(),
    headRefOid: shaAnswer,
    baseRefName: z.string(),
    isCrossRepository: z.boolean(),
    headRepository: z.object({ id: z.string() }).nullable(),
    timelineItems: z.object({ nodes: z.array(z.object({ createdAt: instant })).max(1) }),
  })
  .transform(
    ({ timelineItems, ...pull }): BranchPull => ({
      number: pull.number,
      headSha: pull.headRefOid,
      baseRef: pull.baseRefName,
      fromFork: pull.isCrossRepository || pull.headRepository === null,
      createdAt: pull.createdAt,
      closedAt: pull.closedAt,
      baseChangedAt: timelineItems.nodes[0]?.createdAt ?? null,
    }),
  );

const answer = z.object({
  pullRequests: z.object({ nodes: z.array(pullAnswer), pageInfo: z.object({ hasNextPage: z.boolean() }) }),
});

/**
 * Reads the pull requests whose head branch has one name, those of forks too, for GitHub selects by the name alone. Only
 * one page: whoever has more is told that they are not all.
 */
export async function readBranchPulls(client: GitHubClient, graphql: Graphql, branch: string): Promise<BranchPulls> {
  const connection = 'pullRequests(headRefName: $branch, states: [OPEN, CLOSED, MERGED], first: 100)';
  const { pullRequests } = await graphql.ask({
    doing: `list the pull requests of branch ${branch}`,
    permission: 'pull-requests: read',
    ...repositoryField(client, `${connection} { nodes { ${PULL} } pageInfo { hasNextPage } }`, {
      branch: { type: 'String!', value: branch },
    }),
    answer,
  });
  return { pulls: pullRequests.nodes, complete: !pullRequests.pageInfo.hasNextPage };
}
