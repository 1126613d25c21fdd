import type { Services } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { IssueComment, LabelRecord } from '../issue-records.ts';
import { type IssueLike, threadOf } from '../issues/issue-access.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';
import { maybeSeconds } from './check-run.ts';
import { seconds } from './commit.ts';
import { repositoryApi, repositoryPage } from './repository.ts';
import { associationOf } from './review.ts';

/** `issue`; a pull request says so by its `pull_request`. */
export function renderIssue(services: Services, repository: RepositoryRecord, issue: IssueLike): JsonObject {
  const { urls, state } = services;
  const { number, kind, record } = issue;
  const api = repositoryApi(urls, repository);
  const url = `${api}/issues/${number}`;
  const user = issue.kind === 'issue' ? issue.record.user : issue.record.author;
  const page = `${repositoryPage(urls, repository)}/${kind === 'issue' ? 'issues' : 'pull'}/${number}`;
  const { labels, comments } = threadOf(repository, number);
  return {
    id: record.id,
    node_id: nodeId(kind === 'issue' ? 'Issue' : 'PullRequest', record.id),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    number,
    state: record.state,
    state_reason: issue.kind === 'issue' ? issue.record.stateReason : null,
    title: record.title,
    body: record.body,
    user: renderUser(urls, user),
    author_association: associationOf(state, repository, user),
    labels: labels.flatMap((name) => renderLabelNamed(services, repository, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: comments.length,
    closed_at: maybeSeconds(record.closedAt),
    created_at: seconds(record.createdAt),
    updated_at: seconds(record.updatedAt),
    ...(kind === 'issue' ? {} : { pull_request: pullLinks(api, page, number) }),
  };
}

function pullLinks(api: string, page: string, number: number): JsonObject {
  return { url: `${api}/pulls/${number}`, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` };
}

function renderLabelNamed(services: Services, repository: RepositoryRecord, name: string): readonly JsonObject[] {
  const label = repository.labels.get(name.toLowerCase());
  return label === undefined ? [] : [renderLabel(services, repository, label)];
}

/** `label`. */
export function renderLabel({ urls }: Services, repository: RepositoryRecord, label: LabelRecord): JsonObject {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${repositoryApi(urls, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** `issue-comment`. */
export function renderComment(
  { urls, state }: Services,
  repository: RepositoryRecord,
  { comment, number }: { readonly comment: IssueComment; readonly number: number },
): JsonObject {
  const api = repositoryApi(urls, repository);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${repositoryPage(urls, repository)}/issues/${number}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${number}`,
    body: comment.body,
    user: renderUser(urls, comment.user),
    author_association: associationOf(state, repository, comment.user),
    created_at: seconds(comment.createdAt),
    updated_at: seconds(comment.updatedAt),
  };
}
