import { ActionError, type ByteRange } from '@gatehouse/core';
import type { GitHubClient } from './client.ts';
import { type Purpose, toActionError, unexpectedAnswer } from './service-errors.ts';

/**
 * Bytes behind an API address, following one redirect. The second request is our own and carries no token: the storage
 * host authorises by the address itself, and would be sent a credential that is none of its business.
 *
 * A range is asked of the storage host. Whoever answers with all bytes in place of it costs time and nothing else.
 */
export async function toByteStream(
  client: GitHubClient,
  purpose: Purpose,
  request: { readonly path: string; readonly accept: string; readonly range?: ByteRange | undefined },
): Promise<AsyncIterable<Uint8Array>> {
  const { range } = request;
  const answer = await client.bytes({ ...purpose, ...request });
  if (answer.kind === 'bytes') return cutOut(explained(answer.body, client, purpose), range);
  const fetch = client.options.fetch ?? globalThis.fetch;
  const response = await fetch(answer.location, {
    headers: {
      'user-agent': client.options.userAgent ?? 'gatehouse',
      ...(range === undefined ? {} : { range: `bytes=${range.begin}-${range.end - 1}` }),
    },
  }).catch((error: unknown) => {
    throw toActionError(error, purpose, client.waits.now());
  });
  const partial = range !== undefined && isAnswerOf(response, range);
  if (response.body === null || !(partial || response.status === 200)) {
    await response.body?.cancel();
    throw unexpectedAnswer(
      purpose,
      `status ${response.status} from ${answer.location.host}, where the bytes should be`,
    );
  }
  const stream = explained(response.body, client, purpose);
  return partial ? stream : cutOut(stream, range);
}

function isAnswerOf(response: Response, { begin, end }: ByteRange): boolean {
  const found = response.headers.get('content-range') ?? '';
  return response.status === 206 && found.startsWith(`bytes ${begin}-${end - 1}/`);
}

/** The bytes of a range out of all bytes; the rest is not waited for. */
async function* cutOut(stream: AsyncIterable<Uint8Array>, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
  let position = 0;
  for await (const block of stream) {
    const begin = Math.max((range?.begin ?? 0) - position, 0);
    const end = Math.min((range?.end ?? Number.POSITIVE_INFINITY) - position, block.length);
    if (end > begin) yield block.subarray(begin, end);
    position += block.length;
    if (range !== undefined && position >= range.end) return;
  }
}

/** A connection that breaks midway is explained like one that was never made. */
async function* explained(
  body: ReadableStream<Uint8Array>,
  client: GitHubClient,
  purpose: Purpose,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw toActionError(error, purpose, client.waits.now());
  }
}

/** All bytes in one piece; refuses as soon as there are more than `maxBytes`. */
export async function readAtMost(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  purpose: Purpose,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) {
      throw new ActionError('refused', {
        where: `GitHub, to ${purpose.doing}`,
        found: `More than ${maxBytes} bytes`,
        allowed: `At most ${maxBytes} bytes`,
        remedy: 'Put less into the artifact',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, sizeBytes);
}
