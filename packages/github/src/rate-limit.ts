/** What GitHub said when it refused a request. Header names are lower-case. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** GitHub asks for at least a minute after a secondary limit that names no time, then exponential. */
const SECONDARY_WAIT_SECONDS = 60;
/** Longer than this, the job's minutes are better spent by running it again later. */
const MAX_WAIT_SECONDS = 900;
/** Refusals in a row after which the request is given up: continuing may get the integration banned. */
const MAX_WAITS = 4;

/**
 * Seconds to wait before the request is sent again, or `null` when the refusal is no rate limit (a 403 for want of a
 * permission). `retry-after` wins, then the reset time of an exhausted primary limit, then 60 s doubled per wait.
 * Source: docs.github.com, "Rate limits for the REST API", read 2026-11.
 *
 * @param waits how often this request has waited already, from 0
 */
export function rateLimitSeconds(refusal: Refusal, waits: number, now: Date): number | null {
  if (refusal.status !== 403 && refusal.status !== 429) return null;
  const retryAfter = retryAfterSeconds(refusal.headers['retry-after'], now);
  if (retryAfter !== null) return retryAfter;
  const backoff = SECONDARY_WAIT_SECONDS * 2 ** waits;
  if (String(refusal.headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(refusal.headers['x-ratelimit-reset']);
    if (!Number.isFinite(reset)) return backoff;
    // One second more, because the reset time is rounded down.
    return Math.max(Math.ceil(reset - now.getTime() / 1000), 0) + 1;
  }
  return refusal.status === 429 || /secondary rate limit|abuse detection/i.test(refusal.message) ? backoff : null;
}

function retryAfterSeconds(header: string | number | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const text = String(header).trim();
  if (/^\d+$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(Math.ceil((date - now.getTime()) / 1000), 0);
}

/** Why {@link withRateLimit} waits, for the log. */
export interface Wait {
  readonly seconds: number;
  readonly status: number;
}

export interface RateLimitWaits {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
  onWait(wait: Wait): void;
}

/** Runs `send` again after each rate limit, as long as the waits stay few and short; other errors pass through. */
export async function withRateLimit<T>(waits: RateLimitWaits, send: () => Promise<T>): Promise<T> {
  for (let count = 0; ; count += 1) {
    try {
      return await send();
    } catch (error) {
      const refusal = refusalOf(error);
      const seconds = refusal === null ? null : rateLimitSeconds(refusal, count, waits.now());
      if (refusal === null || seconds === null || seconds > MAX_WAIT_SECONDS || count === MAX_WAITS) throw error;
      waits.onWait({ seconds, status: refusal.status });
      await waits.sleep(seconds * 1000);
    }
  }
}

/** The refusal that an Octokit request error or an upload error carries; `null` for anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  return { status: error.status, message: error.message, headers: headersOf(error) };
}

function headersOf(error: Error): Refusal['headers'] {
  const response = 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return {};
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  );
}

/** True when GitHub answered at all: Octokit gives a broken connection status 500 and no response. */
export function wasAnswered(error: unknown): boolean {
  return error instanceof Error && 'response' in error && error.response !== undefined;
}
