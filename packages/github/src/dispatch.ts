import type { Dispatch } from '@gatehouse/core';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';

export function createDispatch(client: GitHubClient): Dispatch {
  return {
    async workflow(file, ref, inputs) {
      await client.call({
        doing: `start the workflow ${file} on ${ref}`,
        permission: 'actions: write',
        method: 'POST',
        path: `${client.repository}/actions/workflows/${encodeURIComponent(file)}/dispatches`,
        params: { ref, inputs },
        answer: z.unknown(),
      });
    },
  };
}
