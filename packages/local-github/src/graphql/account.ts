import type { User } from '../model.ts';
import { nodeId } from '../render/account.ts';
import type { Graph, GraphNode } from './graph.ts';

/** Person, bot or organisation; `null` where the account was deleted. */
export function actorNode(graph: Graph, user: User): GraphNode | null {
  const known = graph.state.users.get(user.id);
  if (known === undefined) return null;
  if (known.type === 'Organization') return graph.organization(known);
  // GraphQL leaves out what tells bots by their name in the REST API.
  const login = known.type === 'Bot' ? known.login.replace(/\[bot\]$/, '') : known.login;
  return accountNode(graph, known, { __typename: known.type, login });
}

/** A person, or whoever asks: bots that do are shown as users, under their whole name. */
export function userNode(graph: Graph, user: User): GraphNode {
  return accountNode(graph, user, { __typename: 'User', login: user.login });
}

function accountNode(
  { urls }: Graph,
  user: User,
  shown: { readonly __typename: string; readonly login: string },
): GraphNode {
  return {
    ...shown,
    id: nodeId(user.type, user.id),
    databaseId: user.id,
    url: `${urls.server}/${encodeURIComponent(shown.login)}`,
  };
}
