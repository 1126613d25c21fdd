import { lstat, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ConfigError } from '@gatehouse/core';
import type { RegistryReadPorts } from '../registry-ports.ts';
import { folderStore, syncFolder } from './folder-store.ts';
import { memoryStore } from './memory-store.ts';
import { withoutRoom } from './no-room.ts';
import { readVersion, type VerifiedRelease, type VerifyRequest } from './verify-release.ts';

/** A verified version with its model files in memory. */
export interface FetchedVersion extends VerifiedRelease {
  /** Bytes by model file name. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** A verified version whose model files lie in a folder. */
export interface FetchedFolder extends VerifiedRelease {
  /** Absolute path. */
  readonly folder: string;
}

/**
 * Downloads and verifies a version into memory, for models that fit there.
 *
 * @param expect the model digest that the version must have
 * @throws ActionError as `verifyRelease` does
 */
export async function fetchVersion(
  ports: RegistryReadPorts,
  tag: string,
  expect: Omit<VerifyRequest, 'tag'> = {},
): Promise<FetchedVersion> {
  const store = memoryStore();
  const verified = await readVersion(ports, { ...expect, tag }, store);
  return { ...verified, bytes: store.files };
}

/**
 * Downloads and verifies a version into a new folder. Until every byte is verified it lies in a temporary folder beside
 * it; then it is brought to the disk and renamed, so that the folder is there whole or not at all.
 *
 * @throws ConfigError when something is at the folder's place already
 * @throws ActionError as `verifyRelease` does; `service` when the disk is full
 */
export async function fetchToFolder(
  ports: RegistryReadPorts,
  request: VerifyRequest & { readonly folder: string },
): Promise<FetchedFolder> {
  const folder = resolve(request.folder);
  return withoutRoom(folder, async () => {
    await requireAbsent(folder);
    const parent = dirname(folder);
    const unverified = await mkdtemp(join(parent, `.${basename(folder)}.unverified-`));
    const store = folderStore(unverified);
    try {
      const verified = await readVersion(ports, request, store);
      await store.settle();
      await requireAbsent(folder);
      await rename(unverified, folder);
      await syncFolder(parent);
      return { ...verified, folder };
    } catch (error) {
      await store.close();
      await rm(unverified, { recursive: true, force: true });
      throw error;
    }
  });
}

async function requireAbsent(folder: string): Promise<void> {
  const present = await lstat(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (present === null) return;
  throw new ConfigError([
    {
      where: `Folder ${folder}`,
      found: present.isDirectory() ? 'A folder that is there already' : 'Something that is there already',
      allowed: 'A new folder, so that nothing in it is older than the model',
      remedy: 'Remove it, or name another one',
    },
  ]);
}
