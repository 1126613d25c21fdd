import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireAccess } from './access/access.ts';
import { authenticate } from './access/authenticate.ts';
import type { Context, Reply, Services } from './context.ts';
import type { JsonObject } from './http/body.ts';
import type { CallLog } from './http/call-log.ts';
import { createCallerCount } from './http/caller-count.ts';
import type { ExchangeCheck, Violation } from './http/exchange.ts';
import { createExchangeGuard, type ExchangeGuard } from './http/exchange-guard.ts';
import type { FaultBoard } from './http/faults.ts';
import { HttpProblem, notFound } from './http/http-problem.ts';
import { readJsonObject } from './http/read-body.ts';
import { createRequestLimits, type RateLimits } from './http/request-limits.ts';
import type { RouteMatch, RouteTable } from './http/route-table.ts';
import { problemReply } from './http/send.ts';
import { sendWithFault } from './http/send-with-fault.ts';
import { findRepository } from './state.ts';

export type Intercept = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}) => Reply | null;

export interface RouterOptions {
  readonly table: RouteTable;
  /** Checks every described exchange: an invalid request is answered with 422, a wrong answer becomes a 500. */
  readonly check: ExchangeCheck;
  /** Told of both, and of faults of this server. */
  readonly onViolation: (violation: Violation) => void;
  /** Asked before routing; a reply stands in for GitHub's, so that tests can have outages and limits. */
  readonly intercepts: ReadonlySet<Intercept>;
  readonly faults: FaultBoard;
  readonly calls: CallLog;
  /** `null`: requests are counted, and none is refused. */
  readonly rateLimits: RateLimits | null;
}

export interface Router {
  handle(request: IncomingMessage, response: ServerResponse, host: 'api' | 'server'): Promise<void>;
}

/** One request on its way to its answer. */
interface Call {
  readonly id: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly method: string;
  readonly match: RouteMatch | null;
  readonly operationId: string | null;
  readonly caller: ReturnType<typeof createCallerCount>;
  body: JsonObject | null;
}

export function createRouter(services: Services, options: RouterOptions): Router {
  const limits = createRequestLimits(services.state.now, options.rateLimits);
  const guard = createExchangeGuard(options.check, options.onViolation);
  let requests = 0;

  async function handle(request: IncomingMessage, response: ServerResponse, host: 'api' | 'server'): Promise<void> {
    requests += 1;
    const url = new URL(request.url ?? '/', services.urls.api);
    const method = request.method ?? 'GET';
    const path = url.pathname;
    const match = options.table.find({ method, path, host });
    const operationId = match?.route.options.operationId ?? null;
    const caller = createCallerCount(limits, {
      method,
      path,
      operationId,
      authorization: request.headers.authorization,
    });
    const call: Call = { id: requests, request, response, url, method, match, operationId, caller, body: null };
    if (host === 'server') return sendWithFault(response, { suffering: null, ...work(call) });
    if (match === null) guard.reportUnrouted({ method, path });
    const ended = options.calls.begin({ method, path, operationId, token: caller.token });
    response.once('close', ended);
    await sendWithFault(response, { suffering: options.faults.take({ operationId, path }), ...work(call) });
  }

  function work(call: Call) {
    const headers = (): Readonly<Record<string, string>> => ({
      'x-github-request-id': `LOCAL:${call.id.toString(16).toUpperCase().padStart(8, '0')}`,
      'x-github-media-type': 'github.v3; format=json',
      ...call.caller.headers(),
    });
    const answer = async (): Promise<Reply> => {
      const reply = await answerTo(call);
      return checked(guard, call, { reply, headers: headers() });
    };
    return { headers, answer };
  }

  async function answerTo(call: Call): Promise<Reply> {
    const about = { method: call.method, path: call.url.pathname };
    try {
      for (const intercept of options.intercepts) {
        const forced = intercept({ ...about, headers: call.request.headers });
        if (forced !== null) return forced;
      }
      return await dispatch(services, guard, call);
    } catch (error) {
      return error instanceof HttpProblem ? problemReply(error) : guard.failure(about, error);
    }
  }

  return { handle };
}

function checked(
  guard: ExchangeGuard,
  call: Call,
  { reply, headers }: { readonly reply: Reply; readonly headers: Readonly<Record<string, string>> },
): Reply {
  const { match, operationId, method, request, url } = call;
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

async function dispatch(services: Services, guard: ExchangeGuard, call: Call): Promise<Reply> {
  const { match, request, response, url, caller } = call;
  if (match === null) throw notFound();
  const { options, target } = match.route;
  const credential =
    options.auth === 'none'
      ? ({ kind: 'anonymous' } as const)
      : authenticate(services.state, request.headers.authorization);
  caller.admit(credential.kind);
  if (options.rawBody !== true) call.body = await readJsonObject(request);
  const context: Context = {
    ...services,
    credential,
    request,
    response,
    query: url.searchParams,
    body: call.body ?? {},
    limits: caller.limits,
    param: (name) => paramOf(match, name),
    intParam: (name) => {
      const text = paramOf(match, name);
      if (!/^[1-9][0-9]{0,15}$/.test(text)) throw notFound();
      return Number(text);
    },
  };
  if (target.kind === 'plain') {
    requireValid(guard, call);
    return target.handle(context);
  }
  const repository = findRepository(services.state, `${context.param('owner')}/${context.param('repo')}`);
  if (repository === null) throw notFound();
  if (options.auth !== 'none') requireAccess(services.state, { credential, repository, options });
  requireValid(guard, call);
  return target.handle({ ...context, repository });
}

/** Throws where GitHub's description does not allow the request. */
function requireValid(guard: ExchangeGuard, { operationId, method, request, body }: Call): void {
  if (operationId !== null) {
    guard.requireValid({ operationId, method, url: request.url ?? '/', body: body ?? undefined });
  }
}

function paramOf(match: RouteMatch, name: string): string {
  const value = match.params[name];
  if (value === undefined) throw new Error(`${match.route.template} has no {${name}}.`);
  return value;
}
