import type { Account, Pushes } from '@gatehouse/core';
import { z } from 'zod';
import { accountAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';

/** GitHub pages this list by cursor; nobody needs more than the newest page of one branch. */
const MOST = 100;
// An account that was deleted has no actor any more, and nobody left who could review.
const activityAnswer = z.object({ activity_type: z.string(), actor: accountAnswer.nullable() });

export function createPushes(client: GitHubClient): Pushes {
  return {
    async pushers(branch) {
      const moves = await client.call({
        doing: `list who pushed to "${branch}"`,
        permission: 'contents: read',
        path: `${client.repository}/activity`,
        params: { ref: `refs/heads/${branch}`, per_page: MOST },
        answer: z.array(activityAnswer),
      });
      const accounts = moves
        .filter(({ activity_type }) => activity_type !== 'branch_deletion')
        .flatMap(({ actor }): readonly Account[] => (actor === null ? [] : [actor]));
      const byId = new Map(accounts.map((account) => [account.id, account]));
      return { accounts: [...byId.values()], complete: moves.length < MOST };
    },
  };
}
