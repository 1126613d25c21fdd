import type { Reply } from '../context.ts';
import type { CheckedRequest, Exchange, ExchangeCheck, Violation } from './exchange.ts';
import { HttpProblem } from './http-problem.ts';
import { problemReply } from './send.ts';

/** Holds requests and answers against GitHub's description and reports what does not fit. */
export interface ExchangeGuard {
  /** Throws the 422 with which GitHub refuses an invalid request. */
  requireValid(request: CheckedRequest): void;
  /** The reply, or the 500 that stands for an answer that GitHub would not give. */
  checked(reply: Reply, exchange: Omit<Exchange, 'status' | 'responseBody'>): Reply;
  reportUnrouted(request: { readonly method: string; readonly path: string }): void;
  /** The answer to a fault of this server. */
  failure(request: { readonly method: string; readonly path: string }, error: unknown): Reply;
}

export function createExchangeGuard(check: ExchangeCheck, onViolation: (violation: Violation) => void): ExchangeGuard {
  function report(violations: readonly Violation[]): string {
    for (const violation of violations) onViolation(violation);
    return violations.map(({ message }) => message).join('\n');
  }
  return {
    requireValid: (request) => {
      const violations = check.request(request);
      if (violations.length > 0) throw new HttpProblem(422, `Invalid request.\n\n${report(violations)}`);
    },
    checked: (reply, exchange) => {
      // Compared as it is sent: without `undefined` and with dates as text.
      const responseBody: unknown = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
      const violations = check.response({ ...exchange, status: reply.status, responseBody });
      if (violations.length === 0) return reply;
      const found = report(violations);
      return problemReply(
        new HttpProblem(500, `${exchange.operationId} is not answered as GitHub describes: ${found}`),
      );
    },
    reportUnrouted: (request) => void report(check.unrouted(request)),
    failure: ({ method, path }, error) => {
      const message = `The local GitHub failed: ${error instanceof Error ? error.stack : String(error)}`;
      onViolation({ operationId: `${method} ${path}`, side: 'response', message });
      return problemReply(new HttpProblem(500, message));
    },
  };
}
