import type { Context, Reply } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, route } from '../http/route.ts';
import type { AppRecord, InstallationRecord, RepositoryRecord } from '../records.ts';
import { appOf, renderApp, renderInstallation } from '../render/app.ts';
import { renderRepository } from '../render/repository.ts';
import { findRepository, findUser } from '../state.ts';

const OPEN = { permission: null } as const;

/** What an App may ask with its own JSON web token, and what an installation reaches. */
export const appRoutes: readonly Route[] = [
  route('GET /app', { operationId: 'apps/get-authenticated', ...OPEN }, (context) => ({
    status: 200,
    body: renderApp(context.urls, authenticatedApp(context)),
  })),
  route('GET /apps/{app_slug}', { operationId: 'apps/get-by-slug', ...OPEN }, (context) => {
    const app = [...context.state.apps.values()].find(({ slug }) => slug === context.param('app_slug'));
    if (app === undefined) throw notFound();
    return { status: 200, body: renderApp(context.urls, app) };
  }),
  route('GET /app/installations', { operationId: 'apps/list-installations', ...OPEN }, (context) => {
    const page = paginate(context, installationsOf(context));
    const body = page.items.map((installation) => renderInstallation(context, installation));
    return { status: 200, body, headers: page.headers };
  }),
  route('GET /app/installations/{installation_id}', { operationId: 'apps/get-installation', ...OPEN }, (context) => {
    const id = context.intParam('installation_id');
    return one(context, (installation) => installation.id === id);
  }),
  route('GET /repos/{owner}/{repo}/installation', { operationId: 'apps/get-repo-installation', ...OPEN }, (context) => {
    const repository = findRepository(context.state, `${context.param('owner')}/${context.param('repo')}`);
    return one(context, (installation) => repository !== null && reachesRepository(installation, repository));
  }),
  route('GET /orgs/{org}/installation', { operationId: 'apps/get-org-installation', ...OPEN }, (context) => {
    const account = findUser(context.state, context.param('org'));
    return one(context, (installation) => installation.account.id === account?.id);
  }),
  route('GET /users/{username}/installation', { operationId: 'apps/get-user-installation', ...OPEN }, (context) => {
    const account = findUser(context.state, context.param('username'));
    return one(context, (installation) => installation.account.id === account?.id);
  }),
  route(
    'GET /installation/repositories',
    { operationId: 'apps/list-repos-accessible-to-installation', ...OPEN },
    reachable,
  ),
];

/** The App whose JSON web token this is; every other credential is refused. */
export function authenticatedApp(context: Context): AppRecord {
  if (context.credential.kind !== 'app-jwt') throw new HttpProblem(401, 'A JSON web token could not be decoded');
  return appOf(context, context.credential.appId);
}

/** Installations of the authenticated App; those of others do not exist for it. */
export function installationsOf(context: Context): readonly InstallationRecord[] {
  const app = authenticatedApp(context);
  return context.state.installations.filter((installation) => installation.appId === app.id);
}

export function reachesRepository(installation: InstallationRecord, repository: RepositoryRecord): boolean {
  if (installation.account.id !== repository.owner.id) return false;
  return installation.repositories === 'all' || installation.repositories.has(repository.fullName);
}

function one(context: Context, is: (installation: InstallationRecord) => boolean): Reply {
  const installation = installationsOf(context).find(is);
  if (installation === undefined) throw notFound();
  return { status: 200, body: renderInstallation(context, installation) };
}

function reachable(context: Context): Reply {
  const { credential, state, urls } = context;
  if (credential.kind !== 'app') throw new HttpProblem(403, 'Resource not accessible by integration');
  const installation = state.installations.find(({ id }) => id === credential.installationId);
  const repositories = [...state.repositories.values()].filter(
    (repository) =>
      installation !== undefined &&
      reachesRepository(installation, repository) &&
      (credential.repository === null || credential.repository === repository.fullName),
  );
  const page = paginate(context, repositories);
  const body = {
    total_count: repositories.length,
    repositories: page.items.map((repository) => renderRepository(urls, repository)),
    repository_selection: installation?.repositories === 'all' && credential.repository === null ? 'all' : 'selected',
  };
  return { status: 200, body, headers: page.headers };
}
