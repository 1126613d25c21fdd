import type { Reply, RepositoryContext } from '../context.ts';
import {
  type JsonObject,
  optionalBoolean,
  optionalChoice,
  optionalInteger,
  optionalObject,
  optionalObjects,
  stringField,
} from '../http/body.ts';
import { notFound, unprocessable } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { EnvironmentProtection, EnvironmentRecord, EnvironmentReviewer } from '../model.ts';
import { nodeId } from '../render/account.ts';
import { renderEnvironment } from '../render/environment.ts';

const ENVIRONMENTS = '/repos/{owner}/{repo}/environments';
const MAX_REVIEWERS = 6;

/** Environments: the refs that may use them, reviewers and timers; their secrets cannot be read. */
export const environmentRoutes: readonly Route[] = [
  repositoryRoute(
    `GET ${ENVIRONMENTS}`,
    { operationId: 'repos/get-all-environments', permission: 'actions:read' },
    (context) => {
      const all = [...context.repository.environments.values()];
      const page = paginate(context, all);
      const environments = page.items.map((environment) => renderEnvironment(context, context.repository, environment));
      return { status: 200, body: { total_count: all.length, environments }, headers: page.headers };
    },
  ),
  repositoryRoute(
    `GET ${ENVIRONMENTS}/{environment_name}`,
    { operationId: 'repos/get-environment', permission: 'actions:read' },
    (context) => ({ status: 200, body: renderEnvironment(context, context.repository, find(context)) }),
  ),
  repositoryRoute(
    `PUT ${ENVIRONMENTS}/{environment_name}`,
    { operationId: 'repos/create-or-update-environment', permission: 'administration:write' },
    createOrUpdate,
  ),
  repositoryRoute(
    `GET ${ENVIRONMENTS}/{environment_name}/deployment-branch-policies`,
    { operationId: 'repos/list-deployment-branch-policies', permission: 'actions:read' },
    (context) => {
      const patterns = find(context).refPatterns ?? [];
      const page = paginate(context, patterns.map(renderPolicy));
      return {
        status: 200,
        body: { total_count: patterns.length, branch_policies: page.items },
        headers: page.headers,
      };
    },
  ),
  repositoryRoute(
    `POST ${ENVIRONMENTS}/{environment_name}/deployment-branch-policies`,
    { operationId: 'repos/create-deployment-branch-policy', permission: 'administration:write' },
    (context) => {
      const environment = find(context);
      // GitHub hides the list from environments that every branch may use.
      if (environment.refPatterns === null) throw notFound();
      const isTag = optionalChoice(context.body, 'type', ['branch', 'tag']) === 'tag';
      const pattern = `${isTag ? 'tag:' : ''}${stringField(context.body, 'name')}`;
      if (!environment.refPatterns.includes(pattern)) environment.refPatterns = [...environment.refPatterns, pattern];
      return { status: 200, body: renderPolicy(pattern, environment.refPatterns.indexOf(pattern)) };
    },
  ),
];

/** What the request leaves out is reset, as on github.com. */
function createOrUpdate(context: RepositoryContext): Reply {
  const { repository, body, param } = context;
  const name = param('environment_name');
  const environment = repository.environments.get(name) ?? {
    name,
    refPatterns: null,
    secrets: new Map<string, string>(),
    variables: new Map<string, string>(),
  };
  environment.protection = protectionFrom(body);
  const policy = optionalObject(body, 'deployment_branch_policy');
  if (policy !== null && optionalBoolean(policy, 'protected_branches') === true)
    throw unprocessable('Environment', 'The local GitHub does not know protected_branches', 'deployment_branch_policy');
  environment.refPatterns = policy === null ? null : (environment.refPatterns ?? []);
  repository.environments.set(name, environment);
  return { status: 200, body: renderEnvironment(context, repository, environment) };
}

function protectionFrom(body: JsonObject): EnvironmentProtection {
  const reviewers = (optionalObjects(body, 'reviewers') ?? []).map(reviewerFrom);
  if (reviewers.length > MAX_REVIEWERS)
    throw unprocessable('Environment', `At most ${MAX_REVIEWERS} reviewers`, 'reviewers');
  return {
    reviewers,
    preventSelfReview: optionalBoolean(body, 'prevent_self_review') ?? false,
    waitMinutes: optionalInteger(body, 'wait_timer') ?? 0,
  };
}

function reviewerFrom(reviewer: JsonObject): EnvironmentReviewer {
  const type = optionalChoice(reviewer, 'type', ['User', 'Team']);
  const id = optionalInteger(reviewer, 'id');
  if (type === null || id === null) throw unprocessable('Environment', 'A reviewer needs type and id', 'reviewers');
  return { type, id };
}

/** `tag:` marks patterns of tags; the rest are branches. */
function renderPolicy(pattern: string, index: number): JsonObject {
  const isTag = pattern.startsWith('tag:');
  return {
    id: index + 1,
    node_id: nodeId('DeploymentBranchPolicy', index + 1),
    name: isTag ? pattern.slice('tag:'.length) : pattern,
    type: isTag ? 'tag' : 'branch',
  };
}

function find({ repository, param }: RepositoryContext): EnvironmentRecord {
  const environment = repository.environments.get(param('environment_name'));
  if (environment === undefined) throw notFound();
  return environment;
}
