import type { Services } from '../context.ts';
import { readCommit } from '../git/commit-data.ts';
import { workflowId } from '../git/workflow-files.ts';
import type { JsonObject } from '../http/body.ts';
import type { JobRecord, WorkflowRunRecord } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { findRepository } from '../state.ts';
import { nodeId, renderUser } from './account.ts';
import { maybeSeconds, renderPullReferences, renderSimpleCommit } from './check-run.ts';
import { seconds } from './commit.ts';
import { renderRepository, repositoryApi, repositoryPage } from './repository.ts';

/** `workflow-run`. Pull requests of forks are left out, as on github.com. */
export async function renderWorkflowRun(
  services: Services,
  repository: RepositoryRecord,
  run: WorkflowRunRecord,
): Promise<JsonObject> {
  const { urls, state } = services;
  const api = repositoryApi(urls, repository);
  const url = `${api}/actions/runs/${run.id}`;
  const workflow = workflowId(repository, run.workflowPath);
  const head = findRepository(state, run.headRepository) ?? repository;
  const jobs = [run, ...(run.earlier ?? [])].flatMap((attempt) => attempt.jobs);
  const suite = repository.checkRuns.find((check) => jobs.some((job) => job.id === check.id))?.suiteId;
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: run.name,
    ...(suite === undefined ? {} : { check_suite_id: suite }),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflowPath,
    display_title: run.displayTitle ?? run.name,
    run_number: run.runNumber,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflow,
    url,
    html_url: `${repositoryPage(urls, repository)}/actions/runs/${run.id}`,
    pull_requests:
      run.headRepository === repository.fullName ? renderPullReferences(services, repository, run.headSha) : [],
    created_at: seconds(run.createdAt),
    updated_at: seconds(run.updatedAt),
    run_started_at: seconds(run.startedAt ?? run.createdAt),
    actor: renderUser(urls, run.actor),
    triggering_actor: renderUser(urls, run.triggeringActor ?? run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${suite ?? 0}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${workflow}`,
    head_commit: renderSimpleCommit(await readCommit(head.gitDir, run.headSha)),
    repository: renderRepository(urls, repository),
    head_repository: renderRepository(urls, head),
  };
}

/** `job`. */
export function renderJob(
  { urls }: Services,
  repository: RepositoryRecord,
  about: { readonly run: WorkflowRunRecord; readonly job: JobRecord },
): JsonObject {
  const { run, job } = about;
  const api = repositoryApi(urls, repository);
  return {
    id: job.id,
    node_id: nodeId('CheckRun', job.id),
    run_id: run.id,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: run.attempt,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    workflow_name: run.name,
    name: job.name,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${repositoryPage(urls, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: seconds(run.createdAt),
    // GitHub gives a job that has not started the time at which it was made.
    started_at: seconds(job.startedAt ?? run.createdAt),
    completed_at: maybeSeconds(job.completedAt),
    steps: job.steps.map(({ name, number, status, conclusion }) => ({ name, number, status, conclusion })),
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: [],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
  };
}
