import type { JsonObject } from '../http/body.ts';
import { createCommitOnBranch } from './commit-on-branch.ts';
import type { Graph, GraphNode } from './graph.ts';

/** Where every mutation begins. */
export function mutationRoot(graph: Graph): GraphNode {
  return {
    __typename: 'Mutation',
    createCommitOnBranch: (args: JsonObject) => createCommitOnBranch(graph, args),
  };
}
