import { actorOf, permissionOf, reaches } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { optionalArray, optionalChoice, optionalString, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { settleMergeQueues } from '../merge-queue/settle.ts';
import { pullCommits } from '../pulls/pull-counts.ts';
import { emitReviewEvent } from '../pulls/pull-events.ts';
import { diffDigestOf } from '../pulls/stale-reviews.ts';
import type { PullRecord, ReviewRecord } from '../records.ts';
import { renderReview } from '../render/review.ts';
import { requirePull } from './pulls.ts';

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;
type ReviewEvent = keyof typeof STATES;
const EVENTS: readonly ReviewEvent[] = ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'];

const REVIEWS = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const READ = { permission: 'pull-requests:read' } as const;
/** Who may read may review; whether the review counts is for the protection to say. */
const WRITE = { permission: 'pull-requests:write', userLevel: 'read' } as const;

export const reviewRoutes: readonly Route[] = [
  repositoryRoute(`GET ${REVIEWS}`, { operationId: 'pulls/list-reviews', ...READ }, (context) => {
    const pull = requirePull(context);
    const page = paginate(
      context,
      pull.reviews.filter((review) => isVisible(context, review)),
    );
    const body = page.items.map((review) => renderReview(context, context.repository, { pull, review }));
    return { status: 200, body, headers: page.headers };
  }),

  repositoryRoute(`POST ${REVIEWS}`, { operationId: 'pulls/create-review', ...WRITE }, (context) =>
    withRepositoryLock(context.repository, () => createReview(context)),
  ),

  repositoryRoute(`GET ${REVIEWS}/{review_id}`, { operationId: 'pulls/get-review', ...READ }, (context) => {
    const pull = requirePull(context);
    return reply(context, pull, requireReview(context, pull));
  }),

  repositoryRoute(`POST ${REVIEWS}/{review_id}/events`, { operationId: 'pulls/submit-review', ...WRITE }, (context) => {
    return withRepositoryLock(context.repository, () => submitPending(context));
  }),

  repositoryRoute(
    `PUT ${REVIEWS}/{review_id}/dismissals`,
    { operationId: 'pulls/dismiss-review', permission: 'pull-requests:write' },
    (context) => withRepositoryLock(context.repository, () => dismiss(context)),
  ),
];

async function submitPending(context: RepositoryContext): Promise<Reply> {
  const pull = requirePull(context);
  const review = requireReview(context, pull);
  if (review.state !== 'PENDING')
    throw new HttpProblem(422, 'Validation Failed', { errors: ['Review has already been submitted'] });
  const event = optionalChoice(context.body, 'event', EVENTS);
  if (event === null) throw new HttpProblem(422, 'Validation Failed', { errors: ['event is required'] });
  review.body = optionalString(context.body, 'body') ?? review.body;
  requireAllowed(context, { pull, event, body: review.body });
  await submit(context, { pull, review, event });
  return reply(context, pull, review);
}

async function dismiss(context: RepositoryContext): Promise<Reply> {
  const pull = requirePull(context);
  const review = requireReview(context, pull);
  stringField(context.body, 'message');
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    throw new HttpProblem(422, 'Validation Failed', {
      errors: [`Can not dismiss a ${review.state.toLowerCase()} pull request review`],
    });
  }
  review.state = 'DISMISSED';
  emitReviewEvent(context, context.repository, {
    pull,
    review,
    action: 'dismissed',
    credential: context.credential,
  });
  await settleMergeQueues(context, context.repository);
  return reply(context, pull, review);
}

function reply(context: RepositoryContext, pull: PullRecord, review: ReviewRecord): Reply {
  return { status: 200, body: renderReview(context, context.repository, { pull, review }) };
}

/** A review that is not submitted yet is its author's alone. */
function isVisible({ credential }: RepositoryContext, review: ReviewRecord): boolean {
  return review.state !== 'PENDING' || (credential.kind === 'user' && credential.user.id === review.user.id);
}

function requireReview(context: RepositoryContext, pull: PullRecord): ReviewRecord {
  const id = context.intParam('review_id');
  const review = pull.reviews.find((candidate) => candidate.id === id && isVisible(context, candidate));
  if (review === undefined) throw notFound();
  return review;
}

async function createReview(context: RepositoryContext): Promise<Reply> {
  const { body, repository, credential, state } = context;
  const pull = requirePull(context);
  const event = optionalChoice(body, 'event', EVENTS);
  const text = optionalString(body, 'body') ?? '';
  const commitId = optionalString(body, 'commit_id') ?? pull.headSha;
  if (!(await pullCommits(repository, pull)).includes(commitId)) {
    throw new HttpProblem(422, 'Unprocessable Entity', { errors: ['The commit is not part of the pull request'] });
  }
  if ((optionalArray(body, 'comments') ?? []).length > 0)
    throw new HttpProblem(422, 'Unprocessable Entity', { errors: ['The local GitHub has no review threads'] });
  if (event !== null) requireAllowed(context, { pull, event, body: text });
  const review: ReviewRecord = {
    id: state.nextId(),
    user: actorOf(credential),
    body: text,
    state: 'PENDING',
    commitId,
    diffDigest: null,
    submittedAt: null,
  };
  pull.reviews.push(review);
  if (event !== null) await submit(context, { pull, review, event });
  return reply(context, pull, review);
}

function requireAllowed(
  { credential, repository, state }: RepositoryContext,
  wanted: { readonly pull: PullRecord; readonly event: ReviewEvent; readonly body: string },
): void {
  const { pull, event, body } = wanted;
  const own = actorOf(credential).id === pull.author.id;
  const refuse = (reason: string): HttpProblem => new HttpProblem(422, 'Unprocessable Entity', { errors: [reason] });
  if (own && event === 'APPROVE') throw refuse('Can not approve your own pull request');
  if (own && event === 'REQUEST_CHANGES') throw refuse('Can not request changes on your own pull request');
  // The repository setting that allows it is off unless somebody turns it on.
  if (credential.kind === 'job' && event === 'APPROVE')
    throw refuse('GitHub Actions is not permitted to approve pull requests.');
  if (event !== 'APPROVE' && body === '') throw refuse('Body is too short (minimum is 1 character)');
  if (credential.kind === 'user' && !reaches(permissionOf(state, repository, credential.user), 'read'))
    throw notFound();
}

async function submit(
  context: RepositoryContext,
  { pull, review, event }: { readonly pull: PullRecord; readonly review: ReviewRecord; readonly event: ReviewEvent },
): Promise<void> {
  review.state = STATES[event];
  review.submittedAt = context.state.now();
  review.diffDigest = await diffDigestOf(context.repository, pull);
  pull.updatedAt = review.submittedAt;
  emitReviewEvent(context, context.repository, { pull, review, action: 'submitted', credential: context.credential });
  await settleMergeQueues(context, context.repository);
}
