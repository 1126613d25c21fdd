import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './file-store.ts';

/** Handles that are kept open; further files are opened for each write. */
const MAX_HANDLES = 64;

/** Puts files together below a folder that nobody else writes into. */
export interface FolderStore extends FileStore {
  /** Brings every file and folder to the disk and closes what is open. */
  settle(): Promise<void>;
  /** Closes what is open, after a failure. */
  close(): Promise<void>;
}

/** @param folder exists and is empty; names were checked, so none of them leads out of it */
export function folderStore(folder: string): FolderStore {
  const handles = new Map<string, FileHandle>();
  const names = new Set<string>();
  const folders = new Set([folder]);

  async function withFile(name: string, work: (file: FileHandle) => Promise<unknown>): Promise<void> {
    const kept = handles.get(name);
    if (kept !== undefined) return void (await work(kept));
    const file = await open(join(folder, name), 'r+');
    try {
      await work(file);
    } finally {
      await file.close();
    }
  }

  async function close(): Promise<void> {
    for (const file of handles.values()) await file.close();
    handles.clear();
  }

  return {
    async create(name, sizeBytes) {
      const parent = dirname(join(folder, name));
      await mkdir(parent, { recursive: true });
      for (let at = parent; !folders.has(at); at = dirname(at)) folders.add(at);
      // Never an existing file, and never through a link.
      const file = await open(join(folder, name), 'wx+');
      names.add(name);
      if (handles.size < MAX_HANDLES) handles.set(name, file);
      await file.truncate(sizeBytes);
      if (!handles.has(name)) await file.close();
    },
    write: (name, offset, bytes) =>
      withFile(name, async (file) => {
        // One write may take fewer bytes than it was given.
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
          done += bytesWritten;
        }
      }),
    read: (name) => createReadStream(join(folder, name), { highWaterMark: 1024 * 1024 }),
    async settle() {
      for (const name of names) await withFile(name, (file) => file.sync());
      await close();
      for (const path of [...folders].toReversed()) await syncFolder(path);
    },
    close,
  };
}

/** A name is on the disk when the folder that holds it is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
