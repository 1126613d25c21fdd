import { actorOf } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { optionalBoolean, optionalChoice, optionalString } from '../http/body.ts';
import { HttpProblem, notFound, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { DeploymentRecord, DeploymentStatusRecord } from '../records.ts';
import { renderDeployment, renderDeploymentStatus } from '../render/deployment.ts';
import { emitEvent } from '../webhook.ts';
import { findDeployment, fullRefOf } from './deployments.ts';

const STATUSES = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'] as const;

export const deploymentStatusRoutes: readonly Route[] = [
  repositoryRoute(
    `POST ${STATUSES}`,
    { operationId: 'repos/create-deployment-status', permission: 'deployments:write' },
    create,
  ),
  repositoryRoute(
    `GET ${STATUSES}`,
    { operationId: 'repos/list-deployment-statuses', permission: 'deployments:read' },
    (context) => {
      const deployment = findDeployment(context);
      const page = paginate(context, deployment.statuses.toReversed());
      const body = page.items.map((status) =>
        renderDeploymentStatus(context.urls, context.repository, { deployment, status }),
      );
      return { status: 200, body, headers: page.headers };
    },
  ),
  repositoryRoute(
    `GET ${STATUSES}/{status_id}`,
    { operationId: 'repos/get-deployment-status', permission: 'deployments:read' },
    (context) => {
      const deployment = findDeployment(context);
      const id = context.intParam('status_id');
      const status = deployment.statuses.find((candidate) => candidate.id === id);
      if (status === undefined) throw notFound();
      return { status: 200, body: renderDeploymentStatus(context.urls, context.repository, { deployment, status }) };
    },
  ),
];

async function create(context: RepositoryContext): Promise<Reply> {
  const { repository, body, urls, credential } = context;
  const deployment = findDeployment(context);
  const state = optionalChoice(body, 'state', STATES);
  if (state === null) throw new HttpProblem(422, 'Invalid request.\n\n"state" wasn\'t supplied.');
  const description = optionalString(body, 'description') ?? '';
  if (description.length > 140) {
    throw unprocessable('DeploymentStatus', 'description is too long (maximum is 140 characters)', 'description');
  }
  const environment = optionalString(body, 'environment') ?? deployment.environment;
  if (state === 'success' && (optionalBoolean(body, 'auto_inactive') ?? true)) {
    retirePrior(context, { ...deployment, environment });
  }
  const status = addStatus(context, deployment, {
    state,
    description,
    environment,
    environmentUrl: optionalString(body, 'environment_url') ?? '',
    logUrl: optionalString(body, 'log_url') ?? optionalString(body, 'target_url') ?? '',
  });
  const rendered = renderDeploymentStatus(urls, repository, { deployment, status });
  // Setting a deployment inactive starts no workflow.
  if (state !== 'inactive') {
    const payload = { deployment_status: rendered, deployment: renderDeployment(urls, repository, deployment) };
    const ref = await fullRefOf(context, deployment.ref);
    emitEvent(context, repository, {
      name: 'deployment_status',
      action: 'created',
      sha: deployment.sha,
      ref,
      credential,
      payload,
    });
  }
  return { status: 201, body: rendered };
}

/** Only what succeeded before in the same environment, and only where it is neither transient nor production. */
function retirePrior(context: RepositoryContext, current: DeploymentRecord): void {
  const prior = context.repository.deployments.filter(
    (other) =>
      other.id !== current.id &&
      other.environment === current.environment &&
      !other.transient &&
      !other.production &&
      other.statuses.at(-1)?.state === 'success',
  );
  for (const deployment of prior) {
    const { environment } = deployment;
    addStatus(context, deployment, { state: 'inactive', description: '', environment, environmentUrl: '', logUrl: '' });
  }
}

function addStatus(
  { state, credential }: RepositoryContext,
  deployment: DeploymentRecord,
  status: Omit<DeploymentStatusRecord, 'id' | 'creator' | 'createdAt'>,
): DeploymentStatusRecord {
  const now = state.now();
  const record: DeploymentStatusRecord = {
    ...status,
    id: state.nextId(),
    creator: actorOf(credential),
    createdAt: now,
  };
  deployment.statuses.push(record);
  deployment.updatedAt = now;
  return record;
}
