import { hash } from 'node:crypto';
import { sha256 } from '@gatehouse/core';
import { CUT_SIZES, type CutFile, cutFile } from '@gatehouse/registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noise, readable, SMALL, slices } from './stored-bytes.ts';

const bytesOfAnyKind = fc.oneof(
  fc.tuple(fc.nat(6000), fc.nat(1000)).map(([size, seed]) => noise(size, seed)),
  fc.tuple(fc.nat(3000), fc.nat(255)).map(([size, value]) => Buffer.alloc(size, value)),
  fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
);
const blockSizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 });

describe('a file', () => {
  test('is its chunks one after the other, each with its digest', async () => {
    await fc.assert(
      fc.asyncProperty(bytesOfAnyKind, blockSizes, async (bytes, blocks) => {
        const file = await cutFile(readable('w.bin', bytes, blocks), SMALL);
        const parts = slices(file, bytes);

        expect(Buffer.concat(parts).equals(bytes)).toBe(true);
        expect(file.chunks.map(({ digest }) => digest)).toEqual(parts.map((part) => sha256(part)));
        expect(file).toMatchObject({ name: 'w.bin', sizeBytes: bytes.length, digest: sha256(bytes) });
      }),
    );
  });

  test('has the same chunks however its stream is split', async () => {
    await fc.assert(
      fc.asyncProperty(bytesOfAnyKind, blockSizes, async (bytes, blocks) => {
        const whole = await cutFile(readable('w.bin', bytes, [bytes.length || 1]), SMALL);

        expect(await cutFile(readable('w.bin', bytes, blocks), SMALL)).toEqual(whole);
      }),
    );
  });

  test('has no chunk beyond the bounds but a short last one', async () => {
    await fc.assert(
      fc.asyncProperty(bytesOfAnyKind, async (bytes) => {
        const sizes = (await cutFile(readable('w.bin', bytes), SMALL)).chunks.map(({ sizeBytes }) => sizeBytes);

        expect(sizes.every((size) => size > 0 && size <= SMALL.maxBytes)).toBe(true);
        expect(sizes.slice(0, -1).every((size) => size >= SMALL.minBytes)).toBe(true);
      }),
    );
  });

  test('of one repeated byte is one chunk again and again, whatever the byte is', async () => {
    for (let value = 0; value < 256; value++) {
      const { chunks } = await cutFile(readable('w.bin', Buffer.alloc(4 * SMALL.maxBytes, value)), SMALL);

      expect(new Set(chunks.slice(0, -1).map(({ digest }) => digest)).size).toBe(1);
      expect(chunks.length).toBeGreaterThan(3);
    }
  });

  test('without a byte has no chunk', async () => {
    expect(await cutFile(readable('empty.json', Buffer.of()), SMALL)).toEqual({
      name: 'empty.json',
      sizeBytes: 0,
      digest: sha256(''),
      chunks: [],
    });
  });

  test.each([
    { name: 'fewer', stated: 1001, found: /1000 bytes/ },
    { name: 'more', stated: 950, found: /More than 950 bytes/ },
  ])('with $name bytes than stated is refused', async ({ stated, found }) => {
    const file = { ...readable('w.bin', noise(1000, 1)), sizeBytes: stated };

    await expect(cutFile(file, SMALL)).rejects.toThrow(found);
    await expect(cutFile(file, SMALL)).rejects.toMatchObject({ code: 'integrity', reasonCode: 'file-changed' });
  });
});

describe('a change', () => {
  const digests = ({ chunks }: CutFile): readonly string[] => chunks.map(({ digest }) => digest);

  async function fresh(before: Uint8Array, after: Uint8Array): Promise<number> {
    const known = new Set(digests(await cutFile(readable('w.bin', before), SMALL)));
    return digests(await cutFile(readable('w.bin', after), SMALL)).filter((digest) => !known.has(digest)).length;
  }

  test.each([
    {
      name: 'an inserted byte',
      edit: (bytes: Buffer, at: number) => [bytes.subarray(0, at), Buffer.of(7), bytes.subarray(at)],
    },
    { name: 'removed bytes', edit: (bytes: Buffer, at: number) => [bytes.subarray(0, at), bytes.subarray(at + 90)] },
    {
      name: 'other bytes',
      edit: (bytes: Buffer, at: number) => [bytes.subarray(0, at), noise(60, 9), bytes.subarray(at + 60)],
    },
  ])('by $name leaves all but few of 400 chunks', async ({ edit }) => {
    const bytes = noise(60_000, 3);
    for (let at = 500; at < 60_000; at += 6007) {
      const changed = await fresh(bytes, Buffer.concat(edit(bytes, at)));

      expect(changed).toBeGreaterThan(0);
      expect(changed).toBeLessThanOrEqual(8);
    }
  });
});

describe('the sizes of every version', () => {
  test('have given these chunks since the first one: others would find nothing again', async () => {
    const { chunks } = await cutFile(readable('w.bin', noise(2_000_000, 42), [65_536]));

    expect(chunks.map(({ sizeBytes }) => sizeBytes)).toMatchInlineSnapshot(`
      [
        156622,
        154958,
        131308,
        213902,
        152226,
        168211,
        145311,
        156308,
        49917,
        171030,
        157308,
        170919,
        171980,
      ]
    `);
    expect(hash('sha256', chunks.map(({ digest }) => digest).join('\n'))).toMatchInlineSnapshot(
      `"ade771e685706048bd42123a5a5fa49bf43e54d8a34d4e8f9c08e36373a957d7"`,
    );
  });

  test('give chunks of about 150 kB', async () => {
    const { chunks } = await cutFile(readable('w.bin', noise(30_000_000, 5), [1 << 20]));
    const mean = 30_000_000 / chunks.length;

    expect(mean).toBeGreaterThan(130_000);
    expect(mean).toBeLessThan(175_000);
    expect(Math.max(...chunks.map(({ sizeBytes }) => sizeBytes))).toBeLessThanOrEqual(CUT_SIZES.maxBytes);
  });
});
