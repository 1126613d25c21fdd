import type { Account } from '@gatehouse/core';
import { z } from 'zod';

/** Selection of an `Actor`, to be read by {@link actorAnswer}. */
export const ACTOR =
  '{ __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } }';

/** An account, or `null` when GitHub gives it no number: without one nobody can be told from anybody else. */
export const actorAnswer = z
  .object({ __typename: z.string(), login: z.string().min(1), databaseId: z.int().nullish() })
  .transform(({ __typename, login, databaseId }): Account | null =>
    databaseId === null || databaseId === undefined ? null : toAccount({ id: databaseId, login, type: __typename }),
  );

/** A `User` that was asked for `databaseId` and `login`. */
export const userAnswer = z
  .object({ login: z.string().min(1), databaseId: z.int().nullable() })
  .transform(({ login, databaseId }): Account | null =>
    databaseId === null ? null : { id: databaseId, login, type: 'User' },
  );

/** GraphQL names a bot `dependabot`, REST `dependabot[bot]`: the second cannot be mistaken for a person's login. */
function toAccount({
  id,
  login,
  type,
}: {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}): Account {
  if (type === 'User' || type === 'Organization') return { id, login, type };
  return { id, login: login.endsWith('[bot]') ? login : `${login}[bot]`, type: 'Bot' };
}
