import type { Credential } from '../model.ts';

const WINDOW_SECONDS = 3600;

/** REST requests and GraphQL points are counted apart. */
export type RateResource = 'core' | 'graphql';

/** Whose hour it is. */
export interface RateCaller {
  /** Short name of the token, or `anonymous`. */
  readonly name: string;
  readonly kind: Credential['kind'];
  readonly resource: RateResource;
}

/** How much of an hour's requests or points a caller has used. */
export interface RateWindow {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970 at which the next hour begins. */
  readonly reset: number;
  readonly used: number;
}

export interface RateCounter {
  /** Counts requests or points of a caller, whether there are any left or not. */
  count(caller: RateCaller, used: number): RateWindow;
  /** As it stands, without counting. */
  peek(caller: RateCaller): RateWindow;
}

/** Requests or points an hour: people and Apps 5000, a job's token 1000, without a token 60 requests and no points. */
function limitOf({ kind, resource }: RateCaller): number {
  if (kind === 'anonymous') return resource === 'core' ? 60 : 0;
  return kind === 'job' ? 1000 : 5000;
}

/** @param perHour limits in place of GitHub's own */
export function createRateCounter(
  now: () => Date,
  perHour: Readonly<Partial<Record<RateResource, number>>> = {},
): RateCounter {
  const windows = new Map<string, { reset: number; used: number }>();

  function windowOf({ name, resource }: RateCaller): { reset: number; used: number } {
    const nowSeconds = Math.floor(now().getTime() / 1000);
    const known = windows.get(`${resource} ${name}`);
    if (known !== undefined && known.reset > nowSeconds) return known;
    const fresh = { reset: nowSeconds + WINDOW_SECONDS, used: 0 };
    windows.set(`${resource} ${name}`, fresh);
    return fresh;
  }

  const peek: RateCounter['peek'] = (caller) => {
    const limit = perHour[caller.resource] ?? limitOf(caller);
    const { used, reset } = windowOf(caller);
    return { limit, remaining: Math.max(0, limit - used), reset, used };
  };
  return {
    peek,
    count: (caller, used) => {
      windowOf(caller).used += used;
      return peek(caller);
    },
  };
}

export function rateHeaders(window: RateWindow, resource: RateResource): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(window.limit),
    'x-ratelimit-remaining': String(window.remaining),
    'x-ratelimit-reset': String(window.reset),
    'x-ratelimit-used': String(window.used),
    'x-ratelimit-resource': resource,
  };
}
