import { permissionOf } from '../access/access.ts';
import type { Services, Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { User } from '../model.ts';
import type { PullRecord, RepositoryRecord, ReviewRecord } from '../records.ts';
import type { State } from '../state.ts';
import { nodeId, renderUser } from './account.ts';
import { seconds } from './commit.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

/** How an account stands to a repository, in GitHub's words. */
export function associationOf(
  state: State,
  repository: RepositoryRecord,
  user: User,
): 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE' {
  if (repository.owner.id === user.id) return 'OWNER';
  if (state.orgs.get(repository.owner.login.toLowerCase())?.members.has(user.id) === true) return 'MEMBER';
  const level = permissionOf(state, { ...repository, private: true }, user);
  return level === 'none' ? 'NONE' : 'COLLABORATOR';
}

/** `pull-request-review`. */
export function renderReview(
  { urls, state }: Services,
  repository: RepositoryRecord,
  about: { readonly pull: PullRecord; readonly review: ReviewRecord },
): JsonObject {
  const { pull, review } = about;
  const html = `${repositoryPage(urls, repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const pullUrl = pullApi(urls, repository, pull);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: renderUser(urls, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: associationOf(state, repository, review.user),
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    ...(review.submittedAt === null ? {} : { submitted_at: seconds(review.submittedAt) }),
    commit_id: review.commitId,
  };
}

export function pullApi(urls: Urls, repository: RepositoryRecord, pull: PullRecord): string {
  return `${repositoryApi(urls, repository)}/pulls/${pull.number}`;
}
