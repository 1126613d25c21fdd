import type { Account, CommitSha } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import type { GitHubClient } from './client.ts';
import { userAnswer } from './graphql/account.ts';
import type { Graphql } from './graphql/graphql.ts';
import { repositoryField } from './graphql/repository-field.ts';

/** Commits in one question. */
const MAX_COMMITS = 50;
const USER = 'user { databaseId login }';
const AUTHORS = `oid author { ${USER} } authors(first: 100) { nodes { ${USER} } pageInfo { hasNextPage } }`;

const gitActor = z.object({ user: userAnswer.nullable() });

/** Co-authors of one commit: GitHub lists the author among them. */
const commitAnswer = z
  .object({
    oid: shaAnswer,
    author: gitActor.nullable(),
    authors: z.object({
      nodes: z.array(gitActor),
      // Whoever writes a hundred names does it to hide one.
      pageInfo: z.object({ hasNextPage: z.literal(false, { error: 'a commit with more than 100 authors' }) }),
    }),
  })
  .transform(({ oid, author, authors }) => ({
    oid,
    named: authors.nodes.flatMap(({ user }): readonly Account[] =>
      user === null || user.id === author?.user?.id ? [] : [user],
    ),
  }));

/** Asks for each commit by its SHA, not by its pull request, whose list is another one after a push. */
export async function coAuthors(
  { client, graphql }: { readonly client: GitHubClient; readonly graphql: Graphql },
  commits: readonly CommitSha[],
): Promise<readonly Account[]> {
  const groups: (readonly CommitSha[])[] = [];
  for (let start = 0; start < commits.length; start += MAX_COMMITS)
    groups.push(commits.slice(start, start + MAX_COMMITS));
  const answers = await Promise.all(
    groups.map(async (group) =>
      graphql.ask({
        doing: `list the co-authors of ${group.length} commits`,
        permission: 'contents: read',
        ...repositoryField(
          client,
          group.map((_, index) => `c${index}: object(oid: $c${index}) { ... on Commit { ${AUTHORS} } }`).join(' '),
          Object.fromEntries(group.map((sha, index) => [`c${index}`, { type: 'GitObjectID!', value: sha }])),
        ),
        answer: answerOf(group),
      }),
    ),
  );
  return [...new Map(answers.flat().map((account) => [account.id, account])).values()];
}

/** Reads the answer for exactly these commits: one that is missing could hide a name. */
function answerOf(group: readonly CommitSha[]): z.ZodType<readonly Account[]> {
  return z
    .object(Object.fromEntries(group.map((_, index) => [`c${index}`, commitAnswer])))
    .refine((found) => group.every((sha, index) => found[`c${index}`]?.oid === sha), {
      message: 'another commit than the one asked for',
    })
    .transform((found) => Object.values(found).flatMap(({ named }) => named));
}
