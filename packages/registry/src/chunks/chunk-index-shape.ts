import { type Digest, isDigest } from '@gatehouse/core';
import { z } from 'zod';
import { MAX_CHUNK_BYTES } from './cut-sizes.ts';

export const digestShape = z.custom<Digest>(isDigest, { message: 'must be "sha256:" and 64 lower-case hex digits' });
const count = z.int().min(0);
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const part = z.strictObject({
  release: z.string().min(1),
  asset: z.string().min(1),
  sizeBytes: count,
  digest: digestShape,
});
const chunk = z
  .tuple([hex, count.min(1).max(MAX_CHUNK_BYTES), count, count])
  .transform(([digits, sizeBytes, part, offset]) => ({
    digest: `sha256:${digits}` as const,
    sizeBytes,
    part,
    offset,
  }));
const run = z.tuple([count, count.min(1)]).transform(([first, count]) => ({ first, count }));
const file = z.strictObject({ name: z.string().min(1), sizeBytes: count, digest: digestShape, chunks: z.array(run) });

/** Members of a chunk index as the manifest has them, read as hostile values. */
export const CHUNK_INDEX_SHAPE = {
  model: z.string().min(1),
  tag: z.string().min(1),
  modelDigest: digestShape,
  parts: z.array(part),
  chunks: z.array(chunk),
  files: z.array(file).min(1),
};
