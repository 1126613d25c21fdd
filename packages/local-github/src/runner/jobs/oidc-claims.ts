import type { RunnerHost } from '../host.ts';
import type { RunPlan, WorkflowUse } from '../run-plan.ts';
import { githubContext } from './github-context.ts';

export interface ClaimSource {
  readonly plan: RunPlan;
  readonly use: WorkflowUse;
  readonly host: RunnerHost;
  readonly environment: string | null;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted';
  readonly checkRunId: number;
}

/**
 * Claims of a job's identity token. `sub` has the immutable form of repositories made since 2026-07-15:
 * `repo:owner@OWNER_ID/name@ID:…`. Source: github.blog changelog 2026-04-23.
 */
export function oidcClaims({
  plan,
  use,
  host,
  environment,
  runnerEnvironment,
  checkRunId,
}: ClaimSource): Record<string, string> {
  const context = githubContext(plan, host);
  const copied = [
    'actor',
    'actor_id',
    'base_ref',
    'event_name',
    'head_ref',
    'ref',
    'ref_protected',
    'ref_type',
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'repository_visibility',
    'run_attempt',
    'run_id',
    'run_number',
    'sha',
    'workflow',
    'workflow_ref',
    'workflow_sha',
  ];
  const claims: Record<string, string> = Object.fromEntries(copied.map((name) => [name, String(context[name] ?? '')]));
  const repository = host.repository(plan.record.repository);
  const subject = `repo:${repository.owner.login}@${repository.owner.id}/${repository.name}@${repository.id}`;
  return {
    ...claims,
    ...(environment === null ? {} : { environment }),
    sub: `${subject}:${subjectScope(plan, environment)}`,
    aud: `${host.urls.server}/${repository.owner.login}`,
    job_workflow_ref: use.workflowRef,
    job_workflow_sha: use.sha,
    runner_environment: runnerEnvironment,
    check_run_id: String(checkRunId),
  };
}

function subjectScope(plan: RunPlan, environment: string | null): string {
  if (environment !== null) return `environment:${environment}`;
  return plan.record.event === 'pull_request' ? 'pull_request' : `ref:${plan.event.ref}`;
}
