import type { Conclusion } from '../../model.ts';
import { messageOf } from '../expressions/message-of.ts';
import { type JobSession, log, type StepState } from '../jobs/job-session.ts';

/** One line of a job's list of steps: a step of the workflow, or a `Pre`/`Post` hook of its action. */
export interface StepTask {
  readonly name: () => string;
  readonly holds: () => boolean;
  readonly timeoutMinutes: () => number | null;
  readonly continueOnError: () => boolean;
  /** Does the work; throws when the step failed. */
  readonly execute: (signal: AbortSignal) => Promise<void>;
  /** Where outcome and conclusion are kept; hooks keep none. */
  readonly state: StepState | null;
}

const MINUTE_MS = 60_000;

/** Runs one step and lets its outcome count for the job. Never throws. */
export async function runStep(session: JobSession, task: StepTask): Promise<void> {
  const line = {
    name: nameOf(task),
    number: session.record.steps.length + 1,
    status: 'in_progress',
    conclusion: null,
  } as const;
  const record: JobSession['record']['steps'][number] = { ...line };
  session.record.steps.push(record);
  function settle(conclusion: Conclusion): void {
    record.status = 'completed';
    record.conclusion = conclusion;
    report(session, record);
  }
  try {
    if (session.engine.closing.aborted || !task.holds()) {
      keep(task.state, 'skipped', 'skipped');
      settle('skipped');
      return;
    }
    report(session, record);
    await withTimeout(session, task);
    keep(task.state, 'success', 'success');
    settle('success');
  } catch (error) {
    settle(fail(session, task, error));
  }
}

function nameOf(task: StepTask): string {
  // A name that cannot be evaluated is no reason not to run; GitHub then shows the step without it.
  try {
    return task.name();
  } catch {
    return 'Step';
  }
}

async function withTimeout(session: JobSession, task: StepTask): Promise<void> {
  const minutes = task.timeoutMinutes();
  const timeout = new AbortController();
  const timer = minutes === null ? null : setTimeout(() => timeout.abort(), minutes * MINUTE_MS);
  // Steps that still run in a cancelled job are not stopped by the cancellation that let them run.
  const cancel = session.signal.aborted ? session.engine.closing : session.signal;
  try {
    await task.execute(AbortSignal.any([cancel, timeout.signal, session.engine.closing]));
    if (timeout.signal.aborted) throw new Error(`The action '${nameOf(task)}' has timed out after ${minutes} minutes.`);
  } catch (error) {
    if (!timeout.signal.aborted) throw error;
    throw new Error(`The action '${nameOf(task)}' has timed out after ${minutes} minutes.`, { cause: error });
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

function fail(session: JobSession, task: StepTask, error: unknown): Conclusion {
  if (session.signal.aborted && session.status !== 'failure') {
    log(session, '##[error]The operation was canceled.');
    session.status = 'cancelled';
    keep(task.state, 'cancelled', 'cancelled');
    return 'cancelled';
  }
  log(session, `##[error]${messageOf(error)}`);
  if (continues(session, task)) {
    keep(task.state, 'failure', 'success');
    return 'success';
  }
  session.status = 'failure';
  keep(task.state, 'failure', 'failure');
  return 'failure';
}

function continues(session: JobSession, task: StepTask): boolean {
  try {
    return task.continueOnError();
  } catch (error) {
    log(session, `##[error]${messageOf(error)}`);
    return false;
  }
}

function keep(state: StepState | null, outcome: StepState['outcome'], conclusion: StepState['conclusion']): void {
  if (state === null) return;
  state.outcome = outcome;
  state.conclusion = conclusion;
}

function report(session: JobSession, record: JobSession['record']['steps'][number]): void {
  session.engine.report({
    run: session.plan.record,
    job: session.record,
    step: record.name,
    status: record.status,
    conclusion: record.conclusion,
  });
}
