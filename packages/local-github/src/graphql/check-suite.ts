import { latestRuns } from '../checks/check-runs.ts';
import { type JsonObject, optionalInteger, optionalObject, optionalString } from '../http/body.ts';
import type { CheckRunRecord, RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { appOf } from '../render/app.ts';
import { maybeSeconds, suiteState } from '../render/check-run.ts';
import { repositoryPage } from '../render/repository.ts';
import { connect } from './connection.ts';
import type { Connection, Graph, GraphNode, SuiteRuns } from './graph.ts';

/** Suites of a commit. They are not recorded: a suite is the check runs that carry its id. */
export function suitesConnection(
  graph: Graph,
  repository: RepositoryRecord,
  { sha, args }: { readonly sha: string; readonly args: JsonObject },
): Connection {
  const filter = optionalObject(args, 'filterBy') ?? {};
  const appId = optionalInteger(filter, 'appId');
  const name = optionalString(filter, 'checkName');
  const suites = suitesOf(repository, sha).filter(
    (runs) => (appId === null || runs[0].appId === appId) && (name === null || runs.some((run) => run.name === name)),
  );
  return connect(args, { items: suites, node: (runs) => suiteNode(graph, repository, runs) });
}

function suitesOf(repository: RepositoryRecord, sha: string): readonly SuiteRuns[] {
  const suites = new Map<number, [CheckRunRecord, ...CheckRunRecord[]]>();
  for (const run of repository.checkRuns.filter(({ headSha }) => headSha === sha)) {
    const suite = suites.get(run.suiteId);
    if (suite === undefined) suites.set(run.suiteId, [run]);
    else suite.push(run);
  }
  return [...suites.values()];
}

function suiteNode(graph: Graph, repository: RepositoryRecord, runs: SuiteRuns): GraphNode {
  const [first] = runs;
  const app = appOf(graph, first.appId);
  const state = suiteState(runs);
  const suite: GraphNode = {
    __typename: 'CheckSuite',
    id: nodeId('CheckSuite', first.suiteId),
    databaseId: first.suiteId,
    status: upper(state['status']),
    conclusion: upper(state['conclusion']),
    commit: () => graph.commit(repository, first.headSha),
    app: {
      __typename: 'App',
      id: nodeId('App', app.id),
      databaseId: app.id,
      slug: app.slug,
      name: app.name,
    },
    checkRuns: (args: JsonObject) =>
      connect(args, {
        items: filterRuns(runs, optionalObject(args, 'filterBy') ?? {}),
        node: (run) => runNode(graph, repository, { run, suite }),
      }),
  };
  return suite;
}

/** Newest first; without `checkType: ALL` the newest of each name. */
function filterRuns(runs: readonly CheckRunRecord[], filter: JsonObject): readonly CheckRunRecord[] {
  const name = optionalString(filter, 'checkName');
  const appId = optionalInteger(filter, 'appId');
  const status = optionalString(filter, 'status');
  const statuses = listIn(filter, 'statuses') ?? (status === null ? null : [status]);
  const conclusions = listIn(filter, 'conclusions');
  const found = filter['checkType'] === 'ALL' ? runs : latestRuns(runs);
  return found
    .filter(
      (run) =>
        (name === null || run.name === name) &&
        (appId === null || run.appId === appId) &&
        (statuses === null || statuses.includes(upper(run.status))) &&
        (conclusions === null || conclusions.includes(upper(run.conclusion))),
    )
    .toSorted((left, right) => right.id - left.id);
}

function listIn(filter: JsonObject, field: string): readonly unknown[] | null {
  const value = filter[field];
  return Array.isArray(value) ? value : null;
}

function runNode(
  { urls }: Graph,
  repository: RepositoryRecord,
  { run, suite }: { readonly run: CheckRunRecord; readonly suite: GraphNode },
): GraphNode {
  return {
    __typename: 'CheckRun',
    id: nodeId('CheckRun', run.id),
    databaseId: run.id,
    name: run.name,
    status: upper(run.status),
    conclusion: upper(run.conclusion),
    externalId: run.externalId,
    detailsUrl: run.detailsUrl ?? `${repositoryPage(urls, repository)}/runs/${run.id}`,
    ...run.output,
    startedAt: maybeSeconds(run.startedAt),
    completedAt: maybeSeconds(run.completedAt),
    checkSuite: suite,
  };
}

function upper(value: unknown): string | null {
  return typeof value === 'string' ? value.toUpperCase() : null;
}
