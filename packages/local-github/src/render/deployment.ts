import type { Urls } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { DeploymentRecord, DeploymentStatusRecord, RepositoryRecord } from '../records.ts';
import { nodeId, renderUser } from './account.ts';
import { seconds } from './commit.ts';
import { repositoryApi } from './repository.ts';

/** `deployment`. */
export function renderDeployment(urls: Urls, repository: RepositoryRecord, deployment: DeploymentRecord): JsonObject {
  const url = deploymentApi(urls, repository, deployment);
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    creator: renderUser(urls, deployment.creator),
    created_at: seconds(deployment.createdAt),
    updated_at: seconds(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryApi(urls, repository),
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  };
}

/** `deployment-status`. */
export function renderDeploymentStatus(
  urls: Urls,
  repository: RepositoryRecord,
  about: { readonly deployment: DeploymentRecord; readonly status: DeploymentStatusRecord },
): JsonObject {
  const { deployment, status } = about;
  const url = deploymentApi(urls, repository, deployment);
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: renderUser(urls, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    created_at: seconds(status.createdAt),
    updated_at: seconds(status.createdAt),
    deployment_url: url,
    repository_url: repositoryApi(urls, repository),
  };
}

function deploymentApi(urls: Urls, repository: RepositoryRecord, deployment: DeploymentRecord): string {
  return `${repositoryApi(urls, repository)}/deployments/${deployment.id}`;
}
