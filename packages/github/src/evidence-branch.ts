import { ActionError, type CommitSha, type EvidenceBranch, type EvidenceChange } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { encodePath, readFile } from './contents.ts';
import { createGitTrees, type GitTrees } from './git-trees.ts';
import { refusalOf } from './rate-limit.ts';

const READ = 'contents: read';
const WRITE = 'contents: write';
const withSha = z.object({ sha: shaAnswer });

/** One branch that only grows, written through the git data API: a commit either adds all its files or is not made. */
export function createEvidenceBranch(client: GitHubClient, branch: string): EvidenceBranch {
  const trees = createGitTrees(client);
  const ref = `refs/heads/${branch}`;

  async function head(): Promise<CommitSha | null> {
    // Not GET git/ref: its 404 cannot be told from a missing permission, an empty list can.
    const matches = await client.list({
      doing: `read the head of branch "${branch}"`,
      permission: READ,
      path: `${client.repository}/git/matching-refs/heads/${encodePath(branch)}`,
      item: z.object({ ref: z.string(), object: z.object({ sha: shaAnswer }) }),
      unpaged: true,
    });
    return matches.find((match) => match.ref === ref)?.object.sha ?? null;
  }

  return {
    head,
    async read(path) {
      const commit = await head();
      return commit === null ? null : readFile(client, path, commit);
    },
    async list(folder) {
      const commit = await head();
      if (commit === null) return [];
      const clean = folder.replace(/\/+$/, '');
      const root = clean === '' ? { sha: commit, type: 'tree' } : await trees.find(commit, clean);
      if (root === null || root.type !== 'tree') return [];
      const entries = await trees.entries(root.sha, true);
      const prefix = clean === '' ? '' : `${clean}/`;
      return entries.filter(({ type }) => type === 'blob').map(({ path }) => `${prefix}${path}`);
    },
    async append(change) {
      checkChange(change);
      if (await anyExists(trees, change)) return { conflict: true, head: await head() };
      const commit = await makeCommit(client, change);
      const moved = await moveBranch(client, { ref, commit, create: change.expectedHead === null });
      return moved ? { conflict: false, head: commit } : { conflict: true, head: await head() };
    },
  };
}

async function anyExists(trees: GitTrees, change: EvidenceChange): Promise<boolean> {
  if (change.expectedHead === null) return false;
  for (const path of change.files.keys()) {
    if ((await trees.find(change.expectedHead, path)) !== null) return true;
  }
  return false;
}

async function makeCommit(client: GitHubClient, change: EvidenceChange): Promise<CommitSha> {
  const doing = 'write the evidence branch';
  const parent =
    change.expectedHead === null
      ? null
      : await client.call({
          doing,
          permission: WRITE,
          path: `${client.repository}/git/commits/${change.expectedHead}`,
          answer: z.object({ tree: withSha }),
        });
  const tree = await client.call({
    doing,
    permission: WRITE,
    method: 'POST',
    path: `${client.repository}/git/trees`,
    params: {
      ...(parent === null ? {} : { base_tree: parent.tree.sha }),
      tree: await Promise.all([...change.files].map(async ([path, bytes]) => toTreeItem(client, path, bytes))),
    },
    answer: withSha,
  });
  const commit = await client.call({
    doing,
    permission: WRITE,
    method: 'POST',
    path: `${client.repository}/git/commits`,
    params: {
      message: change.message,
      tree: tree.sha,
      parents: change.expectedHead === null ? [] : [change.expectedHead],
    },
    answer: withSha,
  });
  return commit.sha;
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

/** False when another commit came first. A refusal by a ruleset is an error: trying again would not help. */
async function moveBranch(
  client: GitHubClient,
  move: { readonly ref: string; readonly commit: CommitSha; readonly create: boolean },
): Promise<boolean> {
  const { ref, commit, create } = move;
  try {
    await client.call({
      doing: `move ${ref} to ${commit}`,
      permission: WRITE,
      ...(create
        ? { method: 'POST' as const, path: `${client.repository}/git/refs`, params: { ref, sha: commit } }
        : {
            method: 'PATCH' as const,
            path: `${client.repository}/git/${encodePath(ref)}`,
            params: { sha: commit, force: false },
          }),
      answer: z.object({ object: withSha }),
    });
    return true;
  } catch (error) {
    const refusal = error instanceof Error ? refusalOf(error.cause) : null;
    if (refusal?.status === 409) return false;
    if (refusal?.status === 422 && /fast.forward|already exists/i.test(refusal.message)) return false;
    throw error;
  }
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
