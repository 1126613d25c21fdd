import { actorOf, permissionOf, reaches } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readCommits } from '../git/commit-data.ts';
import { readRef } from '../git/git.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { optionalBoolean, optionalChoice, optionalString, stringField } from '../http/body.ts';
import { HttpProblem, notFound, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { settleMergeQueues } from '../merge-queue/settle.ts';
import { pullCommits, pullCounts, pullFiles } from '../pulls/pull-counts.ts';
import { emitPullEvent } from '../pulls/pull-events.ts';
import { openPull } from '../pulls/pull-open.ts';
import { reopenPull } from '../pulls/reopen.ts';
import { dismissStaleReviews } from '../pulls/stale-reviews.ts';
import { refreshTestMerge } from '../pulls/test-merge.ts';
import type { PullRecord } from '../records.ts';
import { renderCommit } from '../render/commit.ts';
import { renderFileChange } from '../render/file-change.ts';
import { renderPull, renderSimplePull } from '../render/pull.ts';

/** GitHub lists no more of a pull request, whatever the page. */
const MAX_FILES = 3000;
const MAX_COMMITS = 250;

export const pullRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/pulls',
    { operationId: 'pulls/list', permission: 'pull-requests:read' },
    listPulls,
  ),

  repositoryRoute(
    'POST /repos/{owner}/{repo}/pulls',
    { operationId: 'pulls/create', permission: 'pull-requests:write', userLevel: 'read' },
    createPull,
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    { operationId: 'pulls/get', permission: 'pull-requests:read' },
    (context) => replyWithPull(context, requirePull(context), 200),
  ),

  repositoryRoute(
    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    { operationId: 'pulls/update', permission: 'pull-requests:write', userLevel: 'read' },
    (context) => withRepositoryLock(context.repository, () => updatePull(context)),
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    { operationId: 'pulls/list-files', permission: 'pull-requests:read' },
    async (context) => {
      const { repository, urls } = context;
      const pull = requirePull(context);
      const page = paginate(context, (await pullFiles(repository, pull)).slice(0, MAX_FILES));
      const body = page.items.map((file) => renderFileChange(urls, repository, { file, sha: pull.headSha }));
      return { status: 200, body, headers: page.headers };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
    { operationId: 'pulls/list-commits', permission: 'pull-requests:read' },
    async (context) => {
      const { repository } = context;
      const page = paginate(context, (await pullCommits(repository, requirePull(context))).slice(0, MAX_COMMITS));
      const commits = await readCommits(repository.gitDir, page.items);
      return {
        status: 200,
        body: commits.map((commit) => renderCommit(context, repository, commit)),
        headers: page.headers,
      };
    },
  ),
];

export function requirePull(context: RepositoryContext): PullRecord {
  const number = context.intParam('pull_number');
  const pull = context.repository.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) throw notFound();
  return pull;
}

async function replyWithPull(context: RepositoryContext, pull: PullRecord, status: number): Promise<Reply> {
  const counts = await pullCounts(context, context.repository, pull);
  return { status, body: renderPull(context, context.repository, { pull, counts }) };
}

function listPulls(context: RepositoryContext): Reply {
  const { repository, query } = context;
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const head = query.get('head');
  const matching = repository.pulls.filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (base === null || pull.baseRef === base) &&
      (head === null || `${pull.headRepository.split('/')[0]}:${pull.headRef}` === head),
  );
  const byUpdate = query.get('sort') === 'updated';
  const sorted = matching.toSorted((a, b) =>
    byUpdate ? a.updatedAt.getTime() - b.updatedAt.getTime() : a.number - b.number,
  );
  // Newest first, unless sorted by something else than the time of creation.
  const direction = query.get('direction') ?? (byUpdate ? 'asc' : 'desc');
  const page = paginate(context, direction === 'asc' ? sorted : sorted.toReversed());
  return {
    status: 200,
    body: page.items.map((pull) => renderSimplePull(context, repository, pull)),
    headers: page.headers,
  };
}

function createPull(context: RepositoryContext): Promise<Reply> {
  const { body, repository, credential } = context;
  const request = {
    title: stringField(body, 'title'),
    body: optionalString(body, 'body'),
    head: stringField(body, 'head'),
    base: stringField(body, 'base'),
    draft: optionalBoolean(body, 'draft') ?? false,
    credential,
  };
  return withRepositoryLock(repository, async () =>
    replyWithPull(context, await openPull(context, repository, request), 201),
  );
}

async function updatePull(context: RepositoryContext): Promise<Reply> {
  const { body, repository, credential, state } = context;
  const pull = requirePull(context);
  requireAuthorOrWriter(context, pull);
  const [title, text, base] = [
    optionalString(body, 'title'),
    optionalString(body, 'body'),
    optionalString(body, 'base'),
  ];
  const wanted = optionalChoice(body, 'state', ['open', 'closed']);
  if (base !== null && (await readRef(repository.gitDir, `refs/heads/${base}`)) === null) {
    throw new HttpProblem(422, 'Validation Failed', {
      errors: [{ resource: 'PullRequest', field: 'base', code: 'invalid' }],
    });
  }
  const changes = {
    ...(title === null || title === pull.title ? {} : { title: { from: pull.title } }),
    ...(text === null || text === pull.body ? {} : { body: { from: pull.body } }),
    ...(base === null || base === pull.baseRef
      ? {}
      : { base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } } }),
  };
  Object.assign(pull, {
    title: title ?? pull.title,
    body: text ?? pull.body,
    baseRef: base ?? pull.baseRef,
    updatedAt: state.now(),
  });
  if (wanted !== null && wanted !== pull.state) await reopenOrClose(context, pull, wanted);
  if ('base' in changes) {
    const [from, to] = [changes.base.ref.from, pull.baseRef];
    pull.baseChanges.push({ id: state.nextId(), at: state.now(), by: actorOf(credential), from, to });
    pull.baseSha = (await readRef(repository.gitDir, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
    await refreshTestMerge(context, repository, pull);
    await dismissStaleReviews(context, repository, pull);
  }
  if (Object.keys(changes).length > 0)
    await emitPullEvent(context, repository, { pull, action: 'edited', credential, extra: { changes } });
  await settleMergeQueues(context, repository);
  return replyWithPull(context, pull, 200);
}

async function reopenOrClose(context: RepositoryContext, pull: PullRecord, wanted: 'open' | 'closed'): Promise<void> {
  const { repository, credential, state } = context;
  if (pull.merged) throw unprocessable('PullRequest', 'state cannot be changed. The pull request is merged.', 'state');
  if (wanted === 'open') await reopenPull(context, repository, pull);
  else Object.assign(pull, { state: 'closed', closedAt: state.now() });
  await emitPullEvent(context, repository, { pull, action: wanted === 'closed' ? 'closed' : 'reopened', credential });
}

function requireAuthorOrWriter({ credential, repository, state }: RepositoryContext, pull: PullRecord): void {
  if (credential.kind !== 'user' || actorOf(credential).id === pull.author.id) return;
  if (!reaches(permissionOf(state, repository, credential.user), 'write'))
    throw new HttpProblem(403, 'Must have push access to repository');
}
