import { compareCodePoints, type Digest, hexOf, modelDigest } from '@gatehouse/core';
import type { Chunk } from './cut-file.ts';

/** Most releases that one version is read from, its own among them; one more and a fetch takes too many requests. */
export const MAX_RELEASES = 8;

/** A release asset that holds chunks: one of this version or of an earlier one. Sizes and digests are of plaintext. */
export interface Part {
  /** Tag of the release, `name@vX.Y.Z`. */
  readonly release: string;
  readonly asset: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
}

/** A chunk and where it is stored. */
export interface StoredChunk extends Chunk {
  /** Place of its part in {@link ChunkIndex.parts}. */
  readonly part: number;
  /** First byte within the part. */
  readonly offset: number;
}

/** `count` chunks of the index from number `first` on. */
export interface ChunkRun {
  readonly first: number;
  readonly count: number;
}

export interface IndexedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
  readonly chunks: readonly ChunkRun[];
}

/** Which bytes make up a version, and where each of them is. Every chunk is there once. */
export interface ChunkIndex {
  readonly model: string;
  readonly tag: string;
  /** Of the plaintext files, as core's `modelDigest` has it. */
  readonly modelDigest: Digest;
  /** Sorted by release and asset name. */
  readonly parts: readonly Part[];
  /** In the order in which the files use them first. */
  readonly chunks: readonly StoredChunk[];
  /** Sorted by code point of the name. */
  readonly files: readonly IndexedFile[];
}

/** A chunk with the part that holds it. */
export interface ChunkPlace {
  readonly part: Part;
  readonly offset: number;
}

/** What an index is made of: the files with their chunks, and a place for each chunk. */
export interface IndexContent {
  readonly model: string;
  readonly tag: string;
  readonly files: readonly {
    readonly name: string;
    readonly sizeBytes: number;
    readonly digest: Digest;
    readonly chunks: readonly Chunk[];
  }[];
  placeOf(chunk: Chunk): ChunkPlace;
}

/**
 * Makes the index of a version. The same content gives the same index whatever the order of the files.
 *
 * @throws ConfigError for file names that a model cannot have
 */
export function buildChunkIndex(content: IndexContent): ChunkIndex {
  const files = content.files.toSorted((a, b) => compareCodePoints(a.name, b.name));
  const distinct = new Map<Digest, Chunk>();
  for (const chunk of files.flatMap(({ chunks }) => chunks)) {
    if (!distinct.has(chunk.digest)) distinct.set(chunk.digest, chunk);
  }
  const placed = [...distinct.values()].map((chunk) => ({ chunk, place: content.placeOf(chunk) }));
  const parts = sortedParts(placed.map(({ place }) => place.part));
  const partNumbers = new Map(parts.map((part, number) => [keyOf(part), number]));
  const chunkNumbers = new Map([...distinct.keys()].map((digest, number) => [digest, number]));
  return {
    model: content.model,
    tag: content.tag,
    modelDigest: modelDigest(files),
    parts,
    chunks: placed.map(({ chunk, place }) => ({
      digest: chunk.digest,
      sizeBytes: chunk.sizeBytes,
      part: partNumbers.get(keyOf(place.part)) ?? 0,
      offset: place.offset,
    })),
    files: files.map(({ name, sizeBytes, digest, chunks }) => ({
      name,
      sizeBytes,
      digest,
      chunks: runsOf(chunks.map((chunk) => chunkNumbers.get(chunk.digest) ?? 0)),
    })),
  };
}

function sortedParts(parts: readonly Part[]): readonly Part[] {
  const distinct = new Map(parts.map((part) => [keyOf(part), part]));
  return [...distinct.values()].sort(
    (a, b) => compareCodePoints(a.release, b.release) || compareCodePoints(a.asset, b.asset),
  );
}

function keyOf({ release, asset }: Part): string {
  return `${release} ${asset}`;
}

function runsOf(numbers: readonly number[]): readonly ChunkRun[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === number) last.count += 1;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}

/** The chunks of a file in the order of its bytes. */
export function chunksOf(index: ChunkIndex, file: IndexedFile): readonly StoredChunk[] {
  return file.chunks.flatMap(({ first, count }) => index.chunks.slice(first, first + count));
}

/** Releases that a version is read from: its own, if it stores anything, and earlier ones. */
export function releasesOf(index: ChunkIndex): readonly string[] {
  return [...new Set(index.parts.map(({ release }) => release))];
}

/** Parts, chunks and files as JSON has them. */
export interface CompactIndex {
  readonly parts: readonly Part[];
  /** `[hex of the digest, size, part, offset]` */
  readonly chunks: readonly (readonly [string, number, number, number])[];
  readonly files: readonly (Omit<IndexedFile, 'chunks'> & { readonly chunks: readonly (readonly number[])[] })[];
}

/** An index as it is written: chunks and runs are lists without keys there, about 90 bytes a chunk. */
export function compactIndex({ parts, chunks, files }: ChunkIndex): CompactIndex {
  return {
    parts,
    chunks: chunks.map(({ digest, sizeBytes, part, offset }) => [hexOf(digest), sizeBytes, part, offset]),
    files: files.map((file) => ({ ...file, chunks: file.chunks.map(({ first, count }) => [first, count]) })),
  };
}
