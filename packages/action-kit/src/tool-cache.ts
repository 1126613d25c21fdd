import { randomUUID } from 'node:crypto';
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderStore } from './folder-store.ts';

/** Where a tool lies in a tool cache: `<name>/<version>/<arch>`. */
export interface ToolPlace {
  readonly name: string;
  readonly version: string;
  readonly arch: string;
}

/**
 * One tool in the runner's tool cache, laid out as setup actions and the images of runners do: the folder, and beside it an
 * empty file `<arch>.complete` that is written last. Without that file the folder is none, as after a job that was killed.
 *
 * On a self-hosted runner other jobs write here too, so whoever loads what it gives must know its digest.
 */
export function createToolCache(root: string, tool: ToolPlace): FolderStore {
  const parent = join(root, tool.name, tool.version);
  const folder = join(parent, tool.arch);
  const marker = `${folder}.complete`;
  return {
    restore: async () => ((await isFile(marker)) && (await isFolder(folder)) ? folder : null),
    save: async (_key, from) => {
      const part = join(parent, `${tool.arch}.part-${randomUUID()}`);
      try {
        await mkdir(parent, { recursive: true });
        await cp(from, part, { recursive: true });
        // Whatever lies there without a marker was left by a job that was killed.
        if (!(await isFile(marker))) await rm(folder, { recursive: true, force: true });
        await rename(part, folder);
        await writeFile(marker, '');
      } catch {
        // A full disk, a read-only cache, or a job beside this one that was faster: the next job fetches it again.
        await rm(part, { recursive: true, force: true }).catch(() => undefined);
      }
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
