import { ConfigError } from '@gatehouse/core';
import {
  type ChunkIndex,
  chunksOf,
  PART_LIMITS,
  parseManifest,
  partBytes,
  planChunks,
  releasesOf,
} from '@gatehouse/registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeIndex } from './small-index.ts';
import { bytesOfPart, collect, cutAll, inBlocks, noise, type Parts, publishInto } from './stored-bytes.ts';

const weights = noise(20_000, 1);
const FILES = { 'w.bin': weights, 'tokens/vocabulary.json': noise(300, 2), empty: Buffer.of() };
const limitsOf = (change: Partial<typeof PART_LIMITS & { maxReleases: number }>) => ({
  ...PART_LIMITS,
  maxReleases: 8,
  ...change,
});

/** Other bytes in the middle. */
function withChange(bytes: Buffer, seed: number): Buffer {
  return Buffer.concat([bytes.subarray(0, 700 * seed), noise(50, 100 + seed), bytes.subarray(700 * seed + 50)]);
}

/** The first version and as many with a change more, each given all earlier ones. */
async function history(
  count: number,
  maxReleases = 8,
): Promise<{ readonly indexes: ChunkIndex[]; readonly parts: Parts }> {
  const parts: Parts = new Map();
  const indexes: ChunkIndex[] = [];
  let bytes = weights;
  for (let number = 0; number < count; number++) {
    if (number > 0) bytes = withChange(bytes, number);
    const request = { tag: `m@v1.${number}.0`, earlier: [...indexes], limits: limitsOf({ maxReleases }) };
    indexes.push(await publishInto(parts, { ...FILES, 'w.bin': bytes }, request));
  }
  return { indexes, parts };
}

const last = (indexes: readonly ChunkIndex[]): ChunkIndex => {
  const index = indexes.at(-1);
  if (index === undefined) throw new Error('there is no version');
  return index;
};

describe('a first version', () => {
  test('stores each chunk once, and its index is read again', async () => {
    const files = await cutAll({ ...FILES, 'copy.bin': weights });
    const plan = planChunks({ tag: 'm@v1.0.0', files, earlier: [] });
    const index = await publishInto(new Map(), { ...FILES, 'copy.bin': weights }, { tag: 'm@v1.0.0', earlier: [] });

    expect(plan.storedBytes).toBe(20_300);
    expect(plan.referencedBytes).toBe(0);
    expect(parseManifest(writeIndex(index))).toMatchObject(index);
    expect(releasesOf(index)).toEqual(['m@v1.0.0']);
  });

  test('has parts that hold what the index says', async () => {
    const { indexes, parts } = await history(1);
    const index = last(indexes);

    const stored = index.files.map((file) => {
      const chunks = chunksOf(index, file).map(({ offset, sizeBytes, part }) => {
        const { release, asset } = index.parts[part] ?? { release: '', asset: '' };
        return bytesOfPart(parts, { release, asset }).subarray(offset, offset + sizeBytes);
      });
      return [file.name, Buffer.concat(chunks).toString('hex')];
    });

    const asGiven = Object.entries(FILES).map(([name, bytes]) => [name, bytes.toString('hex')]);
    expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(asGiven));
  });
});

describe('a later version', () => {
  test('stores what no earlier one holds', async () => {
    const { indexes } = await history(1);
    const files = await cutAll({ ...FILES, 'w.bin': withChange(weights, 3) });
    const plan = planChunks({ tag: 'm@v1.1.0', files, earlier: indexes });

    expect(plan.storedBytes).toBeGreaterThan(0);
    expect(plan.storedBytes).toBeLessThan(1000);
    expect(plan.storedBytes + plan.referencedBytes).toBe(20_300);
  });

  test('of the same bytes stores nothing', async () => {
    const { indexes } = await history(1);
    const index = await publishInto(new Map(), FILES, { tag: 'm@v2.0.0', earlier: indexes });

    expect(releasesOf(index)).toEqual(['m@v1.0.0']);
    expect(index.modelDigest).toBe(last(indexes).modelDigest);
  });

  test('stores everything when it is repacked', async () => {
    const { indexes } = await history(2);
    const index = await publishInto(new Map(), FILES, { tag: 'm@v2.0.0', earlier: indexes, repack: true });

    expect(releasesOf(index)).toEqual(['m@v2.0.0']);
    expect(index.parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(20_300);
  });

  test('is read from at most as many releases as allowed, and stores little for it', async () => {
    const { indexes } = await history(12, 3);
    const stored = indexes.slice(1).map((index) => index.parts.filter(({ release }) => release === index.tag));

    expect(Math.max(...indexes.map((index) => releasesOf(index).length))).toBe(3);
    for (const parts of stored) expect(parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBeLessThan(6000);
  });

  test('believes no version about the release of another', async () => {
    const { indexes } = await history(2);
    const plan = planChunks({ tag: 'm@v1.2.0', files: await cutAll(FILES), earlier: indexes.slice(1) });

    expect(plan.storedBytes).toBeGreaterThan(19_000);
    expect(new Set([...plan.referenced.values()].map(({ part }) => part.release))).toEqual(new Set());
  });

  test('is planned alike in every order of files and versions', async () => {
    const { indexes } = await history(4);
    const files = await cutAll({ ...FILES, 'w.bin': withChange(weights, 9) });
    const plan = planChunks({ tag: 'm@v2.0.0', files, earlier: indexes });

    expect(planChunks({ tag: 'm@v2.0.0', files: files.toReversed(), earlier: indexes.toReversed() })).toEqual(plan);
  });

  test.each([
    { name: 'itself', tag: 'm@v1.0.0', found: /not earlier/ },
    { name: 'a later one', tag: 'm@v0.1.0', found: /not earlier/ },
    { name: 'one of another model', tag: 'n@v2.0.0', found: /no version of the model/ },
  ])('is not made from $name', async ({ tag, found }) => {
    const { indexes } = await history(1);
    const files = await cutAll(FILES);
    const plan = (): unknown => planChunks({ tag, files, earlier: indexes });

    expect(plan).toThrow(found);
    expect(plan).toThrow(expect.objectContaining({ reasonCode: 'chunk-index-invalid' }));
  });

  test('is refused when an earlier one gives a chunk another size', async () => {
    const { indexes } = await history(1);
    const index = last(indexes);
    const chunks = index.chunks.map((chunk) => ({ ...chunk, sizeBytes: chunk.sizeBytes + 1 }));
    const files = await cutAll(FILES);

    expect(() => planChunks({ tag: 'm@v2.0.0', files, earlier: [{ ...index, chunks }] })).toThrow(
      expect.objectContaining({ reasonCode: 'chunk-index-invalid' }),
    );
  });

  test.each(['m', 'm@v1', 'm@v1.0.0-rc1'])('is not published as %s', async (tag) => {
    const files = await cutAll(FILES);

    expect(() => planChunks({ tag, files, earlier: [] })).toThrow(ConfigError);
  });

  test.each(['../w.bin', '/w.bin', 'a//b', 'model.sig', 'W.bin\u200b', 'e\u0301', 'c:x'])(
    'is not published with a file %j',
    async (name) => {
      const files = await cutAll({ [name]: weights });

      expect(() => planChunks({ tag: 'm@v1.0.0', files, earlier: [] })).toThrow(ConfigError);
    },
  );
});

describe('parts', () => {
  test('are as many and as large as allowed, whatever is to be stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 20 }), async (size, maxParts) => {
        const limits = limitsOf({ usualPartBytes: 600, maxPartBytes: 10_000, maxParts });
        const plan = planChunks({ tag: 'm@v1.0.0', files: await cutAll({ w: noise(size, 4) }), earlier: [], limits });

        expect(plan.parts.length).toBeLessThanOrEqual(maxParts);
        expect(plan.parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(plan.storedBytes);
        for (const { sizeBytes, chunks } of plan.parts) {
          expect(chunks.reduce((sum, chunk) => sum + chunk.sizeBytes, 0)).toBe(sizeBytes);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are of the usual size while there is room', async () => {
    const limits = limitsOf({ usualPartBytes: 2000, maxPartBytes: 10_000 });
    const plan = planChunks({ tag: 'm@v1.0.0', files: await cutAll({ w: weights }), earlier: [], limits });

    expect(plan.parts.map(({ asset }) => asset).slice(0, 2)).toEqual(['part-0001', 'part-0002']);
    for (const { sizeBytes } of plan.parts.slice(0, -1)) {
      expect(sizeBytes).toBeLessThanOrEqual(2000);
      expect(sizeBytes).toBeGreaterThan(2000 - 512);
    }
  });

  test.each([
    { name: 'more than a release holds', limits: { usualPartBytes: 600, maxPartBytes: 700, maxParts: 20 } },
    { name: 'smaller than a chunk', limits: { usualPartBytes: 10, maxPartBytes: 10, maxParts: 900 } },
  ])('that are $name are refused', async ({ limits }) => {
    const files = await cutAll({ w: weights });

    expect(() => planChunks({ tag: 'm@v1.0.0', files, earlier: [], limits: limitsOf(limits) })).toThrow(
      expect.objectContaining({ code: 'refused', reasonCode: 'release-full' }),
    );
  });

  test('keep to the limits of a release of GitHub', () => {
    expect(PART_LIMITS).toEqual({ usualPartBytes: 268_435_456, maxPartBytes: 1_900_000_000, maxParts: 900 });
  });
});

describe('the bytes of a part', () => {
  const files = { 'a.bin': noise(700, 1), 'b.bin': noise(900, 2) };

  async function read(bytesOf: (name: string, begin: number, end: number) => Uint8Array): Promise<Buffer> {
    const [part] = planChunks({ tag: 'm@v1.0.0', files: await cutAll(files), earlier: [] }).parts;
    if (part === undefined) throw new Error('there is no part');
    return collect(partBytes(part, ({ file, begin, end }) => inBlocks(bytesOf(file, begin, end), [64])));
  }

  const asTheyWere = (name: string): Buffer => (name === 'a.bin' ? files['a.bin'] : files['b.bin']);

  test('are the chunks, read in one range for each file', async () => {
    const ranges: string[] = [];
    const bytes = await read((name, begin, end) => {
      ranges.push(`${name} ${begin} ${end}`);
      return asTheyWere(name).subarray(begin, end);
    });

    expect(bytes.equals(Buffer.concat([files['a.bin'], files['b.bin']]))).toBe(true);
    expect(ranges).toEqual(['a.bin 0 700', 'b.bin 0 900']);
  });

  test.each([
    {
      name: 'changed',
      bytesOf: (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(0)]),
      found: /in place of/,
    },
    { name: 'cut off', bytesOf: (bytes: Buffer) => bytes.subarray(0, -1), found: /699 of 700 bytes/ },
    { name: 'longer', bytesOf: (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]), found: /More than 700 bytes/ },
  ])('of a file that was $name since are refused', async ({ bytesOf, found }) => {
    const reading = read((name) => bytesOf(asTheyWere(name)));

    await expect(reading).rejects.toThrow(found);
    await expect(reading).rejects.toMatchObject({ code: 'integrity', reasonCode: 'file-changed' });
  });
});
