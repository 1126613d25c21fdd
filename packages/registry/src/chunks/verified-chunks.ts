import { type Digest, sha256 } from '@gatehouse/core';
import type { Chunk } from './cut-file.ts';

/** A run of bytes that holds these chunks, ascending and apart. */
export interface ChunkRange<T extends Chunk & { readonly offset: number }> {
  readonly begin: number;
  /** Behind the last byte. */
  readonly end: number;
  readonly chunks: readonly T[];
}

/**
 * Cuts the bytes of a range into its chunks and yields each one when it is whole and has its digest; bytes between
 * chunks are dropped. One chunk is held in memory.
 *
 * @param refuse makes the error for a chunk with another digest, and for more or fewer bytes than the range has
 */
export async function* verifiedChunks<T extends Chunk & { readonly offset: number }>(
  stream: AsyncIterable<Uint8Array>,
  range: ChunkRange<T>,
  refuse: (found: string) => Error,
): AsyncGenerator<{ readonly chunk: T; readonly bytes: Uint8Array }> {
  let position = range.begin;
  let number = 0;
  let pieces: Uint8Array[] = [];
  for await (const block of stream) {
    for (let rest = block; rest.length > 0; ) {
      if (position >= range.end) throw refuse(`More than ${range.end - range.begin} bytes`);
      const chunk = range.chunks[number];
      const piece = rest.subarray(0, nextEdge(chunk, position, range.end) - position);
      if (chunk !== undefined && position >= chunk.offset) pieces.push(piece);
      position += piece.length;
      rest = rest.subarray(piece.length);
      if (chunk === undefined || position < chunk.offset + chunk.sizeBytes) continue;
      yield { chunk, bytes: withDigest(pieces, chunk, refuse) };
      pieces = [];
      number += 1;
    }
  }
  if (position < range.end) throw refuse(`${position - range.begin} of ${range.end - range.begin} bytes`);
}

/** The next position at which a chunk begins or ends. */
function nextEdge(
  chunk: { readonly offset: number; readonly sizeBytes: number } | undefined,
  position: number,
  end: number,
): number {
  if (chunk === undefined) return end;
  return position < chunk.offset ? chunk.offset : chunk.offset + chunk.sizeBytes;
}

function withDigest(
  pieces: readonly Uint8Array[],
  chunk: { readonly digest: Digest; readonly offset: number },
  refuse: (found: string) => Error,
): Uint8Array {
  const [first = new Uint8Array(), ...more] = pieces;
  const bytes = more.length === 0 ? first : Buffer.concat(pieces);
  const digest = sha256(bytes);
  if (digest === chunk.digest) return bytes;
  throw refuse(`Bytes from ${chunk.offset} with ${digest} in place of ${chunk.digest}`);
}
