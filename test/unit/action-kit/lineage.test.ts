import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LineageInputs, postLineage } from '@gatehouse/action-kit';
import { ActionError } from '@gatehouse/core';
import { describe, expect, it, onTestFinished } from 'vitest';

const KEY = 'secret-key-of-the-server';
const EVENTS = [{ eventType: 'START' }, { eventType: 'COMPLETE' }];

interface Seen {
  readonly path: string;
  readonly method: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: unknown;
}

/** A real server on loopback that answers as `answer` says, and what it has seen. */
async function server(
  answer: (response: ServerResponse, count: number) => void,
): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const listening = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      seen.push({ path: url, method, authorization: headers.authorization, type: headers['content-type'], body });
      answer(response, seen.length);
    });
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listening.closeAllConnections();
    listening.close();
  });
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, seen };
}

const status = (code: number) => (response: ServerResponse) => response.writeHead(code).end();

function inputsOf(url: string | undefined, more: Partial<LineageInputs> = {}): LineageInputs {
  return { 'openlineage-url': url, 'openlineage-api-key': KEY, 'openlineage-failure': 'warn', ...more };
}

async function post(inputs: LineageInputs, timeoutMs = 2000): Promise<readonly string[]> {
  const warnings: string[] = [];
  await postLineage(EVENTS, inputs, { warning: (text) => warnings.push(text), timeoutMs });
  return warnings;
}

describe('events are posted', () => {
  it.each([
    ['', '/api/v1/lineage'],
    ['/', '/api/v1/lineage'],
    ['/lineage/', '/lineage/api/v1/lineage'],
  ])('one after the other, with the key, below the address %j', async (path, expected) => {
    const { url, seen } = await server(status(201));

    expect(await post(inputsOf(`${url}${path}`))).toEqual([]);
    expect(seen).toEqual(
      EVENTS.map((body) => ({
        path: expected,
        method: 'POST',
        authorization: `Bearer ${KEY}`,
        type: 'application/json',
        body,
      })),
    );
  });

  it('not at all without an address, and without a key where none is given', async () => {
    const { url, seen } = await server(status(200));
    await post(inputsOf(undefined));
    await post(inputsOf(url, { 'openlineage-api-key': undefined }));

    expect(seen.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  it('once more when the server fails, and no more when it refuses', async () => {
    const flaky = await server((response, count) => response.writeHead(count === 1 ? 503 : 201).end());
    const strict = await server(status(403));

    expect(await post(inputsOf(flaky.url))).toEqual([]);
    expect(flaky.seen).toHaveLength(3);
    expect(await post(inputsOf(strict.url))).toHaveLength(1);
    expect(strict.seen).toHaveLength(1);
  });
});

describe('events that cannot be posted', () => {
  const cases: readonly (readonly [string, (response: ServerResponse) => void, RegExp])[] = [
    ['the server fails', status(500), /the answer 500/],
    ['the key is refused', status(401), /the answer 401/],
    ['the server never answers', () => undefined, /no answer within 0\.3 s/],
    ['the server hangs up', (response) => response.destroy(), /cannot be reached/],
  ];

  it.each(cases)('are a warning without address and key when %s', async (_, answer, told) => {
    const { url } = await server(answer);
    const [warning, ...more] = await post(inputsOf(url), 300);

    expect(more).toEqual([]);
    expect(warning).toMatch(told);
    expect(warning).not.toContain(KEY);
    expect(warning).not.toContain(url);
  });

  it('fail the step when the inputs say so', async () => {
    const { url } = await server(status(500));
    const run = post(inputsOf(url, { 'openlineage-failure': 'fail' }));

    await expect(run).rejects.toBeInstanceOf(ActionError);
    await expect(run).rejects.toMatchObject({ code: 'service' });
  });

  it('do not follow a redirect with the key', async () => {
    const other = await server(status(200));
    const { url } = await server((response) => response.writeHead(307, { location: other.url }).end());

    expect((await post(inputsOf(url)))[0]).toMatch(/the answer 307/);
    expect(other.seen).toEqual([]);
  });

  it.each([
    ['http://lineage.example.com', /would send the key unencrypted/],
    ['https://user:password@lineage.example.com', /user or password/],
  ])('are not sent to %s', async (url, told) => {
    const [warning] = await post(inputsOf(url));

    expect(warning).toMatch(told);
    expect(warning).not.toContain('password@');
  });
});
