import { hash } from 'node:crypto';
import type { CutSizes } from './cut-sizes.ts';

/** Bits by which the strict rule asks for more than the size needs, and the loose one for less (FastCDC, level 2). */
const NORMALISATION = 2;
const WORD_BITS = 32;
const VALUES_PER_HASH = 8;

/**
 * One random number for each byte. They come out of SHA-256, so that nobody chose them and another implementation can
 * make them too: number 8·i + j is the j-th big-endian word of SHA-256 of the text `gatehouse gear <i>`.
 */
const GEAR: Int32Array = Int32Array.from({ length: 256 }, (_, byte) =>
  hash('sha256', `gatehouse gear ${Math.floor(byte / VALUES_PER_HASH)}`, 'buffer').readInt32BE(
    (byte % VALUES_PER_HASH) * 4,
  ),
);

/** The chunk that is being read: how many bytes it has, and the gear hash of the last 32 of them. */
export interface OpenChunk {
  sizeBytes: number;
  gear: number;
}

export function emptyChunk(): OpenChunk {
  return { sizeBytes: 0, gear: 0 };
}

export interface Advance {
  /** How many of the bytes belong to the chunk. */
  readonly taken: number;
  /** True when the chunk ends behind them. */
  readonly complete: boolean;
}

/**
 * Takes bytes into a chunk until its content ends it: FastCDC with normalisation, over a gear hash of 32 bits. Where a
 * chunk ends depends on its own bytes only, never on how the stream was split, so the state may be kept between calls.
 * Bytes below the smallest size are not looked at, which makes chunks larger than the bits of the rules say.
 */
export function advance(chunk: OpenChunk, bytes: Uint8Array, sizes: CutSizes): Advance {
  const bits = Math.round(Math.log2(sizes.normalBytes));
  const unread = Math.min(bytes.length, Math.max(0, sizes.minBytes - chunk.sizeBytes));
  chunk.sizeBytes += unread;
  const strict = scan(chunk, bytes, {
    from: unread,
    until: sizes.normalBytes,
    bits: bits + NORMALISATION,
  });
  if (strict.complete) return strict;
  const loose = scan(chunk, bytes, { from: strict.taken, until: sizes.maxBytes, bits: bits - NORMALISATION });
  return { taken: loose.taken, complete: loose.complete || chunk.sizeBytes >= sizes.maxBytes };
}

interface Zone {
  readonly from: number;
  /** Size of the chunk at which another rule holds. */
  readonly until: number;
  readonly bits: number;
}

function scan(chunk: OpenChunk, bytes: Uint8Array, zone: Zone): Advance {
  const end = Math.min(bytes.length, zone.from + Math.max(0, zone.until - chunk.sizeBytes));
  // The highest bits of the hash depend on the most bytes.
  const mask = -1 << (WORD_BITS - zone.bits);
  let gear = chunk.gear;
  let at = zone.from;
  let complete = false;
  while (at < end && !complete) {
    gear = ((gear << 1) + (GEAR[bytes[at] ?? 0] ?? 0)) | 0;
    complete = (gear & mask) === 0;
    at += 1;
  }
  chunk.gear = gear;
  chunk.sizeBytes += at - zone.from;
  return { taken: at, complete };
}
