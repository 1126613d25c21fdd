import type { GitHubEvent, WorkflowRunRecord } from '../model.ts';
import type { Workflow } from './workflow/workflow.ts';

/** One run, decided: what it runs, of which commit, and what it may see. */
export interface RunPlan {
  readonly record: WorkflowRunRecord;
  readonly workflow: Workflow;
  /** `ref` and `sha` are those of the run. */
  readonly event: GitHubEvent;
  /** Commit that the workflow file was read from. */
  readonly workflowSha: string;
  /** Started by a pull request or review of a fork: read-only token, no secrets. */
  readonly fromFork: boolean;
  /** Of workflow_dispatch; empty otherwise. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** How many workflow_run events lie between this run and the event that began it all. */
  readonly chainDepth: number;
}

/** A workflow file as it stands in a run: the run's own, or one that a job calls. */
export interface WorkflowUse {
  readonly workflow: Workflow;
  /** `owner/name` that holds the file. */
  readonly repository: string;
  /** `owner/name/path@ref`, the claim `job_workflow_ref`. */
  readonly workflowRef: string;
  readonly sha: string;
}
