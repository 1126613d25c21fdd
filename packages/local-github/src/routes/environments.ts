import type { RepositoryContext } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import { notFound } from '../http/http-problem.ts';
import { paginate } from '../http/pagination.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { EnvironmentRecord } from '../model.ts';
import { nodeId } from '../render/account.ts';
import { seconds } from '../render/commit.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';

const ENVIRONMENTS = '/repos/{owner}/{repo}/environments';

/** Environments and the refs that may use them; their secrets cannot be read. */
export const environmentRoutes: readonly Route[] = [
  repositoryRoute(
    `GET ${ENVIRONMENTS}`,
    { operationId: 'repos/get-all-environments', permission: 'actions:read' },
    (context) => {
      const all = [...context.repository.environments.values()];
      const page = paginate(context, all);
      const environments = page.items.map((environment) => renderEnvironment(context, environment));
      return { status: 200, body: { total_count: all.length, environments }, headers: page.headers };
    },
  ),
  repositoryRoute(
    `GET ${ENVIRONMENTS}/{environment_name}`,
    { operationId: 'repos/get-environment', permission: 'actions:read' },
    (context) => ({ status: 200, body: renderEnvironment(context, find(context)) }),
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
];

function renderEnvironment({ urls, repository }: RepositoryContext, environment: EnvironmentRecord): JsonObject {
  const restricted = environment.refPatterns !== null;
  const id = idOf(repository.id, environment.name);
  return {
    id,
    node_id: nodeId('Environment', id),
    name: environment.name,
    url: `${repositoryApi(urls, repository)}/environments/${encodeURIComponent(environment.name)}`,
    html_url: `${repositoryPage(urls, repository)}/deployments/activity_log?environments_filter=${encodeURIComponent(environment.name)}`,
    created_at: seconds(repository.createdAt),
    updated_at: seconds(repository.createdAt),
    protection_rules: restricted ? [{ id, node_id: nodeId('GateRule', id), type: 'branch_policy' }] : [],
    deployment_branch_policy: restricted ? { protected_branches: false, custom_branch_policies: true } : null,
  };
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

/** Environments have no record of an id; one is made of the repository's and the name. */
function idOf(repositoryId: number, name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, repositoryId);
}

function find({ repository, param }: RepositoryContext): EnvironmentRecord {
  const environment = repository.environments.get(param('environment_name'));
  if (environment === undefined) throw notFound();
  return environment;
}
