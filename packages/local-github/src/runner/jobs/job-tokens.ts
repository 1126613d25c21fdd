import type { Engine } from '../engine.ts';
import { evaluate } from '../expressions/expression.ts';
import type { JobInstance } from './job-instance.ts';
import type { OidcGrant } from './oidc.ts';
import { oidcClaims } from './oidc-claims.ts';

/** What one job may prove and do; all of it ends with the job. */
export interface JobTokens {
  /** GITHUB_TOKEN, with exactly the job's permissions. */
  readonly jobToken: string;
  /** For the artifact service. */
  readonly runtimeToken: string;
  /** Only with `id-token: write`. */
  readonly oidc: OidcGrant | null;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted';
  readonly revoke: () => void;
}

export function issueJobTokens(engine: Engine, instance: JobInstance, environment: string | null): JobTokens {
  const { plan, use } = instance.graph;
  const { host } = engine;
  const identity = { repository: plan.record.repository, runId: plan.record.id, jobId: instance.record.id };
  const runnerEnvironment = runnerEnvironmentOf(instance);
  const jobToken = host.issueJobToken({ ...identity, permissions: instance.permissions });
  const runtimeToken = host.issueRuntimeToken(identity);
  const claims = { plan, use, host, environment, runnerEnvironment, checkRunId: instance.record.id };
  const oidc = instance.permissions['id-token'] === 'write' ? engine.oidc.grant(oidcClaims(claims)) : null;
  return {
    jobToken,
    runtimeToken,
    oidc,
    runnerEnvironment,
    revoke: () => {
      host.revokeTokens({ jobToken, runtimeToken });
      oidc?.revoke();
    },
  };
}

/** Labels other than `self-hosted` stand for a hosted machine. */
function runnerEnvironmentOf(instance: JobInstance): 'github-hosted' | 'self-hosted' {
  const labels = JSON.stringify(evaluate(instance.job.runsOn, instance.scope));
  return /"self-hosted"/i.test(labels) ? 'self-hosted' : 'github-hosted';
}
