import type { GitHubEvent } from '../model.ts';
import type { RunnerHost } from './host.ts';
import { shortName, textAt, valueAt } from './workflow/trigger-match.ts';

/** Events whose workflow file, GITHUB_REF and GITHUB_SHA are those of the default branch. */
const ON_DEFAULT_BRANCH: ReadonlySet<GitHubEvent['name']> = new Set([
  'workflow_run',
  'schedule',
  'repository_dispatch',
  'delete',
  'check_run',
  'status',
]);

/** Events that a job's own token may cause runs with. */
const DISPATCHES: ReadonlySet<GitHubEvent['name']> = new Set(['workflow_dispatch', 'repository_dispatch']);

/** Whether GitHub lets an event start workflows at all: what a job did with GITHUB_TOKEN starts none, dispatches excepted. */
export function mayStartWorkflows(event: GitHubEvent): boolean {
  if (event.causedBy === 'job' && !DISPATCHES.has(event.name)) return false;
  return !skipsWorkflows(event);
}

/** `[skip ci]` and its spellings in the head commit's message. Source: docs.github.com, skipping workflow runs. */
function skipsWorkflows(event: GitHubEvent): boolean {
  if (event.name !== 'push') return false;
  return /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/i.test(
    textAt(event.payload, 'head_commit', 'message'),
  );
}

/** The event with the ref and commit of the run that it would start, or `null` when there is no such commit. */
export async function settleEvent(host: RunnerHost, event: GitHubEvent): Promise<GitHubEvent | null> {
  if (!ON_DEFAULT_BRANCH.has(event.name))
    return /^[0-9a-f]{40}$/.test(event.sha) && !/^0+$/.test(event.sha) ? event : null;
  const ref = `refs/heads/${host.repository(event.repository).defaultBranch}`;
  const sha = await host.resolveRef(event.repository, ref);
  return sha === null ? null : { ...event, ref, sha };
}

/** What the run record says the run is about. */
export interface RunHead {
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: string;
  readonly pullRequestNumbers: readonly number[];
  readonly fromFork: boolean;
}

export function runHead(event: GitHubEvent): RunHead {
  const pull = valueAt(event.payload, 'pull_request');
  if (event.name !== 'pull_request' && event.name !== 'pull_request_review') {
    return {
      headSha: event.sha,
      headBranch: shortName(event.ref),
      headRepository: event.repository,
      pullRequestNumbers: [],
      fromFork: false,
    };
  }
  const headRepository = textAt(pull, 'head', 'repo', 'full_name');
  const number = valueAt(pull, 'number');
  // A head repository that was deleted is a fork as well: nothing vouches for its commits.
  const fromFork = headRepository.toLowerCase() !== event.repository.toLowerCase();
  return {
    headSha: textAt(pull, 'head', 'sha'),
    headBranch: textAt(pull, 'head', 'ref'),
    headRepository: headRepository === '' ? event.repository : headRepository,
    // GitHub leaves the list empty for forks.
    pullRequestNumbers: fromFork || typeof number !== 'number' ? [] : [number],
    fromFork,
  };
}
