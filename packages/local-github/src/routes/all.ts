import type { Route } from '../route.ts';
import { artifactBlobRoutes } from './artifact-blobs.ts';
import { artifactServiceRoutes } from './artifact-service.ts';
import { artifactRoutes } from './artifacts.ts';

/** Every route that the server starts with; one array per file of this folder. */
export const allRoutes: readonly Route[] = [...artifactBlobRoutes, ...artifactRoutes, ...artifactServiceRoutes];
