import { actorOf } from '../access/access.ts';
import { combinedState, latestStatuses } from '../checks/commit-statuses.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readRef, resolveCommit } from '../git/git.ts';
import { optionalChoice, optionalString } from '../http/body.ts';
import { HttpProblem, notFound, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { advanceMergeQueues } from '../merge-queue/settle.ts';
import type { StatusRecord } from '../records.ts';
import { renderSimpleStatus, renderStatus } from '../render/commit-status.ts';
import { renderRepository, repositoryApi } from '../render/repository.ts';
import { emitEvent } from '../webhook.ts';

const MAX_PER_CONTEXT = 1000;
const COMMIT = '/repos/{owner}/{repo}/commits/{ref...}';

/** Commit statuses: of each commit and context the newest counts. */
export const commitStatusRoutes: readonly Route[] = [
  repositoryRoute(
    'POST /repos/{owner}/{repo}/statuses/{sha}',
    { operationId: 'repos/create-commit-status', permission: 'statuses:write' },
    create,
  ),
  repositoryRoute(
    `GET ${COMMIT}/statuses`,
    { operationId: 'repos/list-commit-statuses-for-ref', permission: 'statuses:read' },
    async (context) => {
      const sha = await shaOf(context);
      const page = paginate(context, context.repository.statuses.filter((status) => status.sha === sha).toReversed());
      const body = page.items.map((status) => renderStatus(context.urls, context.repository, status));
      return { status: 200, body, headers: page.headers };
    },
  ),
  repositoryRoute(
    `GET ${COMMIT}/status`,
    { operationId: 'repos/get-combined-status-for-ref', permission: 'statuses:read' },
    async (context) => {
      const { repository, urls } = context;
      const sha = await shaOf(context);
      const statuses = latestStatuses(repository, sha);
      const page = paginate(context, statuses);
      const url = `${repositoryApi(urls, repository)}/commits/${sha}`;
      const body = {
        state: combinedState(statuses),
        statuses: page.items.map((status) => renderSimpleStatus(urls, repository, status)),
        sha,
        total_count: statuses.length,
        repository: renderRepository(urls, repository),
        commit_url: url,
        url: `${url}/status`,
      };
      return { status: 200, body, headers: page.headers };
    },
  ),
];

async function create(context: RepositoryContext): Promise<Reply> {
  const { state, repository, body, credential } = context;
  const sha = context.param('sha');
  const known = /^[0-9a-f]{40}$/.test(sha) ? await readRef(repository.gitDir, `${sha}^{commit}`) : null;
  if (known === null) throw new HttpProblem(422, `No commit found for SHA: ${sha}`);
  const status: StatusRecord = {
    id: state.nextId(),
    sha,
    context: optionalString(body, 'context') ?? 'default',
    state: optionalChoice(body, 'state', ['error', 'failure', 'pending', 'success']) ?? 'error',
    description: optionalString(body, 'description'),
    targetUrl: optionalString(body, 'target_url'),
    creator: actorOf(credential),
    createdAt: state.now(),
  };
  if ((status.description?.length ?? 0) > 140) {
    throw unprocessable('Status', 'description is too long (maximum is 140 characters)', 'description');
  }
  const before = repository.statuses.filter((other) => other.sha === sha && other.context === status.context);
  if (before.length >= MAX_PER_CONTEXT) {
    throw unprocessable('Status', 'This SHA and context has reached the maximum number of statuses.');
  }
  repository.statuses.push(status);
  const ref = `refs/heads/${repository.defaultBranch}`;
  const rendered = renderStatus(context.urls, repository, status);
  emitEvent(context, repository, {
    name: 'status',
    action: null,
    sha: (await readRef(repository.gitDir, ref)) ?? sha,
    ref,
    credential,
    payload: { ...rendered, sha, name: repository.fullName, branches: [] },
  });
  await advanceMergeQueues(context, repository);
  return { status: 201, body: rendered, headers: { location: String(rendered['url']) } };
}

async function shaOf(context: RepositoryContext): Promise<string> {
  const sha = await resolveCommit(context.repository.gitDir, context.param('ref'));
  if (sha === null) throw notFound();
  return sha;
}
