import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, sha256 } from '@gatehouse/core';
import { type FetchedFolder, fetchToFolder, publishVersion } from '@gatehouse/registry';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeRegistry } from '../fake-registry.ts';
import { changedAt, largePlan, WEIGHTS } from '../large-plans.ts';
import { plan, planned } from '../plans.ts';

const SECOND = changedAt(1_000_000, 1);
let registry: FakeRegistry;
let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'fetch-to-folder-'));
  registry = new FakeRegistry();
  await publishVersion(registry, largePlan('m@v1.0.0', WEIGHTS));
  await publishVersion(registry, largePlan('m@v1.1.0', SECOND));
});
afterEach(async () => rm(parent, { recursive: true, force: true }));

const fetching = (tag = 'm@v1.1.0'): Promise<FetchedFolder> =>
  fetchToFolder(registry, { tag, folder: join(parent, 'model') });

async function expectNothingLeft(): Promise<void> {
  expect(await readdir(parent)).toEqual([]);
}

function removeRelease(tag: string): void {
  const release = registry.all().find((candidate) => candidate.tag === tag);
  registry.stored.delete(release?.id ?? 0);
}

test('the files of two releases are put together in a new folder', async () => {
  const fetched = await fetching();

  expect(sha256(await readFile(join(fetched.folder, 'w.bin')))).toBe(sha256(SECOND));
  expect(await readdir(parent, { recursive: true })).toEqual(['model', 'model/config.json', 'model/w.bin']);
  expect(fetched.modelDigest).toBe(largePlan('m@v1.1.0', SECOND).modelDigest);
});

test('files without a byte, in folders, and of one content are all there', async () => {
  const files = [planned('a/b/empty', ''), planned('a/x.json', '[1]'), planned('y.json', '[1]')];
  await publishVersion(registry, plan({ tag: 'n@v1.0.0', files }));

  await fetchToFolder(registry, { tag: 'n@v1.0.0', folder: join(parent, 'n') });

  const content = await Promise.all(files.map(({ name }) => readFile(join(parent, 'n', name), 'utf8')));
  expect(content).toEqual(['', '[1]', '[1]']);
});

describe('a download that breaks', () => {
  test.each(['broken', 'cut', 'short', 'long', 'flipped'] as const)('once, %s, is tried again', async (fault) => {
    registry.downloadFaults.push(fault);

    const { folder } = await fetching();

    expect(sha256(await readFile(join(folder, 'w.bin')))).toBe(sha256(SECOND));
  });

  test.each([
    { fault: 'broken', code: 'service' },
    { fault: 'cut', code: 'service' },
    { fault: 'short', code: 'integrity' },
    { fault: 'long', code: 'integrity' },
    { fault: 'flipped', code: 'integrity' },
  ] as const)('again and again, $fault, leaves nothing behind', async ({ fault, code }) => {
    registry.downloadFaults.push(...Array.from({ length: 60 }, () => fault));

    await expect(fetching()).rejects.toMatchObject({ code });
    await expectNothingLeft();
  });

  test('because the asset may not be read is not tried again', async () => {
    let reads = 0;
    const refused = new ActionError('permission', { where: 'w', found: '404', allowed: 'a', remedy: 'r' });
    const { releases, tags } = registry;
    const ports = {
      tags,
      releases: {
        ...releases,
        download: async (...[id, range]: Parameters<typeof releases.download>) => {
          if (range === undefined) return releases.download(id);
          reads += 1;
          throw refused;
        },
      },
    };

    const folder = join(parent, 'model');
    await expect(fetchToFolder(ports, { tag: 'm@v1.0.0', folder })).rejects.toBe(refused);
    expect(reads).toBe(1);
    await expectNothingLeft();
  });
});

describe('nothing is fetched', () => {
  test.each([
    { name: 'a file', make: (path: string) => writeFile(path, 'x') },
    { name: 'an empty folder', make: (path: string) => mkdir(path) },
    { name: 'a dangling link', make: (path: string) => symlink('/nowhere', path) },
  ])('where $name is already', async ({ make }) => {
    await make(join(parent, 'model'));
    registry.calls.length = 0;

    await expect(fetching()).rejects.toThrow(/there already[\s\S]*Remove it/);
    expect(registry.calls).toEqual([]);
    expect(await readdir(parent)).toEqual(['model']);
  });

  test('into a folder whose parent is not there', async () => {
    const folder = join(parent, 'no', 'model');

    await expect(fetchToFolder(registry, { tag: 'm@v1.0.0', folder })).rejects.toMatchObject({ code: 'service' });
    await expectNothingLeft();
  });

  test('when a release that it refers to is gone', async () => {
    removeRelease('m@v1.0.0');

    await expect(fetching()).rejects.toMatchObject({ code: 'refused', reasonCode: 'not-immutable' });
    await expectNothingLeft();
  });

  test('when a release that it refers to is no longer immutable', async () => {
    const release = registry.all().find(({ tag }) => tag === 'm@v1.0.0');
    registry.alter(release?.id ?? 0, { immutable: false });

    await expect(fetching()).rejects.toMatchObject({ reasonCode: 'not-immutable' });
  });

  test('when the parts of two releases are swapped', async () => {
    const [first, second] = registry.all();
    const partOf = (release: typeof first) => release?.assets.find(({ name }) => name === 'part-0001');
    for (const [release, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { bytes = Buffer.of(), digest = null, sizeBytes = 0 } = partOf(other) ?? {};
      const assets = release?.assets.map((asset) =>
        asset.name === 'part-0001' ? { ...asset, bytes, digest, sizeBytes } : asset,
      );
      if (release !== undefined && assets !== undefined) registry.alter(release.id, { assets });
    }

    await expect(fetching()).rejects.toMatchObject({ code: 'integrity', reasonCode: 'digest-mismatch' });
    await expectNothingLeft();
  });

  test('of another model digest than was asked for, and no part is read', async () => {
    registry.downloadedBytes = 0;
    const folder = join(parent, 'model');

    const wrong = fetchToFolder(registry, { tag: 'm@v1.1.0', folder, modelDigest: sha256('x') });

    await expect(wrong).rejects.toMatchObject({ code: 'integrity' });
    expect(registry.downloadedBytes).toBeLessThan(10_000);
    await expectNothingLeft();
  });
});

test('a full disk is explained, and leaves nothing behind', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  const { releases, tags } = registry;
  const ports = {
    tags,
    releases: {
      ...releases,
      // The error of a write, at the place where ranges are written.
      download: async (...[id, range]: Parameters<typeof releases.download>) => {
        if (range === undefined) return releases.download(id);
        throw full;
      },
    },
  };

  const fetch = fetchToFolder(ports, { tag: 'm@v1.0.0', folder: join(parent, 'model') });

  await expect(fetch).rejects.toMatchObject({ code: 'service', cause: full });
  await expect(fetch).rejects.toThrow(/ENOSPC[\s\S]*Make room/);
  await expectNothingLeft();
});
