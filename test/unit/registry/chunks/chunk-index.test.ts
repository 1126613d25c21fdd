import { modelDigest, sha256 } from '@gatehouse/core';
import { buildChunkIndex, chunksOf, parseManifest } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { A, B, C, content, index, old, own, writeIndex } from './small-index.ts';

describe('an index', () => {
  test('names each chunk once, in the order in which the sorted files use them', () => {
    expect(index.files.map(({ name }) => name)).toEqual(['a.json', 'b/w.bin', 'empty']);
    expect(index.chunks.map(({ digest, part, offset }) => ({ digest, part, offset }))).toEqual([
      { digest: C.digest, part: 1, offset: 3 },
      { digest: A.digest, part: 1, offset: 0 },
      { digest: B.digest, part: 0, offset: 5 },
    ]);
    expect(index.parts).toEqual([old, own]);
  });

  test('gives the chunks of each file back', () => {
    const digests = index.files.map((file) => chunksOf(index, file).map(({ digest }) => digest));

    expect(digests).toEqual([[C.digest, A.digest], [A.digest, B.digest, A.digest], []]);
  });

  test('binds the plaintext files', () => {
    expect(index.modelDigest).toBe(modelDigest(content.files));
  });

  test('has the same bytes whatever the order of the files', () => {
    const reversed = buildChunkIndex({ ...content, files: content.files.toReversed() });

    expect(writeIndex(reversed)).toEqual(writeIndex(index));
  });

  test('is read again as it was written', () => {
    expect(parseManifest(writeIndex(index))).toMatchObject(index);
  });

  test('takes less than 100 bytes a chunk', () => {
    const chunks = Array.from({ length: 1000 }, (_, i) => ({ digest: sha256(String(i)), sizeBytes: 131_072 }));
    const part = { ...own, sizeBytes: 131_072_000 };
    const files = [{ name: 'w', sizeBytes: 131_072_000, digest: sha256('w'), chunks }];
    const numbers = new Map(chunks.map(({ digest }, i) => [digest, i * 131_072]));
    const large = buildChunkIndex({
      ...content,
      files,
      placeOf: ({ digest }) => ({ part, offset: numbers.get(digest) ?? 0 }),
    });

    expect(writeIndex(large).length).toBeLessThan(100_000);
  });
});
