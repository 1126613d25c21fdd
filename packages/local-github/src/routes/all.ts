import type { Route } from '../route.ts';
import { artifactBlobRoutes } from './artifact-blobs.ts';
import { artifactServiceRoutes } from './artifact-service.ts';
import { artifactRoutes } from './artifacts.ts';
import { branchProtectionRoutes } from './branch-protection.ts';
import { branchRoutes } from './branches.ts';
import { collaboratorRoutes } from './collaborators.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { gitRefRoutes } from './git-refs.ts';
import { gitTreeRoutes } from './git-trees.ts';
import { mergeRoutes } from './merge.ts';
import { orgRoutes } from './orgs.ts';
import { pullRoutes } from './pulls.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';
import { userRoutes } from './users.ts';

/** Every route that the server starts with; one array per file of this folder. */
export const allRoutes: readonly Route[] = [
  ...branchRoutes,
  ...branchProtectionRoutes,
  ...collaboratorRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...gitTreeRoutes,
  ...mergeRoutes,
  ...orgRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...userRoutes,
  ...artifactBlobRoutes,
  ...artifactRoutes,
  ...artifactServiceRoutes,
];
