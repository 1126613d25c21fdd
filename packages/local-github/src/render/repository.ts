import { reaches } from '../access/access.ts';
import type { Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { PermissionLevel } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';

/** REST URL of a repository. */
export function repositoryApi(urls: Urls, repository: RepositoryRecord): string {
  return `${urls.api}/repos/${repository.fullName}`;
}

/** Where people look at it, and where git clones it with `.git` behind it. */
export function repositoryPage(urls: Urls, repository: RepositoryRecord): string {
  return `${urls.server}/${repository.fullName}`;
}

/** `repository`, which is also a `minimal-repository`. */
export function renderRepository(urls: Urls, repository: RepositoryRecord): JsonObject {
  const url = repositoryApi(urls, repository);
  const page = repositoryPage(urls, repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    owner: renderUser(urls, repository.owner),
    html_url: page,
    description: null,
    fork: repository.forkOf !== null,
    url,
    ...templates(url),
    git_url: `${page}.git`,
    clone_url: `${page}.git`,
    ssh_url: `git@github.localhost:${repository.fullName}.git`,
    svn_url: page,
    homepage: null,
    language: null,
    default_branch: repository.defaultBranch,
    archived: false,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    mirror_url: null,
    license: null,
    size: 0,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    allow_forking: true,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    web_commit_signoff_required: false,
    created_at: repository.createdAt.toISOString(),
    updated_at: repository.updatedAt.toISOString(),
    pushed_at: repository.pushedAt.toISOString(),
  };
}

/** `full-repository`; `level` is what the person who asks may do, `null` for tokens without a person. */
export function renderFullRepository(
  urls: Urls,
  repository: RepositoryRecord,
  level: PermissionLevel | null,
): JsonObject {
  const may = (needed: PermissionLevel): boolean => level !== null && reaches(level, needed);
  const permissions = {
    admin: may('admin'),
    maintain: may('admin'),
    push: may('write'),
    triage: may('write'),
    pull: may('read'),
  };
  return {
    ...renderRepository(urls, repository),
    network_count: 0,
    subscribers_count: 0,
    ...(level === null ? {} : { permissions }),
  };
}

function templates(url: string): Readonly<Record<string, string>> {
  return {
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}
