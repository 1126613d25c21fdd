import type { Reply, RepositoryContext } from '../context.ts';
import { readRef } from '../git/git.ts';
import { findWorkflowPath, readWorkflowFile, workflowId, workflowPaths } from '../git/workflow-files.ts';
import type { JsonObject } from '../http/body.ts';
import { notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, type RouteOptions, repositoryRoute } from '../http/route.ts';
import type { WorkflowRunRecord } from '../model.ts';
import { nodeId } from '../render/account.ts';
import { seconds } from '../render/commit.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { renderJob, renderWorkflowRun } from '../render/workflow-run.ts';

const ACTIONS = '/repos/{owner}/{repo}/actions';

/** Workflows, their runs and jobs, as the runner records them. */
export const workflowRunRoutes: readonly Route[] = [
  repositoryRoute(`GET ${ACTIONS}/workflows`, read('actions/list-repo-workflows'), listWorkflows),
  repositoryRoute(`GET ${ACTIONS}/workflows/{workflow_id}`, read('actions/get-workflow'), async (context) => {
    const main = await mainOf(context);
    const path = main === null ? null : await findWorkflowPath(context.repository, main, context.param('workflow_id'));
    if (main === null || path === null) throw notFound();
    return { status: 200, body: await renderWorkflow(context, main, path) };
  }),
  repositoryRoute(`GET ${ACTIONS}/workflows/{workflow_id}/runs`, read('actions/list-workflow-runs'), (context) => {
    const named = context.param('workflow_id');
    const is = (path: string): boolean =>
      path === `.github/workflows/${named}` || String(workflowId(context.repository, path)) === named;
    return listRuns(context, (run) => is(run.workflowPath));
  }),
  repositoryRoute(`GET ${ACTIONS}/runs`, read('actions/list-workflow-runs-for-repo'), (context) =>
    listRuns(context, () => true),
  ),
  repositoryRoute(`GET ${ACTIONS}/runs/{run_id}`, read('actions/get-workflow-run'), async (context) => ({
    status: 200,
    body: await renderWorkflowRun(context, context.repository, findRun(context)),
  })),
  repositoryRoute(`GET ${ACTIONS}/runs/{run_id}/jobs`, read('actions/list-jobs-for-workflow-run'), (context) => {
    const run = findRun(context);
    const attempts = context.query.get('filter') === 'all' ? attemptsOf(run).toReversed() : [run];
    return listJobs(context, attempts);
  }),
  repositoryRoute(
    `GET ${ACTIONS}/runs/{run_id}/attempts/{attempt_number}`,
    read('actions/get-workflow-run-attempt'),
    async (context) => ({
      status: 200,
      body: await renderWorkflowRun(context, context.repository, findAttempt(context)),
    }),
  ),
  repositoryRoute(
    `GET ${ACTIONS}/runs/{run_id}/attempts/{attempt_number}/jobs`,
    read('actions/list-jobs-for-workflow-run-attempt'),
    (context) => listJobs(context, [findAttempt(context)]),
  ),
  repositoryRoute(`GET ${ACTIONS}/jobs/{job_id}`, read('actions/get-job-for-workflow-run'), (context) => {
    const id = context.intParam('job_id');
    for (const run of context.repository.runs.flatMap(attemptsOf)) {
      const job = run.jobs.find((candidate) => candidate.id === id);
      if (job !== undefined) return { status: 200, body: renderJob(context, context.repository, { run, job }) };
    }
    throw notFound();
  }),
];

function read(operationId: string): RouteOptions {
  return { operationId, permission: 'actions:read' };
}

async function listRuns(context: RepositoryContext, is: (run: WorkflowRunRecord) => boolean): Promise<Reply> {
  const { repository, query } = context;
  const wanted = (name: string, ...values: readonly (string | null)[]): boolean => {
    const value = query.get(name);
    return value === null || values.includes(value);
  };
  const found = repository.runs.filter(
    (run) =>
      is(run) &&
      wanted('branch', run.headBranch) &&
      wanted('event', run.event) &&
      wanted('head_sha', run.headSha) &&
      wanted('actor', run.actor.login) &&
      wanted('status', run.status, run.conclusion),
  );
  const page = paginate(context, found.toReversed());
  const workflow_runs = await Promise.all(page.items.map((run) => renderWorkflowRun(context, repository, run)));
  return { status: 200, body: { total_count: found.length, workflow_runs }, headers: page.headers };
}

function listJobs(context: RepositoryContext, attempts: readonly WorkflowRunRecord[]): Reply {
  const all = attempts.flatMap((run) => run.jobs.map((job) => ({ run, job })));
  const page = paginate(context, all);
  const jobs = page.items.map((about) => renderJob(context, context.repository, about));
  return { status: 200, body: { total_count: all.length, jobs }, headers: page.headers };
}

/** A run as each of its attempts, oldest first. */
function attemptsOf(run: WorkflowRunRecord): readonly WorkflowRunRecord[] {
  const { triggeringActor, startedAt, ...first } = run;
  return [...(run.earlier ?? []).map((past) => ({ ...first, ...past })), run];
}

function findAttempt(context: RepositoryContext): WorkflowRunRecord {
  const number = context.intParam('attempt_number');
  const found = attemptsOf(findRun(context)).find(({ attempt }) => attempt === number);
  if (found === undefined) throw notFound();
  return found;
}

function findRun({ repository, intParam }: RepositoryContext): WorkflowRunRecord {
  const id = intParam('run_id');
  const run = repository.runs.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

async function listWorkflows(context: RepositoryContext): Promise<Reply> {
  const main = await mainOf(context);
  const paths = main === null ? [] : await workflowPaths(context.repository, main);
  const page = paginate(context, paths);
  const workflows = await Promise.all(page.items.map((path) => renderWorkflow(context, main ?? '', path)));
  return { status: 200, body: { total_count: paths.length, workflows }, headers: page.headers };
}

function mainOf({ repository }: RepositoryContext): Promise<string | null> {
  return readRef(repository.gitDir, `refs/heads/${repository.defaultBranch}`);
}

/** `workflow`. */
async function renderWorkflow(
  { urls, repository }: RepositoryContext,
  commit: string,
  path: string,
): Promise<JsonObject> {
  const id = workflowId(repository, path);
  const file = path.replace(/^.*\//, '');
  const page = repositoryPage(urls, repository);
  return {
    id,
    node_id: nodeId('Workflow', id),
    name: (await readWorkflowFile(repository, commit, path))?.name ?? path,
    path,
    state: 'active',
    created_at: seconds(repository.createdAt),
    updated_at: seconds(repository.updatedAt),
    url: `${repositoryApi(urls, repository)}/actions/workflows/${id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${page}/actions/workflows/${file}/badge.svg`,
  };
}
