import type { GitHub, GitHubOptions } from '@gatehouse/github';
import { z } from 'zod';
import { API, connect } from './connect.ts';

/** One request to the GraphQL endpoint, as it was sent. */
export interface SentQuery {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const bodyOf = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

/** A client whose GraphQL questions are answered by a function; every other request goes where fetch sends it. */
export function connectGraphql(
  answer: (sent: SentQuery, count: number) => unknown,
  options: Partial<GitHubOptions> = {},
): { readonly github: GitHub; readonly sent: SentQuery[] } {
  const sent: SentQuery[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    if (url !== `${API}/graphql`) return globalThis.fetch(input, init);
    const token = new Headers(init?.headers).get('authorization') ?? '';
    const query = { url, token, ...bodyOf.parse(JSON.parse(String(init?.body))) };
    sent.push(query);
    return Response.json(answer(query, sent.length));
  };
  return { github: connect({ ...options, fetch }).github, sent };
}

/** The answer to one question alone. */
export function data(value: unknown, ...errors: readonly unknown[]): unknown {
  return { data: { q0: value }, ...(errors.length === 0 ? {} : { errors }) };
}

/** A connection with all its nodes on one page, or with more behind a cursor. */
export function page(nodes: readonly unknown[], next: string | null = null): unknown {
  return { nodes, pageInfo: { hasNextPage: next !== null, endCursor: next } };
}
