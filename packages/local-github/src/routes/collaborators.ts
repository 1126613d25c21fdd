import { permissionOf } from '../access/access.ts';
import type { RepositoryContext } from '../context.ts';
import { optionalString } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { PermissionLevel, User } from '../model.ts';
import { renderUser } from '../render/account.ts';
import { findUser } from '../state.ts';

export const collaboratorRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/collaborators',
    { operationId: 'repos/list-collaborators', permission: 'metadata:read', userLevel: 'write' },
    (context) => {
      const people = [...context.state.users.values()].filter(
        (user) => user.type === 'User' && ownLevel(context, user) !== 'none',
      );
      const page = paginate(context, people);
      return { status: 200, body: page.items.map((user) => renderCollaborator(context, user)), headers: page.headers };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/collaborators/{username}',
    { operationId: 'repos/check-collaborator', permission: 'metadata:read', userLevel: 'write' },
    (context) => {
      if (ownLevel(context, requireUser(context)) === 'none') throw notFound();
      return { status: 204 };
    },
  ),

  repositoryRoute(
    'PUT /repos/{owner}/{repo}/collaborators/{username}',
    { operationId: 'repos/add-collaborator', permission: 'administration:write' },
    (context) => {
      context.repository.collaborators.set(
        requireUser(context).id,
        parseLevel(optionalString(context.body, 'permission') ?? 'push'),
      );
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
      const level = permissionOf(context.state, context.repository, user);
      return { status: 200, body: { permission: level, role_name: level, user: renderCollaborator(context, user) } };
    },
  ),
];

function requireUser({ state, param }: RepositoryContext): User {
  const user = findUser(state, param('username'));
  if (user === null) throw notFound();
  return user;
}

/** Without what a public repository gives to everybody. */
function ownLevel({ state, repository }: RepositoryContext, user: User): PermissionLevel {
  return permissionOf(state, { ...repository, private: true }, user);
}

function renderCollaborator(context: RepositoryContext, user: User) {
  const level = permissionOf(context.state, context.repository, user);
  const writes = level === 'write' || level === 'admin';
  return {
    ...renderUser(context.urls, user),
    role_name: level,
    permissions: {
      admin: level === 'admin',
      maintain: level === 'admin',
      push: writes,
      triage: writes,
      pull: level !== 'none',
    },
  };
}

/** The API takes `pull`, `push` and `admin`; the finer roles are not modelled. */
function parseLevel(text: string): PermissionLevel {
  if (text === 'pull') return 'read';
  if (text === 'push') return 'write';
  if (text === 'admin') return 'admin';
  throw new HttpProblem(422, `The local GitHub knows the permissions pull, push and admin, not "${text}"`);
}
