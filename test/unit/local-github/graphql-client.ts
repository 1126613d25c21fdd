import type { World } from './world.ts';

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly GraphAnswerError[];
  readonly message: string | undefined;
}

export interface GraphAnswerError {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<GraphAnswer>;

/** Sends GraphQL as it is, so that a test sees what comes back, whatever it is. */
export function askAs(world: Pick<World, 'github'>, token: string | null): Ask {
  return async (query, variables = {}) => {
    const response = await fetch(`${world.github.apiUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body: unknown = await response.json();
    const fields: Partial<Pick<GraphAnswer, 'data' | 'errors' | 'message'>> = Object(body);
    return {
      status: response.status,
      headers: response.headers,
      data: fields.data,
      errors: fields.errors ?? [],
      message: fields.message,
    };
  };
}

/** A field of the test's repository. */
export function inRepository(selection: string): string {
  return `{ repository(owner: "bank", name: "credit") { ${selection} } }`;
}
