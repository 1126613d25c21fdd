import { HttpProblem } from './http-problem.ts';
import { createRateCounter, type RateCaller, type RateWindow } from './rate-limit.ts';

const MINUTE_MS = 60_000;
const WRITES_PER_MINUTE = 80;

/** Turns GitHub's limits on; what is left out is GitHub's own number. */
export interface RateLimits {
  /** REST requests an hour of each token. */
  readonly requestsPerHour?: number;
  /** GraphQL points an hour of each token. */
  readonly pointsPerHour?: number;
  /** Requests a minute of each token that create or change something. */
  readonly writesPerMinute?: number;
  /** GitHub refuses a write too many with either. */
  readonly secondaryStatus?: 403 | 429;
}

/** Counts what callers ask for and, where limits are on, refuses what is too much, by the server's clock. */
export interface RequestLimits {
  /** Before a request is answered. @throws {HttpProblem} when the hour's requests are used up */
  requireRequest(caller: RateCaller): void;
  /** Before something is written. @throws {HttpProblem} for the secondary limit */
  requireWrite(caller: RateCaller): void;
  /** `null` when the hour has no points left: nothing is taken then. */
  spend(caller: RateCaller, points: number): RateWindow | null;
  count(caller: RateCaller, used: number): RateWindow;
  peek(caller: RateCaller): RateWindow;
}

/** @param limits `null`: everything is counted and nothing refused */
export function createRequestLimits(now: () => Date, limits: RateLimits | null): RequestLimits {
  const rates = createRateCounter(now, {
    ...(limits?.requestsPerHour === undefined ? {} : { core: limits.requestsPerHour }),
    ...(limits?.pointsPerHour === undefined ? {} : { graphql: limits.pointsPerHour }),
  });
  const writes = new Map<string, readonly number[]>();
  return {
    count: rates.count,
    peek: rates.peek,
    requireRequest: (caller) => {
      if (limits === null || rates.peek(caller).remaining > 0) return;
      throw new HttpProblem(403, exceeded(caller), {});
    },
    // The last points may be overdrawn, so that a refusal always comes with none left.
    spend: (caller, points) =>
      limits !== null && rates.peek(caller).remaining === 0 ? null : rates.count(caller, points),
    requireWrite: ({ name }) => {
      if (limits === null) return;
      const at = now().getTime();
      const recent = (writes.get(name) ?? []).filter((time) => time > at - MINUTE_MS);
      const [oldest = at] = recent;
      if (recent.length < (limits.writesPerMinute ?? WRITES_PER_MINUTE)) {
        writes.set(name, [...recent, at]);
        return;
      }
      throw secondary(limits, Math.max(1, Math.ceil((oldest + MINUTE_MS - at) / 1000)));
    },
  };
}

/** The message of the primary limit. */
function exceeded({ name }: Pick<RateCaller, 'name'>): string {
  return `API rate limit exceeded for ${name}.`;
}

function secondary({ secondaryStatus = 403 }: RateLimits, seconds: number): HttpProblem {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
    'If you reach out to GitHub Support for help, please include the request ID.';
  return new HttpProblem(secondaryStatus, message, { headers: { 'retry-after': String(seconds) } });
}
