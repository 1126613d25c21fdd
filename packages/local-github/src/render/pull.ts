import type { Services } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { findRepository } from '../state.ts';
import { nodeId, renderMaybeUser, renderUser } from './account.ts';
import { seconds } from './commit.ts';
import { renderRepository, repositoryApi, repositoryPage } from './repository.ts';
import { associationOf, pullApi } from './review.ts';

/** `pull-request-simple`, as in lists. */
export function renderSimplePull(services: Services, repository: RepositoryRecord, pull: PullRecord): JsonObject {
  const { urls, state } = services;
  const api = pullApi(urls, repository, pull);
  const issue = `${repositoryApi(urls, repository)}/issues/${pull.number}`;
  const html = `${repositoryPage(urls, repository)}/pull/${pull.number}`;
  const statuses = `${repositoryApi(urls, repository)}/statuses/${pull.headSha}`;
  const head = findRepository(state, pull.headRepository) ?? repository;
  return {
    url: api,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${repositoryApi(urls, repository)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: renderUser(urls, pull.author),
    body: pull.body,
    labels: [],
    milestone: null,
    active_lock_reason: null,
    created_at: seconds(pull.createdAt),
    updated_at: seconds(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : seconds(pull.closedAt),
    merged_at: pull.mergedAt === null ? null : seconds(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    draft: pull.draft,
    head: renderSide(services, head, { ref: pull.headRef, sha: pull.headSha }),
    base: renderSide(services, repository, { ref: pull.baseRef, sha: pull.baseSha }),
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: `${repositoryApi(urls, repository)}/pulls/comments{/number}` },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
    author_association: associationOf(state, repository, pull.author),
    auto_merge: null,
  };
}

function renderSide(
  { urls }: Services,
  repository: RepositoryRecord,
  point: { readonly ref: string; readonly sha: string },
) {
  return {
    label: `${repository.owner.login}:${point.ref}`,
    ref: point.ref,
    sha: point.sha,
    user: renderUser(urls, repository.owner),
    repo: renderRepository(urls, repository),
  };
}

export interface PullCounts {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  /** `clean`, `blocked`, `dirty`, `behind`, `draft` or `unknown`. */
  readonly mergeableState: string;
}

/** `pull-request`, as of one. */
export function renderPull(
  services: Services,
  repository: RepositoryRecord,
  about: { readonly pull: PullRecord; readonly counts: PullCounts },
): JsonObject {
  const { pull, counts } = about;
  return {
    ...renderSimplePull(services, repository, pull),
    merged: pull.merged,
    mergeable: pull.mergeable,
    rebaseable: pull.mergeable,
    mergeable_state: counts.mergeableState,
    merged_by: renderMaybeUser(services.urls, pull.mergedBy),
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: counts.commits,
    additions: counts.additions,
    deletions: counts.deletions,
    changed_files: counts.changedFiles,
  };
}
