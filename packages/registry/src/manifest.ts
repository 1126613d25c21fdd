import {
  ActionError,
  type CommitSha,
  canonicalJson,
  compareCodePoints,
  type Digest,
  omsRootDigest,
  parseStrictJson,
} from '@gatehouse/core';
import { z } from 'zod';
import { checkAttachments } from './asset-names.ts';
import { checkChunkIndex } from './chunks/check-chunk-index.ts';
import { type ChunkIndex, compactIndex } from './chunks/chunk-index.ts';
import { CHUNK_INDEX_SHAPE, digestShape } from './chunks/chunk-index-shape.ts';

/** A file that travels with the model and is no part of it; its asset has the same name. */
export interface ManifestAttachment {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
}

/**
 * `manifest.json` of a version: the chunk index, and what belongs to the version beside the model's bytes. Holds no
 * time and no run id, so publishing again after a crash gives equal bytes.
 */
export interface Manifest extends ChunkIndex {
  readonly schemaVersion: 2;
  readonly commit: CommitSha;
  /** Root digest of OpenSSF Model Signing, for other tools; it does not bind names. */
  readonly omsRootDigest: Digest;
  /** Parts are plain bytes. */
  readonly encryption: null;
  /** Sorted by code point of the name. */
  readonly attachments: readonly ManifestAttachment[];
}

/** What a manifest may weigh: 128 MiB are 1.4 million chunks, a model of 200 GB. */
export const MAX_MANIFEST_BYTES = 128 * 1024 * 1024;
const MAX_DEPTH = 6;

const manifestSchema = z.strictObject({
  ...CHUNK_INDEX_SHAPE,
  schemaVersion: z.literal(2),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  omsRootDigest: digestShape,
  encryption: z.null(),
  attachments: z.array(z.strictObject({ name: z.string().min(1), sizeBytes: z.int().min(0), digest: digestShape })),
});

/**
 * Makes the manifest of a version from its chunk index.
 *
 * @throws ConfigError for attachments that the release cannot hold
 */
export function buildManifest(version: {
  readonly index: ChunkIndex;
  readonly commit: CommitSha;
  readonly attachments: readonly ManifestAttachment[];
}): Manifest {
  const { model, tag, modelDigest, parts, chunks, files } = version.index;
  checkAttachments(version.attachments);
  return {
    schemaVersion: 2,
    model,
    tag,
    commit: version.commit,
    modelDigest,
    omsRootDigest: omsRootDigest(files),
    encryption: null,
    parts,
    chunks,
    files,
    attachments: version.attachments
      .map(({ name, sizeBytes, digest }) => ({ name, sizeBytes, digest }))
      .toSorted((a, b) => compareCodePoints(a.name, b.name)),
  };
}

/** The bytes of `manifest.json`: canonical JSON and a line feed, so that equal manifests are equal files. */
export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson({ ...manifest, ...compactIndex(manifest) })}\n`);
}

/**
 * Reads `manifest.json` as hostile bytes: closed shape, every rule of {@link checkChunkIndex}, digests that follow from
 * the files, and the very bytes that {@link writeManifest} gives.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  if (bytes.length > MAX_MANIFEST_BYTES) throw refused(`${bytes.length} bytes; at most ${MAX_MANIFEST_BYTES} are read`);
  const manifest = readShape(bytes);
  checkChunkIndex(manifest);
  const expected = rebuild(manifest);
  if (expected.omsRootDigest !== manifest.omsRootDigest)
    throw refused('Its root digest does not follow from its files');
  if (Buffer.compare(writeManifest(expected), bytes) === 0) return manifest;
  throw refused('Its attachments are out of order, or it is not canonical JSON and a line feed');
}

function readShape(bytes: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(parseStrictJson(bytes, MAX_DEPTH));
  } catch (cause) {
    throw refused(messageOf(cause), cause);
  }
}

function rebuild(manifest: Manifest): Manifest {
  try {
    return buildManifest({ ...manifest, index: manifest });
  } catch (cause) {
    throw refused(messageOf(cause), cause);
  }
}

/** The first faults only: a hostile manifest may have a million. */
function messageOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return cause instanceof Error ? cause.message : String(cause);
  return cause.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
}

function refused(found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: 'manifest.json of the release',
      found,
      allowed: 'The manifest that publish-model writes, schema version 2',
      remedy: 'Do not use this version; find out who made its release',
    },
    { cause, reasonCode: 'chunk-index-invalid' },
  );
}
