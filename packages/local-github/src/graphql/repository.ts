import { requireAccess, roleOf } from '../access/access.ts';
import { type JsonObject, optionalInteger, optionalString, stringField } from '../http/body.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { RepositoryRole, User } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { repositoryPage } from '../render/repository.ts';
import { userNode } from './account.ts';
import { connect } from './connection.ts';
import { findRef, resolveExpression } from './expression.ts';
import { type Connection, type Graph, type GraphNode, requirePermission } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';
import { pullsConnection } from './pull-request.ts';

export function repositoryNode(graph: Graph, repository: RepositoryRecord): GraphNode {
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.private,
    isFork: repository.forkOf !== null,
    url: repositoryPage(graph.urls, repository),
    owner: () => graph.actor(repository.owner),
    ...gitFields(graph, repository),
    ...pullFields(graph, repository),
    collaborators: (args: JsonObject) => collaboratorsOf(graph, repository, args),
  };
}

function gitFields(graph: Graph, repository: RepositoryRecord) {
  const find = async (name: string): Promise<GraphNode | null> => {
    requirePermission(graph, repository, { permission: 'contents:read' });
    const found = await findRef(repository, name);
    return found === null ? null : graph.ref(repository, found.ref, found.sha);
  };
  return {
    defaultBranchRef: () => find(`refs/heads/${repository.defaultBranch}`),
    ref: (args: JsonObject) => find(stringField(args, 'qualifiedName')),
    object: async (args: JsonObject) => {
      requirePermission(graph, repository, { permission: 'contents:read' });
      const expression = optionalString(args, 'expression');
      const sha = expression === null ? optionalString(args, 'oid') : await resolveExpression(repository, expression);
      return sha === null ? null : graph.object(repository, sha);
    },
  };
}

export function refNode(
  graph: Graph,
  repository: RepositoryRecord,
  { ref, sha }: { readonly ref: string; readonly sha: string },
): GraphNode {
  const [prefix = ''] = /^refs\/(?:heads|tags|pull)\/|^refs\//.exec(ref) ?? [];
  return {
    __typename: 'Ref',
    id: nodeId('Ref', `${repository.fullName}:${ref}`),
    name: ref.slice(prefix.length),
    prefix,
    repository: () => graph.repository(repository),
    target: () => graph.object(repository, sha),
  };
}

function pullFields(graph: Graph, repository: RepositoryRecord) {
  const requireRead = (): void => requirePermission(graph, repository, { permission: 'pull-requests:read' });
  return {
    pullRequest: (args: JsonObject) => {
      requireRead();
      const number = optionalInteger(args, 'number');
      const pull = repository.pulls.find((candidate) => candidate.number === number);
      if (pull !== undefined) return graph.pull(repository, pull);
      throw new GraphProblem('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
    },
    pullRequests: (args: JsonObject) => {
      requireRead();
      return pullsConnection(graph, repository, args);
    },
    mergeQueue: (args: JsonObject) => {
      requireRead();
      return graph.mergeQueue(repository, optionalString(args, 'branch') ?? repository.defaultBranch);
    },
  };
}

/** People with a right of their own; who may not push may not ask. */
function collaboratorsOf(graph: Graph, repository: RepositoryRecord, args: JsonObject): Connection {
  requirePushAccess(graph, repository);
  const { state } = graph;
  // Without what a public repository gives to everybody.
  const ownRole = (user: User): RepositoryRole => roleOf(state, { ...repository, private: true }, user);
  const login = optionalString(args, 'login')?.toLowerCase() ?? null;
  const query = optionalString(args, 'query')?.toLowerCase() ?? null;
  const affiliation = optionalString(args, 'affiliation') ?? 'ALL';
  const people = [...state.users.values()].filter((user) => {
    const name = user.login.toLowerCase();
    if (user.type !== 'User' || ownRole(user) === 'none') return false;
    if (affiliation === 'DIRECT' && !repository.collaborators.has(user.id)) return false;
    if (affiliation === 'OUTSIDE' && isOrgMember(graph, repository, user)) return false;
    return (login === null || name === login) && (query === null || name.includes(query));
  });
  return connect(args, {
    items: people,
    node: (user) => userNode(graph, user),
    edge: (user) => ({ permission: roleOf(state, repository, user).toUpperCase() }),
  });
}

function isOrgMember({ state }: Graph, repository: RepositoryRecord, user: User): boolean {
  const org = state.orgs.get(repository.owner.login.toLowerCase());
  return repository.owner.id === user.id || org?.members.has(user.id) === true;
}

function requirePushAccess({ state, credential }: Graph, repository: RepositoryRecord): void {
  const options = { operationId: null, permission: 'metadata:read', userLevel: 'write' } as const;
  try {
    requireAccess(state, { credential, repository, options });
  } catch (error) {
    if (credential.kind !== 'user' || !(error instanceof HttpProblem)) throw error;
    throw new GraphProblem('FORBIDDEN', 'Must have push access to view repository collaborators.');
  }
}
