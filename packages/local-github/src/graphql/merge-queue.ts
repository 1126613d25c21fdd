import type { JsonObject } from '../http/body.ts';
import { placeOf, queueRuleOf } from '../merge-queue/queue-entries.ts';
import type { MergeQueueEntry, PullRecord, RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { seconds } from '../render/commit.ts';
import { connect } from './connection.ts';
import type { Graph, GraphNode } from './graph.ts';

/** The queue of a branch, `null` where no rule asks for one. */
export function mergeQueueNode(graph: Graph, repository: RepositoryRecord, branch: string): GraphNode | null {
  const entries = repository.mergeQueues.get(branch) ?? [];
  if (entries.length === 0 && queueRuleOf(graph.state, repository, branch) === null) return null;
  const inOrder = entries.toSorted((left, right) => left.position - right.position);
  return {
    __typename: 'MergeQueue',
    id: nodeId('MergeQueue', `${repository.fullName}:${branch}`),
    repository: () => graph.repository(repository),
    entries: (args: JsonObject) =>
      connect(args, { items: inOrder, node: (entry) => entryNode(graph, repository, { entry, branch }) }),
  };
}

/** Where a pull request stands in a queue, `null` where it does not. */
export function mergeQueueEntryNode(graph: Graph, repository: RepositoryRecord, pull: PullRecord): GraphNode | null {
  const place = placeOf(repository, pull.number);
  return place === null ? null : entryNode(graph, repository, { entry: place.entry, branch: place.base });
}

export function entryNode(
  graph: Graph,
  repository: RepositoryRecord,
  { entry, branch }: { readonly entry: MergeQueueEntry; readonly branch: string },
): GraphNode {
  const commit = (sha: string | null) => (sha === null ? null : graph.commit(repository, sha));
  return {
    __typename: 'MergeQueueEntry',
    id: nodeId('MergeQueueEntry', entry.id),
    position: entry.position,
    state: entry.state,
    enqueuedAt: seconds(entry.enqueuedAt),
    enqueuer: () => graph.actor(entry.enqueuer),
    baseCommit: () => commit(entry.baseSha),
    headCommit: () => commit(entry.groupSha),
    mergeQueue: () => graph.mergeQueue(repository, branch),
    pullRequest: () => {
      const pull = repository.pulls.find(({ number }) => number === entry.pullNumber);
      return pull === undefined ? null : graph.pull(repository, pull);
    },
  };
}
