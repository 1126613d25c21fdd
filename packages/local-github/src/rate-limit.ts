import type { Credential } from './model.ts';

const WINDOW_SECONDS = 3600;

/** Requests per hour: people and Apps 5000, a job's token 1000, without a token 60. */
export function limitOf(kind: Credential['kind']): number {
  if (kind === 'anonymous') return 60;
  return kind === 'job' ? 1000 : 5000;
}

export interface RateCounter {
  /** Counts one request of a caller and returns the headers of the answer. Nothing is refused. */
  count(caller: string, kind: Credential['kind']): Readonly<Record<string, string>>;
}

export function createRateCounter(now: () => Date): RateCounter {
  const windows = new Map<string, { resetSeconds: number; used: number }>();
  return {
    count: (caller, kind) => {
      const nowSeconds = Math.floor(now().getTime() / 1000);
      const known = windows.get(caller);
      const current =
        known !== undefined && known.resetSeconds > nowSeconds
          ? known
          : { resetSeconds: nowSeconds + WINDOW_SECONDS, used: 0 };
      current.used += 1;
      windows.set(caller, current);
      const limit = limitOf(kind);
      return {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - current.used)),
        'x-ratelimit-reset': String(current.resetSeconds),
        'x-ratelimit-used': String(current.used),
        'x-ratelimit-resource': 'core',
      };
    },
  };
}
