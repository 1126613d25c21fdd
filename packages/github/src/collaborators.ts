import type { Permission } from '@gatehouse/core';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';

const collaboratorAnswer = z.object({
  id: z.int(),
  permissions: z.object({ admin: z.boolean(), push: z.boolean(), pull: z.boolean() }),
});

/** Permission of everybody who has any, by numeric id, or `null` when the token may not see them. */
export async function listCollaborators(client: GitHubClient): Promise<ReadonlyMap<number, Permission> | null> {
  const collaborators = await client.findList(
    {
      doing: 'list the collaborators',
      permission: 'metadata: read',
      path: `${client.repository}/collaborators`,
      item: collaboratorAnswer,
    },
    [403, 404],
  );
  return collaborators === null
    ? null
    : new Map(collaborators.map(({ id, permissions }) => [id, highest(permissions)]));
}

function highest({ admin, push, pull }: z.output<typeof collaboratorAnswer>['permissions']): Permission {
  if (admin) return 'admin';
  if (push) return 'write';
  return pull ? 'read' : 'unknown';
}
