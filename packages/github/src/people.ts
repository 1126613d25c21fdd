import type { People, Permission } from '@gatehouse/core';
import { z } from 'zod';
import { accountAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';

const permissionAnswer = z.object({
  permission: z.enum(['admin', 'write', 'read', 'none']).or(z.string().transform((): Permission => 'unknown')),
  user: z.object({ id: z.int() }).nullable(),
});

/**
 * Who may do what.
 *
 * @param organisation a client whose token may read teams (a GitHub App with organization permission "members: read");
 *   the job's own token never can, and then membership is `null`, unknown
 */
export function createPeople(client: GitHubClient, organisation: GitHubClient): People {
  return {
    async permission(account) {
      const answer = await client.find(
        {
          doing: `read the permission of "${account.login}"`,
          permission: 'metadata: read',
          path: `${client.repository}/collaborators/${encodeURIComponent(account.login)}/permission`,
          answer: permissionAnswer,
        },
        [403, 404],
      );
      // A login can change hands between two requests; only the id says whose permission this is.
      if (answer === null || answer.user?.id !== account.id) return 'unknown';
      return answer.permission;
    },
    async account(login) {
      return client.find({
        doing: `look up the account "${login}"`,
        permission: 'metadata: read',
        path: `/users/${encodeURIComponent(login)}`,
        answer: accountAnswer,
      });
    },
    async teamMembers(team) {
      const [org, slug, ...rest] = team.split('/');
      if (org === undefined || slug === undefined || rest.length > 0) return null;
      return organisation.findList(
        {
          doing: `list the members of team "${team}"`,
          permission: 'members: read',
          path: `/orgs/${encodeURIComponent(org)}/teams/${encodeURIComponent(slug)}/members`,
          item: accountAnswer,
        },
        [403, 404],
      );
    },
  };
}
