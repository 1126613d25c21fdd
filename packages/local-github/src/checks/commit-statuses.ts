import type { RepositoryRecord, StatusRecord } from '../records.ts';

/** The newest status of each context on a commit, newest first. */
export function latestStatuses(repository: RepositoryRecord, sha: string): readonly StatusRecord[] {
  const newest = new Map<string, StatusRecord>();
  for (const status of repository.statuses) if (status.sha === sha) newest.set(status.context, status);
  return [...newest.values()].toSorted((left, right) => right.id - left.id);
}

/** Failure if any failed or erred, pending if any is, or if there is none, else success. */
export function combinedState(statuses: readonly StatusRecord[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}
