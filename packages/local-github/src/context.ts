import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { EventBus } from './events.ts';
import type { RateResource, RateWindow } from './http/rate-limit.ts';
import type { Credential } from './model.ts';
import type { RepositoryRecord } from './records.ts';
import type { State } from './state.ts';

export interface Urls {
  /** REST: `http://127.0.0.1:<port>`. */
  readonly api: string;
  /** Git and pages: `http://github.localhost:<port>`. The toolkit takes other hosts for GitHub Enterprise Server. */
  readonly server: string;
  /** Release assets; clients learn it from `upload_url` only. */
  readonly uploads: string;
  /** Artifact service. */
  readonly results: string;
}

/** What every part of one local GitHub shares. */
export interface Services {
  readonly state: State;
  readonly urls: Urls;
  readonly events: EventBus;
  /** Folder under which repositories, assets and artifacts lie. */
  readonly root: string;
}

export interface Context extends Services {
  readonly credential: Credential;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** The parsed JSON object; empty when there was no body, or when the route reads the stream itself. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What the caller has left of its hour, and what may be taken from it. */
  readonly limits: CallerLimits;
  /** Value of a `{name}` of the route's template, decoded. */
  param(name: string): string;
  /** As `param`, a positive integer; anything else is answered with 404. */
  intParam(name: string): number;
}

/** The limits of whoever sends a request. */
export interface CallerLimits {
  window(resource: RateResource): RateWindow;
  /** Takes GraphQL points; `null` when there are none left. */
  spendPoints(points: number): RateWindow | null;
  /** Before a write that is not told by the request's method. @throws {HttpProblem} for the secondary limit */
  requireWrite(): void;
}

/** Of a route below `/repos/{owner}/{repo}`: the credential may see the repository and has the route's permission. */
export interface RepositoryContext extends Context {
  readonly repository: RepositoryRecord;
}

export interface Reply {
  readonly status: number;
  /** Sent as JSON; left out for an empty body. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`; `content-type` must be among the headers. */
  readonly bytes?: Uint8Array | Readable;
  readonly headers?: Readonly<Record<string, string>>;
}
