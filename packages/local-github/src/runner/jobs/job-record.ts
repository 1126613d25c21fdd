import type { Conclusion, JobRecord, WorkflowRunRecord } from '../../model.ts';
import type { Engine } from '../engine.ts';
import type { JobCheck } from '../host.ts';

/** Adds a queued job to its run, with the check run that carries its name. */
export function addJob(
  engine: Engine,
  run: WorkflowRunRecord,
  name: string,
): { readonly record: JobRecord; readonly check: JobCheck } {
  const record: JobRecord = {
    id: engine.host.nextId(),
    runId: run.id,
    name,
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
    steps: [],
    log: [],
    summaries: [],
  };
  run.jobs.push(record);
  const check = engine.host.startCheck(run, record);
  engine.report({ run, job: record, step: null, status: 'queued', conclusion: null });
  return { record, check };
}

export interface JobEnd {
  readonly run: WorkflowRunRecord;
  readonly record: JobRecord;
  readonly check: JobCheck;
  readonly conclusion: Conclusion;
}

export function setConclusion(engine: Engine, { run, record, check, conclusion }: JobEnd): void {
  const now = engine.host.now();
  record.startedAt ??= now;
  record.completedAt = now;
  record.status = 'completed';
  record.conclusion = conclusion;
  check.update(record);
  engine.report({ run, job: record, step: null, status: 'completed', conclusion });
}
