import type { Status } from '../expressions/condition.ts';

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What the jobs that need this one see. */
export interface JobResult {
  /** A failed job with `continue-on-error` counts as success for the jobs that need it and for the run. */
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * What the status functions answer in a job's `if`. Every ancestor counts, not only the jobs named in `needs`; a
 * skipped ancestor is no success.
 */
export function statusOf(ancestors: Iterable<JobResult>, cancelled: boolean): Status {
  const results = [...ancestors].map((job) => job.result);
  return {
    success: !cancelled && results.every((result) => result === 'success'),
    failure: results.includes('failure'),
    cancelled,
  };
}

/** One result for several jobs: of a matrix, of a called workflow, of a run. */
export function combineResults(results: readonly Result[]): Result {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}
