import type { Services } from '../context.ts';
import type { WorkflowRunRecord } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId, renderUser } from '../render/account.ts';
import { renderRepository, repositoryApi, repositoryPage } from '../render/repository.ts';
import { findRepository } from '../state.ts';
import { workflowId } from '../workflow-files.ts';

/** What is particular to a `workflow_run` event: the workflow and the run. */
export function renderRunEvent(
  services: Services,
  repository: RepositoryRecord,
  run: WorkflowRunRecord,
): Readonly<Record<string, unknown>> {
  const { urls, state } = services;
  const api = `${repositoryApi(urls, repository)}/actions`;
  const head = findRepository(state, run.headRepository) ?? repository;
  return {
    workflow: { id: workflowId(repository, run.workflowPath), name: run.name, path: run.workflowPath, state: 'active' },
    workflow_run: {
      id: run.id,
      node_id: nodeId('WorkflowRun', run.id),
      name: run.name,
      path: run.workflowPath,
      display_title: run.name,
      event: run.event,
      status: run.status,
      conclusion: run.conclusion,
      run_number: run.runNumber,
      run_attempt: run.attempt,
      workflow_id: workflowId(repository, run.workflowPath),
      head_branch: run.headBranch,
      head_sha: run.headSha,
      head_repository: renderRepository(urls, head),
      repository: renderRepository(urls, repository),
      pull_requests: run.pullRequestNumbers.flatMap((number) => renderPull(services, repository, number)),
      actor: renderUser(urls, run.actor),
      triggering_actor: renderUser(urls, run.actor),
      created_at: run.createdAt.toISOString(),
      updated_at: run.updatedAt.toISOString(),
      run_started_at: run.createdAt.toISOString(),
      url: `${api}/runs/${run.id}`,
      jobs_url: `${api}/runs/${run.id}/jobs`,
      artifacts_url: `${api}/runs/${run.id}/artifacts`,
      cancel_url: `${api}/runs/${run.id}/cancel`,
      html_url: `${repositoryPage(urls, repository)}/actions/runs/${run.id}`,
    },
  };
}

function renderPull(
  { urls }: Services,
  repository: RepositoryRecord,
  number: number,
): readonly Readonly<Record<string, unknown>>[] {
  const pull = repository.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) return [];
  const repo = { id: repository.id, name: repository.name, url: repositoryApi(urls, repository) };
  return [
    {
      id: pull.id,
      number,
      url: `${repositoryApi(urls, repository)}/pulls/${number}`,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo },
    },
  ];
}
