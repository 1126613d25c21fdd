import type { JsonObject } from '../http/body.ts';
import { createCommitOnBranch } from './commit-on-branch.ts';
import { setDraft } from './draft-mutations.ts';
import type { Graph, GraphNode } from './graph.ts';
import { dequeuePullRequest, enqueuePullRequest } from './queue-mutations.ts';

/** Where every mutation begins. */
export function mutationRoot(graph: Graph): GraphNode {
  return {
    __typename: 'Mutation',
    createCommitOnBranch: (args: JsonObject) => createCommitOnBranch(graph, args),
    markPullRequestReadyForReview: (args: JsonObject) => setDraft(graph, args, false),
    convertPullRequestToDraft: (args: JsonObject) => setDraft(graph, args, true),
    enqueuePullRequest: (args: JsonObject) => enqueuePullRequest(graph, args),
    dequeuePullRequest: (args: JsonObject) => dequeuePullRequest(graph, args),
  };
}
