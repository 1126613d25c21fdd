import type { Reply } from '../context.ts';

/** What happens to a request in place of GitHub's answer. */
export type FaultEffect =
  | {
      readonly status: number;
      /** JSON, or text that is sent as HTML; left out, the error body of that status. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** The request takes effect, and only its answer is replaced. */
      readonly applied?: true;
    }
  /** The request waits before it is looked at. */
  | { readonly latencyMs: number }
  /** The connection is reset, before the request is looked at, or (`applied`) after it has taken effect. */
  | { readonly reset: true; readonly applied?: true }
  /** The request takes effect; half of the answer's body comes, then the connection ends. */
  | { readonly cutBody: true };

export type Fault = FaultEffect & {
  /** Operation of the REST API, `graphql`, or a pattern of the path. */
  readonly operation: string | RegExp;
  /** How many requests it hits; left out, all until it is taken away. */
  readonly times?: number;
};

/** Outages on demand. */
export interface Faults {
  /** Returns the function that takes the fault away. @throws {Error} for an operation that no route answers */
  add(fault: Fault): () => void;
}

export interface FaultedRequest {
  readonly operationId: string | null;
  readonly path: string;
}

/** What one request has to suffer. */
export interface Suffering {
  readonly latencyMs: number;
  readonly effect: Exclude<FaultEffect, { readonly latencyMs: number }> | null;
}

export interface FaultBoard extends Faults {
  /** Latency of every call, beside that of single faults. */
  setLatency(ms: number): void;
  /** The delays of all faults that fit a request and the effect of the oldest one; each counts as having hit once. */
  take(request: FaultedRequest): Suffering;
}

/** @param isKnown whether a route answers an operation */
export function createFaultBoard(isKnown: (operationId: string) => boolean): FaultBoard {
  let active: Active[] = [];
  let everywhereMs = 0;
  return {
    add: (fault) => {
      const { operation } = fault;
      if (typeof operation === 'string' && operation !== 'graphql' && !isKnown(operation)) {
        throw new Error(
          `The local GitHub answers no operation "${operation}". Name one of its routes, "graphql", or give a pattern of the path.`,
        );
      }
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    setLatency: (ms) => {
      everywhereMs = ms;
    },
    take: (request) => {
      const fitting = active.filter(({ fault }) => fits(fault, request));
      const delays = fitting.filter(({ fault }) => 'latencyMs' in fault);
      const effects = fitting.filter(({ fault }) => !('latencyMs' in fault)).slice(0, 1);
      for (const entry of [...delays, ...effects]) entry.left -= 1;
      active = active.filter(({ left }) => left > 0);
      const effect = effects[0]?.fault ?? null;
      return {
        latencyMs: delays.reduce((sum, { fault }) => sum + ('latencyMs' in fault ? fault.latencyMs : 0), everywhereMs),
        effect: effect === null || 'latencyMs' in effect ? null : effect,
      };
    },
  };
}

interface Active {
  readonly fault: Fault;
  left: number;
}

function fits({ operation }: Fault, { operationId, path }: FaultedRequest): boolean {
  if (typeof operation !== 'string')
    return new RegExp(operation.source, operation.flags.replace(/[gy]/g, '')).test(path);
  return operation === 'graphql' ? path === '/graphql' : operation === operationId;
}

/** The answer of a fault that has a status. */
export function faultReply(fault: Extract<FaultEffect, { readonly status: number }>): Reply {
  const { status, body, headers = {} } = fault;
  if (typeof body === 'string') {
    return { status, bytes: Buffer.from(body), headers: { 'content-type': 'text/html; charset=utf-8', ...headers } };
  }
  return { status, body: body ?? { message: `Status ${status} on demand`, status: String(status) }, headers };
}
