import type { Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { User } from '../model.ts';
import type { TeamRecord } from '../records.ts';
import { nodeId } from './account.ts';

/** `organization-simple`. */
export function renderOrganization(urls: Urls, account: User): JsonObject {
  const api = `${urls.api}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('Organization', account.id),
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${urls.server}/avatars/u/${account.id}`,
    description: null,
  };
}

/** `organization-full`, also `team-organization`. */
export function renderFullOrganization(urls: Urls, account: User): JsonObject {
  return {
    ...renderOrganization(urls, account),
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${urls.server}/${account.login}`,
    type: 'Organization',
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    archived_at: null,
  };
}

/** `team` without its parent. */
export function renderTeam(urls: Urls, team: TeamRecord, org: User): JsonObject {
  const api = `${urls.api}/organizations/${org.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: team.privacy,
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url: api,
    html_url: `${urls.server}/orgs/${org.login}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    organization_id: org.id,
  };
}
