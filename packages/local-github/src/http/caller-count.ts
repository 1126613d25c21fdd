import { tokenFingerprint } from '../access/tokens.ts';
import type { CallerLimits } from '../context.ts';
import type { Credential } from '../model.ts';
import { type RateCaller, rateHeaders } from './rate-limit.ts';
import type { RequestLimits } from './request-limits.ts';

interface Counted {
  readonly method: string;
  readonly path: string;
  readonly operationId: string | null;
  readonly authorization: string | undefined;
}

/** Counts one request with the token that sends it, once, however it ends. */
export interface CallerCount {
  /** Short name of the token, `null` without one. */
  readonly token: string | null;
  readonly limits: CallerLimits;
  /** Once it is known whose token it is. @throws {HttpProblem} when a limit is reached */
  admit(kind: Credential['kind']): void;
  /** What the answer says about the hour. */
  headers(): Readonly<Record<string, string>>;
}

export function createCallerCount(limits: RequestLimits, counted: Counted): CallerCount {
  const { method, path, operationId, authorization } = counted;
  const token = authorization === undefined ? null : tokenFingerprint(authorization.replace(/^\S+\s+/, ''));
  const resource = path === '/graphql' ? 'graphql' : 'core';
  // Points are taken when it is known how many, and asking for the limit costs nothing.
  const free = resource === 'graphql' || path === '/rate_limit';
  let kind: Credential['kind'] = 'anonymous';
  let pending = !free;
  const caller = (of: RateCaller['resource']): RateCaller => ({ name: token ?? 'anonymous', kind, resource: of });
  return {
    token,
    limits: {
      window: (of) => limits.peek(caller(of)),
      spendPoints: (points) => limits.spend(caller('graphql'), points),
      requireWrite: () => limits.requireWrite(caller('graphql')),
    },
    admit: (known) => {
      kind = known;
      if (free) return;
      limits.requireRequest(caller('core'));
      // What GitHub does not describe is of other servers, which have limits of their own.
      if (operationId !== null && method !== 'GET' && method !== 'HEAD') limits.requireWrite(caller('core'));
      pending = false;
      limits.count(caller('core'), 1);
    },
    headers: () => {
      // Who was turned away earlier has used the request up as well.
      if (pending) limits.count(caller('core'), 1);
      pending = false;
      return rateHeaders(limits.peek(caller(resource)), resource);
    },
  };
}
