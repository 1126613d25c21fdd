import { ActionError } from '@gatehouse/core';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createClient } from '../../../packages/github/src/client.ts';
import { createGraphql, type Graphql } from '../../../packages/github/src/graphql/graphql.ts';
import type { Question } from '../../../packages/github/src/graphql/question.ts';
import { resetIn } from './connect.ts';

interface Sent {
  readonly url: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const bodyOf = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function json(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { ...JSON_TYPE, ...headers } });
}

/** A GraphQL endpoint that gives these answers in turn, the last one again and again. */
function endpoint(
  answers: readonly (() => Response | Promise<Response>)[],
  options: { readonly apiUrl?: string; readonly spaceWrites?: boolean } = {},
): { readonly graphql: Graphql; readonly sent: Sent[]; readonly waited: number[] } {
  const sent: Sent[] = [];
  const waited: number[] = [];
  const fetch = vi.fn(async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    sent.push({ url: String(input), ...bodyOf.parse(JSON.parse(String(init?.body))) });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    return answer === undefined ? json({ data: {} }) : answer();
  });
  const client = createClient({
    token: 'secret-token',
    apiUrl: options.apiUrl ?? 'https://api.github.test',
    owner: 'acme',
    repo: 'models',
    spaceWrites: options.spaceWrites ?? false,
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    sleep: async (milliseconds) => {
      waited.push(milliseconds / 1000);
    },
    fetch,
  });
  return { graphql: createGraphql(client), sent, waited };
}

function user(login: string, change: Partial<Question<string | null>> = {}): Question<string | null> {
  return {
    doing: `look up "${login}"`,
    permission: 'metadata: read',
    field: 'user(login: $login) { login }',
    variables: { login: { type: 'String!', value: login } },
    answer: z
      .object({ login: z.string() })
      .nullable()
      .transform((found) => found?.login ?? null),
    ...change,
  };
}

/** `null` for what was answered, the error for what was not. */
async function errorOf(promise: Promise<unknown>): Promise<ActionError | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
}

const found = (login: string): { readonly login: string } => ({ login });

test('what is asked in one tick is one request, and values travel as variables', async () => {
  const { graphql, sent } = endpoint([() => json({ data: { q0: found('ann'), q1: found('bob" }') } })]);
  const later = async (login: string): Promise<string | null> => {
    await Promise.resolve();
    await Promise.all([Promise.resolve()]);
    return graphql.ask(user(login));
  };

  const answers = await Promise.all([graphql.ask(user('ann')), later('bob" }')]);

  expect(answers).toEqual(['ann', 'bob" }']);
  expect(sent).toEqual([
    {
      url: 'https://api.github.test/graphql',
      query:
        'query($q0_login: String!, $q1_login: String!) {\n' +
        'q0: user(login: $q0_login) { login }\nq1: user(login: $q1_login) { login }\n}',
      variables: { q0_login: 'ann', q1_login: 'bob" }' },
    },
  ]);
});

test('what is asked after an answer is another request', async () => {
  const { graphql, sent } = endpoint([() => json({ data: { q0: found('ann') } })]);

  await graphql.ask(user('ann'));
  await graphql.ask(user('ann'));

  expect(sent).toHaveLength(2);
});

test('very many questions go out as several requests', async () => {
  const everyone = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`q${index}`, found('ann')]));
  const { graphql, sent } = endpoint([() => json({ data: everyone })]);

  const answers = await Promise.all(Array.from({ length: 61 }, () => graphql.ask(user('ann'))));

  expect(new Set(answers)).toEqual(new Set(['ann']));
  expect(sent).toHaveLength(2);
});

test('queries wait for no other write, however writes are spaced', async () => {
  const { graphql, sent } = endpoint([() => json({ data: { q0: found('ann') } })], { spaceWrites: true });
  const start = performance.now();

  for (let count = 0; count < 4; count += 1) await graphql.ask(user('ann'));

  expect(sent).toHaveLength(4);
  expect(performance.now() - start).toBeLessThan(900);
});

test.each([
  ['https://api.github.com', 'https://api.github.com/graphql'],
  ['https://ghe.bank.example/api/v3', 'https://ghe.bank.example/api/graphql'],
  ['https://ghe.bank.example/api/v3/', 'https://ghe.bank.example/api/graphql'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/graphql'],
])('the endpoint of %s is %s', async (apiUrl, expected) => {
  const { graphql, sent } = endpoint([() => json({ data: { q0: null } })], { apiUrl });

  await graphql.ask(user('ann'));

  expect(sent.map(({ url }) => url)).toEqual([expected]);
});

test('a mutation goes out alone and at once', async () => {
  const { graphql, sent } = endpoint([() => json({ data: { q0: found('ann') } })]);

  const answer = await graphql.change(user('ann'));

  expect(answer).toBe('ann');
  expect(sent[0]?.query).toMatch(/^mutation\(\$q0_login: String!\)/);
});

test.each([
  ['NOT_FOUND', 'permission', /404 "NOT_FOUND: no bob"/],
  ['FORBIDDEN', 'permission', /"metadata: read"/],
  ['INSUFFICIENT_SCOPES', 'permission', /INSUFFICIENT_SCOPES/],
  ['SERVICE_UNAVAILABLE', 'service', /503/],
  ['SOMETHING_NEW', 'service', /SOMETHING_NEW: no bob/],
])('the failure %s of one part leaves the others alone', async (type, code, message) => {
  const errors = [{ type, message: 'no bob', path: ['q1', 'login'] }];
  const { graphql } = endpoint([() => json({ data: { q0: found('ann'), q1: null }, errors })]);

  const [ann, bob] = await Promise.all([graphql.ask(user('ann')), errorOf(graphql.ask(user('bob')))]);

  expect(ann).toBe('ann');
  expect(bob).toMatchObject({ code, message: expect.stringMatching(message) });
});

test('a failure that the part understands is null, at its path only', async () => {
  const errors = [{ type: 'NOT_FOUND', message: 'no bob', path: ['q0'] }];
  const { graphql } = endpoint([() => json({ data: { q0: null }, errors })]);
  const known = graphql.ask(user('bob', { mayFail: ({ type, path }) => type === 'NOT_FOUND' && path.length === 0 }));
  const other = errorOf(graphql.ask(user('bob', { mayFail: () => false })));

  await expect(known).resolves.toBeNull();
  await expect(other).resolves.toMatchObject({ code: 'service' });
});

test.each([
  ['no path', { message: 'Parse error on "}"' }],
  ['the path of no part', { message: 'Strange', path: ['viewer'] }],
  ['no shape at all', 'Strange'],
])('an error with %s fails every part', async (_, error) => {
  const { graphql } = endpoint([() => json({ data: { q0: found('ann'), q1: found('bob') }, errors: [error] })]);

  const failures = await Promise.all([errorOf(graphql.ask(user('ann'))), errorOf(graphql.ask(user('bob')))]);

  expect(failures.map((failure) => failure?.code)).toEqual(['service', 'service']);
});

test.each([
  ['an answer without data', { data: null }],
  ['an empty object', {}],
  ['an answer without the part', { data: { q7: found('ann') } }],
  ['another shape', { data: { q0: { name: 'ann' } } }],
  ['a list', []],
])('%s cannot be used', async (_, body) => {
  const { graphql } = endpoint([() => json(body)]);

  const failure = await errorOf(graphql.ask(user('ann')));

  expect(failure).toMatchObject({ code: 'service', message: expect.stringContaining('cannot be used') });
});

const LIMITED = { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };

test('a rate limit that comes as success is waited for', async () => {
  const { graphql, sent, waited } = endpoint([
    () => json(LIMITED, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(20) }),
    () => json({ data: { q0: found('ann') } }),
  ]);

  await expect(graphql.ask(user('ann'))).resolves.toBe('ann');

  expect(waited).toEqual([21]);
  expect(sent).toHaveLength(2);
});

test('a secondary limit without a type is waited for as well', async () => {
  const limit = { errors: [{ message: 'You have exceeded a secondary rate limit.' }] };
  const { graphql, waited } = endpoint([() => json(limit), () => json({ data: { q0: found('ann') } })]);

  await expect(graphql.ask(user('ann'))).resolves.toBe('ann');

  expect(waited).toEqual([60]);
});

test('a limit that lasts too long is told, with the time that it takes', async () => {
  const { graphql, sent } = endpoint([
    () => json(LIMITED, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(1800) }),
  ]);

  const failure = await errorOf(graphql.ask(user('ann')));

  expect(failure).toMatchObject({ code: 'service', message: expect.stringMatching(/in 31 min/) });
  expect(sent).toHaveLength(1);
});

test.each([
  ['502 with HTML', () => new Response('<html>Bad gateway</html>', { status: 502 })],
  ['200 with HTML', () => new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } })],
  ['a body cut off', () => new Response('{"data": {"q0": {"lo', { headers: JSON_TYPE })],
  ['no body', () => new Response('', { headers: JSON_TYPE })],
  [
    'something went wrong',
    () => json({ data: null, errors: [{ message: 'Something went wrong while executing your query. ID 1' }] }),
  ],
  [
    'a connection that breaks',
    async () => Promise.reject(new TypeError('fetch failed', { cause: new Error('socket hang up') })),
  ],
])('%s is tried again, and at last an error', async (_, broken) => {
  const once = endpoint([broken, () => json({ data: { q0: found('ann') } })]);
  const always = endpoint([broken]);

  await expect(once.graphql.ask(user('ann'))).resolves.toBe('ann');
  await expect(errorOf(always.graphql.ask(user('ann')))).resolves.toMatchObject({ code: 'service' });

  expect(always.sent).toHaveLength(4);
});

test('the token is in no error', async () => {
  const { graphql } = endpoint([() => new Response('{"da', { headers: JSON_TYPE })]);

  const failure = await errorOf(graphql.ask(user('ann')));

  expect(JSON.stringify(failure?.cause, Object.getOwnPropertyNames(failure?.cause))).not.toContain('secret-token');
});

test('401 fails every part with the same advice', async () => {
  const { graphql } = endpoint([
    () => new Response('{"message":"Bad credentials"}', { status: 401, headers: JSON_TYPE }),
  ]);

  const failures = await Promise.all([errorOf(graphql.ask(user('ann'))), errorOf(graphql.ask(user('bob')))]);

  expect(failures.map((failure) => failure?.code)).toEqual(['permission', 'permission']);
});
