import { type JsonObject, optionalObject, optionalString, stringField } from '../http/body.ts';
import { changeDraft } from '../pulls/draft-state.ts';
import { type Graph, type GraphNode, requirePermission } from './graph.ts';
import { findPull } from './pull-by-id.ts';

/** `markPullRequestReadyForReview` and `convertPullRequestToDraft`; the REST API can do neither. */
export async function setDraft(graph: Graph, args: JsonObject, draft: boolean): Promise<GraphNode> {
  const input = optionalObject(args, 'input') ?? {};
  const { repository, pull } = findPull(graph, stringField(input, 'pullRequestId'));
  requirePermission(graph, repository, { permission: 'pull-requests:write', userLevel: 'read' });
  await changeDraft(graph, repository, { pull, draft, credential: graph.credential });
  return {
    __typename: draft ? 'ConvertPullRequestToDraftPayload' : 'MarkPullRequestReadyForReviewPayload',
    clientMutationId: optionalString(input, 'clientMutationId'),
    pullRequest: () => graph.pull(repository, pull),
  };
}
