import { HttpProblem, notFound } from '../http/http-problem.ts';
import type { RouteOptions } from '../http/route.ts';
import type { Credential, PermissionLevel, Permissions, RepositoryRole, User } from '../model.ts';
import type { RepositoryRecord, TeamRecord } from '../records.ts';
import type { State } from '../state.ts';

const RANK: Readonly<Record<PermissionLevel, number>> = { none: 0, read: 1, write: 2, admin: 3 };

export function reaches(level: PermissionLevel, needed: PermissionLevel): boolean {
  return RANK[level] >= RANK[needed];
}

/** From least to most. */
export const ROLES: readonly RepositoryRole[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** Whether a role is at least another. */
export function roleReaches(role: RepositoryRole, needed: RepositoryRole): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** What a role is worth to the REST API's `permission`: `maintain` writes, `triage` reads. */
export function levelOf(role: RepositoryRole): PermissionLevel {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}

/** What a person may do in a repository, as one of the four levels that the REST API knows. */
export function permissionOf(state: State, repository: RepositoryRecord, user: User): PermissionLevel {
  return levelOf(roleOf(state, repository, user));
}

/** A person's role in a repository: the highest of ownership, organisation, teams and collaboration. */
export function roleOf(state: State, repository: RepositoryRecord, user: User): RepositoryRole {
  if (repository.owner.id === user.id) return 'admin';
  const levels: RepositoryRole[] = [repository.collaborators.get(user.id) ?? 'none'];
  const org = state.orgs.get(repository.owner.login.toLowerCase());
  const membership = org?.members.get(user.id);
  if (org !== undefined && membership !== undefined) levels.push(membership === 'admin' ? 'admin' : org.basePermission);
  for (const team of state.teams) {
    if (isTeamMember(state, team, user.id)) levels.push(team.repositories.get(repository.id) ?? 'none');
  }
  return levels.reduce(
    (best, level) => (roleReaches(level, best) ? level : best),
    repository.private ? 'none' : 'read',
  );
}

/** Membership counts members of child teams, as GitHub does. */
export function isTeamMember(state: State, team: TeamRecord, userId: number): boolean {
  return (
    team.members.has(userId) ||
    state.teams.some((child) => child.parentId === team.id && isTeamMember(state, child, userId))
  );
}

/** Whether an App or job token was made for this repository. */
function isGrantedFor(state: State, credential: Credential, repository: RepositoryRecord): boolean {
  if (credential.kind === 'job') return sameName(credential.repository, repository.fullName);
  if (credential.kind !== 'app') return false;
  if (credential.repository !== null) return sameName(credential.repository, repository.fullName);
  const installation = state.installations.find((candidate) => candidate.id === credential.installationId);
  if (installation === undefined || installation.account.id !== repository.owner.id) return false;
  return installation.repositories === 'all' || installation.repositories.has(repository.fullName);
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Whether the repository exists for this credential; where it does not, GitHub answers 404 and not 403. */
export function canSee(state: State, credential: Credential, repository: RepositoryRecord): boolean {
  if (!repository.private) return true;
  if (credential.kind === 'user') return permissionOf(state, repository, credential.user) !== 'none';
  return isGrantedFor(state, credential, repository);
}

/** Whether a permission map holds `name:level`; every token holds `metadata:read`. */
export function holds(permissions: Permissions, permission: string): boolean {
  const [name = '', level = ''] = permission.split(':');
  if (name === 'metadata' && level === 'read') return true;
  return reaches(permissions[name] ?? 'none', level === 'read' ? 'read' : 'write');
}

/**
 * Throws what GitHub answers when the credential may not use the route on this repository. Tokens of jobs and Apps need
 * their permission also where the repository is public: workflows must not depend on the repository being public.
 */
export function requireAccess(
  state: State,
  {
    credential,
    repository,
    options,
  }: { readonly credential: Credential; readonly repository: RepositoryRecord; readonly options: RouteOptions },
): void {
  if (!canSee(state, credential, repository)) throw notFound();
  const permission = options.permission;
  switch (credential.kind) {
    case 'anonymous':
      if (permission === null || (permission.endsWith(':read') && !permission.startsWith('administration'))) return;
      throw new HttpProblem(401, 'Requires authentication');
    case 'app-jwt':
      throw new HttpProblem(401, 'A JSON web token could not be used here; use an installation token');
    case 'user':
      requireUserLevel(permissionOf(state, repository, credential.user), options);
      return;
    case 'app':
    case 'job':
      if (permission === null) return;
      if (
        isGrantedFor(state, credential, repository)
          ? holds(credential.permissions, permission)
          : permission.endsWith(':read')
      )
        return;
      throw new HttpProblem(403, 'Resource not accessible by integration', {
        headers: { 'x-accepted-github-permissions': permission.replace('-', '_').replace(':', '=') },
      });
  }
}

/** As `requireAccess`, as a question. */
export function mayAccess(
  state: State,
  {
    credential,
    repository,
    permission,
  }: { readonly credential: Credential; readonly repository: RepositoryRecord; readonly permission: string },
): boolean {
  try {
    requireAccess(state, { credential, repository, options: { operationId: null, permission } });
    return true;
  } catch (error) {
    if (error instanceof HttpProblem) return false;
    throw error;
  }
}

function requireUserLevel(level: PermissionLevel, options: RouteOptions): void {
  if (options.appsOnly === true) throw new HttpProblem(403, 'You must authenticate via a GitHub App.');
  const needed = options.userLevel ?? userLevelOf(options.permission);
  if (reaches(level, needed)) return;
  throw new HttpProblem(
    403,
    needed === 'admin' ? 'Must have admin rights to Repository.' : 'Must have push access to repository',
  );
}

function userLevelOf(permission: string | null): PermissionLevel {
  if (permission === null) return 'read';
  if (permission.startsWith('administration:')) return 'admin';
  return permission.endsWith(':read') ? 'read' : 'write';
}

/** The account that an action is put down to. Anonymous and App JWT requests have none: 401. */
export function actorOf(credential: Credential): User {
  if (credential.kind === 'user') return credential.user;
  if (credential.kind === 'app' || credential.kind === 'job') return credential.bot;
  throw new HttpProblem(401, 'Requires authentication');
}
