import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface InterruptingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Passes every request on to `target`; the first whose URL has `part` waits until something else has happened. */
export async function startInterruptingProxy(
  target: string,
  interruption: { readonly part: string; readonly happens: () => Promise<unknown> },
): Promise<InterruptingProxy> {
  let happened: Promise<unknown> | null = null;
  const server = createServer(async (request, response) => {
    if (request.url?.includes(interruption.part)) {
      happened ??= interruption.happens();
      await happened;
    }
    const { method, headers } = request;
    const onward = forward(`${target}${request.url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
