import type { Services } from '../context.ts';
import type { Credential } from '../model.ts';
import { actorNode } from './account.ts';
import { suitesConnection } from './check-suite.ts';
import { commitNode } from './commit.ts';
import { objectNode } from './git-object.ts';
import type { Graph } from './graph.ts';
import { mergeQueueEntryNode, mergeQueueNode } from './merge-queue.ts';
import { organizationNode } from './organization.ts';
import { pullNode } from './pull-request.ts';
import { refNode, repositoryNode } from './repository.ts';

/** Everything that one request can reach, as its credential may see it. */
export function createGraph(services: Services, credential: Credential): Graph {
  const graph: Graph = {
    ...services,
    credential,
    repository: (record) => repositoryNode(graph, record),
    ref: (repository, ref, sha) => refNode(graph, repository, { ref, sha }),
    object: (repository, sha) => objectNode(graph, repository, sha),
    commit: (repository, sha) => commitNode(graph, repository, sha),
    pull: (repository, pull) => pullNode(graph, repository, pull),
    suites: (repository, sha, args) => suitesConnection(graph, repository, { sha, args }),
    mergeQueue: (repository, branch) => mergeQueueNode(graph, repository, branch),
    mergeQueueEntry: (repository, pull) => mergeQueueEntryNode(graph, repository, pull),
    actor: (user) => actorNode(graph, user),
    organization: (account) => organizationNode(graph, account),
  };
  return graph;
}
