import { holds, isTeamMember } from '../access/access.ts';
import type { Context } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, route } from '../http/route.ts';
import type { User } from '../model.ts';
import type { OrgRecord, TeamRecord } from '../records.ts';
import { renderUser } from '../render/account.ts';
import { renderFullOrganization, renderOrganization, renderTeam } from '../render/organization.ts';
import { findTeam, findUser } from '../state.ts';

/** Organisations, members and teams; GitHub hides teams (404) from tokens that may not read members. */
export const orgRoutes: readonly Route[] = [
  route('GET /orgs/{org}', { operationId: 'orgs/get', permission: null }, (context) => {
    return { status: 200, body: renderFullOrganization(context.urls, requireOrg(context).account) };
  }),

  route('GET /orgs/{org}/members', { operationId: 'orgs/list-members', permission: 'members:read' }, (context) => {
    const org = requireOrg(context);
    const page = paginate(context, maySeeMembers(context, org) ? usersOf(context, org.members.keys()) : []);
    return { status: 200, body: page.items.map((user) => renderUser(context.urls, user)), headers: page.headers };
  }),

  route(
    'GET /orgs/{org}/members/{username}',
    { operationId: 'orgs/check-membership-for-user', permission: 'members:read' },
    (context) => {
      const org = requireOrg(context);
      if (!maySeeMembers(context, org) || !org.members.has(requireUser(context).id)) throw notFound();
      return { status: 204 };
    },
  ),

  route(
    'GET /orgs/{org}/memberships/{username}',
    { operationId: 'orgs/get-membership-for-user', permission: 'members:read' },
    (context) => {
      const org = requireOrg(context);
      if (!maySeeMembers(context, org))
        throw new HttpProblem(403, 'You must be a member of this organization to see membership information.');
      const user = requireUser(context);
      const role = org.members.get(user.id);
      if (role === undefined) throw notFound();
      const organization = renderOrganization(context.urls, org.account);
      const url = `${context.urls.api}/orgs/${org.account.login}/memberships/${user.login}`;
      const body = {
        url,
        state: 'active',
        role,
        organization_url: organization['url'],
        organization,
        user: renderUser(context.urls, user),
      };
      return { status: 200, body };
    },
  ),

  route('GET /orgs/{org}/teams', { operationId: 'teams/list', permission: 'members:read' }, (context) => {
    const org = requireOrg(context);
    if (!maySeeMembers(context, org)) throw new HttpProblem(403, 'Resource not accessible by integration');
    const teams = context.state.teams.filter((team) => team.org.toLowerCase() === org.account.login.toLowerCase());
    const page = paginate(context, teams);
    return {
      status: 200,
      body: page.items.map((team) => renderTeamWithParent(context, org, team)),
      headers: page.headers,
    };
  }),

  route(
    'GET /orgs/{org}/teams/{team_slug}',
    { operationId: 'teams/get-by-name', permission: 'members:read' },
    (context) => {
      const { org, team } = requireTeam(context);
      const body = {
        ...renderTeamWithParent(context, org, team),
        members_count: membersOf(context, team).length,
        repos_count: team.repositories.size,
        created_at: team.createdAt.toISOString(),
        updated_at: team.createdAt.toISOString(),
        organization: renderFullOrganization(context.urls, org.account),
      };
      return { status: 200, body };
    },
  ),

  route(
    'GET /orgs/{org}/teams/{team_slug}/members',
    { operationId: 'teams/list-members-in-org', permission: 'members:read' },
    (context) => {
      const { team } = requireTeam(context);
      const page = paginate(context, membersOf(context, team));
      return { status: 200, body: page.items.map((user) => renderUser(context.urls, user)), headers: page.headers };
    },
  ),

  route(
    'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    { operationId: 'teams/get-membership-for-user-in-org', permission: 'members:read' },
    (context) => {
      const { org, team } = requireTeam(context);
      const user = requireUser(context);
      if (!isTeamMember(context.state, team, user.id)) throw notFound();
      const role = org.members.get(user.id) === 'admin' ? 'maintainer' : (team.members.get(user.id) ?? 'member');
      const url = `${context.urls.api}/organizations/${org.account.id}/team/${team.id}/memberships/${user.login}`;
      return { status: 200, body: { url, role, state: 'active' } };
    },
  ),
];

function requireOrg({ state, param }: Context): OrgRecord {
  const org = state.orgs.get(param('org').toLowerCase());
  if (org === undefined) throw notFound();
  return org;
}

function requireTeam(context: Context): { readonly org: OrgRecord; readonly team: TeamRecord } {
  const org = requireOrg(context);
  const team = findTeam(context.state, org.account.login, context.param('team_slug'));
  if (team === null || !maySeeMembers(context, org)) throw notFound();
  return { org, team };
}

function requireUser({ state, param }: Context): User {
  const user = findUser(state, param('username'));
  if (user === null) throw notFound();
  return user;
}

/** Members of the organisation, and Apps installed there with `members: read`. A job's token never can. */
function maySeeMembers({ credential, state }: Context, org: OrgRecord): boolean {
  if (credential.kind === 'user') return org.members.has(credential.user.id);
  if (credential.kind !== 'app' || !holds(credential.permissions, 'members:read')) return false;
  const installation = state.installations.find((candidate) => candidate.id === credential.installationId);
  return installation?.account.id === org.account.id;
}

function usersOf({ state }: Context, ids: Iterable<number>): readonly User[] {
  return [...ids].flatMap((id) => state.users.get(id) ?? []);
}

/** Members of child teams are members, too. */
function membersOf(context: Context, team: TeamRecord): readonly User[] {
  return [...context.state.users.values()].filter((user) => isTeamMember(context.state, team, user.id));
}

function renderTeamWithParent(context: Context, org: OrgRecord, team: TeamRecord) {
  const parent = context.state.teams.find((candidate) => candidate.id === team.parentId);
  return {
    ...renderTeam(context.urls, team, org.account),
    parent: parent === undefined ? null : renderTeam(context.urls, parent, org.account),
  };
}
