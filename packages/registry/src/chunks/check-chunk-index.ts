import { compareCodePoints, modelDigest } from '@gatehouse/core';
import { MAX_ASSET_BYTES, MAX_ASSETS } from '../asset-names.ts';
import { parseVersionTag } from '../version-tag.ts';
import { type ChunkIndex, chunksOf, MAX_RELEASES, type Part, releasesOf } from './chunk-index.ts';
import { notEarlier } from './earlier-version.ts';
import { refusedIndex } from './refused-index.ts';

/** A few bytes of index could stand for a file of any size; 4 million chunks are 600 GB. */
const MAX_CHUNK_USES = 4_000_000;

type Rule = (index: ChunkIndex) => string | null;

/** Every rule says what breaks it, or `null`. Later rules rely on earlier ones. */
const RULES: readonly Rule[] = [
  tagFault,
  partOrderFault,
  partFault,
  releaseFault,
  chunkFault,
  layoutFault,
  fileChunkFault,
  orderOfUseFault,
];

/**
 * Checks that an index holds together: names and model digest follow from the files, every file is made of chunks that
 * are there, every chunk lies within its part and beside the others, own parts hold nothing else, and what is referred
 * to are releases of *earlier versions* of the model, so that no release can lead back to itself.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`
 */
export function checkChunkIndex(index: ChunkIndex): void {
  for (const rule of RULES) {
    const fault = rule(index);
    if (fault !== null) throw refusedIndex(index.tag, fault);
  }
  if (modelDigestOf(index) === index.modelDigest) return;
  throw refusedIndex(index.tag, 'Its model digest does not follow from its files');
}

function modelDigestOf(index: ChunkIndex): string {
  try {
    return modelDigest(index.files);
  } catch (cause) {
    throw refusedIndex(index.tag, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function tagFault({ tag, model }: ChunkIndex): string | null {
  const version = parseVersionTag(tag);
  if (version === null) return 'Its tag names no version';
  return version.model === model ? null : `It is of model "${model}" and its tag names "${version.model}"`;
}

function partOrderFault({ parts }: ChunkIndex): string | null {
  return firstOf(parts, (part, number) => {
    const before = parts[number - 1];
    if (before === undefined) return null;
    const order = compareCodePoints(before.release, part.release) || compareCodePoints(before.asset, part.asset);
    return order < 0 ? null : `${nameOf(part)} is listed twice or out of order`;
  });
}

function partFault({ parts }: ChunkIndex): string | null {
  return firstOf(parts, (part) => {
    if (!/^part-[0-9]{4}$/.test(part.asset)) return `${nameOf(part)} is not named as parts are`;
    return part.sizeBytes > MAX_ASSET_BYTES ? `${nameOf(part)} has ${part.sizeBytes} bytes` : null;
  });
}

function releaseFault(index: ChunkIndex): string | null {
  const releases = releasesOf(index);
  if (releases.length > MAX_RELEASES)
    return `It reads ${releases.length} releases; at most ${MAX_RELEASES} are allowed`;
  const own = index.parts.filter(({ release }) => release === index.tag);
  if (own.length > MAX_ASSETS) return `It has ${own.length} parts; a release holds at most ${MAX_ASSETS}`;
  return firstOf(releases, (release) => {
    const fault = release === index.tag ? null : notEarlier(release, index.tag);
    return fault === null ? null : `It refers to a release that it may not: ${fault}`;
  });
}

function chunkFault({ chunks, parts }: ChunkIndex): string | null {
  const digests = new Set<string>();
  return firstOf(chunks, ({ digest, sizeBytes, part: number, offset }) => {
    if (digests.has(digest)) return `Chunk ${digest} is listed twice`;
    digests.add(digest);
    const part = parts[number];
    if (part === undefined) return `Chunk ${digest} is in part ${number} of ${parts.length}`;
    return offset + sizeBytes > part.sizeBytes ? `Chunk ${digest} ends beyond ${nameOf(part)}` : null;
  });
}

/** No two chunks of a part overlap, every part is used, and own parts are chunks from the first byte to the last. */
function layoutFault({ chunks, parts, tag }: ChunkIndex): string | null {
  const byPart = Map.groupBy(chunks, ({ part }) => part);
  return firstOf(parts, (part, number) => {
    const inside = (byPart.get(number) ?? []).toSorted((a, b) => a.offset - b.offset);
    if (inside.length === 0) return `No chunk is in ${nameOf(part)}`;
    const own = part.release === tag;
    let reached = 0;
    for (const { offset, sizeBytes, digest } of inside) {
      if (offset < reached) return `Chunk ${digest} overlaps the one before it in ${nameOf(part)}`;
      if (own && offset > reached) return `${nameOf(part)} has bytes before ${offset} that are no chunk`;
      reached = offset + sizeBytes;
    }
    return own && reached < part.sizeBytes ? `${nameOf(part)} has bytes after ${reached} that are no chunk` : null;
  });
}

function fileChunkFault(index: ChunkIndex): string | null {
  const uses = index.files.flatMap(({ chunks }) => chunks).reduce((sum, { count }) => sum + count, 0);
  if (uses > MAX_CHUNK_USES) return `Its files use ${uses} chunks; at most ${MAX_CHUNK_USES} are read`;
  return firstOf(index.files, (file) => {
    const beyond = file.chunks.find(({ first, count }) => first + count > index.chunks.length);
    const where = `File ${JSON.stringify(file.name)}`;
    if (beyond !== undefined) return `${where} names chunk ${beyond.first + beyond.count - 1}, which is not there`;
    const sizeBytes = chunksOf(index, file).reduce((sum, chunk) => sum + chunk.sizeBytes, 0);
    return sizeBytes === file.sizeBytes ? null : `${where} has ${file.sizeBytes} bytes and its chunks ${sizeBytes}`;
  });
}

/** Files are sorted, chunks stand in the order of their first use, none is unused, and runs are as long as they can be. */
function orderOfUseFault({ files, chunks }: ChunkIndex): string | null {
  let known = 0;
  const fault = firstOf(files, (file, number) => {
    const before = files[number - 1];
    if (before !== undefined && compareCodePoints(before.name, file.name) >= 0) {
      return `File ${JSON.stringify(file.name)} is listed twice or out of order`;
    }
    return firstOf(file.chunks, ({ first, count }, at) => {
      const last = file.chunks[at - 1];
      if (last !== undefined && last.first + last.count === first) return `Chunk ${first} begins a run within a run`;
      if (first > known) return `Chunk ${first} is used before chunk ${known}`;
      known = Math.max(known, first + count);
      return null;
    });
  });
  return fault ?? (known === chunks.length ? null : `No file uses chunk ${known}`);
}

function firstOf<T>(items: readonly T[], faultOf: (item: T, number: number) => string | null): string | null {
  for (const [number, item] of items.entries()) {
    const fault = faultOf(item, number);
    if (fault !== null) return fault;
  }
  return null;
}

function nameOf({ release, asset }: Part): string {
  return `${asset} of ${release}`;
}
