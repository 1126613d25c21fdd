import { latestRuns } from '../checks/check-runs.ts';
import type { RepositoryRecord, RequiredCheck, StatusRecord } from '../records.ts';
import type { State } from '../state.ts';

/** GitHub takes all three for success; everything else blocks. */
const PASSING: ReadonlySet<string> = new Set(['success', 'neutral', 'skipped']);

type CheckedRecords = Pick<RepositoryRecord, 'checkRuns' | 'statuses'>;

/**
 * What still blocks a commit: one sentence for each required check that is missing, unfinished, failed or set by
 * another source. Of each name and suite only the newest run counts, so that a red run that was left behind in another
 * suite of the same App blocks; a commit status of the same name must pass as well.
 */
export function unmetChecks(
  state: State,
  repository: CheckedRecords,
  wanted: { readonly sha: string; readonly checks: readonly RequiredCheck[] },
): readonly string[] {
  return wanted.checks.flatMap((check) => {
    const problem = problemOf(state, repository, { sha: wanted.sha, check });
    return problem === null ? [] : [`Required status check "${check.context}" ${WORDS[problem]}`];
  });
}

type Problem = 'expected' | 'foreign' | 'pending' | 'failing';

const WORDS: Readonly<Record<Problem, string>> = {
  expected: 'is expected.',
  foreign: 'was not set by the expected GitHub App.',
  pending: 'is pending.',
  failing: 'is failing.',
};

/** Whether a commit may go on: a check that is missing, or that only others set, may still come. */
export function checksVerdict(
  state: State,
  repository: CheckedRecords,
  wanted: { readonly sha: string; readonly checks: readonly RequiredCheck[] },
): 'passing' | 'pending' | 'failing' {
  const problems = wanted.checks.flatMap((check) => problemOf(state, repository, { sha: wanted.sha, check }) ?? []);
  if (problems.includes('failing')) return 'failing';
  return problems.length === 0 ? 'passing' : 'pending';
}

/** Whether anybody said anything under a name about a commit. */
export function hasContext(
  repository: CheckedRecords,
  { sha, context }: { readonly sha: string; readonly context: string },
): boolean {
  return (
    repository.checkRuns.some((run) => run.headSha === sha && run.name === context) ||
    repository.statuses.some((status) => status.sha === sha && status.context === context)
  );
}

function problemOf(
  state: State,
  repository: CheckedRecords,
  { sha, check }: { readonly sha: string; readonly check: RequiredCheck },
): Problem | null {
  const named = repository.checkRuns.filter((run) => run.headSha === sha && run.name === check.context);
  const statuses = repository.statuses.filter((status) => status.sha === sha && status.context === check.context);
  const runs = latestRuns(named).filter((run) => check.appId === null || run.appId === check.appId);
  const status = newestStatus(
    statuses.filter((candidate) => check.appId === null || isFromApp(state, candidate, check.appId)),
  );
  if (runs.length === 0 && status === null) return named.length + statuses.length === 0 ? 'expected' : 'foreign';
  if (runs.some((run) => run.status !== 'completed') || status?.state === 'pending') return 'pending';
  const failed =
    runs.some((run) => !PASSING.has(run.conclusion ?? '')) || (status !== null && status.state !== 'success');
  return failed ? 'failing' : null;
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
