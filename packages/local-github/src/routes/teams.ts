import { isTeamMember } from '../access/access.ts';
import {
  maySeeMembers,
  maySeeTeam,
  requireOrg,
  requireOrgAdmin,
  requireTeam,
  requireUser,
} from '../access/org-access.ts';
import type { Context } from '../context.ts';
import { type JsonObject, optionalChoice } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, route } from '../http/route.ts';
import type { User } from '../model.ts';
import type { OrgRecord, TeamRecord } from '../records.ts';
import { renderUser } from '../render/account.ts';
import { renderFullOrganization, renderTeam } from '../render/organization.ts';

/** Teams and who is in them; GitHub hides them (404) from tokens that may not read members. */
export const teamRoutes: readonly Route[] = [
  route('GET /orgs/{org}/teams', { operationId: 'teams/list', permission: 'members:read' }, (context) => {
    const org = requireOrg(context);
    if (!maySeeMembers(context, org)) throw new HttpProblem(403, 'Resource not accessible by integration');
    const teams = teamsOf(context, org);
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
      return { status: 200, body: renderMembership(context, { org, team, user, role }) };
    },
  ),

  route(
    'GET /orgs/{org}/teams/{team_slug}/teams',
    { operationId: 'teams/list-child-in-org', permission: 'members:read' },
    (context) => {
      const { org, team } = requireTeam(context);
      const page = paginate(
        context,
        teamsOf(context, org).filter((child) => child.parentId === team.id),
      );
      const body = page.items.map((child) => renderTeamWithParent(context, org, child));
      return { status: 200, body, headers: page.headers };
    },
  ),

  route(
    'PUT /orgs/{org}/teams/{team_slug}/memberships/{username}',
    { operationId: 'teams/add-or-update-membership-for-user-in-org', permission: 'members:write' },
    (context) => {
      const { org, team } = requireTeam(context);
      requireTeamRight(context, { org, team });
      const user = requireUser(context);
      const role = optionalChoice(context.body, 'role', ['member', 'maintainer']) ?? 'member';
      team.members.set(user.id, role);
      // Who joins a team joins its organisation; GitHub would invite first.
      if (!org.members.has(user.id)) org.members.set(user.id, 'member');
      return { status: 200, body: renderMembership(context, { org, team, user, role }) };
    },
  ),

  route(
    'DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}',
    { operationId: 'teams/remove-membership-for-user-in-org', permission: 'members:write' },
    (context) => {
      const { org, team } = requireTeam(context);
      requireTeamRight(context, { org, team });
      if (!team.members.delete(requireUser(context).id)) throw notFound();
      return { status: 204 };
    },
  ),
];

interface TeamOfOrg {
  readonly org: OrgRecord;
  readonly team: TeamRecord;
}

/** Teams of the organisation that the caller may see. */
function teamsOf(context: Context, org: OrgRecord): readonly TeamRecord[] {
  const login = org.account.login.toLowerCase();
  return context.state.teams.filter((team) => team.org.toLowerCase() === login && maySeeTeam(context, { org, team }));
}

/** Maintainers of the team may change its members, beside those who may change all. */
function requireTeamRight(context: Context, { org, team }: TeamOfOrg): void {
  const { credential } = context;
  if (credential.kind === 'user' && team.members.get(credential.user.id) === 'maintainer') return;
  requireOrgAdmin(context, org);
}

function renderMembership(
  { urls }: Context,
  { org, team, user, role }: TeamOfOrg & { readonly user: User; readonly role: 'member' | 'maintainer' },
): JsonObject {
  const url = `${urls.api}/organizations/${org.account.id}/team/${team.id}/memberships/${user.login}`;
  return { url, role, state: 'active' };
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
