import type { BranchPull, BranchPulls } from './branch-pulls.ts';
import type { WorkflowRun } from './ports.ts';
import type { ReasonCode } from './reason-codes.ts';

/** Why nobody can tell that a run had the workflows of the base of its pull request. */
export interface BaseDoubt {
  readonly reasonCode: Extract<ReasonCode, 'base-changed' | 'head-moved' | 'head-shared'>;
  readonly found: string;
  readonly remedy: string;
}

/** GitHub may create a run so long after what started it, and so with another base than the one that it shows then. */
const LATEST_START_MS = 10 * 60_000;

/**
 * Doubts whether a pull-request run is of one pull request on the base that this has now. A run names its head and branch
 * and never its base. Whoever opens another pull request from the branch, onto a base of their own, chooses the workflow
 * that runs, and may close or retarget it before anybody looks.
 *
 * @param branch pull requests of the run's head branch
 * @param number the pull request that the run is taken to be about
 * @returns `null` when no other base can have started it
 */
export function baseDoubtOf(
  run: Pick<WorkflowRun, 'createdAt' | 'headSha'>,
  branch: BranchPulls,
  number: number,
): BaseDoubt | null {
  const own = branch.pulls.filter(({ fromFork }) => !fromFork);
  const pull = own.find((candidate) => candidate.number === number);
  if (!branch.complete)
    return doubt('head-shared', 'more pull requests have this branch name than GitHub lists at once');
  if (pull === undefined || pull.createdAt.getTime() > run.createdAt.getTime()) {
    return doubt('head-moved', `pull request #${number} was not there when the run began`);
  }
  if (mayPrecede(pull.baseChangedAt, run)) {
    return {
      ...doubt('base-changed', `the base of #${number} was changed at ${instant(pull.baseChangedAt)}`),
      remedy: WAIT,
    };
  }
  const others = own.filter((other) => other.number !== number && mayHaveStarted(run, other, pull.baseRef));
  if (others.length === 0) return null;
  const named = others.map((other) => `#${other.number} onto ${other.baseRef}`).join(', ');
  return doubt('head-shared', `other pull requests of the same branch may have started it: ${named}`);
}

function mayHaveStarted(run: Pick<WorkflowRun, 'createdAt' | 'headSha'>, other: BranchPull, base: string): boolean {
  const hadAnotherBase = other.baseRef !== base || mayPrecede(other.baseChangedAt, run);
  const hadTheHead = other.headSha === run.headSha || other.closedAt === null || mayPrecede(other.closedAt, run);
  return hadAnotherBase && hadTheHead;
}

/** True when the run may be older than what happened then: it is not known to have been started after it. */
function mayPrecede(then: Date | null, run: Pick<WorkflowRun, 'createdAt'>): boolean {
  return then !== null && run.createdAt.getTime() <= then.getTime() + LATEST_START_MS;
}

const WAIT = 'Wait ten minutes after the change, then close the pull request and open it again';

function doubt(reasonCode: BaseDoubt['reasonCode'], found: string): BaseDoubt {
  return { reasonCode, found, remedy: 'Open the pull request from a new branch' };
}

function instant(date: Date | null): string {
  return date === null ? 'an unknown time' : date.toISOString();
}
