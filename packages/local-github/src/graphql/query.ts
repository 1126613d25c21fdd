import { actorOf, canSee } from '../access/access.ts';
import { type JsonObject, stringField } from '../http/body.ts';
import { findRepository, findUser } from '../state.ts';
import { userNode } from './account.ts';
import type { Graph, GraphNode, QueryBudget } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';

/** Where every query begins. */
export function queryRoot(graph: Graph, budget: QueryBudget): GraphNode {
  const { state, credential } = graph;
  return {
    __typename: 'Query',
    viewer: () => userNode(graph, actorOf(credential)),
    rateLimit: {
      cost: budget.cost,
      nodeCount: budget.nodeCount,
      limit: budget.window.limit,
      remaining: budget.window.remaining,
      used: budget.window.used,
      resetAt: new Date(budget.window.reset * 1000).toISOString().replace('.000Z', 'Z'),
    },
    repository: (args: JsonObject) => {
      const name = `${stringField(args, 'owner')}/${stringField(args, 'name')}`;
      const found = findRepository(state, name);
      if (found !== null && canSee(state, credential, found)) return graph.repository(found);
      throw new GraphProblem('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`);
    },
    user: (args: JsonObject) => {
      const login = stringField(args, 'login');
      const found = findUser(state, login);
      if (found?.type === 'User') return userNode(graph, found);
      throw new GraphProblem('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`);
    },
    organization: (args: JsonObject) => {
      const login = stringField(args, 'login');
      const found = findUser(state, login);
      if (found?.type === 'Organization') return graph.organization(found);
      throw new GraphProblem('NOT_FOUND', `Could not resolve to an Organization with the login of '${login}'.`);
    },
  };
}
