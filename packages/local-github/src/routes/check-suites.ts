import type { Reply, RepositoryContext } from '../context.ts';
import { resolveCommit } from '../git/git.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { CheckRunRecord } from '../records.ts';
import { renderCheckSuite } from '../render/check-run.ts';

type Suite = readonly [CheckRunRecord, ...CheckRunRecord[]];

/** Suites are not recorded: a suite is the check runs that carry its id. */
export const checkSuiteRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/commits/{ref...}/check-suites',
    { operationId: 'checks/list-suites-for-ref', permission: 'checks:read' },
    listForRef,
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/check-suites/{check_suite_id}',
    { operationId: 'checks/get-suite', permission: 'checks:read' },
    async (context) => {
      const id = context.intParam('check_suite_id');
      const [suite] = suitesOf(context.repository.checkRuns.filter((run) => run.suiteId === id));
      if (suite === undefined) throw notFound();
      return { status: 200, body: await renderCheckSuite(context, context.repository, suite) };
    },
  ),
];

async function listForRef(context: RepositoryContext): Promise<Reply> {
  const { repository, query } = context;
  const sha = await resolveCommit(repository.gitDir, context.param('ref'));
  if (sha === null) throw new HttpProblem(422, `No commit found for SHA: ${context.param('ref')}`);
  const appId = query.get('app_id');
  const name = query.get('check_name');
  const suites = suitesOf(repository.checkRuns.filter((run) => run.headSha === sha)).filter(
    (suite) =>
      (appId === null || String(suite[0].appId) === appId) && (name === null || suite.some((run) => run.name === name)),
  );
  const page = paginate(context, suites);
  const rendered = await Promise.all(page.items.map((suite) => renderCheckSuite(context, repository, suite)));
  return { status: 200, body: { total_count: suites.length, check_suites: rendered }, headers: page.headers };
}

function suitesOf(runs: readonly CheckRunRecord[]): readonly Suite[] {
  const suites = new Map<number, [CheckRunRecord, ...CheckRunRecord[]]>();
  for (const run of runs) {
    const suite = suites.get(run.suiteId);
    if (suite === undefined) suites.set(run.suiteId, [run]);
    else suite.push(run);
  }
  return [...suites.values()];
}
