import { type CutFile, cutFile } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { noise, readable, SMALL } from './stored-bytes.ts';

interface Tensor {
  readonly name: string;
  readonly bytes: Buffer;
}

function safetensors(tensors: readonly Tensor[], metadata = ''): Buffer {
  let end = 0;
  const entries = tensors.map(({ name, bytes }) => {
    end += bytes.length;
    return [name, { dtype: 'U8', shape: [bytes.length], data_offsets: [end - bytes.length, end] }] as const;
  });
  const header = Buffer.from(JSON.stringify({ __metadata__: { metadata }, ...Object.fromEntries(entries) }));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([prefix, header, ...tensors.map(({ bytes }) => bytes)]);
}

const tensor = (name: string, sizeBytes: number, seed: number): Tensor => ({ name, bytes: noise(sizeBytes, seed) });
const cut = (bytes: Buffer, name = 'w.safetensors'): Promise<CutFile> => cutFile(readable(name, bytes), SMALL);

/** Offsets from the end of the header at which a chunk ends. */
async function ends(bytes: Buffer, tensors: readonly Tensor[]): Promise<readonly number[]> {
  const dataAt = bytes.length - tensors.reduce((sum, part) => sum + part.bytes.length, 0);
  let at = 0;
  return (await cut(bytes)).chunks.map(({ sizeBytes }) => {
    at += sizeBytes;
    return at - dataAt;
  });
}

describe('a safetensors file is cut', () => {
  const tensors = [tensor('a', 700, 1), tensor('b', 10, 2), tensor('c', 10, 3), tensor('d', 300, 4)];

  test('behind its header and around every large tensor', async () => {
    expect(await ends(safetensors(tensors), tensors)).toEqual(expect.arrayContaining([0, 700, 720, 1020]));
  });

  test('between small tensors when they have the smallest size together', async () => {
    const small = Array.from({ length: 9 }, (_, i) => tensor(`t${i}`, 10, i));

    expect((await ends(safetensors(small), small)).filter((end) => end >= 0)).toEqual([0, 40, 80, 90]);
  });

  test('once where a tensor is empty', async () => {
    const withEmpty = [tensor('a', 64, 1), tensor('b', 0, 2), tensor('c', 64, 3)];
    const sizes = (await cut(safetensors(withEmpty))).chunks.map(({ sizeBytes }) => sizeBytes);

    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(await ends(safetensors(withEmpty), withEmpty)).toEqual(expect.arrayContaining([0, 64, 128]));
  });

  test('into fewer chunks than three for each smallest size, whatever its header says', async () => {
    const many = Array.from({ length: 300 }, (_, i) => tensor(`t${i}`, i % 2 === 0 ? 1 : SMALL.minBytes, i));
    const bytes = safetensors(many);

    expect((await cut(bytes)).chunks.length).toBeLessThan((3 * bytes.length) / SMALL.minBytes);
  });
});

describe('a changed tensor changes its own chunks only', () => {
  const tensors = [tensor('a', 900, 1), tensor('b', 900, 2), tensor('c', 900, 3)];
  const known = async (): Promise<ReadonlySet<string>> =>
    new Set((await cut(safetensors(tensors))).chunks.map(({ digest }) => digest));

  test.each<{ name: string; changed: readonly Tensor[]; metadata?: string; fresh: number }>([
    {
      name: 'other values',
      changed: [tensors[0], tensor('b', 900, 7), tensors[2]].filter((t) => t !== undefined),
      fresh: 900,
    },
    { name: 'tensors in another order', changed: tensors.toReversed(), fresh: 0 },
    { name: 'a tensor in front', changed: [tensor('z', 900, 8), ...tensors], fresh: 900 },
    { name: 'metadata', changed: tensors, metadata: 'trained again', fresh: 0 },
  ])('$name', async ({ changed, metadata, fresh }) => {
    const before = await known();
    const bytes = safetensors(changed, metadata);
    const headerBytes = bytes.length - changed.reduce((sum, part) => sum + part.bytes.length, 0);
    const after = (await cut(bytes)).chunks;
    const freshBytes = after.filter(({ digest }) => !before.has(digest)).reduce((sum, c) => sum + c.sizeBytes, 0);

    expect(freshBytes).toBeLessThanOrEqual(fresh + headerBytes);
  });
});

describe('a file is cut by content alone', () => {
  const bytes = safetensors([tensor('a', 700, 1), tensor('b', 300, 2)]);
  const byContent = (content: Buffer): Promise<CutFile> => cut(content, 'w.bin');

  test.each([
    { name: 'that is called safetensors and is none', content: noise(1000, 4) },
    { name: 'whose header is cut', content: bytes.subarray(0, 60) },
    { name: 'that is shorter than its tensors', content: bytes.subarray(0, 900) },
    { name: 'of three bytes', content: Buffer.from('abc') },
    { name: 'without a byte', content: Buffer.of() },
  ])('$name', async ({ content }) => {
    expect((await cut(content)).chunks).toEqual((await byContent(content)).chunks);
  });

  test('whose name does not say safetensors', async () => {
    expect((await byContent(bytes)).chunks).not.toEqual((await cut(bytes)).chunks);
  });

  test('but not when it cannot be read', async () => {
    const broken = {
      name: 'w.safetensors',
      sizeBytes: 100,
      open: (): never => {
        throw new Error('disk on fire');
      },
    };

    await expect(cutFile(broken, SMALL)).rejects.toThrow('disk on fire');
  });
});
