import type { Conclusion, JobRecord, RunStatus, WorkflowRunRecord } from '../model.ts';

/** One change of a run, a job or a step, for a live view. */
export interface RunnerProgress {
  readonly run: WorkflowRunRecord;
  readonly job: JobRecord | null;
  /** Name of the step; `null` when the run or the job itself changed. */
  readonly step: string | null;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
}
