import { compareCodePoints, type Digest } from '@gatehouse/core';
import type { ChunkIndex, ChunkPlace } from './chunk-index.ts';
import type { Chunk } from './cut-file.ts';
import { refusedIndex } from './refused-index.ts';

/** What an earlier version stores: of its index, no more than this is looked at. */
export type EarlierStore = Pick<ChunkIndex, 'tag' | 'parts' | 'chunks'>;

/**
 * Places in earlier releases for as many bytes of these chunks as at most `maxReleases` releases hold: again and again
 * the release that holds most of what has no place yet. A version therefore never needs a longer chain; what lies in
 * the releases that are left out is stored anew.
 *
 * Only what a release stores itself is looked at, so nothing that an index says of other releases is believed.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`, when an earlier version gives a chunk another size
 */
export function chooseReleases(
  chunks: readonly Chunk[],
  earlier: readonly EarlierStore[],
  maxReleases: number,
): ReadonlyMap<Digest, ChunkPlace> {
  const wanted = new Map(chunks.map((chunk) => [chunk.digest, chunk]));
  const offers = new Map(
    earlier
      .toSorted((a, b) => compareCodePoints(a.tag, b.tag))
      .map((index) => [index.tag, offersOf(index, wanted)] as const),
  );
  const places = new Map<Digest, ChunkPlace>();
  for (let chosen = 0; chosen < maxReleases; chosen++) {
    const best = mostBytes(offers, wanted);
    if (best === null) break;
    for (const [digest, place] of best) {
      if (wanted.delete(digest)) places.set(digest, place);
    }
  }
  return places;
}

type Offers = ReadonlyMap<Digest, ChunkPlace>;

function offersOf(index: EarlierStore, wanted: ReadonlyMap<Digest, Chunk>): Offers {
  const offers = new Map<Digest, ChunkPlace>();
  for (const { digest, sizeBytes, part: number, offset } of index.chunks) {
    const chunk = wanted.get(digest);
    const part = index.parts[number];
    if (chunk === undefined || part === undefined || part.release !== index.tag) continue;
    if (chunk.sizeBytes !== sizeBytes) throw refusedIndex(index.tag, `Chunk ${digest} has ${sizeBytes} bytes there`);
    offers.set(digest, { part, offset });
  }
  return offers;
}

/** The first of those that hold as many, so that planning again gives the same. */
function mostBytes(offers: ReadonlyMap<string, Offers>, wanted: ReadonlyMap<Digest, Chunk>): Offers | null {
  let best: { readonly offer: Offers; readonly bytes: number } | null = null;
  for (const offer of offers.values()) {
    let bytes = 0;
    for (const digest of offer.keys()) bytes += wanted.get(digest)?.sizeBytes ?? 0;
    if (bytes > (best?.bytes ?? 0)) best = { offer, bytes };
  }
  return best?.offer ?? null;
}
