import type { TreeFile } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { type Purpose, unexpectedAnswer } from './service-errors.ts';

const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({ path: z.string().min(1), mode: z.string(), type: z.enum(['blob', 'tree', 'commit']), sha: shaAnswer }),
  ),
});

/** A tree as GitHub lists it. */
export interface ListedTree {
  readonly files: readonly TreeFile[];
  /** True when files are missing, because the tree has more than 100,000 entries or 7 MB. */
  readonly truncated: boolean;
}

/** The files below a commit or tree, as many as GitHub lists. */
export async function readTree(client: GitHubClient, root: string): Promise<ListedTree> {
  const { truncated, tree } = await client.call({
    ...purposeOf(root),
    path: `${client.repository}/git/trees/${root}`,
    params: { recursive: '1' },
    answer: treeAnswer,
  });
  const files = tree.filter(({ type }) => type !== 'tree').map(({ path, sha, mode }) => ({ path, blobSha: sha, mode }));
  return { files, truncated };
}

/** Every file below a commit or tree; throws when GitHub truncates the listing. */
export async function listTree(client: GitHubClient, root: string): Promise<readonly TreeFile[]> {
  const { files, truncated } = await readTree(client, root);
  if (!truncated) return files;
  const found = 'the listing is cut off, because the tree has more than 100,000 entries or 7 MB';
  throw unexpectedAnswer(purposeOf(root), found);
}

function purposeOf(root: string): Purpose {
  return { doing: `list the files of ${root}`, permission: 'contents: read' };
}
