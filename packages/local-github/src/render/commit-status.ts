import type { Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { RepositoryRecord, StatusRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';
import { seconds } from './commit.ts';
import { repositoryApi } from './repository.ts';

/** `simple-commit-status`, as in the combined status. */
export function renderSimpleStatus(urls: Urls, repository: RepositoryRecord, status: StatusRecord): JsonObject {
  return {
    url: `${repositoryApi(urls, repository)}/statuses/${status.sha}`,
    avatar_url: `${urls.server}/avatars/u/${status.creator.id}`,
    id: status.id,
    node_id: nodeId('Status', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: seconds(status.createdAt),
    updated_at: seconds(status.createdAt),
  };
}

/** `status`. */
export function renderStatus(urls: Urls, repository: RepositoryRecord, status: StatusRecord): JsonObject {
  return { ...renderSimpleStatus(urls, repository, status), creator: renderUser(urls, status.creator) };
}
