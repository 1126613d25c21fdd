import { maySeeMembers, requireOrg, requireOrgAdmin, requireUser } from '../access/org-access.ts';
import type { Context } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, route } from '../http/route.ts';
import type { User } from '../model.ts';
import type { OrgRecord } from '../records.ts';
import { renderUser } from '../render/account.ts';
import { renderFullOrganization, renderOrganization } from '../render/organization.ts';
import { removeOrgMember } from '../seeding/accounts.ts';

/** Organisations, their members and the people from outside who work in their repositories. */
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

  route(
    'DELETE /orgs/{org}/members/{username}',
    { operationId: 'orgs/remove-member', permission: 'members:write' },
    (context) => {
      const org = requireOrg(context);
      requireOrgAdmin(context, org);
      const user = requireUser(context);
      if (!org.members.has(user.id)) throw notFound();
      removeOrgMember(context.state, org, user);
      return { status: 204 };
    },
  ),

  route(
    'GET /orgs/{org}/outside_collaborators',
    { operationId: 'orgs/list-outside-collaborators', permission: 'members:read' },
    (context) => {
      const org = requireOrg(context);
      if (!maySeeMembers(context, org)) throw new HttpProblem(403, 'Resource not accessible by integration');
      const page = paginate(context, outsidersOf(context, org));
      return { status: 200, body: page.items.map((user) => renderUser(context.urls, user)), headers: page.headers };
    },
  ),
];

/** People with access to a repository of the organisation who are not its members. */
function outsidersOf({ state }: Context, org: OrgRecord): readonly User[] {
  const own = [...state.repositories.values()].filter((repository) => repository.owner.id === org.account.id);
  const ids = new Set(own.flatMap((repository) => [...repository.collaborators.keys()]));
  return usersOf(
    { state },
    [...ids].filter((id) => !org.members.has(id)),
  );
}

function usersOf({ state }: Pick<Context, 'state'>, ids: Iterable<number>): readonly User[] {
  return [...ids].flatMap((id) => state.users.get(id) ?? []);
}
