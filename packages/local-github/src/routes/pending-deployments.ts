import { actorOf, isTeamMember } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { type JsonObject, optionalArray, optionalChoice, optionalString } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { EnvironmentRecord, EnvironmentReviewer, User, WorkflowRunRecord } from '../model.ts';
import type { PendingDeployment } from '../records.ts';
import { seconds } from '../render/commit.ts';
import { environmentId, renderEnvironmentReference, renderReviewer } from '../render/environment.ts';

const PENDING = '/repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments';

/** Jobs that wait for an environment, and the decisions of its reviewers. */
export const pendingDeploymentRoutes: readonly Route[] = [
  repositoryRoute(
    `GET ${PENDING}`,
    { operationId: 'actions/get-pending-deployments-for-run', permission: 'actions:read' },
    (context) => ({ status: 200, body: environmentsOf(context).map((pending) => render(context, pending)) }),
  ),
  repositoryRoute(
    `POST ${PENDING}`,
    { operationId: 'actions/review-pending-deployments-for-run', permission: 'deployments:write', userLevel: 'read' },
    review,
  ),
];

/** Apps and jobs cannot decide. Source: op:actions/review-pending-deployments-for-run is not enabled for GitHub Apps. */
function review(context: RepositoryContext): Reply {
  const { body, credential } = context;
  if (credential.kind !== 'user') throw new HttpProblem(403, 'Resource not accessible by integration');
  const wanted = optionalArray(body, 'environment_ids') ?? [];
  const state = optionalChoice(body, 'state', ['approved', 'rejected']);
  if (state === null || optionalString(body, 'comment') === null)
    throw new HttpProblem(422, 'Validation Failed', { errors: ['state and comment are required'] });
  const chosen = environmentsOf(context).filter(({ environment }) =>
    wanted.includes(environmentId(context.repository, environment.name)),
  );
  if (chosen.length === 0 || chosen.length < wanted.length)
    throw new HttpProblem(422, 'Validation Failed', { errors: ['No pending deployments for these environments'] });
  for (const { environment, run } of chosen) {
    if (!mayReview(context, { environment, run, user: actorOf(credential) }))
      throw new HttpProblem(422, 'Validation Failed', { errors: [`You may not review ${environment.name}`] });
  }
  for (const { waiting } of chosen) for (const pending of waiting) pending.decide(state);
  // GitHub answers with the deployments; here a deployment is recorded when its job starts. [live]
  return { status: 200, body: [] };
}

interface PendingEnvironment {
  readonly environment: EnvironmentRecord;
  readonly run: WorkflowRunRecord;
  readonly waiting: readonly [PendingDeployment, ...PendingDeployment[]];
}

function environmentsOf({ repository, intParam }: RepositoryContext): readonly PendingEnvironment[] {
  const id = intParam('run_id');
  const run = repository.runs.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  const pending = repository.pendingDeployments.filter((candidate) => candidate.runId === id);
  return [...repository.environments.values()].flatMap((environment) => {
    const name = environment.name.toLowerCase();
    const [first, ...rest] = pending.filter((candidate) => candidate.environment.toLowerCase() === name);
    return first === undefined ? [] : [{ environment, run, waiting: [first, ...rest] as const }];
  });
}

/** A reviewer, and where the environment says so not the one who started the run. */
function mayReview(
  { state }: RepositoryContext,
  asked: { readonly environment: EnvironmentRecord; readonly run: WorkflowRunRecord; readonly user: User },
): boolean {
  const { environment, run, user } = asked;
  const { reviewers = [], preventSelfReview = false } = environment.protection ?? {};
  if (preventSelfReview && (run.triggeringActor ?? run.actor).id === user.id) return false;
  const includes = (reviewer: EnvironmentReviewer): boolean => {
    if (reviewer.type === 'User') return reviewer.id === user.id;
    const team = state.teams.find((candidate) => candidate.id === reviewer.id);
    return team !== undefined && isTeamMember(state, team, user.id);
  };
  return reviewers.some(includes);
}

function render(context: RepositoryContext, { environment, run, waiting }: PendingEnvironment): JsonObject {
  const { credential } = context;
  const rendered = renderEnvironmentReference(context.urls, context.repository, environment);
  return {
    environment: rendered,
    wait_timer: environment.protection?.waitMinutes ?? 0,
    wait_timer_started_at: seconds(waiting[0].startedAt),
    current_user_can_approve:
      credential.kind === 'user' && mayReview(context, { environment, run, user: credential.user }),
    reviewers: (environment.protection?.reviewers ?? []).map((reviewer) => renderReviewer(context, reviewer)),
  };
}
