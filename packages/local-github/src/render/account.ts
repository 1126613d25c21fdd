import type { Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { User } from '../model.ts';

/** GitHub's opaque global id; ours says what it names. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

/** `simple-user`. */
export function renderUser(urls: Urls, user: User): JsonObject {
  const api = `${urls.api}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type, user.id),
    avatar_url: `${urls.server}/avatars/u/${user.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${urls.server}/${encodeURIComponent(user.login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

/** `nullable-simple-user`. */
export function renderMaybeUser(urls: Urls, user: User | null): JsonObject | null {
  return user === null ? null : renderUser(urls, user);
}

/** `public-user`: the account's own page of facts, of which the local GitHub knows few. */
export function renderPublicUser(urls: Urls, user: User): JsonObject {
  return {
    ...renderUser(urls, user),
    name: user.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}
