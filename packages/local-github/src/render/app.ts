import type { Services, Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { Permissions } from '../model.ts';
import type { AppRecord, InstallationRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';
import { seconds } from './commit.ts';

/** `integration`, as in check runs and as `GET /app`. */
export function renderApp(urls: Urls, app: AppRecord): JsonObject {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    client_id: app.clientId,
    owner: renderUser(urls, app.owner),
    name: app.name,
    description: null,
    external_url: `${urls.server}/apps/${app.slug}`,
    html_url: `${urls.server}/apps/${app.slug}`,
    created_at: seconds(app.createdAt),
    updated_at: seconds(app.createdAt),
    permissions: renderPermissions(app.permissions),
    events: [],
  };
}

/** The App behind an id, which must exist. */
export function appOf({ state }: Pick<Services, 'state'>, appId: number): AppRecord {
  const app = state.apps.get(appId);
  if (app === undefined) throw new Error(`No App ${appId} in the local GitHub.`);
  return app;
}

/** `installation`. */
export function renderInstallation(services: Services, installation: InstallationRecord): JsonObject {
  const { urls } = services;
  const url = `${urls.api}/app/installations/${installation.id}`;
  const app = appOf(services, installation.appId);
  return {
    id: installation.id,
    account: renderUser(urls, installation.account),
    repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${urls.api}/installation/repositories`,
    html_url: `${urls.server}/settings/installations/${installation.id}`,
    app_id: app.id,
    client_id: app.clientId,
    app_slug: app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: renderPermissions(installation.permissions),
    events: [],
    created_at: seconds(installation.createdAt),
    updated_at: seconds(installation.createdAt),
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}

/** The REST API writes `pull_requests` where workflow files write `pull-requests`. */
export function renderPermissions(permissions: Permissions): Readonly<Record<string, string>> {
  const held = Object.entries(permissions).filter(([, level]) => level !== 'none');
  return { metadata: 'read', ...Object.fromEntries(held.map(([name, level]) => [name.replaceAll('-', '_'), level])) };
}
