import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '@gatehouse/core';

/**
 * Empties `.gatehouse/demo` below a folder, or makes it.
 *
 * @throws {ConfigError} when nothing can be written there.
 */
export async function prepareFolder(parent: string): Promise<string> {
  const own = join(parent, '.gatehouse');
  const folder = join(own, 'demo');
  try {
    await rm(folder, { recursive: true, force: true });
    // One level at a time: on a file system without folders of one's own, Node's recursive mkdir never ends.
    await makeFolder(own);
    await makeFolder(folder);
  } catch (error) {
    throw new ConfigError(
      [
        {
          where: folder,
          found: `it cannot be written (${codeOf(error)})`,
          allowed: 'The demo leaves its files in .gatehouse/demo of the folder that it is started in',
          remedy: 'Start it in a folder that you may write to, or remove what is in the way',
        },
      ],
      { cause: error },
    );
  }
  return folder;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
