import type { Octokit } from '@octokit/core';
import { z } from 'zod';

const LIMITED = /^RATE_LIMIT(?:ED)?$/;
const LIMIT_WORDS = /secondary rate limit|API rate limit (?:already )?exceeded|abuse detection/i;

const errorsAnswer = z.object({
  errors: z.array(z.object({ type: z.string().catch(''), message: z.string().catch('') })),
});

/**
 * Octokit plugin that turns two kinds of success into the failures that they are: GraphQL's rate limit, which comes with
 * status 200, and text where JSON was announced, which is what Octokit makes of a body that was cut off. It goes before
 * the other plugins, so that what it throws is tried again like any other failure.
 */
export function brokenAnswers(octokit: Pick<Octokit, 'hook'>): Readonly<Record<string, never>> {
  octokit.hook.wrap('request', async (request, options) => {
    const response = await request(options);
    const isGraphql = options.method === 'POST' && options.url.endsWith('/graphql');
    if (!isGraphql && options.method !== 'GET') return response;
    const data: unknown = response.data;
    const wantsBytes = options.request?.['parseSuccessResponseBody'] === false;
    const announced = isGraphql || String(response.headers['content-type'] ?? '').startsWith('application/json');
    if (!wantsBytes && announced && typeof data === 'string' && response.status === 200) {
      throw new BrokenAnswer(502, 'the answer is cut off, or is no JSON', { response, options });
    }
    const limited = isGraphql ? limitMessage(data) : null;
    if (limited !== null) throw new BrokenAnswer(429, limited, { response, options });
    return response;
  });
  return {};
}

function limitMessage(data: unknown): string | null {
  const { data: answer } = errorsAnswer.safeParse(data);
  const limit = answer?.errors.find(({ type, message }) => LIMITED.test(type) || LIMIT_WORDS.test(message));
  return limit === undefined ? null : `${limit.type}: ${limit.message}`;
}

/** What was asked and what came. */
interface Exchange {
  readonly response: { readonly headers: object };
  readonly options: { readonly method: string; readonly url: string; readonly request?: object };
}

/** In the shape of Octokit's request error; without the request's headers, which hold the token. */
class BrokenAnswer extends Error {
  readonly status: number;
  readonly response: { readonly headers: Readonly<Record<string, unknown>> };
  readonly request: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, exchange: Exchange) {
    super(message);
    this.name = 'BrokenAnswer';
    this.status = status;
    this.response = { headers: { ...exchange.response.headers } };
    const { method, url, request } = exchange.options;
    this.request = { method, url, headers: {}, request: { ...request } };
  }
}
