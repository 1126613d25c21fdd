import { z } from 'zod';
import type { GitHubClient } from './client.ts';

const blobAnswer = z.object({ encoding: z.literal('base64'), content: z.string(), size: z.int() });

/** Bytes of a git blob, up to GitHub's 100 MB. */
export async function readBlob(client: GitHubClient, sha: string, doing: string): Promise<Uint8Array> {
  const blob = await client.call({
    doing,
    permission: 'contents: read',
    path: `${client.repository}/git/blobs/${sha}`,
    answer: blobAnswer,
  });
  return Buffer.from(blob.content, 'base64');
}
