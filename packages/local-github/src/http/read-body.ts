import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { isJsonObject, type JsonObject } from './body.ts';
import { HttpProblem } from './http-problem.ts';

/** GitHub's own limit for a blob, which is the largest JSON body that it takes. */
const MAX_JSON_BYTES = 100 * 1024 * 1024;

/** All bytes of a request, unpacked; 413 above the limit. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const source = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes: Buffer = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > maxBytes) throw new HttpProblem(413, 'Request body too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The JSON object of a request; `null` when the body is empty. */
export async function readJsonObject(request: IncomingMessage): Promise<JsonObject | null> {
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  if (bytes.byteLength === 0) return null;
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HttpProblem(400, 'Problems parsing JSON');
  }
  if (!isJsonObject(value)) throw new HttpProblem(400, 'Body should be a JSON object');
  return value;
}
