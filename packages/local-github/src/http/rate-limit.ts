import type { Credential } from '../model.ts';

const WINDOW_SECONDS = 3600;

/** Requests per hour: people and Apps 5000, a job's token 1000, without a token 60. */
export function limitOf(kind: Credential['kind']): number {
  if (kind === 'anonymous') return 60;
  return kind === 'job' ? 1000 : 5000;
}

/** How much of an hour's requests a caller has used. */
export interface RateWindow {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970 at which the next hour begins. */
  readonly reset: number;
  readonly used: number;
}

export interface RateCounter {
  /** Counts one request of a caller. Nothing is refused. */
  count(caller: string, kind: Credential['kind']): RateWindow;
  /** As it stands, without counting. */
  peek(caller: string, kind: Credential['kind']): RateWindow;
}

export function createRateCounter(now: () => Date): RateCounter {
  const windows = new Map<string, { reset: number; used: number }>();

  function windowOf(caller: string): { reset: number; used: number } {
    const nowSeconds = Math.floor(now().getTime() / 1000);
    const known = windows.get(caller);
    if (known !== undefined && known.reset > nowSeconds) return known;
    const fresh = { reset: nowSeconds + WINDOW_SECONDS, used: 0 };
    windows.set(caller, fresh);
    return fresh;
  }

  const peek: RateCounter['peek'] = (caller, kind) => {
    const limit = limitOf(kind);
    const { used, reset } = windowOf(caller);
    return { limit, remaining: Math.max(0, limit - used), reset, used };
  };
  return {
    peek,
    count: (caller, kind) => {
      windowOf(caller).used += 1;
      return peek(caller, kind);
    },
  };
}

export function rateHeaders(window: RateWindow): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(window.limit),
    'x-ratelimit-remaining': String(window.remaining),
    'x-ratelimit-reset': String(window.reset),
    'x-ratelimit-used': String(window.used),
    'x-ratelimit-resource': 'core',
  };
}
