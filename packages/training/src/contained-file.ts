import { constants } from 'node:fs';
import { mkdir, open, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { ActionError, type FileSet } from '@gatehouse/core';

/** Refuses a relative name that could leave its folder; `/` stands between the parts. */
export function checkRelativeName(name: string): void {
  const parts = name.split('/');
  const bad = name.includes('\\') || name.includes('\0') || parts.some((part) => ['', '.', '..'].includes(part));
  if (bad) throw refused(name, 'it is not a plain relative path', 'Use names with "/" between plain parts.');
}

/** Writes the files below `folder`, which must not hold them yet. */
export async function writeFiles(folder: string, files: FileSet): Promise<void> {
  for (const [name, bytes] of files) {
    checkRelativeName(name);
    const path = join(folder, ...name.split('/'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flag: 'wx' });
  }
}

/**
 * Bytes of a regular file below `folder`, or `null` when nothing has that name. A program that ran in the folder may
 * have left a link, a pipe or a device under the name; those are refused, so that nothing from elsewhere is read.
 *
 * @throws {ActionError} `integrity` for anything but a regular file of at most `maxBytes`.
 */
export async function readContained(folder: string, name: string, maxBytes: number): Promise<Uint8Array | null> {
  checkRelativeName(name);
  const root = await realpath(folder);
  const path = join(root, ...name.split('/'));
  try {
    const parent = await realpath(dirname(path));
    if (parent !== dirname(path)) throw refused(name, 'a folder on its path is a link', 'Write it as a real file.');
    // Without O_NONBLOCK a pipe would block the open for ever; without O_NOFOLLOW a link would be followed.
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const info = await handle.stat();
      if (!info.isFile()) throw refused(name, 'it is not a regular file', 'Write it as a real file.');
      if (info.size > maxBytes) throw refused(name, `it has ${info.size} bytes`, `Keep it below ${maxBytes} bytes.`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') throw refused(name, 'it is a link', 'Write it as a real file.');
    if (code === 'ENXIO') throw refused(name, 'it is not a regular file', 'Write it as a real file.');
    throw error;
  }
}

function refused(name: string, found: string, remedy: string): ActionError {
  return new ActionError('integrity', {
    where: `File ${JSON.stringify(name.split(sep).join('/'))}`,
    found,
    allowed: 'Only regular files inside the folder are read',
    remedy,
  });
}
