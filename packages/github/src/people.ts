import type { Account, People, Permission } from '@gatehouse/core';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { listCollaborators } from './collaborators.ts';
import { userAnswer } from './graphql/account.ts';
import type { Graphql } from './graphql/graphql.ts';
import { pageAnswer, readVisiblePages } from './graphql/page.ts';
import type { FieldFailure } from './graphql/question.ts';
import { repositoryField } from './graphql/repository-field.ts';

/** Accounts in one question. */
const MAX_ACCOUNTS = 50;
/** GitHub's five permissions as those that governance tells apart; a custom role counts as what it is based on. */
const PERMISSIONS: Readonly<Record<string, Permission>> = {
  ADMIN: 'admin',
  MAINTAIN: 'write',
  WRITE: 'write',
  TRIAGE: 'read',
  READ: 'read',
};
/** What GitHub says where a token may not look. */
const NOT_VISIBLE: readonly string[] = ['NOT_FOUND', 'FORBIDDEN', 'INSUFFICIENT_SCOPES'];

const collaboratorsAnswer = z.object({
  edges: z.array(z.object({ permission: z.string(), node: z.object({ databaseId: z.int().nullable() }) })),
});
type Collaborators = z.output<typeof collaboratorsAnswer>;

/** Where people are asked about. */
export interface PeopleSource {
  readonly client: GitHubClient;
  readonly graphql: Graphql;
  /**
   * With a token that may read teams (a GitHub App with organization permission "members: read"); the job's own token
   * never can, and then membership is `null`, unknown.
   */
  readonly organisation: Graphql;
}

/** Who may do what. Questions of one tick go out as one request, however many people they are about. */
export function createPeople({ client, graphql, organisation }: PeopleSource): People {
  return {
    async permissions(accounts) {
      const known = await askPermissions({ client, graphql }, accounts);
      const refused = [...known.values()].includes('refused');
      // Whether an App may see collaborators through GraphQL is documented nowhere [live]; REST says that it may.
      const listed = refused ? await listCollaborators(client) : null;
      return new Map(
        [...known].map(([id, permission]) => [
          id,
          permission !== 'refused' ? permission : listed === null ? 'unknown' : (listed.get(id) ?? 'none'),
        ]),
      );
    },
    async accounts(logins) {
      const wanted = [...new Set(logins)];
      const found = await Promise.all(wanted.map(async (login) => askAccount(graphql, login)));
      return new Map(wanted.map((login, index) => [login, found[index] ?? null]));
    },
    async teams(names) {
      const wanted = [...new Set(names)];
      const found = await Promise.all(wanted.map(async (name) => askTeam(organisation, name)));
      return new Map(wanted.map((name, index) => [name, found[index] ?? null]));
    },
  };
}

/** `refused` where GitHub shows no collaborators at all, which says nothing about the account. */
async function askPermissions(
  source: Pick<PeopleSource, 'client' | 'graphql'>,
  accounts: readonly Account[],
): Promise<ReadonlyMap<number, Permission | 'refused'>> {
  const people = [...new Map(accounts.map((account) => [account.id, account])).values()];
  const groups: (readonly Account[])[] = [];
  for (let start = 0; start < people.length; start += MAX_ACCOUNTS)
    groups.push(people.slice(start, start + MAX_ACCOUNTS));
  const answers = await Promise.all(groups.map(async (group) => askGroup(source, group)));
  return new Map(answers.flat());
}

async function askGroup(
  { client, graphql }: Pick<PeopleSource, 'client' | 'graphql'>,
  group: readonly Account[],
): Promise<readonly (readonly [number, Permission | 'refused'])[]> {
  const one = (index: number): string =>
    `p${index}: collaborators(login: $p${index}, first: 10) { edges { permission node { databaseId } } }`;
  const answer = await graphql.ask({
    doing: `read the permissions of ${group.length} accounts`,
    permission: 'metadata: read',
    ...repositoryField(
      client,
      group.map((_, index) => one(index)).join(' '),
      Object.fromEntries(group.map(({ login }, index) => [`p${index}`, { type: 'String!', value: login }])),
    ),
    answer: z.record(z.string(), collaboratorsAnswer.nullable()),
    mayFail: ({ path }) => path.length > 0,
  });
  return group.map(({ id }, index) => [id, permissionOf(id, answer[`p${index}`] ?? null)]);
}

/** A login can change hands between two requests; only the id says whose permission this is. */
function permissionOf(id: number, collaborators: Collaborators | null): Permission | 'refused' {
  if (collaborators === null) return 'refused';
  if (collaborators.edges.length === 0) return 'none';
  const own = collaborators.edges.find(({ node }) => node.databaseId === id);
  return own === undefined ? 'unknown' : (PERMISSIONS[own.permission] ?? 'unknown');
}

async function askAccount(graphql: Graphql, login: string): Promise<Account | null> {
  return graphql.ask({
    doing: `look up the account "${login}"`,
    permission: 'metadata: read',
    field: 'user(login: $login) { databaseId login }',
    variables: { login: { type: 'String!', value: login } },
    answer: userAnswer.nullable(),
    mayFail: ({ type, path }) => type === 'NOT_FOUND' && path.length === 0,
  });
}

const teamAnswer = z
  .object({ team: z.object({ members: pageAnswer(userAnswer.nullable()) }).nullable() })
  .nullable()
  .transform((organization) => organization?.team?.members ?? null);

/** Members of `org/slug`; `null` when the team, or any member of it, cannot be seen. */
async function askTeam(graphql: Graphql, name: string): Promise<readonly Account[] | null> {
  const [org, slug, ...rest] = name.split('/');
  if (org === undefined || slug === undefined || rest.length > 0) return null;
  const purpose = { doing: `list the members of team "${name}"`, permission: 'members: read' };
  const page = 'nodes { databaseId login } pageInfo { hasNextPage endCursor }';
  const members = await readVisiblePages(purpose, async (after) =>
    graphql.ask({
      ...purpose,
      field: `organization(login: $org) { team(slug: $slug) { members(first: 100, after: $after, membership: ALL) { ${page} } } }`,
      variables: {
        org: { type: 'String!', value: org },
        slug: { type: 'String!', value: slug },
        after: { type: 'String', value: after },
      },
      answer: teamAnswer,
      mayFail: isNotVisible,
    }),
  );
  const known = members?.filter((member) => member !== null);
  return known === undefined || known.length !== members?.length ? null : known;
}

function isNotVisible({ type }: FieldFailure): boolean {
  return NOT_VISIBLE.includes(type);
}
