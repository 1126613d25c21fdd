import { ConfigError, type Digest } from '@gatehouse/core';
import { type ChunkIndex, chunksOf, type IndexedFile, type Part } from './chunk-index.ts';
import { DEFAULT_RANGE_RULES, type PartRange, partRanges, type RangeRules } from './part-ranges.ts';
import type { FilePlace, WantedChunk } from './wanted-chunk.ts';

/** What to read of one part. */
export interface PartFetch {
  readonly part: Part;
  /** Ascending and apart; the whole part is one range. */
  readonly ranges: readonly PartRange[];
}

export interface FetchPlan {
  /** Files to make, also those without a byte. */
  readonly files: readonly IndexedFile[];
  readonly parts: readonly PartFetch[];
  /** Set when all files of the version are wanted, so that the model digest can be verified. */
  readonly modelDigest: Digest | null;
  /** Bytes that are read, gaps included. */
  readonly fetchedBytes: number;
}

export interface FetchRequest {
  readonly index: ChunkIndex;
  /** Names of files; every file when it is left out. */
  readonly files?: readonly string[];
  readonly rules?: RangeRules;
}

/**
 * Plans how a version is read: each chunk once, however many places it fills, in few ranges over all releases that
 * hold any.
 *
 * @throws ConfigError for a file that the version does not have
 */
export function planFetch({ index, files: names, rules = DEFAULT_RANGE_RULES }: FetchRequest): FetchPlan {
  const files = names === undefined ? index.files : wantedFiles(index, names);
  const byPart = Map.groupBy(wantedChunks(index, files), ({ part }) => part);
  const parts = index.parts.flatMap((part, number) => {
    const chunks = byPart.get(number);
    return chunks === undefined ? [] : [{ part, ranges: partRanges(part, chunks, rules) }];
  });
  return {
    files,
    parts,
    modelDigest: files.length === index.files.length ? index.modelDigest : null,
    fetchedBytes: parts.flatMap(({ ranges }) => ranges).reduce((sum, { begin, end }) => sum + end - begin, 0),
  };
}

function wantedFiles(index: ChunkIndex, names: readonly string[]): readonly IndexedFile[] {
  const wanted = new Set(names);
  const files = index.files.filter(({ name }) => wanted.delete(name));
  if (wanted.size === 0 && files.length > 0) return files;
  throw new ConfigError([
    {
      where: `Files to fetch of ${index.tag}`,
      found: wanted.size === 0 ? 'None' : [...wanted].map((name) => JSON.stringify(name)).join(', '),
      allowed: index.files.map(({ name }) => JSON.stringify(name)).join(', '),
      remedy: 'Name files that the version has, or none to fetch all of it',
    },
  ]);
}

function wantedChunks(
  index: ChunkIndex,
  files: readonly IndexedFile[],
): readonly (WantedChunk & { readonly part: number })[] {
  const wanted = new Map<Digest, WantedChunk & { readonly part: number; readonly places: FilePlace[] }>();
  for (const file of files) {
    let offset = 0;
    for (const chunk of chunksOf(index, file)) {
      const place = { file: file.name, offset };
      const known = wanted.get(chunk.digest);
      if (known === undefined) wanted.set(chunk.digest, { ...chunk, places: [place] });
      else known.places.push(place);
      offset += chunk.sizeBytes;
    }
  }
  return [...wanted.values()];
}
