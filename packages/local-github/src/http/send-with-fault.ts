import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from '../context.ts';
import { faultReply, type Suffering } from './faults.ts';
import { sendReply } from './send.ts';

interface Work {
  /** `null`: nothing goes wrong. */
  readonly suffering: Suffering | null;
  answer(): Promise<Reply>;
  headers(): Readonly<Record<string, string>>;
}

/** Answers a request, or does to it what a fault says. */
export async function sendWithFault(response: ServerResponse, work: Work): Promise<void> {
  const { latencyMs, effect } = work.suffering ?? { latencyMs: 0, effect: null };
  if (latencyMs > 0) await delay(latencyMs);
  if (effect === null) {
    const reply = await work.answer();
    return sendReply(response, reply, work.headers());
  }
  if ('cutBody' in effect) {
    const reply = await work.answer();
    return sendHalf(response, reply, work.headers());
  }
  if (effect.applied === true) discard(await work.answer());
  if ('reset' in effect) return void response.socket?.resetAndDestroy();
  return sendReply(response, faultReply(effect), work.headers());
}

/** The whole body's length is announced and half of it comes. */
async function sendHalf(
  response: ServerResponse,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const body = await bytesOf(reply);
  // Where there is no body, nothing comes at all.
  if (body.byteLength === 0) return void response.socket?.destroy();
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
    ...reply.headers,
    'content-length': String(body.byteLength),
  });
  await new Promise<void>((resolve) => {
    response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => resolve());
  });
  response.destroy();
}

function discard({ bytes }: Reply): void {
  if (bytes instanceof Readable) bytes.destroy();
}

async function bytesOf({ bytes, body }: Reply): Promise<Buffer> {
  if (bytes instanceof Readable) return Buffer.concat(await bytes.toArray());
  if (bytes !== undefined) return Buffer.from(bytes);
  return Buffer.from(body === undefined ? '' : JSON.stringify(body));
}
