import { createHash, hash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const CHUNK_BYTES = 1024 * 1024;

/** Every regular file below `folder` by its path with `/`, in code-unit order; a link or device is reported as such. */
export async function listTree(folder: string): Promise<{ files: readonly string[]; others: readonly string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = (entry: (typeof entries)[number]): string =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
  return {
    files: entries
      .filter((entry) => entry.isFile())
      .map(pathOf)
      .sort(),
    others: entries
      .filter((entry) => !entry.isFile() && !entry.isDirectory())
      .map(pathOf)
      .sort(),
  };
}

/** SHA-256 of a file in bare hex, read in pieces: the library has 70 MB. */
export async function hashFile(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size <= CHUNK_BYTES) return hash('sha256', await file.readFile(), 'hex');
    const digest = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return digest.digest('hex');
      digest.update(chunk.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** One digest for many files: SHA-256 of the lines `<hex>  <path>`, as `sha256sum` prints them, sorted by path. */
export function treeDigest(digests: ReadonlyMap<string, string>): string {
  const paths = [...digests.keys()].sort();
  return hash('sha256', paths.map((path) => `${digests.get(path)}  ${path}\n`).join(''), 'hex');
}
