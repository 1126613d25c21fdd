import { type Digest, isDigest, parseStrictJson } from '@gatehouse/core';
import { z } from 'zod';
import { checkChunkIndex } from './check-chunk-index.ts';
import { type ChunkIndex, writeChunkIndex } from './chunk-index.ts';
import { MAX_CHUNK_BYTES } from './cut-sizes.ts';
import { refusedIndex } from './refused-index.ts';

const MAX_DEPTH = 6;
/** What an index may weigh: 128 MiB are 1.4 million chunks, a model of 200 GB. */
export const MAX_INDEX_BYTES = 128 * 1024 * 1024;

const digest = z.custom<Digest>(isDigest, { message: 'must be "sha256:" and 64 lower-case hex digits' });
const count = z.int().min(0);
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const part = z.strictObject({
  release: z.string().min(1),
  asset: z.string().min(1),
  sizeBytes: count,
  digest,
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
const file = z.strictObject({ name: z.string().min(1), sizeBytes: count, digest, chunks: z.array(run) });

const indexSchema = z.strictObject({
  schemaVersion: z.literal(1),
  model: z.string().min(1),
  tag: z.string().min(1),
  modelDigest: digest,
  parts: z.array(part),
  chunks: z.array(chunk),
  files: z.array(file).min(1),
});

/**
 * Reads a chunk index as hostile bytes: closed shape, the bytes that {@link writeChunkIndex} gives and no others, and
 * every rule of {@link checkChunkIndex}.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`
 */
export function parseChunkIndex(bytes: Uint8Array): ChunkIndex {
  if (bytes.length > MAX_INDEX_BYTES) {
    throw refusedIndex('a version', `${bytes.length} bytes; at most ${MAX_INDEX_BYTES} are read`);
  }
  const index = readShape(bytes);
  checkChunkIndex(index);
  if (Buffer.compare(writeChunkIndex(index), bytes) === 0) return index;
  throw refusedIndex(index.tag, 'It is not canonical JSON and a line feed');
}

function readShape(bytes: Uint8Array): ChunkIndex {
  try {
    return indexSchema.parse(parseStrictJson(bytes, MAX_DEPTH));
  } catch (cause) {
    throw refusedIndex('a version', messageOf(cause), cause);
  }
}

/** The first faults only: a hostile index may have a million. */
function messageOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return cause instanceof Error ? cause.message : String(cause);
  return cause.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
}
