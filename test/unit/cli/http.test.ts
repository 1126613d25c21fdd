import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { request } from '../../../packages/cli/src/demo/http.ts';

/** A port of this machine on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

describe('a request without an answer', () => {
  it('names method, URL and cause', async () => {
    const url = `http://127.0.0.1:${await closedPort()}/repos`;

    await expect(request(url, { method: 'PUT' })).rejects.toThrow(
      new RegExp(`^PUT ${url.replaceAll('.', '\\.')} got no answer: fetch failed: .*ECONNREFUSED`),
    );
  });
});
