import { ActionError, ConfigError, checkModelFiles, compareCodePoints, type Digest } from '@gatehouse/core';
import { parseVersionTag } from '../version-tag.ts';
import { checkChunkIndex } from './check-chunk-index.ts';
import { chooseReleases, type EarlierStore } from './choose-releases.ts';
import { buildChunkIndex, type ChunkIndex, type ChunkPlace, MAX_RELEASES } from './chunk-index.ts';
import type { CutFile } from './cut-file.ts';
import { notEarlier } from './earlier-version.ts';
import { type NewChunk, type NewPart, PART_LIMITS, type PartLimits, packParts } from './pack-parts.ts';
import { refusedIndex } from './refused-index.ts';

export interface ChunkRequest {
  /** `name@vX.Y.Z`. */
  readonly tag: string;
  readonly files: readonly CutFile[];
  /** What is stored by published versions of this model whose releases are still there. */
  readonly earlier: readonly EarlierStore[];
  /** Stores every chunk anew, so that nothing earlier is needed for this version any more. */
  readonly repack?: boolean;
  readonly limits?: PartLimits & { readonly maxReleases: number };
}

/** What publishing stores, and what it refers to. */
export interface ChunkPlan {
  readonly tag: string;
  readonly model: string;
  readonly files: readonly CutFile[];
  readonly parts: readonly NewPart[];
  /** Chunks that earlier releases hold. */
  readonly referenced: ReadonlyMap<Digest, ChunkPlace>;
  readonly storedBytes: number;
  readonly referencedBytes: number;
}

/**
 * Decides what a version stores: every chunk that is in none of the releases it refers to, once, in the order of the
 * files. Releases that would make the chain longer than {@link MAX_RELEASES} are not referred to.
 *
 * @throws ConfigError for file names that a model cannot have
 * @throws ActionError `refused`, reason `release-full`; `integrity`, reason `chunk-index-invalid`, for an index of
 *   another model or of a version that is not earlier
 */
export function planChunks(request: ChunkRequest): ChunkPlan {
  const { tag, earlier, repack = false, limits = { ...PART_LIMITS, maxReleases: MAX_RELEASES } } = request;
  const model = modelOf(tag);
  checkModelFiles(request.files);
  for (const index of earlier) {
    const fault = notEarlier(index.tag, tag);
    if (fault !== null) throw refusedIndex(index.tag, `It was given as an earlier version: ${fault}`);
  }
  const files = request.files.toSorted((a, b) => compareCodePoints(a.name, b.name));
  const distinct = distinctChunks(files);
  // One release of the chain is the version's own.
  const referenced = chooseReleases(distinct, repack ? [] : earlier, limits.maxReleases - 1);
  const stored = distinct.filter(({ digest }) => !referenced.has(digest));
  const storedBytes = bytesOf(stored);
  return {
    tag,
    model,
    files,
    parts: packParts(stored, limits),
    referenced,
    storedBytes,
    referencedBytes: bytesOf(distinct) - storedBytes,
  };
}

/**
 * The index of a planned version, once the bytes of its parts were read.
 *
 * @param digests SHA-256 of each new part by asset name
 * @throws ActionError `bug` for a part without a digest, and whatever a reader of the index would throw
 */
export function indexOf(plan: ChunkPlan, digests: ReadonlyMap<string, Digest>): ChunkIndex {
  const places = new Map(plan.referenced);
  for (const { asset, sizeBytes, chunks } of plan.parts) {
    const part = { release: plan.tag, asset, sizeBytes, digest: digests.get(asset) ?? missing(asset) };
    for (const { digest, offset } of chunks) places.set(digest, { part, offset });
  }
  const index = buildChunkIndex({ ...plan, placeOf: ({ digest }) => places.get(digest) ?? missing(digest) });
  checkChunkIndex(index);
  return index;
}

function distinctChunks(files: readonly CutFile[]): readonly NewChunk[] {
  const distinct = new Map<Digest, NewChunk>();
  for (const { name, chunks } of files) {
    let fileOffset = 0;
    for (const chunk of chunks) {
      if (!distinct.has(chunk.digest)) distinct.set(chunk.digest, { ...chunk, file: name, fileOffset });
      fileOffset += chunk.sizeBytes;
    }
  }
  return [...distinct.values()];
}

function bytesOf(chunks: readonly NewChunk[]): number {
  return chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function modelOf(tag: string): string {
  const version = parseVersionTag(tag);
  if (version !== null) return version.model;
  throw new ConfigError([
    {
      where: 'Version tag',
      found: `"${tag}"`,
      allowed: 'A tag "name@vX.Y.Z"',
      remedy: 'Let the next version be computed from the tags of the repository',
    },
  ]);
}

function missing(what: string): never {
  throw new ActionError('bug', {
    where: 'Chunk index that is being made',
    found: `Nothing is known of ${what}`,
    allowed: 'A digest for every part, and a part for every chunk',
    remedy: 'Report this as a bug',
  });
}
