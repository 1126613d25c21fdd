import type { Services } from '../context.ts';
import { type CommitData, readCommit } from '../git/commit-data.ts';
import type { JsonObject } from '../http/body.ts';
import type { CheckAnnotation, CheckRunRecord, PullRecord, RepositoryRecord } from '../records.ts';
import { findRepository } from '../state.ts';
import { nodeId } from './account.ts';
import { appOf, renderApp } from './app.ts';
import { seconds, withoutLastBreak } from './commit.ts';
import { renderRepository, repositoryApi, repositoryPage } from './repository.ts';
import { pullApi } from './review.ts';

/** `check-run`. */
export function renderCheckRun(services: Services, repository: RepositoryRecord, run: CheckRunRecord): JsonObject {
  const url = `${repositoryApi(services.urls, repository)}/check-runs/${run.id}`;
  const page = `${repositoryPage(services.urls, repository)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: maybeSeconds(run.startedAt),
    completed_at: maybeSeconds(run.completedAt),
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suiteId },
    app: renderApp(services.urls, appOf(services, run.appId)),
    pull_requests: renderPullReferences(services, repository, run.headSha),
  };
}

/** `check-annotation`. */
export function renderAnnotation(
  services: Services,
  repository: RepositoryRecord,
  about: { readonly run: CheckRunRecord; readonly annotation: CheckAnnotation },
): JsonObject {
  const { run, annotation } = about;
  const page = repositoryPage(services.urls, repository);
  return { ...annotation, blob_href: `${page}/blob/${run.headSha}/${annotation.path}` };
}

/** `check-suite`: all runs of one suite, oldest first; there is at least one. */
export async function renderCheckSuite(
  services: Services,
  repository: RepositoryRecord,
  runs: readonly [CheckRunRecord, ...CheckRunRecord[]],
): Promise<JsonObject> {
  const [first] = runs;
  const url = `${repositoryApi(services.urls, repository)}/check-suites/${first.suiteId}`;
  const times = runs.flatMap((run) => [run.startedAt, run.completedAt]).filter((time) => time !== null);
  const pull = repository.pulls.find((candidate) => candidate.headSha === first.headSha);
  return {
    id: first.suiteId,
    node_id: nodeId('CheckSuite', first.suiteId),
    head_branch: pull?.headRef ?? null,
    head_sha: first.headSha,
    ...suiteState(runs),
    url,
    before: null,
    after: null,
    pull_requests: renderPullReferences(services, repository, first.headSha),
    app: renderApp(services.urls, appOf(services, first.appId)),
    repository: renderRepository(services.urls, repository),
    created_at: maybeSeconds(earliest(times)),
    updated_at: maybeSeconds(latest(times)),
    head_commit: renderSimpleCommit(await readCommit(repository.gitDir, first.headSha)),
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

/** Worst first: GitHub gives a suite the conclusion of the highest priority among its runs. */
const PRIORITY = [
  'failure',
  'timed_out',
  'action_required',
  'cancelled',
  'stale',
  'success',
  'neutral',
  'skipped',
] as const;

export function suiteState(runs: readonly CheckRunRecord[]): JsonObject {
  if (runs.some((run) => run.status !== 'completed')) {
    return { status: runs.every((run) => run.status === 'queued') ? 'queued' : 'in_progress', conclusion: null };
  }
  const worst = PRIORITY.find((conclusion) => runs.some((run) => run.conclusion === conclusion));
  return { status: 'completed', conclusion: worst ?? null };
}

/** `simple-commit`. */
export function renderSimpleCommit(commit: CommitData): JsonObject {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: withoutLastBreak(commit.message),
    timestamp: seconds(commit.committer.date),
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

/** Open pull requests of branches of this repository; those of forks are not detected, as on github.com. */
export function renderPullReferences(
  services: Services,
  repository: RepositoryRecord,
  sha: string,
): readonly JsonObject[] {
  const pulls = repository.pulls.filter(
    (pull) => pull.state === 'open' && pull.headSha === sha && pull.headRepository === repository.fullName,
  );
  return pulls.map((pull) => renderPullReference(services, repository, pull));
}

/** `pull-request-minimal`. */
function renderPullReference(services: Services, repository: RepositoryRecord, pull: PullRecord): JsonObject {
  const side = (of: RepositoryRecord): JsonObject => ({
    id: of.id,
    url: repositoryApi(services.urls, of),
    name: of.name,
  });
  const head = findRepository(services.state, pull.headRepository) ?? repository;
  return {
    id: pull.id,
    number: pull.number,
    url: pullApi(services.urls, repository, pull),
    head: { ref: pull.headRef, sha: pull.headSha, repo: side(head) },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo: side(repository) },
  };
}

export function maybeSeconds(date: Date | null): string | null {
  return date === null ? null : seconds(date);
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.min(...dates.map(Number)));
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map(Number)));
}
