import type { JobRecord } from '../../model.ts';
import type { Engine } from '../engine.ts';
import type { Status } from '../expressions/condition.ts';
import type { Scope } from '../expressions/expression.ts';
import { hashFilesFunction } from '../expressions/hash-files.ts';
import type { RunPlan, WorkflowUse } from '../run-plan.ts';
import type { FileCommandResults } from '../steps/file-command.ts';
import type { Masker } from '../steps/masker.ts';
import type { StepsJob } from '../workflow/workflow.ts';
import type { JobFolders } from './job-folders.ts';
import type { Result } from './job-result.ts';

export interface StepState {
  readonly outputs: Record<string, string>;
  outcome: Result;
  conclusion: Result;
}

/** A hook to run after the steps, last registered first. */
export interface PostHook {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Everything that the steps of one running job share and change. */
export interface JobSession {
  readonly engine: Engine;
  readonly plan: RunPlan;
  readonly use: WorkflowUse;
  readonly job: StepsJob;
  readonly record: JobRecord;
  readonly folders: JobFolders;
  readonly masker: Masker;
  /** Aborted when the run or the job is cancelled; steps that ask for `always()` still run. */
  readonly signal: AbortSignal;
  /** `github`, `vars`, `runner`, `secrets`, `strategy`, `matrix`, `needs`, `inputs`, `job`. */
  readonly contexts: Readonly<Record<string, unknown>>;
  /** Of the workflow and the job, then what steps wrote to GITHUB_ENV. */
  readonly env: Map<string, string>;
  /** Folders put before PATH, the latest first. */
  readonly path: string[];
  /** Only JavaScript actions get these: the artifact service and its token. */
  readonly actionVariables: Readonly<Record<string, string>>;
  /** Every step gets these: the OIDC endpoint, with `id-token: write` only. */
  readonly stepVariables: Readonly<Record<string, string>>;
  readonly steps: Map<string, StepState>;
  /** Leaders of the process groups that steps began, ended with the job. */
  readonly processes: number[];
  status: 'success' | 'failure' | 'cancelled';
}

const MAX_SUMMARY_BYTES = 1024 * 1024;

export function log(session: JobSession, line: string): void {
  for (const part of session.masker.mask(line).split('\n')) session.record.log.push(part);
}

export function sessionStatus(session: JobSession): Status {
  return {
    success: session.status === 'success' && !session.signal.aborted,
    failure: session.status === 'failure' && !session.signal.aborted,
    cancelled: session.signal.aborted,
  };
}

/** What expressions of a step see. */
export function stepScope(session: JobSession, stepEnv: Readonly<Record<string, string>>): Scope {
  return {
    file: session.use.workflow.path,
    contexts: {
      ...session.contexts,
      env: { ...Object.fromEntries(session.env), ...stepEnv },
      steps: Object.fromEntries(session.steps),
      job: { ...toObject(session.contexts['job']), status: session.signal.aborted ? 'cancelled' : session.status },
    },
    functions: [hashFilesFunction(session.folders.workspace)],
  };
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Lets what a step wrote to its files take effect. */
export function applyFileCommands(
  session: JobSession,
  results: FileCommandResults,
  outputs: Record<string, string>,
): void {
  for (const [name, value] of results.env) session.env.set(name, value);
  for (const folder of results.path) session.path.unshift(folder);
  Object.assign(outputs, Object.fromEntries(results.output));
  if (results.summary === '') return;
  if (Buffer.byteLength(results.summary) > MAX_SUMMARY_BYTES) {
    const bytes = Buffer.byteLength(results.summary);
    log(
      session,
      `##[error]$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${bytes} bytes.`,
    );
    return;
  }
  session.record.summaries.push(session.masker.mask(results.summary));
}
