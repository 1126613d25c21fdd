import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reply } from '../context.ts';
import type { HttpProblem } from './http-problem.ts';

/** The error body that GitHub sends. */
export function problemReply(problem: HttpProblem): Reply {
  const body = {
    message: problem.message,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(problem.status),
  };
  return { status: problem.status, body, headers: problem.headers };
}

export async function sendReply(
  response: ServerResponse,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries({ ...headers, ...reply.headers })) response.setHeader(name, value);
  response.statusCode = reply.status;
  if (reply.bytes instanceof Readable) {
    await pipeline(reply.bytes, response);
    return;
  }
  if (reply.bytes !== undefined) {
    response.setHeader('content-length', reply.bytes.byteLength);
    response.end(reply.bytes);
    return;
  }
  if (reply.body === undefined) {
    response.end();
    return;
  }
  const text = Buffer.from(JSON.stringify(reply.body));
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', text.byteLength);
  response.end(text);
}
