import type { CommitSha } from '@gatehouse/core';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import { repositoryField } from './graphql/repository-field.ts';
import type { Purpose } from './service-errors.ts';

/** One check run of an App: what it remembers, and the number to change it by. */
export interface OwnCheckRun {
  readonly id: number;
  readonly text: string | null;
  readonly title: string | null;
  readonly externalId: string | null;
  /** In lower case, as REST gives it. */
  readonly conclusion: string | null;
}

/** Whose run of which name on which commit. */
export interface CheckRunQuery {
  readonly appId: number;
  readonly name: string;
  readonly headSha: CommitSha;
}

const SUITES = 'checkSuites(first: 20, filterBy: { appId: $appId, checkName: $name })';
const RUNS = 'checkRuns(first: 100, filterBy: { appId: $appId, checkName: $name, checkType: LATEST })';
const NODES = 'nodes { databaseId name text title externalId conclusion } pageInfo { hasNextPage }';
const SELECTION = `object(oid: $sha) { ... on Commit { ${SUITES} { nodes { app { databaseId } ${RUNS} { ${NODES} } } pageInfo { hasNextPage } } } }`;

const pageInfo = z.object({ hasNextPage: z.boolean() });
const runAnswer = z.object({
  databaseId: z.int().nullable(),
  name: z.string(),
  text: z.string().nullable(),
  title: z.string().nullable(),
  externalId: z.string().nullable(),
  conclusion: z.string().nullable(),
});
const suiteAnswer = z.object({
  app: z.object({ databaseId: z.int().nullable() }).nullable(),
  checkRuns: z.object({ nodes: z.array(runAnswer), pageInfo }),
});
const commitAnswer = z.object({ checkSuites: z.object({ nodes: z.array(suiteAnswer), pageInfo }) });
const restAnswer = z.object({
  id: z.int(),
  name: z.string(),
  app: z.object({ id: z.int() }).nullable(),
  external_id: z.string().nullish(),
  conclusion: z.string().nullish(),
  output: z.object({ text: z.string().nullish(), title: z.string().nullish() }).nullish(),
});

/** The App's newest run of a name on a commit, or `null`; a run of another App is never taken. */
export async function findOwnCheckRun(
  source: { readonly client: GitHubClient; readonly graphql: Graphql },
  query: CheckRunQuery,
): Promise<OwnCheckRun | null> {
  const { appId, name, headSha } = query;
  const purpose = { doing: `find the check ${name} on ${headSha}`, permission: 'checks: read' };
  const { object } = await source.graphql.ask({
    ...purpose,
    ...repositoryField(source.client, SELECTION, {
      sha: { type: 'GitObjectID!', value: headSha },
      appId: { type: 'Int!', value: appId },
      name: { type: 'String!', value: name },
    }),
    answer: z.object({ object: commitAnswer }),
    // GraphQL's Int ends at 2^31, which the numbers of check runs passed long ago. [live]
    mayFail: ({ path }) => path.at(-1) === 'databaseId' && path.includes('checkRuns'),
  });
  const suites = object.checkSuites.nodes.filter(({ app }) => app?.databaseId === appId);
  const runs = suites.flatMap(({ checkRuns }) => checkRuns.nodes).filter((run) => run.name === name);
  const cutOff =
    object.checkSuites.pageInfo.hasNextPage || suites.some(({ checkRuns }) => checkRuns.pageInfo.hasNextPage);
  const numbered = runs.flatMap(({ databaseId: id, text, title, externalId, conclusion }) =>
    id === null ? [] : [{ id, text, title, externalId, conclusion: conclusion?.toLowerCase() ?? null }],
  );
  return cutOff || numbered.length < runs.length ? listOwnCheckRuns(source.client, query, purpose) : newest(numbered);
}

/** REST gives every number and every page. */
async function listOwnCheckRuns(
  client: GitHubClient,
  { appId, name, headSha }: CheckRunQuery,
  purpose: Purpose,
): Promise<OwnCheckRun | null> {
  const runs = await client.list({
    ...purpose,
    path: `${client.repository}/commits/${encodeURIComponent(headSha)}/check-runs`,
    params: { check_name: name, app_id: appId, filter: 'latest' },
    key: 'check_runs',
    item: restAnswer,
  });
  const own = runs.filter((run) => run.app?.id === appId && run.name === name);
  return newest(
    own.map(({ id, output, external_id: externalId, conclusion }) => ({
      id,
      text: output?.text ?? null,
      title: output?.title ?? null,
      externalId: externalId ?? null,
      conclusion: conclusion ?? null,
    })),
  );
}

function newest(runs: readonly OwnCheckRun[]): OwnCheckRun | null {
  return runs.toSorted((a, b) => b.id - a.id)[0] ?? null;
}
