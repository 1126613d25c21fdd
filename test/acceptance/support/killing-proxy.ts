import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** When the client dies: before GitHub hears of the request, in the middle of its body, or before it hears the answer. */
export type KillTime = 'before' | 'within' | 'after';

export interface Killing {
  /** The request, counted from 0. */
  readonly request: number;
  readonly when: KillTime;
  /** Kills the client. */
  kill(): void;
}

export interface KillingProxy {
  /** Where GitHub is for the client, with the path of `target`. */
  readonly url: string;
  /** `METHOD /path` of every request. */
  readonly seen: readonly string[];
  /** Until everything that was passed on has come to its end. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Passes everything on to a local GitHub, also what its answers point at, and kills the client at one request. */
export async function startKillingProxy(target: string, killing: Killing | null): Promise<KillingProxy> {
  const seen: string[] = [];
  const under = new Set<Promise<void>>();
  const { origin, pathname } = new URL(target);
  let own = '';

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const number = seen.push(`${request.method} ${request.url?.split('?')[0]}`) - 1;
    const when = killing?.request === number ? killing.when : null;
    if (when === 'before') {
      killing?.kill();
      response.destroy();
      return;
    }
    await new Promise<void>((done) => {
      const { method } = request;
      const headers = { ...request.headers, host: new URL(origin).host, 'accept-encoding': 'identity' };
      const onward = forward(`${origin}${request.url}`, { method, headers }, async (answer) => {
        const body = Buffer.concat(await answer.toArray().catch(() => []));
        if (when === 'after') killing?.kill();
        else answerWith(response, answer, { body, from: origin, to: own });
        done();
      });
      onward.on('error', () => {
        response.destroy();
        done();
      });
      // A client that dies in the middle leaves GitHub with half of a request.
      request.on('close', () => {
        if (!request.complete) onward.destroy(new Error('the client is gone'));
      });
      if (when === 'within') {
        request.once('data', (block: Buffer) => {
          onward.write(block.subarray(0, Math.ceil(block.length / 2)), () => {
            killing?.kill();
            onward.destroy(new Error('the client is gone'));
          });
        });
        return;
      }
      request.on('data', (block: Buffer) => onward.write(block));
      request.on('end', () => onward.end());
    });
  }

  const server = createServer((request, response) => {
    const passing = pass(request, response).finally(() => under.delete(passing));
    under.add(passing);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  own = `http://127.0.0.1:${port}`;
  return {
    url: `${own}${pathname.replace(/\/$/, '')}`,
    seen,
    settle: async () => void (await Promise.all(under)),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function answerWith(
  response: ServerResponse,
  answer: IncomingMessage,
  { body, from, to }: { readonly body: Buffer; readonly from: string; readonly to: string },
): void {
  const json = answer.headers['content-type']?.includes('json') === true;
  const bytes = json ? Buffer.from(body.toString('utf8').replaceAll(from, to)) : body;
  const { location, ...headers } = answer.headers;
  response.writeHead(answer.statusCode ?? 502, {
    ...headers,
    ...(location === undefined ? {} : { location: location.replace(from, to) }),
    'content-length': bytes.length,
  });
  response.end(bytes);
}
