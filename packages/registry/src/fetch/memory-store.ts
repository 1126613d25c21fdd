import { ActionError } from '@gatehouse/core';
import type { FileStore } from './file-store.ts';

/** A few bytes of index can stand for files of any size. */
const MAX_BYTES = 2 * 1024 ** 3;

/** Holds all files in memory, up to 2 GiB. */
export interface MemoryStore extends FileStore {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function memoryStore(): MemoryStore {
  const files = new Map<string, Buffer>();
  let total = 0;
  const fileOf = (name: string): Buffer => files.get(name) ?? Buffer.alloc(0);
  return {
    files,
    async create(name, sizeBytes) {
      total += sizeBytes;
      if (total > MAX_BYTES) throw tooLarge(name);
      files.set(name, Buffer.alloc(sizeBytes));
    },
    async write(name, offset, bytes) {
      fileOf(name).set(bytes, offset);
    },
    async *read(name) {
      yield fileOf(name);
    },
  };
}

function tooLarge(name: string): ActionError {
  return new ActionError('service', {
    where: `Model file ${JSON.stringify(name)}`,
    found: `With it the files of the version have more than ${MAX_BYTES} bytes`,
    allowed: `At most ${MAX_BYTES} bytes where a model is held in memory`,
    remedy: 'Fetch the version into a folder',
  });
}
