import { setTimeout as delay } from 'node:timers/promises';
import { type Clock, ConfigError } from '@gatehouse/core';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { z } from 'zod';
import { brokenAnswers } from './graphql/broken-answers.ts';
import type { GraphqlDocument } from './graphql/document.ts';
import { type RateLimitWaits, rateLimitSeconds, refusalOf, withRateLimit } from './rate-limit.ts';
import { type Purpose, toActionError, unexpectedAnswer } from './service-errors.ts';

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

/** How to reach one repository. `fetch`, `clock` and `sleep` are there so that tests need no network and no waiting. */
export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`: `https://api.github.com`, a GitHub Enterprise Server's `/api/v3`, or a local GitHub. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly userAgent?: string;
  readonly log?: Log;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** One second between writes, which github.com's secondary limits ask for. Default: unless the API is on loopback. */
  readonly spaceWrites?: boolean;
}

/** One request. `path` begins with `/`; whoever writes it encodes its parts. */
export interface Call<T> extends Purpose {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Query of a GET, body of anything else. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<T>;
}

/** A paged list. `key` names the array in answers that wrap it. */
export interface ListCall<T> extends Purpose {
  readonly path: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly item: z.ZodType<T>;
  /** For operations that document no paging and answer everything at once; pages are read where a Link header comes. */
  readonly unpaged?: boolean;
}

/** Answer of a request for bytes: either the bytes, or where they are. */
export type BytesAnswer =
  | { readonly kind: 'redirect'; readonly location: URL }
  | { readonly kind: 'bytes'; readonly body: ReadableStream<Uint8Array> };

/** The API of one repository; every method but `graphql` throws an `ActionError` and nothing else. */
export interface GitHubClient {
  readonly options: ClientOptions;
  readonly waits: RateLimitWaits;
  /** `/repos/<owner>/<repo>`. */
  readonly repository: string;
  call<T>(call: Call<T>): Promise<T>;
  /** `null` for the statuses in `absent` (default 404 only): the caller must know that they cannot mean "no permission". */
  find<T>(call: Call<T>, absent?: readonly number[]): Promise<T | null>;
  list<T>(call: ListCall<T>): Promise<readonly T[]>;
  findList<T>(call: ListCall<T>, absent: readonly number[]): Promise<readonly T[] | null>;
  bytes(call: Purpose & { readonly path: string; readonly accept: string }): Promise<BytesAnswer>;
  /** The whole answer, or what Octokit threw: one request serves several purposes, and each explains it in its own words. */
  graphql(kind: 'query' | 'mutation', document: GraphqlDocument): Promise<unknown>;
}

const API_VERSION = { 'x-github-api-version': '2022-11-28' };
const PAGE = 100;
/** Retrying these can only repeat the refusal; 403 and 429 are the rate limit's business. */
const NEVER_RETRIED = [400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 429, 451];
const Client = Octokit.plugin(brokenAnswers, throttling, retry);
const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Builds the client; a missing token, owner, repository or API address is a `ConfigError` that names all of them. */
export function createClient(options: ClientOptions): GitHubClient {
  checkOptions(options);
  const waits = waitsOf(options);
  const octokit = connect(options, waits, { spaced: spacesWrites(options) });
  // Octokit's throttling takes every POST for a write; a query writes nothing and need not wait a second.
  const reader = connect(options, waits, { spaced: false });
  const graphqlUrl = graphqlAddress(options.apiUrl);
  const send = async (request: string, params: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const answer = await octokit.request(request, params);
    return { status: answer.status, data: answer.data, headers: answer.headers };
  };

  async function call<T>(request: Call<T>): Promise<T> {
    const { method = 'GET', path, params = {}, answer } = request;
    try {
      const { data } = await send(`${method} ${path}`, { headers: API_VERSION, ...params });
      return parsed(answer, data, request);
    } catch (error) {
      throw toActionError(error, request, waits.now());
    }
  }

  async function list<T>(request: ListCall<T>): Promise<readonly T[]> {
    try {
      return await readPages(send, request);
    } catch (error) {
      throw toActionError(error, request, waits.now());
    }
  }

  return {
    options,
    waits,
    repository: `/repos/${encodeURIComponent(options.owner)}/${encodeURIComponent(options.repo)}`,
    call,
    list,
    find: async (request, absent = [404]) => call(request).catch((error) => nullIfAbsent(error, absent, waits.now())),
    findList: async (request, absent) => list(request).catch((error) => nullIfAbsent(error, absent, waits.now())),
    async bytes(request) {
      try {
        const answer = await send(`GET ${request.path}`, {
          headers: { ...API_VERSION, accept: request.accept },
          request: { redirect: 'manual', parseSuccessResponseBody: false },
        });
        return toBytesAnswer(answer, request, options.apiUrl);
      } catch (error) {
        throw toActionError(error, request, waits.now());
      }
    },
    async graphql(kind, { query, variables }) {
      const sender = kind === 'query' ? reader : octokit;
      const { data }: { readonly data: unknown } = await sender.request(`POST ${graphqlUrl}`, { query, variables });
      return data;
    },
  };
}

/** GitHub Enterprise Server answers REST under `/api/v3` and GraphQL under `/api/graphql`. */
function graphqlAddress(apiUrl: string): string {
  return `${apiUrl.replace(/\/+$/, '').replace(/\/v3$/, '')}/graphql`;
}

/** A rate limit is never "absent", though it comes as a 403 too. */
function nullIfAbsent(error: unknown, absent: readonly number[], now: Date): null {
  const refusal = error instanceof Error ? refusalOf(error.cause) : null;
  if (refusal !== null && absent.includes(refusal.status) && rateLimitSeconds(refusal, 0, now) === null) return null;
  throw error;
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

type Send = (request: string, params: Readonly<Record<string, unknown>>) => Promise<Answer>;

async function readPages<T>(send: Send, request: ListCall<T>): Promise<readonly T[]> {
  const { path, params, key, item, unpaged = false } = request;
  const array = z.array(item);
  const found: T[] = [];
  for (let page = 1; ; page += 1) {
    const paging = unpaged ? {} : { per_page: PAGE, page };
    const { data, headers } = await send(`GET ${path}`, { headers: API_VERSION, ...params, ...paging });
    const items =
      key === undefined ? parsed(array, data, request) : parsed(z.object({ [key]: array }), data, request)[key];
    if (items === undefined) throw unexpectedAnswer(request, `no "${key}"`);
    found.push(...items);
    // A page may hold fewer than asked for although more follow, and a server may leave out the Link header.
    const linked = /;\s*rel="next"/.test(String(headers['link'] ?? ''));
    if (unpaged) return linked ? readPages(send, { ...request, unpaged: false }) : items;
    if (!linked && items.length < PAGE) return found;
  }
}

function toBytesAnswer(answer: Answer, purpose: Purpose, apiUrl: string): BytesAnswer {
  const location = answer.headers['location'];
  if (answer.status >= 300 && typeof location === 'string') {
    const target = URL.parse(location, apiUrl);
    const plainAllowed = new URL(apiUrl).protocol === 'http:';
    if (target === null || !(target.protocol === 'https:' || (plainAllowed && target.protocol === 'http:'))) {
      throw unexpectedAnswer(purpose, 'a redirect to an address that is not https');
    }
    return { kind: 'redirect', location: target };
  }
  if (answer.status === 200 && answer.data instanceof ReadableStream) return { kind: 'bytes', body: answer.data };
  throw unexpectedAnswer(purpose, `status ${answer.status} without content`);
}

function parsed<T>(schema: z.ZodType<T>, data: unknown, purpose: Purpose): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unexpectedAnswer(purpose, `${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`, result.error);
}

function spacesWrites(options: ClientOptions): boolean {
  return options.spaceWrites ?? !LOOPBACK.test(new URL(options.apiUrl).hostname);
}

function connect(options: ClientOptions, waits: RateLimitWaits, { spaced }: { readonly spaced: boolean }): Octokit {
  const { log } = options;
  // The handlers answer nothing, which means "do not retry": withRateLimit below decides, so that one rule covers
  // retry-after without the word "secondary", exponential waits, and uploads, which do not pass through Octokit.
  const decline = (): void => undefined;
  const octokit = new Client({
    auth: options.token,
    baseUrl: options.apiUrl.replace(/\/+$/, ''),
    userAgent: options.userAgent ?? 'gatehouse',
    request: options.fetch === undefined ? {} : { fetch: options.fetch },
    throttle: spaced ? { onRateLimit: decline, onSecondaryRateLimit: decline } : { enabled: false },
    retry: { doNotRetry: NEVER_RETRIED, retries: 3, retryAfterBaseValue: options.sleep === undefined ? 1000 : 0 },
    log: {
      debug: (message: string) => log?.debug(message),
      info: (message: string) => log?.info(message),
      warn: (message: string) => log?.warn(message),
      error: (message: string) => log?.warn(message),
    },
  });
  octokit.hook.wrap('request', (request, parameters) => withRateLimit(waits, async () => request(parameters)));
  return octokit;
}

function waitsOf(options: ClientOptions): RateLimitWaits {
  return {
    now: () => options.clock?.now() ?? new Date(),
    sleep: async (milliseconds) => {
      await (options.sleep ?? delay)(milliseconds);
    },
    onWait: ({ seconds, status }) => options.log?.info(`GitHub's rate limit (${status}): waiting ${seconds} s`),
  };
}

function checkOptions(options: ClientOptions): void {
  const faults = [
    { where: 'Token for GitHub', value: options.token, remedy: 'Pass "github-token: ${{ github.token }}"' },
    { where: 'Repository owner', value: options.owner, remedy: 'Run in GitHub Actions, or set GITHUB_REPOSITORY' },
    { where: 'Repository name', value: options.repo, remedy: 'Run in GitHub Actions, or set GITHUB_REPOSITORY' },
    {
      where: 'Address of the API',
      value: /^https?:$/.test(URL.parse(options.apiUrl)?.protocol ?? '') ? options.apiUrl : '',
      remedy: 'Set GITHUB_API_URL to an address such as https://api.github.com',
    },
  ].filter(({ value }) => value.trim() === '');
  if (faults.length === 0) return;
  throw new ConfigError(
    faults.map(({ where, remedy }) => ({ where, found: 'It is missing or not usable', allowed: 'A value', remedy })),
  );
}
