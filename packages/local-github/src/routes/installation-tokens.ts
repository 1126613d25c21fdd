import { holds } from '../access/access.ts';
import { createInstallationToken, revokeToken } from '../access/tokens.ts';
import type { Context, Reply } from '../context.ts';
import { optionalArray, optionalObject, optionalStrings } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, route } from '../http/route.ts';
import type { PermissionLevel, Permissions } from '../model.ts';
import type { InstallationRecord, RepositoryRecord } from '../records.ts';
import { renderPermissions } from '../render/app.ts';
import { renderRepository } from '../render/repository.ts';
import { installationsOf, reachesRepository } from './apps.ts';

/** Installation tokens: handed out to an App for one hour, narrowed where it asks, and given back. */
export const installationTokenRoutes: readonly Route[] = [
  route(
    'POST /app/installations/{installation_id}/access_tokens',
    { operationId: 'apps/create-installation-access-token', permission: null },
    create,
  ),
  route(
    'DELETE /installation/token',
    { operationId: 'apps/revoke-installation-access-token', permission: null },
    ({ state, credential, request }) => {
      if (credential.kind !== 'app' && credential.kind !== 'job') throw new HttpProblem(401, 'Bad credentials');
      const token = /^(?:bearer|token)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (token === undefined) throw new HttpProblem(401, 'Bad credentials');
      revokeToken(state, token);
      return { status: 204 };
    },
  ),
];

function create(context: Context): Reply {
  const { state, urls } = context;
  const id = context.intParam('installation_id');
  const installation = installationsOf(context).find((candidate) => candidate.id === id);
  if (installation === undefined) throw notFound();
  const permissions = askedPermissions(context, installation);
  const repositories = askedRepositories(context, installation);
  const [repository, ...more] = repositories ?? [];
  if (more.length > 0) throw new Error('The local GitHub narrows an installation token to one repository or to none.');
  const record = createInstallationToken(state, installation, {
    permissions,
    ...(repository === undefined ? {} : { repository: repository.fullName }),
  });
  return {
    status: 201,
    body: {
      token: record.token,
      expires_at: record.expiresAt?.toISOString(),
      permissions: renderPermissions(permissions),
      repository_selection: repositories === null && installation.repositories === 'all' ? 'all' : 'selected',
      ...(repositories === null ? {} : { repositories: repositories.map((item) => renderRepository(urls, item)) }),
    },
  };
}

/** What the installation holds, or the part of it that is asked for; asking for more is refused. */
function askedPermissions({ body }: Context, installation: InstallationRecord): Permissions {
  const asked = optionalObject(body, 'permissions');
  if (asked === null) return installation.permissions;
  const entries = Object.entries(asked).map(([name, level]) => [name.replaceAll('_', '-'), readLevel(level)] as const);
  const refused = entries.some(([name, level]) => !holds(installation.permissions, `${name}:${level}`));
  if (refused) throw new HttpProblem(422, 'The permissions requested are not granted to this installation.');
  return Object.fromEntries(entries);
}

function readLevel(level: unknown): PermissionLevel {
  return level === 'write' || level === 'admin' ? level : 'read';
}

function askedRepositories(
  { state, body }: Context,
  installation: InstallationRecord,
): readonly RepositoryRecord[] | null {
  const names = optionalStrings(body, 'repositories');
  const ids = optionalArray(body, 'repository_ids');
  if (names === null && ids === null) return null;
  const reached = [...state.repositories.values()].filter((repository) => reachesRepository(installation, repository));
  const find = (is: (repository: RepositoryRecord) => boolean): RepositoryRecord => {
    const repository = reached.find(is);
    if (repository !== undefined) return repository;
    const message =
      'There is at least one repository that does not exist or is not accessible to the parent installation.';
    throw new HttpProblem(422, message);
  };
  return [
    ...(names ?? []).map((name) => find((repository) => repository.name.toLowerCase() === name.toLowerCase())),
    ...(ids ?? []).map((id) => find((repository) => repository.id === id)),
  ];
}
