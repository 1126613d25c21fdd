import { ConfigError, sha256 } from '@gatehouse/core';
import {
  type ChunkIndex,
  type FetchPlan,
  type FetchVerifier,
  type PartFetch,
  type PartRange,
  planFetch,
  type RangeRules,
  verifyFetch,
} from '@gatehouse/registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOfPart, inBlocks, noise, type Parts, publishInto } from './stored-bytes.ts';

const first = { 'w.bin': noise(8000, 1), 'copy.bin': noise(8000, 1), empty: Buffer.of(), 'v.json': noise(200, 3) };
const second = {
  ...first,
  'w.bin': Buffer.concat([first['w.bin'].subarray(0, 2000), noise(900, 5), first['w.bin'].subarray(2900)]),
};
const parts: Parts = new Map();
const v1 = await publishInto(parts, first, { tag: 'm@v1.0.0', earlier: [] });
const v2 = await publishInto(parts, second, { tag: 'm@v1.1.0', earlier: [v1] });
const EXACT: RangeRules = { gapBytes: 0, maxRanges: 1000, wholeShare: 2 };

type Stream = (fetch: PartFetch, range: PartRange) => Uint8Array;
const stored: Stream = ({ part }, { begin, end }) => bytesOfPart(parts, part).subarray(begin, end);

/** Fetches into memory, as somebody would with files; returns what was written, and the digest. */
async function fetchAll(plan: FetchPlan, streamOf: Stream = stored) {
  const verifier = verifyFetch(plan);
  const written = await writeAll(plan, verifier, streamOf);
  for (const [name, bytes] of written) await verifier.file(name, inBlocks(bytes, [333]));
  return { written, modelDigest: verifier.finish() };
}

async function writeAll(plan: FetchPlan, verifier: FetchVerifier, streamOf: Stream): Promise<Map<string, Buffer>> {
  const written = new Map(plan.files.map(({ name, sizeBytes }) => [name, Buffer.alloc(sizeBytes)]));
  for (const fetch of plan.parts) {
    for (const range of fetch.ranges) {
      for await (const { bytes, places } of verifier.range(fetch, range, inBlocks(streamOf(fetch, range), [61]))) {
        for (const { file, offset } of places) written.get(file)?.set(bytes, offset);
      }
    }
  }
  return written;
}

const rangesOf = ({ parts: planned }: FetchPlan): readonly PartRange[] => planned.flatMap(({ ranges }) => ranges);

describe('a version is fetched', () => {
  test('as it was published, whatever the rules for ranges', async () => {
    const rules = fc.record({
      gapBytes: fc.nat(3000),
      maxRanges: fc.integer({ min: 1, max: 9 }),
      wholeShare: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(
        rules,
        fc.constantFrom({ index: v1, files: first }, { index: v2, files: second }),
        async (r, v) => {
          const { written, modelDigest } = await fetchAll(planFetch({ index: v.index, rules: r }));

          for (const [name, bytes] of Object.entries(v.files)) expect(written.get(name)?.equals(bytes)).toBe(true);
          expect(modelDigest).toBe(v.index.modelDigest);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('with each chunk once, however many places it fills', () => {
    const chunks = rangesOf(planFetch({ index: v1 })).flatMap((range) => range.chunks);

    expect(chunks).toHaveLength(v1.chunks.length);
    expect(planFetch({ index: v1 }).fetchedBytes).toBe(8200);
    expect(chunks.some(({ places }) => places.length === 2)).toBe(true);
  });

  test('from all releases that hold a part of it', () => {
    expect(planFetch({ index: v2 }).parts.map(({ part }) => part.release)).toEqual(['m@v1.0.0', 'm@v1.1.0']);
  });

  test('in part, without a model digest', async () => {
    const { written, modelDigest } = await fetchAll(planFetch({ index: v2, files: ['v.json', 'empty'] }));

    expect([...written.keys()]).toEqual(['empty', 'v.json']);
    expect(written.get('v.json')?.equals(first['v.json'])).toBe(true);
    expect(modelDigest).toBeNull();
  });

  test.each([{ files: ['x.bin'] }, { files: ['v.json', '../v.json'] }, { files: [] }])(
    'but not $files',
    ({ files }) => {
      expect(() => planFetch({ index: v1, files })).toThrow(ConfigError);
    },
  );
});

describe('ranges', () => {
  const part = { release: 'm@v1.0.0', asset: 'part-0001', sizeBytes: 100, digest: sha256('p') };
  /** A version whose file is made of these chunks, `[offset, size]`, of one part. */
  const scattered = (...chunks: readonly (readonly [number, number])[]): ChunkIndex => ({
    model: 'm',
    tag: 'm@v2.0.0',
    modelDigest: sha256('m'),
    parts: [part],
    chunks: chunks.map(([offset, sizeBytes]) => ({ digest: sha256(String(offset)), sizeBytes, part: 0, offset })),
    files: [{ name: 'w', sizeBytes: 0, digest: sha256('w'), chunks: [{ first: 0, count: chunks.length }] }],
  });
  const rules: RangeRules = { gapBytes: 5, maxRanges: 3, wholeShare: 0.8 };

  test.each<{ name: string; index: ChunkIndex; ranges: readonly (readonly [number, number])[] }>([
    { name: 'of neighbours are one', index: scattered([10, 5], [15, 5]), ranges: [[10, 20]] },
    {
      name: 'are in the order of the part',
      index: scattered([50, 5], [10, 5]),
      ranges: [
        [10, 15],
        [50, 55],
      ],
    },
    { name: 'span a gap of the limit', index: scattered([10, 5], [20, 5]), ranges: [[10, 25]] },
    {
      name: 'leave out a gap above it',
      index: scattered([10, 5], [21, 5]),
      ranges: [
        [10, 15],
        [21, 26],
      ],
    },
    {
      name: 'span the smallest gaps when they would be too many',
      index: scattered([0, 1], [10, 1], [30, 1], [37, 1], [60, 1]),
      ranges: [
        [0, 11],
        [30, 38],
        [60, 61],
      ],
    },
    { name: 'are the whole part from its share on', index: scattered([10, 40], [50, 40]), ranges: [[0, 100]] },
    { name: 'are not the whole part below it', index: scattered([10, 40], [50, 39]), ranges: [[10, 89]] },
    { name: 'with gaps count towards the share', index: scattered([0, 38], [43, 37]), ranges: [[0, 100]] },
  ])('$name', ({ index, ranges }) => {
    expect(rangesOf(planFetch({ index, rules })).map(({ begin, end }) => [begin, end])).toEqual(ranges);
  });
});

describe('what is fetched is refused', () => {
  const flipped: Stream = (fetch, range) => {
    const bytes = Buffer.from(stored(fetch, range));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return bytes;
  };

  test.each<{ name: string; streamOf: Stream; found: RegExp }>([
    { name: 'a flipped bit', streamOf: flipped, found: /in place of/ },
    { name: 'a truncated stream', streamOf: (f, r) => stored(f, r).subarray(0, -1), found: /of \d+ bytes/ },
    { name: 'an empty stream', streamOf: () => Buffer.of(), found: /0 of \d+ bytes/ },
    { name: 'a byte more', streamOf: (f, r) => Buffer.concat([stored(f, r), Buffer.of(0)]), found: /More than/ },
    {
      name: 'a range that is shifted',
      streamOf: (f, { end, begin }) => noise(end - begin, f.part.sizeBytes),
      found: /in place of/,
    },
  ])('$name, in ranges and in whole parts', async ({ streamOf, found }) => {
    for (const rules of [EXACT, { gapBytes: 0, maxRanges: 1, wholeShare: 0 }]) {
      const fetching = fetchAll(planFetch({ index: v2, rules }), streamOf);

      await expect(fetching).rejects.toThrow(found);
      await expect(fetching).rejects.toMatchObject({ code: 'integrity', reasonCode: 'digest-mismatch' });
    }
  });

  test('a changed gap in a part that is read whole', async () => {
    const plan = planFetch({ index: v1, files: ['v.json'], rules: { ...EXACT, wholeShare: 0 } });

    await expect(fetchAll(plan, (f, r) => Buffer.concat([Buffer.of(1), stored(f, r).subarray(1)]))).rejects.toThrow(
      /part-0001 of m@v1\.0\.0, while it is fetched: Digest/,
    );
  });

  test.each<{ name: string; rewrite: (bytes: Buffer) => Uint8Array; found: RegExp }>([
    { name: 'other bytes', rewrite: (bytes) => Buffer.alloc(bytes.length), found: /Digest/ },
    { name: 'fewer bytes', rewrite: (bytes) => bytes.subarray(1), found: /Digest/ },
    { name: 'more bytes', rewrite: (bytes) => Buffer.concat([bytes, bytes]), found: /More bytes/ },
  ])('a file in which $name lie afterwards', async ({ rewrite, found }) => {
    const plan = planFetch({ index: v1 });
    const verifier = verifyFetch(plan);
    const written = await writeAll(plan, verifier, stored);

    const reading = verifier.file('w.bin', inBlocks(rewrite(written.get('w.bin') ?? Buffer.of()), [100]));

    await expect(reading).rejects.toThrow(found);
    expect(() => verifier.finish()).toThrow(/"copy\.bin".*It was not read|"empty".*It was not read/);
  });

  test('a file that was not asked for', async () => {
    const verifier = verifyFetch(planFetch({ index: v1, files: ['v.json'] }));

    await expect(verifier.file('w.bin', inBlocks(first['w.bin'], [100]))).rejects.toThrow(/not asked for/);
  });

  test('a version of which a range was left out', async () => {
    const plan = planFetch({ index: v1 });
    const verifier = verifyFetch(plan);
    for (const [name, bytes] of Object.entries(first)) await verifier.file(name, inBlocks(bytes, [100]));

    expect(() => verifier.finish()).toThrow(/1 ranges were not read/);
  });

  test('a version whose index names another model digest', async () => {
    const fetching = fetchAll(planFetch({ index: { ...v1, modelDigest: sha256('other') } }));

    await expect(fetching).rejects.toMatchObject({ code: 'integrity', reasonCode: 'digest-mismatch' });
  });
});
