import { type Digest, sha256 } from '@gatehouse/core';
import type { ChunkRequest, CutSizes, ReadableFile } from '@gatehouse/registry';
import { type ChunkIndex, type CutFile, cutFile, indexOf, type Part, partBytes, planChunks } from '@gatehouse/registry';

/** Small enough for thousands of cases; the ratios are those of every version. */
export const SMALL: CutSizes = { minBytes: 32, normalBytes: 128, maxBytes: 512 };

/** Bytes that look random and are the same in every run. */
export function noise(sizeBytes: number, seed: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes);
  let state = (seed * 2654435761 + 1) >>> 0;
  for (let at = 0; at < sizeBytes; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** A stream in blocks of these sizes, again and again. */
export async function* inBlocks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

export function readable(name: string, bytes: Uint8Array, blocks: readonly number[] = [100]): ReadableFile {
  return { name, sizeBytes: bytes.length, open: () => inBlocks(bytes, blocks) };
}

export async function cutAll(files: Readonly<Record<string, Uint8Array>>): Promise<readonly CutFile[]> {
  return Promise.all(Object.entries(files).map(([name, bytes]) => cutFile(readable(name, bytes), SMALL)));
}

/** The chunks of a file as bytes. */
export function slices(file: CutFile, bytes: Uint8Array): readonly Uint8Array[] {
  let at = 0;
  return file.chunks.map(({ sizeBytes }) => {
    at += sizeBytes;
    return bytes.subarray(at - sizeBytes, at);
  });
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of stream) blocks.push(block);
  return Buffer.concat(blocks);
}

/** Releases as parts by `release asset`. */
export type Parts = Map<string, Buffer>;

export function bytesOfPart(parts: Parts, part: Pick<Part, 'release' | 'asset'>): Buffer {
  const bytes = parts.get(`${part.release} ${part.asset}`);
  if (bytes === undefined) throw new Error(`nothing is stored as ${part.asset} of ${part.release}`);
  return bytes;
}

/** Publishes a version into memory: cut, planned, its parts read and hashed, and indexed. */
export async function publishInto(
  parts: Parts,
  files: Readonly<Record<string, Uint8Array>>,
  request: Omit<ChunkRequest, 'files'>,
): Promise<ChunkIndex> {
  const plan = planChunks({ ...request, files: await cutAll(files) });
  const digests = new Map<string, Digest>();
  for (const part of plan.parts) {
    const bytes = await collect(
      partBytes(part, ({ file, begin, end }) => inBlocks((files[file] ?? Buffer.of()).subarray(begin, end), [77])),
    );
    parts.set(`${request.tag} ${part.asset}`, bytes);
    digests.set(part.asset, sha256(bytes));
  }
  return indexOf(plan, digests);
}
