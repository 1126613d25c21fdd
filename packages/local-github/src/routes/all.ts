import type { Route } from '../route.ts';

/** Every route that the server starts with; one array per file of this folder. */
export const allRoutes: readonly Route[] = [];
