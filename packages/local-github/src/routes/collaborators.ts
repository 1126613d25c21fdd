import { levelOf, roleOf, roleReaches } from '../access/access.ts';
import type { RepositoryContext } from '../context.ts';
import { optionalString } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { RepositoryRole, User } from '../model.ts';
import { renderUser } from '../render/account.ts';
import { findUser } from '../state.ts';

/** What the API calls the roles where it names a permission to give. */
const GRANTS: Readonly<Record<string, RepositoryRole>> = {
  pull: 'read',
  triage: 'triage',
  push: 'write',
  maintain: 'maintain',
  admin: 'admin',
};

export const collaboratorRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/collaborators',
    { operationId: 'repos/list-collaborators', permission: 'metadata:read', userLevel: 'write' },
    (context) => {
      const people = [...context.state.users.values()].filter((user) => isListed(context, user));
      const page = paginate(context, people);
      return { status: 200, body: page.items.map((user) => renderCollaborator(context, user)), headers: page.headers };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/collaborators/{username}',
    { operationId: 'repos/check-collaborator', permission: 'metadata:read', userLevel: 'write' },
    (context) => {
      if (ownRole(context, requireUser(context)) === 'none') throw notFound();
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'PUT /repos/{owner}/{repo}/collaborators/{username}',
    { operationId: 'repos/add-collaborator', permission: 'administration:write' },
    (context) => {
      const named = optionalString(context.body, 'permission') ?? 'push';
      const role = GRANTS[named];
      if (role === undefined) throw new HttpProblem(422, `The local GitHub has no custom role "${named}"`);
      // People are in at once; GitHub would invite those from outside first.
      context.repository.collaborators.set(requireUser(context).id, role);
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/collaborators/{username}',
    { operationId: 'repos/remove-collaborator', permission: 'administration:write' },
    (context) => {
      context.repository.collaborators.delete(requireUser(context).id);
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    { operationId: 'repos/get-collaborator-permission-level', permission: 'metadata:read', userLevel: 'write' },
    (context) => {
      const user = requireUser(context);
      const role = roleOf(context.state, context.repository, user);
      const body = { permission: levelOf(role), role_name: role, user: renderCollaborator(context, user) };
      return { status: 200, body };
    },
  ),
];

function requireUser({ state, param }: RepositoryContext): User {
  const user = findUser(state, param('username'));
  if (user === null) throw notFound();
  return user;
}

/**
 * `direct`: added to the repository itself, whether of the organisation or not. `outside`: added, and not a member.
 * `all`: with those whom teams, the base permission or the organisation's administration let in.
 */
function isListed(context: RepositoryContext, user: User): boolean {
  const { repository, state, query } = context;
  if (user.type !== 'User') return false;
  const wanted = query.get('permission');
  const role = ownRole(context, user);
  if (role === 'none' || (wanted !== null && !roleReaches(role, GRANTS[wanted] ?? 'admin'))) return false;
  const direct = repository.collaborators.has(user.id);
  const member = state.orgs.get(repository.owner.login.toLowerCase())?.members.has(user.id) === true;
  const affiliation = query.get('affiliation') ?? 'all';
  if (affiliation === 'direct') return direct;
  return affiliation === 'all' || (direct && !member);
}

/** Without what a public repository gives to everybody. */
function ownRole({ state, repository }: RepositoryContext, user: User): RepositoryRole {
  return roleOf(state, { ...repository, private: true }, user);
}

function renderCollaborator(context: RepositoryContext, user: User) {
  const role = roleOf(context.state, context.repository, user);
  const reaches = (needed: RepositoryRole): boolean => roleReaches(role, needed);
  return {
    ...renderUser(context.urls, user),
    role_name: role,
    permissions: {
      admin: reaches('admin'),
      maintain: reaches('maintain'),
      push: reaches('write'),
      triage: reaches('triage'),
      pull: reaches('read'),
    },
  };
}
