import { holds, isTeamMember } from '../access/access.ts';
import { maySeeTeam } from '../access/org-access.ts';
import { type JsonObject, optionalString, stringField } from '../http/body.ts';
import type { User } from '../model.ts';
import type { OrgRecord, TeamRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { findTeam } from '../state.ts';
import { userNode } from './account.ts';
import { connect } from './connection.ts';
import type { Graph, GraphNode } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';

export function organizationNode(graph: Graph, account: User): GraphNode {
  const { state, urls } = graph;
  const org = state.orgs.get(account.login.toLowerCase());
  const teams = (): readonly TeamRecord[] =>
    state.teams.filter(
      (team) =>
        org !== undefined && team.org.toLowerCase() === account.login.toLowerCase() && maySeeTeam(graph, { org, team }),
    );
  return {
    __typename: 'Organization',
    id: nodeId('Organization', account.id),
    databaseId: account.id,
    login: account.login,
    url: `${urls.server}/${encodeURIComponent(account.login)}`,
    team: (args: JsonObject) => {
      if (org === undefined || !maySeeMembers(graph, org)) return null;
      const team = findTeam(state, account.login, stringField(args, 'slug'));
      return team === null || !maySeeTeam(graph, { org, team }) ? null : teamNode(graph, org, team);
    },
    teams: (args: JsonObject) => {
      const visible = org !== undefined && maySeeMembers(graph, org) ? teams() : [];
      return connect(args, { items: visible, node: (team) => org !== undefined && teamNode(graph, org, team) });
    },
    membersWithRole: (args: JsonObject) => {
      const visible = org !== undefined && maySeeMembers(graph, org) ? usersOf(graph, org.members.keys()) : [];
      return connect(args, {
        items: visible,
        node: (user) => userNode(graph, user),
        edge: (user) => ({ role: org?.members.get(user.id) === 'admin' ? 'ADMIN' : 'MEMBER' }),
      });
    },
  };
}

/**
 * Members of the organisation see its members and teams, and so do Apps installed there with `members: read`; for
 * others there is nothing. An App or job without the permission is told so.
 */
function maySeeMembers({ credential, state }: Graph, org: OrgRecord): boolean {
  if (credential.kind === 'user') return org.members.has(credential.user.id);
  const installation =
    credential.kind === 'app' ? state.installations.find(({ id }) => id === credential.installationId) : undefined;
  const granted = credential.kind === 'app' && holds(credential.permissions, 'members:read');
  if (granted && installation?.account.id === org.account.id) return true;
  throw new GraphProblem('FORBIDDEN', 'Resource not accessible by integration');
}

function teamNode(graph: Graph, org: OrgRecord, team: TeamRecord): GraphNode {
  const parent = graph.state.teams.find(({ id }) => id === team.parentId);
  return {
    __typename: 'Team',
    id: nodeId('Team', team.id),
    databaseId: team.id,
    slug: team.slug,
    name: team.name,
    organization: () => graph.organization(org.account),
    parentTeam: () => (parent === undefined ? null : teamNode(graph, org, parent)),
    members: (args: JsonObject) => membersOf(graph, { org, team, args }),
  };
}

interface Asked {
  readonly org: OrgRecord;
  readonly team: TeamRecord;
  readonly args: JsonObject;
}

function membersOf(graph: Graph, { org, team, args }: Asked): JsonObject {
  const membership = optionalString(args, 'membership') ?? 'ALL';
  const wantedRole = optionalString(args, 'role');
  const roleOf = (user: User): string =>
    org.members.get(user.id) === 'admin' || team.members.get(user.id) === 'maintainer' ? 'MAINTAINER' : 'MEMBER';
  const members = [...graph.state.users.values()].filter((user) => {
    const own = team.members.has(user.id);
    if (membership === 'IMMEDIATE' && !own) return false;
    if (membership === 'CHILD_TEAM' && own) return false;
    return isTeamMember(graph.state, team, user.id) && (wantedRole === null || roleOf(user) === wantedRole);
  });
  return connect(args, {
    items: members,
    node: (user) => userNode(graph, user),
    edge: (user) => ({ role: roleOf(user) }),
  });
}

function usersOf({ state }: Graph, ids: Iterable<number>): readonly User[] {
  return [...ids].flatMap((id) => state.users.get(id) ?? []);
}
