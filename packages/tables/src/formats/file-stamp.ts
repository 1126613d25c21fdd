import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Digest } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted } from '../quoted.ts';
import type { InputFile } from './resolve-files.ts';

/** What tells a file from its own future: any write, replacement or touch changes one of these. */
export type FileStamp = string;

const CHUNK_BYTES = 1024 * 1024;

/** Opens the file itself, not what a link that came meanwhile leads to. */
export async function openInput(file: InputFile): Promise<FileHandle> {
  try {
    return await open(file.realPath, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (cause) {
    const fault = { where: quoted(file.path), found: 'a file that cannot be opened', allowed: 'a readable file' };
    throw refusedInput('file-unreadable', { ...fault, remedy: 'Correct its permissions' }, cause);
  }
}

export async function stampOf(target: FileHandle | string): Promise<FileStamp> {
  const s = typeof target === 'string' ? await stat(target, { bigint: true }) : await target.stat({ bigint: true });
  return [s.dev, s.ino, s.size, s.mtimeNs, s.ctimeNs].join(':');
}

/** The bytes of an open file from its begin. With `reuse` a piece is overwritten by the next. */
export async function* readChunks(handle: FileHandle, reuse = false): AsyncGenerator<Buffer> {
  const shared = reuse ? Buffer.allocUnsafe(CHUNK_BYTES) : null;
  for (let position = 0; ; ) {
    const chunk = shared ?? Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

export interface HashedFile {
  readonly digest: Digest;
  readonly bytes: number;
  readonly stamp: FileStamp;
}

/**
 * Reads a file once and hashes it.
 *
 * @throws ActionError `refused`: `file-changed` when it was written, replaced or touched meanwhile.
 */
export async function hashInput(file: InputFile, each?: (chunk: Buffer) => void): Promise<HashedFile> {
  const handle = await openInput(file);
  try {
    const stamp = await stampOf(handle);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of readChunks(handle, true)) {
      hash.update(chunk);
      each?.(chunk);
      bytes += chunk.length;
    }
    await requireUnchanged(file, stamp);
    return { digest: `sha256:${hash.digest('hex')}`, bytes, stamp };
  } finally {
    await handle.close();
  }
}

/** @throws ActionError `refused`: `file-changed`. */
export async function requireUnchanged(file: InputFile, stamp: FileStamp): Promise<void> {
  const now = await stampOf(file.realPath).catch(() => 'gone');
  if (now !== stamp) throw fileChanged(file);
}

export function fileChanged(file: InputFile): Error {
  return refusedInput('file-changed', {
    where: quoted(file.path),
    found: 'a file that was written while it was read',
    allowed: 'a file that nobody writes to',
    remedy: 'Let the step that writes it finish first',
  });
}
