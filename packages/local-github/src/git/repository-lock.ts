import type { RepositoryRecord } from '../records.ts';

const tails = new WeakMap<RepositoryRecord, Promise<unknown>>();

/** Runs changes of one repository's refs and pull requests one after the other. Must not be nested. */
export function withRepositoryLock<T>(repository: RepositoryRecord, work: () => Promise<T>): Promise<T> {
  const previous = tails.get(repository) ?? Promise.resolve();
  const current = previous.then(work, work);
  tails.set(
    repository,
    current.catch(() => undefined),
  );
  return current;
}
