import { ActionError, ConfigError } from '@gatehouse/core';
import { property } from './pull-of-event.ts';

/**
 * Refuses to run a fork's code on a self-hosted runner: such a machine keeps what hostile code leaves on it.
 * A runner that does not say what it is counts as self-hosted.
 *
 * @throws ActionError `refused`, reason `fork-needs-sponsor`.
 */
export function refuseForkOnSelfHosted(
  event: unknown,
  run: { readonly repository: string; readonly runnerEnvironment: string | undefined },
): void {
  const head = headRepositoryOf(event);
  if (head === null || head.toLowerCase() === run.repository.toLowerCase()) return;
  if (run.runnerEnvironment === 'github-hosted') return;
  throw new ActionError(
    'refused',
    {
      where: 'train-model',
      found: `a pull request from ${head} on a self-hosted runner`,
      allowed: `pull requests from branches of ${run.repository}`,
      remedy: 'A maintainer may bring the commit into a branch after reading it, or train forks on a hosted runner',
    },
    { reasonCode: 'fork-needs-sponsor' },
  );
}

/** Full name of the head repository; `null` when the event is about no pull request. */
function headRepositoryOf(event: unknown): string | null {
  const pull = property(event, 'pull_request');
  if (pull === undefined) return null;
  const name = property(property(property(pull, 'head'), 'repo'), 'full_name');
  if (typeof name === 'string') return name;
  throw new ConfigError([
    {
      where: 'The pull_request event',
      found: 'a head repository without a name; it may have been deleted',
      allowed: 'pull requests whose head repository is known',
      remedy: 'Close this pull request and open it from a branch',
    },
  ]);
}
