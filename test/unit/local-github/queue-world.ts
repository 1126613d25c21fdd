import type { GitHubEvent, MergeQueueEntry } from '@gatehouse/local-github';
import type { World } from './world.ts';

export const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

/** GitHub's own defaults, but for the wait. */
export const QUEUE_PARAMETERS = {
  check_response_timeout_minutes: 60,
  grouping_strategy: 'ALLGREEN',
  max_entries_to_build: 5,
  max_entries_to_merge: 5,
  merge_method: 'MERGE',
  min_entries_to_merge: 1,
  min_entries_to_merge_wait_minutes: 5,
} as const;

export type QueueParameters = { -readonly [Name in keyof typeof QUEUE_PARAMETERS]: string | number };

/** Requires the check `gate` and a merge queue on `main`. */
export function requireQueue(world: World, parameters: Partial<QueueParameters> = {}): void {
  world.github.admin.addRuleset(world.repository, {
    name: 'queue',
    target: 'branch',
    enforcement: 'active',
    include: ['refs/heads/main'],
    exclude: [],
    bypass: [],
    rules: [
      { type: 'merge_queue', parameters: { ...QUEUE_PARAMETERS, ...parameters } },
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: 'gate' }], strict_required_status_checks_policy: true },
      },
    ],
  });
}

/** Opens a pull request that adds one file, with a green check on its head. */
export async function openGreen(world: World, branch: string): Promise<number> {
  await world.git('branch', branch, 'main');
  const sha = await world.commit(branch, { [`${branch}.txt`]: branch });
  const { data } = await world
    .as(world.owner)
    .request('POST /repos/{owner}/{repo}/pulls', { ...REPOSITORY, title: branch, head: branch, base: 'main' });
  await report(world, sha);
  return data.number;
}

/** Sets the status `gate`. */
export async function report(world: World, sha: string, state: 'success' | 'failure' | 'pending' = 'success') {
  await world
    .as(world.owner)
    .request('POST /repos/{owner}/{repo}/statuses/{sha}', { ...REPOSITORY, sha, state, context: 'gate' });
}

export function entries(world: World): readonly MergeQueueEntry[] {
  return world.repository.mergeQueues.get('main') ?? [];
}

/** Head of an entry's group. */
export function groupOf(world: World, pullNumber: number): string {
  const found = entries(world).find((entry) => entry.pullNumber === pullNumber);
  if (found?.groupSha == null) throw new Error(`No group of ${pullNumber}.`);
  return found.groupSha;
}

export function eventsNamed(world: World, name: GitHubEvent['name'], action?: string): readonly GitHubEvent[] {
  return world.github.events.log.filter(
    (event) => event.name === name && (action === undefined || event.action === action),
  );
}
