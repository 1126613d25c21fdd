import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Runs `use` with a folder that only this user may look into and that holds these files, and removes it afterwards. */
export async function withPrivateFolder<T>(
  temp: string,
  files: ReadonlyMap<string, Uint8Array>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(temp, { recursive: true });
  const folder = await mkdtemp(join(temp, 'gatehouse-inputs-'));
  try {
    for (const [name, bytes] of files) {
      const path = join(folder, ...name.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes, { flag: 'wx' });
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
