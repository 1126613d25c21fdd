import { type JsonObject, optionalBoolean, optionalObject, optionalString, stringField } from '../http/body.ts';
import { dequeuePull, enqueuePull } from '../merge-queue/enqueue.ts';
import type { MergeQueueEntry } from '../records.ts';
import type { Graph, GraphNode } from './graph.ts';
import { entryNode } from './merge-queue.ts';
import { type FoundPull, findPull } from './pull-by-id.ts';

/** `enqueuePullRequest`: the only way into a queue; the REST API has none. */
export async function enqueuePullRequest(graph: Graph, args: JsonObject): Promise<GraphNode> {
  const input = optionalObject(args, 'input') ?? {};
  const { repository, pull } = findPull(graph, stringField(input, 'pullRequestId'));
  const entry = await enqueuePull(graph, repository, {
    pull,
    credential: graph.credential,
    expectedHeadSha: optionalString(input, 'expectedHeadOid'),
    jump: optionalBoolean(input, 'jump') ?? false,
  });
  return payload(graph, { repository, pull }, { type: 'EnqueuePullRequestPayload', entry, input });
}

/** `dequeuePullRequest`: by the id of the pull request. */
export async function dequeuePullRequest(graph: Graph, args: JsonObject): Promise<GraphNode> {
  const input = optionalObject(args, 'input') ?? {};
  const { repository, pull } = findPull(graph, stringField(input, 'id'));
  const entry = await dequeuePull(graph, repository, { pull, credential: graph.credential });
  return payload(graph, { repository, pull }, { type: 'DequeuePullRequestPayload', entry, input });
}

interface Done {
  readonly type: string;
  readonly entry: MergeQueueEntry;
  readonly input: JsonObject;
}

function payload(graph: Graph, { repository, pull }: FoundPull, { type, entry, input }: Done): GraphNode {
  return {
    __typename: type,
    clientMutationId: optionalString(input, 'clientMutationId'),
    mergeQueueEntry: () => entryNode(graph, repository, { entry, branch: pull.baseRef }),
  };
}
