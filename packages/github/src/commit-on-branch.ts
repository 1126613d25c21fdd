import type { CommitSha, EvidenceChange } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import { GraphqlRefused } from './graphql/failures.ts';
import type { TreeSource } from './tree-questions.ts';

/** What became of a change: `head` is the new head, or `null` when somebody else was first. */
export interface Appended {
  readonly conflict: boolean;
  readonly head: CommitSha | null;
}

export const CONFLICT: Appended = { conflict: true, head: null };

/** GitHub's words, and git's own when the reference moves while GitHub writes it. [live] */
const MOVED = /expected branch to point to|is at [0-9a-f]{40,64} but expected|cannot lock ref/i;

/** Adds files in one commit, if the branch is still at the expected head: one request that is both write and comparison. */
export async function commitOnBranch(
  { client, graphql }: TreeSource,
  branch: string,
  change: EvidenceChange & { readonly expectedHead: CommitSha },
): Promise<Appended> {
  const { owner, repo } = client.options;
  try {
    const { commit } = await graphql.change({
      doing: `write to branch "${branch}"`,
      permission: 'contents: write',
      field: 'createCommitOnBranch(input: $input) { commit { oid } }',
      variables: {
        input: {
          type: 'CreateCommitOnBranchInput!',
          value: {
            branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
            message: toMessage(change.message),
            expectedHeadOid: change.expectedHead,
            fileChanges: {
              additions: [...change.files].map(([path, bytes]) => ({
                path,
                contents: Buffer.from(bytes).toString('base64'),
              })),
            },
          },
        },
      },
      answer: z.object({ commit: z.object({ oid: shaAnswer }) }),
    });
    return { conflict: false, head: commit.oid };
  } catch (error) {
    if (error instanceof Error && error.cause instanceof GraphqlRefused && isMoved(error.cause)) return CONFLICT;
    throw error;
  }
}

function isMoved({ type, message }: GraphqlRefused): boolean {
  return type === 'STALE_DATA' || MOVED.test(message);
}

/** GitHub joins the two with an empty line. */
function toMessage(message: string): { readonly headline: string; readonly body?: string } {
  const [headline = '', ...rest] = message.split('\n');
  const body = rest.join('\n').trim();
  return body === '' ? { headline } : { headline, body };
}
