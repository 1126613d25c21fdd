import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type Admin, createAdmin } from './admin.ts';
import type { Services, Urls } from './context.ts';
import { createEventBus, type EventBus } from './events.ts';
import { closeReaders } from './git/git.ts';
import { type CallRecord, createCallLog } from './http/call-log.ts';
import type { Violation } from './http/exchange.ts';
import { createFaultBoard, type Faults } from './http/faults.ts';
import type { RateLimits } from './http/request-limits.ts';
import type { Route } from './http/route.ts';
import { createRouteTable } from './http/route-table.ts';
import { createOpenApiValidator } from './openapi/validator.ts';
import { gitRequestOf, handleGitRequest } from './pushes/git-http.ts';
import { createRouter, type Intercept, type Router } from './router.ts';
import { allRoutes } from './routes/all.ts';
import { createState, type State } from './state.ts';

export interface LocalGitHubOptions {
  /** An existing or new folder for git repositories, assets and artifacts. */
  readonly root: string;
  readonly clock?: () => Date;
  /** Turns GitHub's rate limits on; without it requests are counted, and none is refused. */
  readonly rateLimits?: RateLimits;
  /** Told of every violation of GitHub's OpenAPI description, as it happens. */
  readonly onViolation?: (violation: Violation) => void;
}

export interface LocalGitHub extends Services {
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly state: State;
  readonly events: EventBus;
  readonly admin: Admin;
  /** Routes of parts that start later, such as the runner's OIDC endpoint. */
  addRoutes(routes: readonly Route[]): void;
  /** Lets a test answer in GitHub's place; returns the function that ends it. */
  intercept(intercept: Intercept): () => void;
  /** Outages on demand, of any operation. */
  readonly faults: Faults;
  /** How long every call of the API waits before it is looked at. */
  latency(ms: number): void;
  /** Calls of the API since the start or the last reset, in the order in which they came in. */
  calls(): readonly CallRecord[];
  resetCalls(): void;
  /** What did not keep to GitHub's OpenAPI description, oldest first; a request so found was answered with 422. */
  violations(): readonly Violation[];
  /** Ids of the operations of GitHub's REST API that were called. */
  operationsSeen(): ReadonlySet<string>;
  close(): Promise<void>;
}

/** Starts a GitHub on loopback, on a free port. */
export async function startLocalGitHub(options: LocalGitHubOptions): Promise<LocalGitHub> {
  await mkdir(options.root, { recursive: true });
  const intercepts = new Set<Intercept>();
  let router: Router | null = null;
  let services: Services | null = null;
  const server = createServer((request, response) => {
    if (router === null || services === null) return void response.writeHead(503).end();
    const gitRequest = gitRequestOf(request);
    const host = request.headers.host?.startsWith('github.localhost') === true ? 'server' : 'api';
    const handled =
      gitRequest === null
        ? router.handle(request, response, host)
        : handleGitRequest(services, { gitRequest, request, response });
    // The client went away, or the answer had begun: there is nobody left to tell.
    handled.catch(() => response.destroy());
  });
  const urls = urlsOf(await listen(server));
  services = {
    state: createState(options.clock ?? (() => new Date())),
    urls,
    events: createEventBus(),
    root: options.root,
  };
  const check = createOpenApiValidator();
  const violations: Violation[] = [];
  const onViolation = (violation: Violation): void => {
    violations.push(violation);
    options.onViolation?.(violation);
  };
  const table = createRouteTable();
  table.add(allRoutes);
  const faults = createFaultBoard(table.hasOperation);
  const log = createCallLog();
  const rateLimits = options.rateLimits ?? null;
  router = createRouter(services, { table, check, onViolation, intercepts, faults, calls: log, rateLimits });
  return {
    ...services,
    apiUrl: urls.api,
    serverUrl: urls.server,
    admin: createAdmin(services),
    addRoutes: table.add,
    intercept: (intercept) => {
      intercepts.add(intercept);
      return () => intercepts.delete(intercept);
    },
    faults,
    latency: faults.setLatency,
    calls: log.calls,
    resetCalls: log.reset,
    violations: () => violations,
    operationsSeen: check.operationsSeen,
    close: () => {
      closeReaders(options.root);
      return close(server);
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The local GitHub got no port.'));
      else resolve(address.port);
    });
  });
}

function urlsOf(port: number): Urls {
  const api = `http://127.0.0.1:${port}`;
  return { api, server: `http://github.localhost:${port}`, uploads: `${api}/uploads`, results: `${api}/results/` };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}
