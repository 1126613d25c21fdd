import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireAccess } from './access/access.ts';
import { authenticate } from './access/authenticate.ts';
import { tokenFingerprint } from './access/tokens.ts';
import type { Context, Reply, Services } from './context.ts';
import type { JsonObject } from './http/body.ts';
import type { ExchangeCheck, Violation } from './http/exchange.ts';
import { createExchangeGuard } from './http/exchange-guard.ts';
import { HttpProblem, notFound } from './http/http-problem.ts';
import { createRateCounter, type RateWindow, rateHeaders } from './http/rate-limit.ts';
import { readJsonObject } from './http/read-body.ts';
import type { Route } from './http/route.ts';
import { problemReply, sendReply } from './http/send.ts';
import type { Credential } from './model.ts';
import { findRepository } from './state.ts';

export type Intercept = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}) => Reply | null;

export interface RouterOptions {
  /** Checks every described exchange: an invalid request is answered with 422, a wrong answer becomes a 500. */
  readonly check: ExchangeCheck;
  /** Told of both, and of faults of this server. */
  readonly onViolation: (violation: Violation) => void;
  /** Asked before routing; a reply stands in for GitHub's, so that tests can have outages and limits. */
  readonly intercepts: ReadonlySet<Intercept>;
}

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly literals: number;
}

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export interface Router {
  add(routes: readonly Route[]): void;
  handle(request: IncomingMessage, response: ServerResponse, host: 'api' | 'server'): Promise<void>;
}

export function createRouter(services: Services, options: RouterOptions): Router {
  const routes: Compiled[] = [];
  const rates = createRateCounter(services.state.now);
  const guard = createExchangeGuard(options.check, options.onViolation);
  let requests = 0;

  async function handle(request: IncomingMessage, response: ServerResponse, host: 'api' | 'server'): Promise<void> {
    requests += 1;
    const url = new URL(request.url ?? '/', services.urls.api);
    const method = request.method ?? 'GET';
    const about = { method, path: url.pathname };
    const call: Call = { body: null, credential: { kind: 'anonymous' } };
    const match = findRoute(routes, { ...about, host });
    const operationId = match?.route.options.operationId ?? null;
    if (match === null && host === 'api') guard.reportUnrouted(about);
    const rate = (): RateWindow => rates.peek(callerOf(request), call.credential.kind);
    const refuse = (): void => {
      if (operationId === null) return;
      guard.requireValid({ operationId, method, url: request.url ?? '/', body: call.body ?? undefined });
    };
    const reply = await answer();
    const headers = {
      'x-github-request-id': `LOCAL:${requests.toString(16).toUpperCase().padStart(8, '0')}`,
      'x-github-media-type': 'github.v3; format=json',
      ...rateHeaders(url.pathname === '/rate_limit' ? rate() : rates.count(callerOf(request), call.credential.kind)),
    };
    await sendReply(response, checked(reply, headers), headers);

    async function answer(): Promise<Reply> {
      try {
        for (const intercept of options.intercepts) {
          const forced = intercept({ ...about, headers: request.headers });
          if (forced !== null) return forced;
        }
        return await dispatch(services, { match, request, response, url, call, refuse, rate });
      } catch (error) {
        return error instanceof HttpProblem ? problemReply(error) : guard.failure(about, error);
      }
    }

    function checked(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
      if (match === null || operationId === null || reply.status >= 500) return reply;
      return guard.checked(reply, {
        operationId,
        method,
        url: request.url ?? '/',
        params: match.params,
        query: url.searchParams,
        requestHeaders: request.headers,
        requestBody: call.body ?? undefined,
        responseHeaders: { ...headers, ...reply.headers },
      });
    }
  }

  return { add: (added) => routes.push(...added.map(compile)), handle };
}

interface Call {
  body: JsonObject | null;
  credential: Credential;
}

interface Dispatch {
  readonly match: Match | null;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly call: Call;
  /** Throws where GitHub's description does not allow the request. */
  readonly refuse: () => void;
  readonly rate: () => RateWindow;
}

async function dispatch(
  services: Services,
  { match, request, response, url, call, refuse, rate }: Dispatch,
): Promise<Reply> {
  if (match === null) throw notFound();
  const { options, target } = match.route;
  if (options.auth !== 'none') call.credential = authenticate(services.state, request.headers.authorization);
  if (options.rawBody !== true) call.body = await readJsonObject(request);
  const context: Context = {
    ...services,
    credential: call.credential,
    request,
    response,
    query: url.searchParams,
    body: call.body ?? {},
    rate,
    param: (name) => paramOf(match, name),
    intParam: (name) => {
      const text = paramOf(match, name);
      if (!/^[1-9][0-9]{0,15}$/.test(text)) throw notFound();
      return Number(text);
    },
  };
  if (target.kind === 'plain') {
    refuse();
    return target.handle(context);
  }
  const repository = findRepository(services.state, `${context.param('owner')}/${context.param('repo')}`);
  if (repository === null) throw notFound();
  if (options.auth !== 'none') requireAccess(services.state, { credential: call.credential, repository, options });
  refuse();
  return target.handle({ ...context, repository });
}

function paramOf(match: Match, name: string): string {
  const value = match.params[name];
  if (value === undefined) throw new Error(`${match.route.template} has no {${name}}.`);
  return value;
}

/** Rate limits are counted by token, or by address without one. */
function callerOf(request: IncomingMessage): string {
  const authorization = request.headers.authorization;
  return authorization === undefined ? 'anonymous' : tokenFingerprint(authorization);
}

function compile(route: Route): Compiled {
  const source = route.template
    .split('/')
    .map((segment) =>
      segment
        .split(/(\{[^}]+\})/)
        .map((part) => {
          const name = /^\{(\w+)(\.\.\.)?\}$/.exec(part);
          if (name === null) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
          return name[2] === undefined ? `(?<${name[1]}>[^/]+)` : `(?<${name[1]}>.*)`;
        })
        .join(''),
    )
    .join('/');
  const literals = route.template.replace(/\{[^}]+\}/g, '').length;
  return { route, pattern: new RegExp(`^${source}/?$`), literals };
}

/** Of the routes that match, the one that spells out most of the path. */
function findRoute(
  routes: readonly Compiled[],
  wanted: { readonly method: string; readonly path: string; readonly host: 'api' | 'server' },
): Match | null {
  let best: { readonly compiled: Compiled; readonly groups: Record<string, string> } | null = null;
  for (const compiled of routes) {
    if (compiled.route.method !== wanted.method || (compiled.route.options.host ?? 'api') !== wanted.host) continue;
    const found = compiled.pattern.exec(wanted.path);
    if (found === null || (best !== null && best.compiled.literals >= compiled.literals)) continue;
    best = { compiled, groups: { ...found.groups } };
  }
  if (best === null) return null;
  const entries = Object.entries(best.groups).map(([name, value]) => [name, decode(value)] as const);
  return { route: best.compiled.route, params: Object.fromEntries(entries) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
