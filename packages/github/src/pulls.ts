import { ActionError, type PullRequests } from '@gatehouse/core';
import { z } from 'zod';
import { accountAnswer, shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import { repositoryField } from './graphql/repository-field.ts';
import { createPullQuestions } from './pull-questions.ts';

const PERMISSION = 'pull-requests: read';
/** GitHub lists no more files and commits than these, and says nothing about the rest. */
const MAX_FILES = 3000;
const MAX_COMMITS = 250;

const fileAnswer = z.object({ filename: z.string().min(1), previous_filename: z.string().optional() });
// GitHub writes an empty object where it knows no account.
const commitPerson = z.union([accountAnswer, z.strictObject({}).transform(() => null)]).nullable();
const commitAnswer = z.object({ sha: shaAnswer, author: commitPerson, committer: commitPerson });
/**
 * Pull requests: what many questions are asked about through GraphQL, so that they share a request. Files and commits
 * come from REST, because GraphQL knows neither the old name of a renamed file nor the account of a bot that committed.
 */
export function createPullRequests(client: GitHubClient, graphql: Graphql): PullRequests {
  const path = (number: number, part: string): string => `${client.repository}/pulls/${number}${part}`;
  return {
    ...createPullQuestions(client, graphql),
    async changedFiles(number) {
      const total = totalOf({ client, graphql }, number, 'files');
      return changedFiles(client, { number, path: path(number, '/files'), total });
    },
    async commits(number) {
      const commits = await client.list({
        doing: `list the commits of pull request ${number}`,
        permission: PERMISSION,
        path: path(number, '/commits'),
        item: commitAnswer,
        atMost: MAX_COMMITS,
        total: totalOf({ client, graphql }, number, 'commits'),
      });
      // With exactly 250 nobody can tell whether there are more: unknown counts as more.
      return { commits, truncated: commits.length >= MAX_COMMITS };
    },
  };
}

/** The files of both sides of a rename, so that moving a governed file away counts as changing it. */
async function changedFiles(
  client: GitHubClient,
  { number, path, total }: { readonly number: number; readonly path: string; readonly total: Promise<number | null> },
): Promise<readonly string[]> {
  const doing = `list the files of pull request ${number}`;
  const list = { doing, permission: PERMISSION, path, item: fileAnswer, atMost: MAX_FILES, total };
  const files = await client.list(list);
  if (files.length >= MAX_FILES) {
    throw new ActionError(
      'refused',
      {
        where: `Pull request ${number}`,
        found: `It changes ${MAX_FILES} files or more, and GitHub lists only the first ${MAX_FILES}`,
        allowed: `Fewer than ${MAX_FILES} changed files, so that all of them can be judged`,
        remedy: 'Split it into smaller pull requests',
      },
      { reasonCode: 'too-many-files' },
    );
  }
  return [...new Set(files.flatMap(({ filename, previous_filename: before }) => [filename, before ?? filename]))];
}

/** The size of a list, asked beside it: without it a list that fills its page would need a second call to be complete. */
function totalOf(
  { client, graphql }: { readonly client: GitHubClient; readonly graphql: Graphql },
  number: number,
  name: 'commits' | 'files',
): Promise<number | null> {
  const doing = `count the ${name} of pull request ${number}`;
  const selection = `pullRequest(number: $number) { list: ${name}(first: 1) { totalCount } }`;
  const answer = z
    .object({ pullRequest: z.object({ list: z.object({ totalCount: z.int() }) }) })
    .transform(({ pullRequest }) => pullRequest.list.totalCount);
  const variables = { number: { type: 'Int!', value: number } };
  const total = graphql.ask({
    doing,
    permission: PERMISSION,
    ...repositoryField(client, selection, variables),
    answer,
  });
  // Nobody who does not know it believes that a full page is the last: the next one is asked for.
  return total.catch(() => null);
}
