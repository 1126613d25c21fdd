import { ActionError } from '@gatehouse/core';
import type { GitHubClient } from './client.ts';
import { type Purpose, toActionError, unexpectedAnswer } from './service-errors.ts';

/**
 * Bytes behind an API address, following one redirect. The second request is our own and carries no token: the storage
 * host authorises by the address itself, and would be sent a credential that is none of its business.
 */
export async function toByteStream(
  client: GitHubClient,
  purpose: Purpose,
  request: { readonly path: string; readonly accept: string },
): Promise<AsyncIterable<Uint8Array>> {
  const answer = await client.bytes({ ...purpose, ...request });
  if (answer.kind === 'bytes') return explained(answer.body, client, purpose);
  const fetch = client.options.fetch ?? globalThis.fetch;
  const response = await fetch(answer.location, {
    headers: { 'user-agent': client.options.userAgent ?? 'gatehouse' },
  }).catch((error: unknown) => {
    throw toActionError(error, purpose, client.waits.now());
  });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw unexpectedAnswer(
      purpose,
      `status ${response.status} from ${answer.location.host}, where the bytes should be`,
    );
  }
  return explained(response.body, client, purpose);
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
