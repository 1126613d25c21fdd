import type { RepositoryFacts, RunnerHost } from '../host.ts';
import type { RunPlan } from '../run-plan.ts';
import { shortName, textAt } from '../workflow/trigger-match.ts';

/** The `github` context that is the same for every job of a run. Source: docs.github.com, contexts reference. */
export function githubContext(plan: RunPlan, host: RunnerHost): Record<string, unknown> {
  const { record, event } = plan;
  const repository = host.repository(record.repository);
  return {
    actor: record.actor.login,
    actor_id: String(record.actor.id),
    triggering_actor: (record.triggeringActor ?? record.actor).login,
    api_url: host.urls.api,
    server_url: host.urls.server,
    graphql_url: `${host.urls.api}/graphql`,
    event: event.payload,
    event_name: record.event,
    sha: event.sha,
    ref: event.ref,
    ref_name: shortName(event.ref),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    head_ref: textAt(event.payload, 'pull_request', 'head', 'ref'),
    base_ref: textAt(event.payload, 'pull_request', 'base', 'ref'),
    ...repositoryFacts(repository, host),
    run_id: String(record.id),
    run_number: String(record.runNumber),
    run_attempt: String(record.attempt),
    retention_days: '90',
    secret_source: plan.fromFork ? 'None' : 'Actions',
    workflow: plan.workflow.name,
    workflow_ref: workflowRef(plan),
    workflow_sha: plan.workflowSha,
  };
}

function repositoryFacts(repository: RepositoryFacts, host: RunnerHost): Record<string, unknown> {
  return {
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    repository_visibility: repository.private ? 'private' : 'public',
    repositoryUrl: `${host.urls.server.replace(/^http/, 'git')}/${repository.fullName}.git`,
  };
}

export function workflowRef(plan: RunPlan): string {
  return `${plan.record.repository}/${plan.workflow.path}@${plan.event.ref}`;
}

/** Keys of the `github` context that a step gets as `GITHUB_…`. Source: actions/runner GitHubContext.cs (v2.336.0). */
const EXPORTED: readonly string[] = [
  'action',
  'action_path',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'env',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'output',
  'path',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'state',
  'step_summary',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
];

export function githubVariables(context: Readonly<Record<string, unknown>>): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const key of EXPORTED) {
    const value = context[key];
    if (value !== undefined && value !== null) variables[`GITHUB_${key.toUpperCase()}`] = String(value);
  }
  return variables;
}
