import type { Route } from '../http/route.ts';
import { activityRoutes } from './activity.ts';
import { appRoutes } from './apps.ts';
import { artifactBlobRoutes } from './artifact-blobs.ts';
import { artifactServiceRoutes } from './artifact-service.ts';
import { artifactRoutes } from './artifacts.ts';
import { branchProtectionRoutes } from './branch-protection.ts';
import { branchRoutes } from './branches.ts';
import { checkSuiteRoutes } from './check-suites.ts';
import { checkRoutes } from './checks.ts';
import { collaboratorRoutes } from './collaborators.ts';
import { commitStatusRoutes } from './commit-statuses.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { deploymentStatusRoutes } from './deployment-statuses.ts';
import { deploymentRoutes } from './deployments.ts';
import { dispatchRoutes } from './dispatches.ts';
import { environmentRoutes } from './environments.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { gitRefRoutes } from './git-refs.ts';
import { gitTreeRoutes } from './git-trees.ts';
import { graphqlRoutes } from './graphql.ts';
import { installationTokenRoutes } from './installation-tokens.ts';
import { issueCommentRoutes } from './issue-comments.ts';
import { issueRoutes } from './issues.ts';
import { mergeRoutes } from './merge.ts';
import { orgRoutes } from './orgs.ts';
import { pendingDeploymentRoutes } from './pending-deployments.ts';
import { pullRoutes } from './pulls.ts';
import { rateLimitRoutes } from './rate-limit.ts';
import { releaseAssetRoutes } from './release-assets.ts';
import { releaseRoutes } from './releases.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';
import { rulesetRoutes } from './rulesets.ts';
import { teamRoutes } from './teams.ts';
import { userRoutes } from './users.ts';
import { workflowRunRoutes } from './workflow-runs.ts';

/** Every route that the server starts with; one array per file of this folder. */
export const allRoutes: readonly Route[] = [
  ...activityRoutes,
  ...branchRoutes,
  ...branchProtectionRoutes,
  ...collaboratorRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...gitTreeRoutes,
  ...graphqlRoutes,
  ...issueCommentRoutes,
  ...issueRoutes,
  ...mergeRoutes,
  ...orgRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...rulesetRoutes,
  ...teamRoutes,
  ...userRoutes,
  ...artifactBlobRoutes,
  ...artifactRoutes,
  ...artifactServiceRoutes,
  ...appRoutes,
  ...checkSuiteRoutes,
  ...checkRoutes,
  ...commitStatusRoutes,
  ...deploymentStatusRoutes,
  ...deploymentRoutes,
  ...dispatchRoutes,
  ...environmentRoutes,
  ...installationTokenRoutes,
  ...pendingDeploymentRoutes,
  ...rateLimitRoutes,
  ...releaseAssetRoutes,
  ...releaseRoutes,
  ...workflowRunRoutes,
];

/** What each route answers, for those who compare the routes with GitHub's description. */
export function knownRoutes(): readonly {
  readonly operationId: string | null;
  readonly method: string;
  readonly template: string;
}[] {
  return allRoutes.map(({ method, template, options }) => ({ operationId: options.operationId, method, template }));
}
