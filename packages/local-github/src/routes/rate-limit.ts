import { type Route, route } from '../http/route.ts';

/** How much of the hour is used; asking costs nothing. */
export const rateLimitRoutes: readonly Route[] = [
  route('GET /rate_limit', { operationId: 'rate-limit/get', permission: null }, ({ rate }) => {
    const window = rate();
    // Search has its own count, which nothing here adds to.
    const search = { limit: 30, remaining: 30, reset: window.reset, used: 0 };
    return { status: 200, body: { resources: { core: window, search }, rate: window } };
  }),
];
