import type { CheckRunRecord, RepositoryRecord, RequiredCheck, StatusRecord } from '../records.ts';
import type { State } from '../state.ts';

/** GitHub takes all three for success; everything else blocks. */
const PASSING: ReadonlySet<string> = new Set(['success', 'neutral', 'skipped']);

type CheckedRecords = Pick<RepositoryRecord, 'checkRuns' | 'statuses'>;

/**
 * What still blocks a commit: one sentence for each required check that is missing, unfinished, failed or set by
 * another source. Of each name and App only the newest run counts; a commit status of the same name must pass as well.
 */
export function unmetChecks(
  state: State,
  repository: CheckedRecords,
  wanted: { readonly sha: string; readonly checks: readonly RequiredCheck[] },
): readonly string[] {
  return wanted.checks.flatMap((check) => {
    const problem = problemOf(state, repository, { sha: wanted.sha, check });
    return problem === null ? [] : [problem];
  });
}

function problemOf(
  state: State,
  repository: CheckedRecords,
  { sha, check }: { readonly sha: string; readonly check: RequiredCheck },
): string | null {
  const quoted = `Required status check "${check.context}"`;
  const named = repository.checkRuns.filter((run) => run.headSha === sha && run.name === check.context);
  const statuses = repository.statuses.filter((status) => status.sha === sha && status.context === check.context);
  const runs = newestPerApp(named).filter((run) => check.appId === null || run.appId === check.appId);
  const status = newestStatus(
    statuses.filter((candidate) => check.appId === null || isFromApp(state, candidate, check.appId)),
  );
  if (runs.length === 0 && status === null) {
    return named.length + statuses.length === 0
      ? `${quoted} is expected.`
      : `${quoted} was not set by the expected GitHub App.`;
  }
  if (runs.some((run) => run.status !== 'completed') || status?.state === 'pending') return `${quoted} is pending.`;
  const failed =
    runs.some((run) => !PASSING.has(run.conclusion ?? '')) || (status !== null && status.state !== 'success');
  return failed ? `${quoted} is failing.` : null;
}

function newestPerApp(runs: readonly CheckRunRecord[]): readonly CheckRunRecord[] {
  const newest = new Map<number, CheckRunRecord>();
  for (const run of runs) if ((newest.get(run.appId)?.id ?? 0) < run.id) newest.set(run.appId, run);
  return [...newest.values()];
}

function newestStatus(statuses: readonly StatusRecord[]): StatusRecord | null {
  return statuses.reduce<StatusRecord | null>(
    (newest, status) => (newest === null || newest.id < status.id ? status : newest),
    null,
  );
}

function isFromApp(state: State, status: StatusRecord, appId: number): boolean {
  return state.apps.get(appId)?.bot.id === status.creator.id;
}
