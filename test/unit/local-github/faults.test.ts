import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askAs } from './graphql-client.ts';
import { startWorld, type World } from './world.ts';

const REPOSITORY = 'GET /repos/bank/credit';
const CREATE_REF = 'POST /repos/bank/credit/git/refs';

let world: World;
let token: string;

beforeEach(async () => {
  world = await startWorld();
  token = world.github.admin.createToken(world.owner);
});

afterEach(() => world.close());

function call(endpoint: string, body?: unknown): Promise<Response> {
  const [method = '', path = ''] = endpoint.split(' ');
  return fetch(`${world.github.apiUrl}${path}`, {
    method,
    headers: { authorization: `bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const createRef = (): Promise<Response> => call(CREATE_REF, { ref: 'refs/heads/new', sha: world.sha });
const newBranch = (): Promise<string> => world.git('for-each-ref', '--format=%(objectname)', 'refs/heads/new');

describe('a fault', () => {
  test('answers with a status, as often as it is told', async () => {
    world.github.faults.add({ operation: 'repos/get', status: 502, times: 2, headers: { 'retry-after': '1' } });
    const answers = [await call(REPOSITORY), await call(REPOSITORY), await call(REPOSITORY)];
    expect(answers.map(({ status }) => status)).toEqual([502, 502, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('1');
  });

  test('answers with HTML, as gateways do', async () => {
    world.github.faults.add({ operation: 'repos/get', status: 502, body: '<html>Unicorn!</html>' });
    const answer = await call(REPOSITORY);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toBe('<html>Unicorn!</html>');
  });

  test('lasts until it is taken away', async () => {
    const end = world.github.faults.add({ operation: /^\/repos\/bank\//, status: 500 });
    expect((await call(REPOSITORY)).status).toBe(500);
    end();
    expect((await call(REPOSITORY)).status).toBe(200);
  });

  test('hits its own operation only', async () => {
    world.github.faults.add({ operation: 'pulls/list', status: 500 });
    expect((await call(REPOSITORY)).status).toBe(200);
    expect((await call('GET /repos/bank/credit/pulls')).status).toBe(500);
  });

  test('of an operation that nothing answers is an error', () => {
    expect(() => world.github.faults.add({ operation: 'repos/gett', status: 500 })).toThrow('repos/gett');
  });

  test('keeps the request from taking effect', async () => {
    world.github.faults.add({ operation: 'git/create-ref', status: 500 });
    expect((await createRef()).status).toBe(500);
    expect(await newBranch()).toBe('');
  });

  test.each([
    ['an answer that is lost', { status: 502, applied: true } as const],
    ['a connection that is reset late', { reset: true, applied: true } as const],
    ['a body that is cut', { cutBody: true } as const],
  ])(
    'lets the request take effect: %s',
    async (_what, effect) => {
      world.github.faults.add({ operation: 'git/create-ref', ...effect });
      const settled = await createRef()
        .then((answer) => answer.json())
        .catch(String);
      expect(settled).not.toMatchObject({ ref: 'refs/heads/new' });
      expect(await newBranch()).toBe(world.sha);
    },
    10_000,
  );

  test('resets the connection', async () => {
    world.github.faults.add({ operation: 'git/create-ref', reset: true });
    await expect(createRef()).rejects.toThrow('fetch failed');
    expect(await newBranch()).toBe('');
  });

  test('cuts the body in half', async () => {
    world.github.faults.add({ operation: 'repos/get', cutBody: true });
    const answer = await call(REPOSITORY);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  test('hits GraphQL', async () => {
    world.github.faults.add({ operation: 'graphql', status: 200, body: { errors: [{ message: 'x' }] }, times: 1 });
    const ask = askAs(world, token);
    expect((await ask('{ viewer { login } }')).errors).toEqual([{ message: 'x' }]);
    expect((await ask('{ viewer { login } }')).errors).toEqual([]);
  });

  test('delays, beside the latency of every call', async () => {
    world.github.latency(40);
    world.github.faults.add({ operation: 'repos/get', latencyMs: 60, times: 1 });
    await call(REPOSITORY);
    await call(REPOSITORY);
    const [slow = 0, fast = 0] = world.github.calls().map(({ startedAt, endedAt }) => (endedAt ?? 0) - startedAt);
    expect(slow).toBeGreaterThanOrEqual(95);
    expect(fast).toBeGreaterThanOrEqual(35);
  });
});

describe('calls', () => {
  test('are listed with their operation, time and token', async () => {
    await call(REPOSITORY);
    await askAs(world, token)('{ viewer { login } }');
    await fetch(`${world.github.apiUrl}/repos/bank/credit`);
    const calls = world.github.calls();
    expect(calls).toMatchObject([
      { method: 'GET', path: '/repos/bank/credit', operationId: 'repos/get' },
      { method: 'POST', path: '/graphql', operationId: null },
      { operationId: 'repos/get', token: null },
    ]);
    expect(calls[0]?.token).toMatch(/^[0-9a-f]{12}$/);
    expect(calls[1]?.token).toBe(calls[0]?.token);
    expect(calls[0]?.startedAt).toBeLessThanOrEqual(Number(calls[0]?.endedAt));
  });

  test('that fall to a fault are listed, too', async () => {
    world.github.faults.add({ operation: 'repos/get', reset: true, times: 1 });
    await expect(call(REPOSITORY)).rejects.toThrow();
    expect(world.github.calls()).toMatchObject([{ operationId: 'repos/get', endedAt: expect.any(Number) }]);
  });

  test('begin anew after a reset', async () => {
    await call(REPOSITORY);
    world.github.resetCalls();
    expect(world.github.calls()).toEqual([]);
  });
});
