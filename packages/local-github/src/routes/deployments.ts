import { actorOf } from '../access/access.ts';
import { blockingContexts } from '../checks/deployment-contexts.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { isAncestor, readRef, resolveCommit } from '../git/git.ts';
import { optionalBoolean, optionalString, optionalStrings, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { DeploymentRecord } from '../records.ts';
import { renderDeployment } from '../render/deployment.ts';
import { emitEvent } from '../webhook.ts';

const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments';

/** Deployments: requests to deploy a ref, recorded and told to whoever deploys. */
export const deploymentRoutes: readonly Route[] = [
  repositoryRoute(
    `POST ${DEPLOYMENTS}`,
    { operationId: 'repos/create-deployment', permission: 'deployments:write' },
    create,
  ),
  repositoryRoute(
    `GET ${DEPLOYMENTS}`,
    { operationId: 'repos/list-deployments', permission: 'deployments:read' },
    list,
  ),
  repositoryRoute(
    `GET ${DEPLOYMENTS}/{deployment_id}`,
    { operationId: 'repos/get-deployment', permission: 'deployments:read' },
    (context) => ({ status: 200, body: renderDeployment(context.urls, context.repository, findDeployment(context)) }),
  ),
  repositoryRoute(
    `DELETE ${DEPLOYMENTS}/{deployment_id}`,
    { operationId: 'repos/delete-deployment', permission: 'deployments:write' },
    remove,
  ),
];

async function create(context: RepositoryContext): Promise<Reply> {
  const { state, urls, repository, body, credential } = context;
  const ref = stringField(body, 'ref');
  const sha = await resolveCommit(repository.gitDir, ref);
  if (sha === null) throw new HttpProblem(422, `No ref found for: ${ref}`);
  if (optionalBoolean(body, 'auto_merge') ?? true) await requireUpToDate(context, ref);
  requireContexts(context, { ref, sha });
  const environment = optionalString(body, 'environment') ?? 'production';
  const now = state.now();
  const deployment: DeploymentRecord = {
    id: state.nextId(),
    sha,
    ref,
    task: optionalString(body, 'task') ?? 'deploy',
    environment,
    originalEnvironment: environment,
    description: optionalString(body, 'description'),
    payload: body['payload'] ?? {},
    transient: optionalBoolean(body, 'transient_environment') ?? false,
    production: optionalBoolean(body, 'production_environment') ?? environment === 'production',
    creator: actorOf(credential),
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  repository.deployments.push(deployment);
  const rendered = renderDeployment(urls, repository, deployment);
  const payload = { deployment: rendered, workflow: null, workflow_run: null };
  emitEvent(context, repository, {
    name: 'deployment',
    action: 'created',
    sha,
    ref: await fullRefOf(context, ref),
    credential,
    payload,
  });
  return { status: 201, body: rendered };
}

/**
 * GitHub would merge the default branch into a branch that lacks some of it and deploy nothing this time. Whoever wants
 * that is wrong here, so it is refused as the conflict that it may be on github.com.
 */
async function requireUpToDate({ repository }: RepositoryContext, ref: string): Promise<void> {
  const branch = await readRef(repository.gitDir, `refs/heads/${ref}`);
  const base = await readRef(repository.gitDir, `refs/heads/${repository.defaultBranch}`);
  if (branch === null || base === null || (await isAncestor(repository.gitDir, base, branch))) return;
  throw new HttpProblem(409, `Conflict merging ${repository.defaultBranch} into ${ref}.`);
}

function requireContexts(
  context: RepositoryContext,
  { ref, sha }: { readonly ref: string; readonly sha: string },
): void {
  const required = optionalStrings(context.body, 'required_contexts');
  const contexts = blockingContexts(context.repository, { sha, required });
  if (contexts.length === 0) return;
  const listed = contexts.map((entry) => `${entry.context} is ${entry.state}`).join(', ');
  throw new HttpProblem(409, `Conflict: Commit status checks failed for ${ref}.`, {
    errors: [{ resource: 'Deployment', field: 'required_contexts', code: 'invalid', message: listed }],
  });
}

/** Full name of a branch or tag; empty for a SHA, as in the workflows that the event starts. */
export async function fullRefOf({ repository }: RepositoryContext, ref: string): Promise<string> {
  for (const full of [`refs/heads/${ref}`, `refs/tags/${ref}`]) {
    if ((await readRef(repository.gitDir, full)) !== null) return full;
  }
  return ref.startsWith('refs/') ? ref : '';
}

function list(context: RepositoryContext): Reply {
  const { repository, query, urls } = context;
  const matches = (name: 'sha' | 'ref' | 'task' | 'environment', deployment: DeploymentRecord): boolean => {
    const wanted = query.get(name);
    return wanted === null || wanted === 'none' || deployment[name] === wanted;
  };
  const found = repository.deployments.filter((deployment) =>
    (['sha', 'ref', 'task', 'environment'] as const).every((name) => matches(name, deployment)),
  );
  const page = paginate(context, found.toReversed());
  const body = page.items.map((deployment) => renderDeployment(urls, repository, deployment));
  return { status: 200, body, headers: page.headers };
}

function remove(context: RepositoryContext): Reply {
  const { repository } = context;
  const deployment = findDeployment(context);
  const active = deployment.statuses.at(-1)?.state !== 'inactive';
  if (active && repository.deployments.length > 1) {
    throw new HttpProblem(
      422,
      'We cannot delete an active deployment unless it is the only deployment in a given environment.',
    );
  }
  repository.deployments.splice(repository.deployments.indexOf(deployment), 1);
  return { status: 204 };
}

export function findDeployment({ repository, intParam }: RepositoryContext): DeploymentRecord {
  const id = intParam('deployment_id');
  const deployment = repository.deployments.find((candidate) => candidate.id === id);
  if (deployment === undefined) throw notFound();
  return deployment;
}
