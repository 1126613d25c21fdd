import { createHash, type Hash } from 'node:crypto';
import { ActionError, type Digest } from '@gatehouse/core';
import { advance, emptyChunk } from './content-cut.ts';
import { CUT_SIZES, type CutSizes } from './cut-sizes.ts';
import { tensorFences } from './tensor-fences.ts';

/** A file that can be read more than once, always from its beginning. */
export interface ReadableFile {
  readonly name: string;
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** A run of bytes, by what they are. */
export interface Chunk {
  readonly digest: Digest;
  readonly sizeBytes: number;
}

/** A file and its chunks in the order of its bytes; an empty file has none. */
export interface CutFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
  readonly chunks: readonly Chunk[];
}

/**
 * Cuts a file by its content, and at tensor boundaries where it is safetensors. Nothing but the header of safetensors
 * is held in memory; the chunks are the same however the stream is split.
 *
 * @throws ActionError `integrity`, reason `file-changed`, when the stream has another number of bytes than stated
 */
export async function cutFile(file: ReadableFile, sizes: CutSizes = CUT_SIZES): Promise<CutFile> {
  const fences = await tensorFences(file, (sizeBytes) => readHead(file, sizeBytes), sizes.minBytes);
  const cutter = fileCutter(fences, sizes);
  for await (const block of file.open()) {
    cutter.take(block);
    if (cutter.position() > file.sizeBytes) throw otherSize(file, `More than ${file.sizeBytes} bytes`);
  }
  if (cutter.position() !== file.sizeBytes) throw otherSize(file, `${cutter.position()} bytes`);
  return { name: file.name, sizeBytes: file.sizeBytes, ...cutter.finish() };
}

interface FileCutter {
  take(block: Uint8Array): void;
  position(): number;
  finish(): { readonly digest: Digest; readonly chunks: readonly Chunk[] };
}

function fileCutter(fences: readonly number[], sizes: CutSizes): FileCutter {
  const whole = createHash('sha256');
  const chunks: Chunk[] = [];
  let open = emptyChunk();
  let hash = createHash('sha256');
  let position = 0;
  let nextFence = 0;

  function close(): void {
    chunks.push({ digest: digestOf(hash), sizeBytes: open.sizeBytes });
    open = emptyChunk();
    hash = createHash('sha256');
  }

  function take(block: Uint8Array): void {
    whole.update(block);
    for (let rest = block; rest.length > 0; ) {
      const fence = fences[nextFence] ?? Number.POSITIVE_INFINITY;
      const { taken, complete } = advance(open, rest.subarray(0, fence - position), sizes);
      hash.update(rest.subarray(0, taken));
      position += taken;
      rest = rest.subarray(taken);
      if (position === fence) nextFence += 1;
      if (complete || position === fence) close();
    }
  }

  function finish(): { readonly digest: Digest; readonly chunks: readonly Chunk[] } {
    if (open.sizeBytes > 0) close();
    return { digest: digestOf(whole), chunks };
  }

  return { take, position: () => position, finish };
}

async function readHead(file: ReadableFile, sizeBytes: number): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let read = 0;
  for await (const block of file.open()) {
    blocks.push(block);
    read += block.length;
    if (read >= sizeBytes) break;
  }
  return Buffer.concat(blocks).subarray(0, sizeBytes);
}

function digestOf(hash: Hash): Digest {
  return `sha256:${hash.digest('hex')}`;
}

function otherSize(file: ReadableFile, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Model file ${JSON.stringify(file.name)}`,
      found,
      allowed: `${file.sizeBytes} bytes, as it had when it was listed`,
      remedy: 'Let nothing write into the folder while it is published, and run it again',
    },
    { reasonCode: 'file-changed' },
  );
}
