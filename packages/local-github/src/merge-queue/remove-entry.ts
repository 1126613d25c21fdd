import type { Services } from '../context.ts';
import type { Credential } from '../model.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import type { RepositoryRecord } from '../records.ts';
import { destroyGroup } from './merge-group.ts';
import { entriesOf, pullOf, type QueuePlace, renumber } from './queue-entries.ts';

/** Source: OpenAPI, `webhook-pull-request-dequeued`. */
export type RemovalReason =
  | 'BRANCH_PROTECTIONS'
  | 'CI_FAILURE'
  | 'CI_TIMEOUT'
  | 'MANUAL'
  | 'MERGE'
  | 'MERGE_CONFLICT'
  | 'QUEUE_CLEARED'
  | 'UNKNOWN_REMOVAL_REASON';

/** Ends an entry: its group goes, those behind it move up, and the pull request is told. Inside the repository's lock. */
export async function removeEntry(
  services: Services,
  repository: RepositoryRecord,
  removal: QueuePlace & { readonly reason: RemovalReason; readonly credential: Credential },
): Promise<void> {
  const { base, entry, reason, credential } = removal;
  const entries = entriesOf(repository, base);
  entries.splice(entries.indexOf(entry), 1);
  renumber(entries);
  if (reason !== 'MERGE') entry.state = 'UNMERGEABLE';
  await destroyGroup(services, repository, { base, entry, reason: reason === 'MERGE' ? 'merged' : 'dequeued' });
  const pull = pullOf(repository, entry);
  await emitPullEvent(services, repository, { pull, action: 'dequeued', credential, extra: { reason } });
}
