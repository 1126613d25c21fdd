import type { Deployments } from '@gatehouse/core';
import { z } from 'zod';
import { cut } from './checks.ts';
import type { GitHubClient } from './client.ts';

const PERMISSION = 'deployments: write';
const MAX_DESCRIPTION = 140;

export function createDeployments(client: GitHubClient): Deployments {
  return {
    async create({ ref, environment, description, payload }) {
      const answer = await client.call({
        doing: `record the deployment of ${ref} to "${environment}"`,
        permission: PERMISSION,
        method: 'POST',
        path: `${client.repository}/deployments`,
        params: {
          ref,
          environment,
          description: cut(description, MAX_DESCRIPTION, '…'),
          payload,
          // GitHub's defaults would merge the default branch into the ref and wait for every check of any name.
          auto_merge: false,
          required_contexts: [],
        },
        answer: z.object({ id: z.int() }),
      });
      return answer.id;
    },
    async setState(id, { state, description, logUrl }) {
      await client.call({
        doing: `set deployment ${id} to "${state}"`,
        permission: PERMISSION,
        method: 'POST',
        path: `${client.repository}/deployments/${id}/statuses`,
        params: {
          state,
          description: cut(description, MAX_DESCRIPTION, '…'),
          ...(logUrl === undefined ? {} : { log_url: logUrl }),
        },
        answer: z.object({ id: z.int() }),
      });
    },
  };
}
