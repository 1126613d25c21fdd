import { canSee } from '../access/access.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import type { Graph } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';

export interface FoundPull {
  readonly repository: RepositoryRecord;
  readonly pull: PullRecord;
}

/** The pull request of a global id, as mutations name it. */
export function findPull({ state, credential }: Graph, id: string): FoundPull {
  for (const repository of state.repositories.values()) {
    const pull = repository.pulls.find((candidate) => nodeId('PullRequest', candidate.id) === id);
    if (pull !== undefined && canSee(state, credential, repository)) return { repository, pull };
  }
  throw new GraphProblem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}
