import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FlippingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Passes every request on to `target` with one bit of the first body byte changed: a bad wire between job and GitHub. */
export async function startFlippingProxy(target: string): Promise<FlippingProxy> {
  const server = createServer((request, response) => {
    const onward = forward(
      `${target}${request.url}`,
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    let flipped = false;
    request.on('data', (chunk: Buffer) => {
      if (!flipped) chunk.writeUInt8(chunk.readUInt8(0) ^ 1, 0);
      flipped = true;
      onward.write(chunk);
    });
    request.on('end', () => onward.end());
    onward.on('error', () => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
