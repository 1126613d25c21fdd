import type { RepositoryRecord } from '../records.ts';
import { latestRuns } from './check-runs.ts';
import { latestStatuses } from './commit-statuses.ts';

export interface ContextState {
  readonly context: string;
  readonly state: string;
}

const PASSING = new Set(['success', 'neutral', 'skipped']);

/**
 * Contexts that hold a deployment back: of those named, or of all that the commit has when none are named. A named
 * context that nobody has set is pending.
 */
export function blockingContexts(
  repository: RepositoryRecord,
  wanted: { readonly sha: string; readonly required: readonly string[] | null },
): readonly ContextState[] {
  const found: readonly ContextState[] = [
    ...latestStatuses(repository, wanted.sha).map(({ context, state }) => ({ context, state })),
    ...latestRuns(repository.checkRuns.filter((run) => run.headSha === wanted.sha)).map((run) => ({
      context: run.name,
      state: run.conclusion ?? 'pending',
    })),
  ];
  const missing = (wanted.required ?? [])
    .filter((context) => !found.some((entry) => entry.context === context))
    .map((context) => ({ context, state: 'pending' }));
  const judged = found.filter((entry) => wanted.required === null || wanted.required.includes(entry.context));
  return [...judged, ...missing].filter(({ state }) => !PASSING.has(state));
}
