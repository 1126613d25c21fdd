import type { JobRecord, Permissions } from '../../model.ts';
import type { Scope } from '../expressions/expression.ts';
import type { JobCheck } from '../host.ts';
import type { RunPlan, WorkflowUse } from '../run-plan.ts';
import type { Combination } from '../workflow/matrix.ts';
import type { StepsJob } from '../workflow/workflow.ts';
import type { JobResult } from './job-result.ts';

/** The jobs of one workflow file within one run: the run's own, or those of a called workflow. */
export interface Graph {
  readonly plan: RunPlan;
  readonly use: WorkflowUse;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Which secrets of a job's environment it may read: a called workflow reads those that its caller passes or inherits. */
  readonly environmentSecrets: 'all' | ReadonlySet<string>;
  /** Permissions of the calling job; `null` for the run's own workflow. */
  readonly callerPermissions: Permissions | null;
  /** `caller / ` for the jobs of a called workflow. */
  readonly namePrefix: string;
  /** How many workflows called one another to get here; GitHub allows ten. */
  readonly callDepth: number;
  /** Workflows that were called anywhere in the run. */
  readonly calledWorkflows: Set<string>;
  /** Concurrency groups, in lower case, that the run and the calls around these jobs have entered. */
  readonly heldGroups: ReadonlySet<string>;
  /** Aborted when the run, or the matrix around it, is cancelled. */
  readonly signal: AbortSignal;
}

/** One job to run: of a matrix, one combination. */
export interface JobInstance {
  readonly graph: Graph;
  readonly job: StepsJob;
  readonly record: JobRecord;
  readonly check: JobCheck;
  readonly needs: Readonly<Record<string, JobResult>>;
  readonly matrix: Combination;
  readonly strategy: StrategyFacts;
  readonly permissions: Permissions;
  /** What job-level expressions see. */
  readonly scope: Scope;
  readonly signal: AbortSignal;
  /** Its `if` holds although the run is cancelled, so cancellation does not stop it. */
  readonly runsWhenCancelled: boolean;
}

/** The `strategy` context. */
export interface StrategyFacts {
  readonly 'fail-fast': boolean;
  readonly 'job-index': number;
  readonly 'job-total': number;
  readonly 'max-parallel': number;
}
