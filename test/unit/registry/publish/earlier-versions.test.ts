import { sha256 } from '@gatehouse/core';
import {
  fetchVersion,
  type PublishedVersion,
  type PublishWatch,
  parseManifest,
  publishVersion,
  releasesOf,
  writeManifest,
} from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry } from '../fake-registry.ts';
import { changedAt, largePlan, WEIGHTS } from '../large-plans.ts';
import { digestOf, plan, planned } from '../plans.ts';

const SECOND = changedAt(1_000_000, 1);

async function withFirst(): Promise<FakeRegistry> {
  const registry = new FakeRegistry();
  await publishVersion(registry, largePlan('m@v1.0.0', WEIGHTS));
  return registry;
}

function listening(): { readonly lines: string[]; readonly watch: PublishWatch } {
  const lines: string[] = [];
  const watch = { reached: () => undefined, progress: (line: string) => void lines.push(line), now: () => new Date(0) };
  return { lines, watch };
}

async function expectFetched(registry: FakeRegistry, tag: string, weights: Uint8Array): Promise<void> {
  const { bytes } = await fetchVersion(registry, tag);
  expect(sha256(bytes.get('w.bin') ?? Buffer.of())).toBe(sha256(weights));
}

/** Changes the stored bytes of an asset of a version; GitHub says of them what is true. */
function overwrite(registry: FakeRegistry, tag: string, change: { name: string; bytes: Buffer }): void {
  const release = registry.all().find((candidate) => candidate.tag === tag);
  if (release === undefined) throw new Error(`no release of ${tag}`);
  const truth = { bytes: change.bytes, digest: sha256(change.bytes), sizeBytes: change.bytes.length };
  const assets = release.assets.map((asset) => (asset.name === change.name ? { ...asset, ...truth } : asset));
  registry.alter(release.id, { assets });
}

function bytesOf(registry: FakeRegistry, tag: string, name: string): Buffer {
  const release = registry.all().find((candidate) => candidate.tag === tag);
  return Buffer.from(release?.assets.find((asset) => asset.name === name)?.bytes ?? []);
}

describe('a second version', () => {
  test('stores the chunks that changed and refers to the others', async () => {
    const registry = await withFirst();

    const second = await publishVersion(registry, largePlan('m@v1.1.0', SECOND));

    expect(releasesOf(second.manifest)).toEqual(['m@v1.0.0', 'm@v1.1.0']);
    expect(second.storedBytes).toBeLessThan(600_000);
    expect(second.storedBytes + second.referencedBytes).toBe(WEIGHTS.length + '{"threshold":0.5}'.length);
    expect(second.release.assets.find(({ name }) => name === 'part-0001')?.sizeBytes).toBe(second.storedBytes);
    await expectFetched(registry, 'm@v1.1.0', SECOND);
    await expectFetched(registry, 'm@v1.0.0', WEIGHTS);
  });

  test('of the same bytes stores none', async () => {
    const registry = await withFirst();

    const second = await publishVersion(registry, largePlan('m@v1.1.0', WEIGHTS));

    expect(second.storedBytes).toBe(0);
    expect(second.release.assets.map(({ name }) => name)).toEqual(['authorisation.json', 'manifest.json']);
    await expectFetched(registry, 'm@v1.1.0', WEIGHTS);
  });

  test('that is repacked needs no other release', async () => {
    const registry = await withFirst();

    const second = await publishVersion(registry, { ...largePlan('m@v1.1.0', SECOND), repack: true });

    expect(releasesOf(second.manifest)).toEqual(['m@v1.1.0']);
    expect(second.referencedBytes).toBe(0);
  });

  test('of another model takes nothing', async () => {
    const registry = await withFirst();

    const other = await publishVersion(registry, largePlan('n@v1.1.0', WEIGHTS));

    expect(releasesOf(other.manifest)).toEqual(['n@v1.1.0']);
  });

  test('below the first takes nothing from it', async () => {
    const registry = await withFirst();

    const older = await publishVersion(registry, largePlan('m@v0.9.0', WEIGHTS));

    expect(releasesOf(older.manifest)).toEqual(['m@v0.9.0']);
  });

  test('reads every byte that it refers to before a draft is made', async () => {
    const registry = await withFirst();
    registry.downloadedBytes = 0;

    const second = await publishVersion(registry, largePlan('m@v1.1.0', SECOND));

    expect(registry.downloadedBytes).toBeGreaterThan(second.referencedBytes);
    expect(registry.calls.lastIndexOf('download')).toBeLessThan(registry.calls.lastIndexOf('createDraft'));
  });
});

describe('nothing is taken from an earlier version', () => {
  const flip = (bytes: Buffer, at: number): Buffer => {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    return flipped;
  };

  /** A release by hand whose manifest is true of its assets and not of the chunks inside. */
  function falseParts(registry: FakeRegistry): void {
    const part = flip(bytesOf(registry, 'm@v1.0.0', 'part-0001'), 5);
    overwrite(registry, 'm@v1.0.0', { name: 'part-0001', bytes: part });
    const manifest = parseManifest(bytesOf(registry, 'm@v1.0.0', 'manifest.json'));
    const parts = manifest.parts.map((listed) => ({ ...listed, digest: sha256(part) }));
    overwrite(registry, 'm@v1.0.0', {
      name: 'manifest.json',
      bytes: Buffer.from(writeManifest({ ...manifest, parts })),
    });
  }

  test.each<{ name: string; spoil: (registry: FakeRegistry) => void; says: RegExp }>([
    { name: 'whose parts are not what its manifest says', spoil: falseParts, says: /parts are not what its manifest/ },
    {
      name: 'whose part has other bytes',
      spoil: (registry) =>
        overwrite(registry, 'm@v1.0.0', {
          name: 'part-0001',
          bytes: flip(bytesOf(registry, 'm@v1.0.0', 'part-0001'), 9),
        }),
      says: /Digest sha256/,
    },
    {
      name: 'whose part is cut off',
      spoil: (registry) =>
        overwrite(registry, 'm@v1.0.0', {
          name: 'part-0001',
          bytes: bytesOf(registry, 'm@v1.0.0', 'part-0001').subarray(1),
        }),
      says: /bytes/,
    },
    {
      name: 'whose manifest is none',
      spoil: (registry) => overwrite(registry, 'm@v1.0.0', { name: 'manifest.json', bytes: Buffer.from('{}') }),
      says: /schemaVersion|model/,
    },
    {
      name: 'whose manifest is of another version',
      spoil: (registry) => {
        const manifest = parseManifest(bytesOf(registry, 'm@v1.0.0', 'manifest.json'));
        const parts = manifest.parts.map((part) => ({ ...part, release: 'm@v0.1.0' }));
        const bytes = Buffer.from(writeManifest({ ...manifest, tag: 'm@v0.1.0', parts }));
        overwrite(registry, 'm@v1.0.0', { name: 'manifest.json', bytes });
      },
      says: /manifest is of m@v0\.1\.0/,
    },
    {
      name: 'whose tag somebody made',
      spoil: (registry) => {
        const [tag] = registry.storedTags;
        if (tag !== undefined) registry.storedTags.splice(0, 1, { ...tag, message: 'mine' });
      },
      says: /no annotated tag/,
    },
  ])('$name; all is stored anew, and said', async ({ spoil, says }) => {
    const registry = await withFirst();
    spoil(registry);
    const { lines, watch } = listening();

    const second = await publishVersion(registry, largePlan('m@v1.1.0', SECOND), watch);

    expect(second.referencedBytes).toBe(0);
    expect(lines.join('\n')).toMatch(says);
    await expectFetched(registry, 'm@v1.1.0', SECOND);
  });

  test.each([
    { name: 'that is not immutable', change: { immutable: false } },
    { name: 'that is a draft', change: { draft: true, immutable: false } },
  ])('$name', async ({ change }) => {
    const registry = await withFirst();
    const [first] = registry.all();
    registry.alter(first?.id ?? 0, change);

    const second = await publishVersion(registry, largePlan('m@v1.1.0', SECOND));

    expect(second.referencedBytes).toBe(0);
  });

  test('but an outage is no reason to store all of it again', async () => {
    const registry = await withFirst();
    registry.downloadFaults.push('broken', 'broken', 'broken');

    const publishing = publishVersion(registry, largePlan('m@v1.1.0', SECOND));

    await expect(publishing).rejects.toMatchObject({ code: 'service' });
    expect(registry.all()).toHaveLength(1);
  });
});

test('after many small versions the first one is still referred to, and the chain stays short', async () => {
  const registry = new FakeRegistry();
  const weights = planned('w.bin', WEIGHTS.subarray(0, 200_000));
  const publish = (minor: number): Promise<PublishedVersion> => {
    const files = [weights, planned('config.json', `{"threshold":${minor}}`)];
    return publishVersion(registry, plan({ tag: `m@v1.${minor}.0`, files, modelDigest: digestOf(files) }));
  };
  // One more than the manifests that are read.
  for (let minor = 0; minor < 34; minor += 1) await publish(minor);

  const last = await publish(34);

  expect(releasesOf(last.manifest)).toEqual(['m@v1.0.0', 'm@v1.34.0']);
  expect(last.storedBytes).toBeLessThan(100);
});

describe('run again after it was killed with parts uploaded', () => {
  test('whole parts are kept, and not sent again', async () => {
    const registry = await withFirst();
    const calls = registry.calls.length;
    const dry = await withFirst();
    await publishVersion(dry, largePlan('m@v1.1.0', SECOND));
    registry.dieAt = { call: calls + dry.calls.slice(calls).indexOf('upload part-0001'), when: 'after' };
    await expect(publishVersion(registry, largePlan('m@v1.1.0', SECOND))).rejects.toThrow();
    registry.dieAt = null;
    const before = registry.calls.filter((call) => call === 'upload part-0001').length;

    await publishVersion(registry, largePlan('m@v1.1.0', SECOND));

    expect(registry.calls.filter((call) => call === 'upload part-0001')).toHaveLength(before);
    await expectFetched(registry, 'm@v1.1.0', SECOND);
  });

  test('a part of the same size and other bytes is sent again', async () => {
    const registry = await withFirst();
    const calls = registry.calls.length;
    const dry = await withFirst();
    await publishVersion(dry, largePlan('m@v1.1.0', SECOND));
    registry.dieAt = { call: calls + dry.calls.slice(calls).indexOf('upload part-0001'), when: 'after' };
    await expect(publishVersion(registry, largePlan('m@v1.1.0', SECOND))).rejects.toThrow();
    registry.dieAt = null;
    overwrite(registry, 'm@v1.1.0', {
      name: 'part-0001',
      bytes: flipFirst(bytesOf(registry, 'm@v1.1.0', 'part-0001')),
    });

    await publishVersion(registry, largePlan('m@v1.1.0', SECOND));

    await expectFetched(registry, 'm@v1.1.0', SECOND);
  });
});

function flipFirst(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[0] = (flipped[0] ?? 0) ^ 1;
  return flipped;
}

test('a version that is published already is found again although what it refers to would be chosen otherwise now', async () => {
  const registry = await withFirst();
  await publishVersion(registry, largePlan('m@v1.1.0', SECOND));
  await publishVersion(registry, largePlan('m@v1.0.5', SECOND));

  const again = await publishVersion(registry, largePlan('m@v1.1.0', SECOND));

  expect(again.alreadyPublished).toBe(true);
  expect(again.referencedBytes).toBeGreaterThan(0);
});
