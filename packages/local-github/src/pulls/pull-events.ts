import type { Services } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { Credential } from '../model.ts';
import type { PullRecord, RepositoryRecord, ReviewRecord } from '../records.ts';
import { renderPull, renderSimplePull } from '../render/pull.ts';
import { renderReview } from '../render/review.ts';
import { emitEvent } from '../webhook.ts';
import { pullCounts } from './pull-counts.ts';

/**
 * Tells of a pull request. Runs belong to its test merge; with a conflict there is none, and no workflow runs, as on
 * github.com. After the merge GITHUB_SHA is the merge commit and GITHUB_REF the base branch.
 */
export async function emitPullEvent(
  services: Services,
  repository: RepositoryRecord,
  event: {
    readonly pull: PullRecord;
    readonly action: string;
    readonly credential: Credential;
    readonly extra?: JsonObject;
  },
): Promise<void> {
  const point = runPointOf(event.pull);
  if (point === null) return;
  const counts = await pullCounts(services, repository, event.pull);
  emitEvent(services, repository, {
    name: 'pull_request',
    action: event.action,
    ...point,
    credential: event.credential,
    payload: {
      number: event.pull.number,
      pull_request: renderPull(services, repository, { pull: event.pull, counts }),
      ...event.extra,
    },
  });
}

export function emitReviewEvent(
  services: Services,
  repository: RepositoryRecord,
  event: {
    readonly pull: PullRecord;
    readonly review: ReviewRecord;
    readonly action: 'submitted' | 'edited' | 'dismissed';
    readonly credential: Credential;
  },
): void {
  const point = runPointOf(event.pull);
  if (point === null) return;
  const review = renderReview(services, repository, event);
  emitEvent(services, repository, {
    name: 'pull_request_review',
    action: event.action,
    ...point,
    credential: event.credential,
    payload: {
      // Webhooks write the state in lower case, the REST API in upper case.
      review: { ...review, state: event.review.state.toLowerCase() },
      pull_request: renderSimplePull(services, repository, event.pull),
    },
  });
}

function runPointOf(pull: PullRecord): { readonly sha: string; readonly ref: string } | null {
  if (pull.mergeCommitSha === null) return null;
  const ref = pull.merged ? `refs/heads/${pull.baseRef}` : `refs/pull/${pull.number}/merge`;
  return { sha: pull.mergeCommitSha, ref };
}
