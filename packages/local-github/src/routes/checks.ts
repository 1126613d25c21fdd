import { changeCheckRun, checkAppOf, latestRuns, newCheckRun } from '../checks/check-runs.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readRef, resolveCommit } from '../git/git.ts';
import { stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { advanceMergeQueues } from '../merge-queue/settle.ts';
import type { CheckRunRecord } from '../records.ts';
import { renderAnnotation, renderCheckRun } from '../render/check-run.ts';
import { emitEvent } from '../webhook.ts';

const RUNS = '/repos/{owner}/{repo}/check-runs';

/** Check runs: written by Apps and jobs only, changed by their own App only. */
export const checkRoutes: readonly Route[] = [
  repositoryRoute(`POST ${RUNS}`, { operationId: 'checks/create', permission: 'checks:write', appsOnly: true }, create),
  repositoryRoute(
    `PATCH ${RUNS}/{check_run_id}`,
    { operationId: 'checks/update', permission: 'checks:write', appsOnly: true },
    update,
  ),
  repositoryRoute(
    `GET ${RUNS}/{check_run_id}`,
    { operationId: 'checks/get', permission: 'checks:read' },
    (context) => ({
      status: 200,
      body: renderCheckRun(context, context.repository, find(context)),
    }),
  ),
  repositoryRoute(
    `GET ${RUNS}/{check_run_id}/annotations`,
    { operationId: 'checks/list-annotations', permission: 'checks:read' },
    (context) => {
      const run = find(context);
      const page = paginate(context, run.annotations);
      const body = page.items.map((annotation) => renderAnnotation(context, context.repository, { run, annotation }));
      return { status: 200, body, headers: page.headers };
    },
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/commits/{ref...}/check-runs',
    { operationId: 'checks/list-for-ref', permission: 'checks:read' },
    async (context) => {
      const sha = await resolveCommit(context.repository.gitDir, context.param('ref'));
      if (sha === null) throw new HttpProblem(422, `No commit found for SHA: ${context.param('ref')}`);
      return list(context, (run) => run.headSha === sha);
    },
  ),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
    { operationId: 'checks/list-for-suite', permission: 'checks:read' },
    (context) => {
      const suiteId = context.intParam('check_suite_id');
      return list(context, (run) => run.suiteId === suiteId);
    },
  ),
];

async function create(context: RepositoryContext): Promise<Reply> {
  const { state, repository, body, credential } = context;
  const sha = stringField(body, 'head_sha');
  const commit = /^[0-9a-f]{40}$/.test(sha) ? await readRef(repository.gitDir, `${sha}^{commit}`) : null;
  if (commit === null) throw new HttpProblem(422, `No commit found for SHA: ${sha}`);
  const run = newCheckRun(state, repository, { appId: checkAppOf(credential), body });
  repository.checkRuns.push(run);
  await tell(context, run, 'created');
  if (run.status === 'completed') await tell(context, run, 'completed');
  await advanceMergeQueues(context, repository);
  return { status: 201, body: renderCheckRun(context, repository, run) };
}

async function update(context: RepositoryContext): Promise<Reply> {
  const { state, repository, body, credential } = context;
  const run = find(context);
  const appId = checkAppOf(credential);
  if (run.appId !== appId) {
    throw new HttpProblem(
      403,
      `Invalid app_id \`${appId}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  const wasCompleted = run.status === 'completed';
  changeCheckRun(state, run, body);
  if (!wasCompleted && run.status === 'completed') await tell(context, run, 'completed');
  await advanceMergeQueues(context, repository);
  return { status: 200, body: renderCheckRun(context, repository, run) };
}

function list(context: RepositoryContext, belongs: (run: CheckRunRecord) => boolean): Reply {
  const { repository, query } = context;
  const name = query.get('check_name');
  const status = query.get('status');
  const appId = query.get('app_id');
  const found = repository.checkRuns.filter(
    (run) =>
      belongs(run) &&
      (name === null || run.name === name) &&
      (status === null || run.status === status) &&
      (appId === null || String(run.appId) === appId),
  );
  const runs = query.get('filter') === 'all' ? found : latestRuns(found);
  const page = paginate(
    context,
    runs.toSorted((left, right) => right.id - left.id),
  );
  const body = {
    total_count: runs.length,
    check_runs: page.items.map((run) => renderCheckRun(context, repository, run)),
  };
  return { status: 200, body, headers: page.headers };
}

function find({ repository, intParam }: RepositoryContext): CheckRunRecord {
  const id = intParam('check_run_id');
  const run = repository.checkRuns.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

/** Workflows that react to checks run on the default branch. */
async function tell(context: RepositoryContext, run: CheckRunRecord, action: 'created' | 'completed'): Promise<void> {
  const { repository, credential } = context;
  const ref = `refs/heads/${repository.defaultBranch}`;
  const sha = (await readRef(repository.gitDir, ref)) ?? run.headSha;
  const payload = { check_run: renderCheckRun(context, repository, run) };
  emitEvent(context, repository, { name: 'check_run', action, sha, ref, credential, payload });
}
