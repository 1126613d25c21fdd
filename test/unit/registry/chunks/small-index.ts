import { sha256 } from '@gatehouse/core';
import {
  buildChunkIndex,
  buildManifest,
  type ChunkIndex,
  type IndexContent,
  type Part,
  writeManifest,
} from '@gatehouse/registry';

export const A = { digest: sha256('aaa'), sizeBytes: 3 };
export const B = { digest: sha256('bb'), sizeBytes: 2 };
export const C = { digest: sha256('c'), sizeBytes: 1 };
export const own: Part = { release: 'm@v2.0.0', asset: 'part-0001', sizeBytes: 4, digest: sha256('aaac') };
export const old: Part = { release: 'm@v1.0.0', asset: 'part-0003', sizeBytes: 9, digest: sha256('?????bb??') };
export const content: IndexContent = {
  model: 'm',
  tag: 'm@v2.0.0',
  files: [
    { name: 'b/w.bin', sizeBytes: 8, digest: sha256('aaabbaaa'), chunks: [A, B, A] },
    { name: 'empty', sizeBytes: 0, digest: sha256(''), chunks: [] },
    { name: 'a.json', sizeBytes: 4, digest: sha256('caaa'), chunks: [C, A] },
  ],
  placeOf: ({ digest }: { readonly digest: string }) => {
    if (digest === B.digest) return { part: old, offset: 5 };
    return { part: own, offset: digest === A.digest ? 0 : 3 };
  },
};
export const index = buildChunkIndex(content);

/** An index as the manifest of a version writes it. */
export function writeIndex(of: ChunkIndex): Uint8Array {
  return writeManifest(buildManifest({ index: of, commit: 'c'.repeat(40), attachments: [] }));
}
