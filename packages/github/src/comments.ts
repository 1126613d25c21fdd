import type { Comments } from '@gatehouse/core';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';

const commentAnswer = z.object({
  id: z.int(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
});

/** Comments on pull requests, which GitHub keeps as comments on issues. */
export function createComments(client: GitHubClient, graphql: Graphql): Comments {
  const folder = `${client.repository}/issues`;
  const permission = 'pull-requests: write';
  return {
    async own(pullRequest) {
      const doing = `read the comments of #${pullRequest}`;
      const [self, comments] = await Promise.all([
        ownLogin(graphql),
        client.list({ doing, permission, path: `${folder}/${pullRequest}/comments`, item: commentAnswer }),
      ]);
      return comments.filter(({ user }) => user?.login === self).map(({ id, body }) => ({ id, body: body ?? '' }));
    },
    async create(pullRequest, body) {
      await client.call({
        doing: `comment on #${pullRequest}`,
        permission,
        method: 'POST',
        path: `${folder}/${pullRequest}/comments`,
        params: { body },
        answer: commentAnswer,
      });
    },
    async update(id, body) {
      await client.call({
        doing: `update the comment ${id}`,
        permission,
        method: 'PATCH',
        path: `${folder}/comments/${id}`,
        params: { body },
        answer: commentAnswer,
      });
    },
  };
}

/** REST tells an App nothing about itself with an installation token; GraphQL does: `name[bot]`. */
async function ownLogin(graphql: Graphql): Promise<string> {
  const { login } = await graphql.ask({
    doing: 'find out which account this token belongs to',
    permission: 'metadata: read',
    field: 'viewer { login }',
    variables: {},
    answer: z.object({ login: z.string() }),
  });
  return login;
}
