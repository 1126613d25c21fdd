import type { CommitSha, TreeFile } from '@gatehouse/core';
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

export type TreeEntry = z.output<typeof treeAnswer>['tree'][number];

/** Git trees by id. A tree never changes, so each is read once. */
export interface GitTrees {
  /** Entries of one folder, or of everything below it; `root` is a commit or a tree. */
  entries(root: string, recursive: boolean): Promise<readonly TreeEntry[]>;
  /** The entry at `path`, or `null` when the commit has none. */
  find(commit: CommitSha, path: string): Promise<TreeEntry | null>;
}

export function createGitTrees(client: GitHubClient): GitTrees {
  const known = new Map<string, Promise<readonly TreeEntry[]>>();

  async function entries(root: string, recursive: boolean): Promise<readonly TreeEntry[]> {
    const key = `${root}:${recursive}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = readTree(client, root, recursive);
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  }

  return {
    entries,
    async find(commit, path) {
      let root = commit;
      const parts = path.split('/');
      for (const [index, part] of parts.entries()) {
        const entry = (await entries(root, false)).find((candidate) => candidate.path === part);
        if (entry === undefined) return null;
        if (index === parts.length - 1) return { ...entry, path };
        if (entry.type !== 'tree') return null;
        root = entry.sha;
      }
      return null;
    },
  };
}

async function readTree(client: GitHubClient, root: string, recursive: boolean): Promise<readonly TreeEntry[]> {
  const purpose = { doing: `list the files of ${root}`, permission: 'contents: read' };
  const answer = await client.call({
    ...purpose,
    path: `${client.repository}/git/trees/${root}`,
    params: recursive ? { recursive: '1' } : {},
    answer: treeAnswer,
  });
  if (answer.truncated) {
    throw unexpectedAnswer(purpose, 'the listing is cut off, because the tree has more than 100,000 entries or 7 MB');
  }
  return answer.tree;
}

export function toTreeFile(entry: TreeEntry): TreeFile {
  return { path: entry.path, blobSha: entry.sha, mode: entry.mode };
}
