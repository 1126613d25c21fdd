import { ActionError, type EvidenceBranch, type EvidenceChange } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { type Appended, CONFLICT, commitOnBranch } from './commit-on-branch.ts';
import type { Graphql } from './graphql/graphql.ts';
import { refusalOf } from './rate-limit.ts';
import { readTreeAt, readTreeOfBranch } from './tree-questions.ts';

const WRITE = 'contents: write';
const withSha = z.object({ sha: shaAnswer });

/**
 * One branch that only grows: a commit either adds all its files or is not made. It is one mutation that names the head
 * it builds on; only the first commit, which has no head, is made through the git data API.
 */
export function createEvidenceBranch(client: GitHubClient, graphql: Graphql, branch: string): EvidenceBranch {
  const source = { client, graphql };
  const ref = `refs/heads/${branch}`;

  return {
    async readTip(wanted) {
      const tip = await readTreeOfBranch(source, branch, wanted);
      if (tip === null) return null;
      const { commit, message, files, folders } = tip;
      return { head: commit, message, files, folders };
    },
    async readAt(commit, wanted) {
      return readTreeAt(source, commit, wanted);
    },
    async append(change) {
      checkChange(change);
      if (change.expectedHead === null) return createBranch(client, ref, change);
      return commitOnBranch(source, branch, { ...change, expectedHead: change.expectedHead });
    },
  };
}

/** Makes the branch with its first commit; somebody else who does so at the same time wins or loses as a whole. */
async function createBranch(client: GitHubClient, ref: string, change: EvidenceChange): Promise<Appended> {
  const doing = 'write the evidence branch';
  const tree = await client.call({
    doing,
    permission: WRITE,
    method: 'POST',
    path: `${client.repository}/git/trees`,
    params: {
      tree: await Promise.all([...change.files].map(async ([path, bytes]) => toTreeItem(client, path, bytes))),
    },
    answer: withSha,
  });
  const commit = await client.call({
    doing,
    permission: WRITE,
    method: 'POST',
    path: `${client.repository}/git/commits`,
    params: { message: change.message, tree: tree.sha, parents: [] },
    answer: withSha,
  });
  try {
    await client.call({
      doing: `create ${ref} at ${commit.sha}`,
      permission: WRITE,
      method: 'POST',
      path: `${client.repository}/git/refs`,
      params: { ref, sha: commit.sha },
      answer: z.object({ object: withSha }),
    });
    return { conflict: false, head: commit.sha };
  } catch (error) {
    const refusal = error instanceof Error ? refusalOf(error.cause) : null;
    // A refusal by a ruleset is an error: trying again would not help.
    if (refusal?.status === 409 || (refusal?.status === 422 && /already exists/i.test(refusal.message)))
      return CONFLICT;
    throw error;
  }
}

/** Text travels inside the tree, which saves a request per file; bytes that are no UTF-8 need a blob. */
async function toTreeItem(client: GitHubClient, path: string, bytes: Uint8Array): Promise<Record<string, string>> {
  const item = { path, mode: '100644', type: 'blob' };
  const text = utf8(bytes);
  if (text !== null) return { ...item, content: text };
  const blob = await client.call({
    doing: `write ${path} to the evidence branch`,
    permission: WRITE,
    method: 'POST',
    path: `${client.repository}/git/blobs`,
    params: { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' },
    answer: withSha,
  });
  return { ...item, sha: blob.sha };
}

function checkChange(change: EvidenceChange): void {
  const bad = [...change.files.keys()].filter((path) =>
    path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git'),
  );
  if (change.files.size > 0 && bad.length === 0) return;
  throw new ActionError('bug', {
    where: 'Commit to the evidence branch',
    found: bad.length === 0 ? 'No file' : `Paths ${JSON.stringify(bad)}`,
    allowed: 'At least one file, each with a relative path without empty parts, "." or ".."',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

/** The text of valid UTF-8 without a byte that JSON or git would alter; else `null`. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
