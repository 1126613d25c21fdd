import { ActionError } from '@gatehouse/core';
import { MAX_ASSET_BYTES, MAX_ASSETS } from '../asset-names.ts';
import type { Chunk } from './cut-file.ts';

export interface PartLimits {
  /** Parts are made of this size while a release has room for them: an upload that breaks begins its part again. */
  readonly usualPartBytes: number;
  readonly maxPartBytes: number;
  readonly maxParts: number;
}

export const PART_LIMITS: PartLimits = {
  usualPartBytes: 256 * 1024 * 1024,
  maxPartBytes: MAX_ASSET_BYTES,
  maxParts: MAX_ASSETS,
};

/** A chunk that has to be stored, and where its bytes can be read. */
export interface NewChunk extends Chunk {
  readonly file: string;
  /** First byte within the file. */
  readonly fileOffset: number;
}

export interface PackedChunk extends NewChunk {
  /** First byte within the part. */
  readonly offset: number;
}

/** A part that is to be uploaded; its digest is known when its bytes were read. */
export interface NewPart {
  readonly asset: string;
  readonly sizeBytes: number;
  readonly chunks: readonly PackedChunk[];
}

/**
 * Packs chunks into parts, in their order and one behind the other. Parts grow from the usual size to the largest one
 * as far as the number of parts asks for it.
 *
 * @throws ActionError `refused`, reason `release-full`, when a release cannot hold them
 */
export function packParts(chunks: readonly NewChunk[], limits: PartLimits): readonly NewPart[] {
  const size = partSize(chunks, limits);
  const parts: NewPart[] = [];
  let packed: PackedChunk[] = [];
  let filled = 0;
  const close = (): void => {
    if (packed.length > 0) parts.push({ asset: assetOf(parts.length + 1), sizeBytes: filled, chunks: packed });
    packed = [];
    filled = 0;
  };
  for (const chunk of chunks) {
    if (filled + chunk.sizeBytes > size) close();
    packed.push({ ...chunk, offset: filled });
    filled += chunk.sizeBytes;
  }
  close();
  if (parts.length > limits.maxParts || parts.some(({ sizeBytes }) => sizeBytes > limits.maxPartBytes)) {
    throw releaseFull(parts, limits);
  }
  return parts;
}

/** A part is closed with less than one chunk of room left, so parts of this size are never too many. */
function partSize(chunks: readonly NewChunk[], { usualPartBytes, maxPartBytes, maxParts }: PartLimits): number {
  let total = 0;
  let largest = 0;
  for (const { sizeBytes } of chunks) {
    total += sizeBytes;
    largest = Math.max(largest, sizeBytes);
  }
  return Math.min(maxPartBytes, Math.max(usualPartBytes, Math.ceil(total / maxParts) + largest));
}

function assetOf(number: number): string {
  return `part-${String(number).padStart(4, '0')}`;
}

function releaseFull(parts: readonly NewPart[], limits: PartLimits): ActionError {
  const total = parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return new ActionError(
    'refused',
    {
      where: 'Parts of the release',
      found: `${total} bytes to store, which take ${parts.length} parts`,
      allowed: `At most ${limits.maxParts} parts of ${limits.maxPartBytes} bytes`,
      remedy: 'Split the model into several models, each with versions of its own',
    },
    { reasonCode: 'release-full' },
  );
}
