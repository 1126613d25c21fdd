import { hkdfSync, randomBytes } from 'node:crypto';
import { seal, TAG_BYTES, unseal } from './aead.ts';
import { refusedAge } from './refusal.ts';

/** Bytes as they come: a stream of Node, or an array of buffers. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const CHUNK_BYTES = 64 * 1024;
const NONCE_BYTES = 16;

/**
 * Encrypts a payload in the STREAM construction of age: a nonce, then chunks of 64 KiB, the last one marked. Nothing
 * but one chunk is held in memory. The header is not needed, so recipients can change while the payload stays.
 */
export async function* encryptPayload(fileKey: Uint8Array, source: ByteSource): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(NONCE_BYTES);
  yield salt;
  const key = payloadKey(fileKey, salt);
  const nonce = new Uint8Array(12);
  for await (const { bytes, last } of inChunks(source, CHUNK_BYTES)) {
    yield seal(key, marked(nonce, last), bytes);
    increment(nonce);
  }
}

/**
 * Decrypts a payload. A chunk is given out as soon as it is verified; whoever takes them must throw all away if this
 * throws, since only the end shows that nothing was cut off.
 *
 * @throws ActionError `encrypted-payload-invalid` when a chunk was changed, exchanged or cut, or something follows the
 *   end; `encrypted-header-invalid` when not even the nonce is there, as after a header that was cut.
 */
export async function* decryptPayload(fileKey: Uint8Array, source: ByteSource): AsyncGenerator<Uint8Array> {
  const { salt, rest } = await splitNonce(source);
  const key = payloadKey(fileKey, salt);
  const nonce = new Uint8Array(12);
  let index = 0;
  for await (const { bytes, last } of inChunks(rest, CHUNK_BYTES + TAG_BYTES)) {
    const plaintext = unseal(key, marked(nonce, last), bytes);
    if (plaintext === null) {
      const early = bytes.length === CHUNK_BYTES + TAG_BYTES ? unseal(key, marked(nonce, !last), bytes) : null;
      if (early === null) throw refusedAge('encrypted-payload-invalid', `chunk ${index}, which does not verify`);
      yield early;
      throw refusedAge('encrypted-payload-invalid', last ? `no end after chunk ${index}` : 'bytes after the end');
    }
    if (last && index > 0 && plaintext.length === 0) {
      throw refusedAge('encrypted-payload-invalid', `an empty last chunk ${index}`);
    }
    yield plaintext;
    increment(nonce);
    index += 1;
  }
}

/** Bytes of a payload whose plaintext has so many. */
export function payloadBytes(plaintextBytes: number): number {
  return NONCE_BYTES + plaintextBytes + TAG_BYTES * Math.max(1, Math.ceil(plaintextBytes / CHUNK_BYTES));
}

function payloadKey(fileKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, salt, 'payload', 32));
}

function marked(nonce: Uint8Array, last: boolean): Uint8Array {
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Eleven bytes count, big-endian; the twelfth marks the last chunk. 2^88 chunks are never reached. */
function increment(nonce: Uint8Array): void {
  for (let index = 10; index >= 0; index -= 1) {
    const next = ((nonce[index] ?? 0) + 1) & 0xff;
    nonce[index] = next;
    if (next !== 0) return;
  }
}

async function splitNonce(source: ByteSource): Promise<{ readonly salt: Uint8Array; readonly rest: ByteSource }> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < NONCE_BYTES) {
    const next = await iterator.next();
    if (next.done === true) {
      throw refusedAge('encrypted-header-invalid', `${head.length} bytes after the header, where a nonce must be`);
    }
    head = Buffer.concat([head, next.value]);
  }
  return { salt: head.subarray(0, NONCE_BYTES), rest: following(head.subarray(NONCE_BYTES), iterator) };
}

async function* following(
  first: Uint8Array,
  iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Chunks of one size and a last one that is not longer; an empty source has one empty chunk. */
async function* inChunks(
  source: ByteSource,
  size: number,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  const held = Buffer.alloc(size);
  let used = 0;
  for await (const piece of source) {
    let rest = piece;
    while (used + rest.length > size) {
      const taken = size - used;
      if (used === 0) yield { bytes: rest.subarray(0, size), last: false };
      else {
        held.set(rest.subarray(0, taken), used);
        yield { bytes: held, last: false };
      }
      rest = rest.subarray(taken);
      used = 0;
    }
    held.set(rest, used);
    used += rest.length;
  }
  yield { bytes: held.subarray(0, used), last: true };
}
