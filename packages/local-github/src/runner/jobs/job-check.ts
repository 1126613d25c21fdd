import type { Services } from '../../context.ts';
import type { JobRecord, WorkflowRunRecord } from '../../model.ts';
import type { CheckRunRecord } from '../../records.ts';
import { ACTIONS_APP_ID, repositoryOf } from '../../state.ts';
import type { JobCheck } from '../host.ts';

/** Makes the check runs that carry jobs' names. As on GitHub, a job and its check run share an id, a run's jobs a suite. */
export function createJobChecks({ state, urls }: Services): (run: WorkflowRunRecord, job: JobRecord) => JobCheck {
  const suites = new Map<number, number>();
  return (run, job) => {
    const suiteId = suites.get(run.id) ?? state.nextId();
    suites.set(run.id, suiteId);
    const check: CheckRunRecord = {
      id: job.id,
      suiteId,
      appId: ACTIONS_APP_ID,
      name: job.name,
      headSha: run.headSha,
      status: 'queued',
      conclusion: null,
      detailsUrl: `${urls.server}/${run.repository}/actions/runs/${run.id}/job/${job.id}`,
      externalId: String(job.id),
      startedAt: state.now(),
      completedAt: null,
      output: { title: null, summary: null, text: null },
      annotations: [],
    };
    repositoryOf(state, run.repository).checkRuns.push(check);
    return { update: (changed) => copy(changed, check) };
  };
}

function copy(job: JobRecord, check: CheckRunRecord): void {
  check.status = job.status;
  check.conclusion = job.conclusion;
  check.startedAt = job.startedAt;
  check.completedAt = job.completedAt;
}
