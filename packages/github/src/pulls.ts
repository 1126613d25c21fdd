import { ActionError, type PullRequest, type PullRequests, type Review } from '@gatehouse/core';
import { z } from 'zod';
import { accountAnswer, shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';

const PERMISSION = 'pull-requests: read';
/** GitHub lists no more files and commits than these, and says nothing about the rest. */
const MAX_FILES = 3000;
const MAX_COMMITS = 250;

const repository = z.object({ id: z.int() });
const pullAnswer = z
  .object({
    number: z.int(),
    user: accountAnswer,
    head: z.object({ sha: shaAnswer, ref: z.string(), repo: repository.nullable() }),
    base: z.object({ ref: z.string(), repo: repository }),
    state: z.enum(['open', 'closed']),
    merged_at: z.string().nullable(),
    merge_commit_sha: shaAnswer.nullish(),
    html_url: z.url(),
  })
  .transform(
    ({ number, user, head, base, state, merged_at, merge_commit_sha, html_url }): PullRequest => ({
      number,
      author: user,
      headSha: head.sha,
      headRef: head.ref,
      baseRef: base.ref,
      merged: merged_at !== null,
      // Before the merge this is a test merge commit that GitHub makes and drops at will.
      mergeCommitSha: merged_at === null ? null : (merge_commit_sha ?? null),
      open: state === 'open',
      // The head's repository is null when the fork was deleted.
      fromFork: head.repo?.id !== base.repo.id,
      url: html_url,
    }),
  );

const fileAnswer = z.object({ filename: z.string().min(1), previous_filename: z.string().optional() });
// GitHub writes an empty object where it knows no account.
const commitPerson = z.union([accountAnswer, z.strictObject({}).transform(() => null)]).nullable();
const commitAnswer = z.object({ sha: shaAnswer, author: commitPerson, committer: commitPerson });
const reviewAnswer = z.object({
  id: z.int(),
  user: accountAnswer.nullable(),
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
  commit_id: shaAnswer.nullable(),
  submitted_at: z.iso.datetime({ offset: true }).optional(),
});

export function createPullRequests(client: GitHubClient): PullRequests {
  const path = (number: number, part = ''): string => `${client.repository}/pulls/${number}${part}`;
  return {
    async get(number) {
      const doing = `read pull request ${number}`;
      return client.call({ doing, permission: PERMISSION, path: path(number), answer: pullAnswer });
    },
    async ofCommit(sha) {
      const pulls = await client.list({
        doing: `find the pull requests of commit ${sha}`,
        permission: PERMISSION,
        path: `${client.repository}/commits/${encodeURIComponent(sha)}/pulls`,
        item: pullAnswer,
      });
      // GitHub also names pull requests that merely contain the commit.
      return pulls.filter((pull) => pull.headSha === sha || pull.mergeCommitSha === sha);
    },
    async listOpen() {
      return client.list({
        doing: 'list the open pull requests',
        permission: PERMISSION,
        path: `${client.repository}/pulls`,
        params: { state: 'open' },
        item: pullAnswer,
      });
    },
    async changedFiles(number) {
      return changedFiles(client, number, path(number, '/files'));
    },
    async commits(number) {
      const commits = await client.list({
        doing: `list the commits of pull request ${number}`,
        permission: PERMISSION,
        path: path(number, '/commits'),
        item: commitAnswer,
        atMost: MAX_COMMITS,
      });
      // With exactly 250 nobody can tell whether there are more: unknown counts as more.
      return { commits, truncated: commits.length >= MAX_COMMITS };
    },
    async reviews(number) {
      const reviews = await client.list({
        doing: `list the reviews of pull request ${number}`,
        permission: PERMISSION,
        path: path(number, '/reviews'),
        item: reviewAnswer,
      });
      return reviews.flatMap(toReview);
    },
  };
}

/** The files of both sides of a rename, so that moving a governed file away counts as changing it. */
async function changedFiles(client: GitHubClient, number: number, path: string): Promise<readonly string[]> {
  const doing = `list the files of pull request ${number}`;
  const files = await client.list({ doing, permission: PERMISSION, path, item: fileAnswer, atMost: MAX_FILES });
  if (files.length >= MAX_FILES) {
    throw new ActionError('refused', {
      where: `Pull request ${number}`,
      found: `It changes ${MAX_FILES} files or more, and GitHub lists only the first ${MAX_FILES}`,
      allowed: `Fewer than ${MAX_FILES} changed files, so that all of them can be judged`,
      remedy: 'Split it into smaller pull requests',
    });
  }
  return [...new Set(files.flatMap(({ filename, previous_filename: before }) => [filename, before ?? filename]))];
}

/** A review of a deleted account, or one not submitted yet, can count for nothing and is left out. */
function toReview(answer: z.output<typeof reviewAnswer>): readonly Review[] {
  const { id, user, state, commit_id, submitted_at } = answer;
  if (user === null || submitted_at === undefined) return [];
  return [{ id, reviewer: user, state, commitSha: commit_id, submittedAt: new Date(submitted_at) }];
}
