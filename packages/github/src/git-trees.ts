import type { TreeFile } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { unexpectedAnswer } from './service-errors.ts';

const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({ path: z.string().min(1), mode: z.string(), type: z.enum(['blob', 'tree', 'commit']), sha: shaAnswer }),
  ),
});

/** Every file below a commit or tree; throws when GitHub truncates the listing. */
export async function listTree(client: GitHubClient, root: string): Promise<readonly TreeFile[]> {
  const purpose = { doing: `list the files of ${root}`, permission: 'contents: read' };
  const answer = await client.call({
    ...purpose,
    path: `${client.repository}/git/trees/${root}`,
    params: { recursive: '1' },
    answer: treeAnswer,
  });
  if (answer.truncated) {
    throw unexpectedAnswer(purpose, 'the listing is cut off, because the tree has more than 100,000 entries or 7 MB');
  }
  return answer.tree.filter(({ type }) => type !== 'tree').map(({ path, sha, mode }) => ({ path, blobSha: sha, mode }));
}
