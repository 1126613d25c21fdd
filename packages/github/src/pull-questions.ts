import type { PullRequests } from '@gatehouse/core';
import { z } from 'zod';
import { readBranchPulls } from './branch-pulls.ts';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import { pageAnswer, readPages } from './graphql/page.ts';
import type { Variables } from './graphql/question.ts';
import { repositoryField } from './graphql/repository-field.ts';
import { PULL, pullAnswer, REVIEW, reviewAnswer } from './pull-answers.ts';

const PERMISSION = 'pull-requests: read';
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

/** Pull requests through GraphQL: every question may share its request with others. */
export function createPullQuestions(client: GitHubClient, graphql: Graphql): PullRequests {
  async function ask<T>(doing: string, selection: string, rest: Rest<T>): Promise<T> {
    const { variables, answer } = rest;
    const field = repositoryField(client, selection, variables);
    return graphql.ask({ doing, permission: PERMISSION, ...field, answer });
  }

  /** All items of a connection of one pull request, each read by `item`. */
  async function listOf<T>(doing: string, list: ListOfPull, item: z.ZodType<T>): Promise<readonly T[]> {
    const { number, name, nodes } = list;
    const connection = `list: ${name}(first: 100, after: $after) { nodes { ${nodes} } ${PAGE_INFO} }`;
    return readPages({ doing, permission: PERMISSION }, async (after) => {
      const { pullRequest } = await ask(doing, `pullRequest(number: $number) { ${connection} }`, {
        variables: { number: { type: 'Int!', value: number }, ...afterCursor(after) },
        answer: z.object({ pullRequest: z.object({ list: pageAnswer(item) }) }),
      });
      return pullRequest.list;
    });
  }

  return {
    async get(number) {
      const { pullRequest } = await ask(`read pull request ${number}`, `pullRequest(number: $number) { ${PULL} }`, {
        variables: { number: { type: 'Int!', value: number } },
        answer: z.object({ pullRequest: pullAnswer }),
      });
      return pullRequest;
    },
    async ofCommit(sha) {
      const doing = `find the pull requests of commit ${sha}`;
      const connection = `associatedPullRequests(first: 100, after: $after) { nodes { ${PULL} } ${PAGE_INFO} }`;
      const pulls = await readPages({ doing, permission: PERMISSION }, async (after) => {
        const { object } = await ask(doing, `object(oid: $sha) { ... on Commit { ${connection} } }`, {
          variables: { sha: { type: 'GitObjectID!', value: sha }, ...afterCursor(after) },
          answer: z.object({ object: z.object({ associatedPullRequests: pageAnswer(pullAnswer) }) }),
        });
        return object.associatedPullRequests;
      });
      // GitHub also names pull requests that merely contain the commit.
      return pulls.filter((pull) => pull.headSha === sha || pull.mergeCommitSha === sha);
    },
    async listOpen() {
      const doing = 'list the open pull requests';
      const order = 'orderBy: { field: CREATED_AT, direction: DESC }';
      return readPages({ doing, permission: PERMISSION }, async (after) => {
        const connection = `pullRequests(states: [OPEN], first: 100, after: $after, ${order})`;
        const { pullRequests } = await ask(doing, `${connection} { nodes { ${PULL} } ${PAGE_INFO} }`, {
          variables: afterCursor(after),
          answer: z.object({ pullRequests: pageAnswer(pullAnswer) }),
        });
        return pullRequests;
      });
    },
    ofBranch: (branch) => readBranchPulls(client, graphql, branch),
    async reviews(number) {
      const doing = `list the reviews of pull request ${number}`;
      const reviews = await listOf(doing, { number, name: 'reviews', nodes: REVIEW }, reviewAnswer);
      return reviews.filter((review) => review !== null);
    },
  };
}

interface Rest<T> {
  readonly variables: Variables;
  readonly answer: z.ZodType<T>;
}

interface ListOfPull {
  readonly number: number;
  readonly name: string;
  readonly nodes: string;
}

function afterCursor(after: string | null): Variables {
  return { after: { type: 'String', value: after } };
}
