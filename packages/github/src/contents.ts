import { ActionError, type CommitSha, type RepositoryContents } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import { readBlob } from './blobs.ts';
import type { GitHubClient } from './client.ts';
import { coAuthors } from './co-authors.ts';
import { commitsBetween } from './compare.ts';
import { comparison } from './comparison.ts';
import { listTree } from './git-trees.ts';
import type { Graphql } from './graphql/graphql.ts';
import { unexpectedAnswer } from './service-errors.ts';
import { readTreeAt, readTreeOfDefaultBranch } from './tree-questions.ts';

const PERMISSION = 'contents: read';

const encodedFile = z.object({
  type: z.literal('file'),
  encoding: z.string(),
  content: z.string(),
  size: z.int(),
  sha: shaAnswer,
});
const fileAnswer = z.union([
  encodedFile,
  z.object({ type: z.enum(['symlink', 'submodule']) }),
  z.array(z.unknown()), // a folder
]);

/**
 * Reads the repository: many small files at once through GraphQL; single files, listings and whatever is no text through
 * the contents and git data API. Files above 1 MB are read as blobs, up to 100 MB.
 */
export function createContents(client: GitHubClient, graphql: Graphql): RepositoryContents {
  return {
    async readTip(wanted) {
      return readTreeOfDefaultBranch({ client, graphql }, wanted);
    },
    async readAt(commit, wanted) {
      return readTreeAt({ client, graphql }, commit, wanted);
    },
    async commitsBetween(before, after) {
      return commitsBetween(client, before, after);
    },
    async comparison(base, head) {
      return comparison(client, { base, head });
    },
    async coAuthors(commits) {
      return coAuthors({ client, graphql }, commits);
    },
    async defaultBranch() {
      const answer = await client.call({
        doing: 'read the name of the default branch',
        permission: PERMISSION,
        path: client.repository,
        answer: z.object({ default_branch: z.string().min(1) }),
      });
      return answer.default_branch;
    },
    async branchHead(branch) {
      const answer = await client.call({
        doing: `read the head of branch "${branch}"`,
        permission: PERMISSION,
        path: `${client.repository}/git/ref/heads/${encodePath(branch)}`,
        answer: z.object({ object: z.object({ sha: shaAnswer }) }),
      });
      return answer.object.sha;
    },
    async readFile(path, commit) {
      return readFile(client, path, commit);
    },
    async listFiles(commit) {
      return listTree(client, commit);
    },
  };
}

/** Bytes of a file at a commit; `null` only when the commit can be read and has no such file. */
async function readFile(client: GitHubClient, path: string, commit: CommitSha): Promise<Uint8Array | null> {
  const purpose = { doing: `read ${path} at ${commit}`, permission: PERMISSION };
  const answer = await client.find({
    ...purpose,
    path: `${client.repository}/contents/${encodePath(path)}`,
    params: { ref: commit },
    answer: fileAnswer,
  });
  if (answer === null) {
    // 404 also means "this token may not read": only a commit that can be read shows that the file is missing.
    await client.call({ ...purpose, path: `${client.repository}/git/commits/${commit}`, answer: z.unknown() });
    return null;
  }
  if (Array.isArray(answer)) return null;
  if (answer.type !== 'file') throw notAFile(path, commit, answer.type);
  const bytes =
    answer.encoding === 'base64'
      ? Buffer.from(answer.content, 'base64')
      : await readBlob(client, answer.sha, `read ${path} at ${commit}`);
  if (bytes.length !== answer.size) {
    throw unexpectedAnswer(purpose, `${bytes.length} bytes where GitHub says ${answer.size}`);
  }
  return bytes;
}

function notAFile(path: string, commit: CommitSha, type: string): ActionError {
  return new ActionError('refused', {
    where: `${path} at ${commit}`,
    found: `It is a ${type}`,
    allowed: 'A plain file',
    remedy: 'Put the file itself there',
  });
}

/** Encodes each part of a path, and the `/` between them not. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
