import type { Engine } from '../engine.ts';
import type { JobInstance } from './job-instance.ts';

/**
 * Waits at the door of the job's environment. False when the run was cancelled meanwhile. [live] A waiting job keeps its
 * place in its concurrency group.
 *
 * @throws Error when a reviewer refused; the job then fails before its first step
 */
export async function passGate(
  engine: Engine,
  instance: JobInstance,
  { environment, signal }: { readonly environment: string; readonly signal: AbortSignal },
): Promise<boolean> {
  const { record, graph, check } = instance;
  const run = graph.plan.record;
  const waiting = engine.host.waitForDeployment(run.repository, {
    runId: run.id,
    jobId: record.id,
    environment,
    signal,
    ended: () => {
      record.status = 'queued';
      run.status = 'in_progress';
    },
  });
  if (waiting === null) return true;
  record.status = 'waiting';
  check.update(record);
  const unfinished = run.jobs.filter((job) => job.status !== 'completed');
  if (unfinished.every((job) => job.status === 'waiting')) run.status = 'waiting';
  engine.report({ run, job: record, step: null, status: 'waiting', conclusion: null });
  const decision = await waiting;
  if (decision === 'rejected') throw new Error(`The deployment to ${environment} was rejected.`);
  check.update(record);
  return decision === 'approved';
}
