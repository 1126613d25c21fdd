import { type Route, route } from '../http/route.ts';

/** How much of the hour is used; asking costs nothing. */
export const rateLimitRoutes: readonly Route[] = [
  route('GET /rate_limit', { operationId: 'rate-limit/get', permission: null }, ({ limits }) => {
    const core = limits.window('core');
    // Search has its own count, which nothing here adds to.
    const search = { limit: 30, remaining: 30, reset: core.reset, used: 0 };
    return { status: 200, body: { resources: { core, search, graphql: limits.window('graphql') }, rate: core } };
  }),
];
