import type { CommitSha } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { unexpectedAnswer } from './service-errors.ts';

const PER_PAGE = 100;
const compareAnswer = z.object({
  status: z.enum(['ahead', 'behind', 'identical', 'diverged']),
  total_commits: z.int().min(0),
  commits: z.array(z.object({ sha: shaAnswer })),
});

/** Commits of a push, newest first, or `null` when `before` is no ancestor of `after`, as after a force-push. */
export async function commitsBetween(
  client: GitHubClient,
  before: CommitSha,
  after: CommitSha,
): Promise<readonly CommitSha[] | null> {
  const purpose = { doing: `list the commits from ${before} to ${after}`, permission: 'contents: read' };
  const found: CommitSha[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await client.find({
      ...purpose,
      path: `${client.repository}/compare/${before}...${after}`,
      params: { per_page: PER_PAGE, page },
      answer: compareAnswer,
    });
    if (answer === null) {
      // The commit before a force-push may be gone, and one before the first push is all zeros; the other must be there.
      await client.call({ ...purpose, path: `${client.repository}/git/commits/${after}`, answer: z.unknown() });
      return null;
    }
    if (answer.status === 'behind' || answer.status === 'diverged') return null;
    found.push(...answer.commits.map(({ sha }) => sha));
    if (found.length === answer.total_commits) return found.reverse();
    if (answer.commits.length === 0 || found.length > answer.total_commits) {
      throw unexpectedAnswer(purpose, `${found.length} commits where GitHub counts ${answer.total_commits}`);
    }
  }
}
