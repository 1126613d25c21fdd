import { sha256 } from '@gatehouse/core';
import { fetchVersion, publishVersion, verifyRelease } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry } from './fake-registry.ts';
import { COMMIT, digestOf, MODEL, OTHER_COMMIT, plan } from './plans.ts';

const TAG = 'm@v1.0.0';

async function published(): Promise<{ registry: FakeRegistry; id: number }> {
  const registry = new FakeRegistry();
  const { release } = await publishVersion(registry, plan());
  return { registry, id: release.id };
}

/** Replaces the bytes of one stored asset, and what GitHub says about them if `honest`. */
function overwrite(registry: FakeRegistry, id: number, change: { name: string; text: string; honest: boolean }): void {
  const bytes = Buffer.from(change.text);
  const truth = change.honest ? { digest: sha256(bytes), sizeBytes: bytes.length } : {};
  registry.alter(id, {
    assets: (registry.stored.get(id)?.assets ?? []).map((asset) =>
      asset.name === change.name ? { ...asset, ...truth, bytes } : asset,
    ),
  });
}

test('gives what was published, recomputed from the bytes', async () => {
  const { registry } = await published();

  const verified = await verifyRelease(registry, { tag: TAG, modelDigest: digestOf(MODEL) });

  expect(verified.modelDigest).toBe(digestOf(MODEL));
  expect(verified.attachments.get('authorisation.json')?.toString()).toBe('{"signed":true}');
});

describe('refuses, although GitHub says it is fine,', () => {
  test.each([
    { name: 'part-0001', text: 'weighty["a"]', reasonCode: 'digest-mismatch' },
    { name: 'part-0001', text: 'weights["a"', reasonCode: 'digest-mismatch' },
    { name: 'part-0001', text: '["a"]weights', reasonCode: 'digest-mismatch' },
    { name: 'authorisation.json', text: '{"signed":null}', reasonCode: 'digest-mismatch' },
  ])('$name with the bytes "$text"', async ({ name, text, reasonCode }) => {
    for (const honest of [true, false]) {
      const { registry, id } = await published();
      overwrite(registry, id, { name, text, honest });

      await expect(verifyRelease(registry, { tag: TAG })).rejects.toMatchObject({ code: 'integrity', reasonCode });
    }
  });

  test('a part that is longer than the manifest says', async () => {
    const { registry, id } = await published();
    overwrite(registry, id, { name: 'part-0001', text: 'weights["a"] and more', honest: true });

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toThrow(/21 bytes[\s\S]*12 bytes/);
  });

  test.each([
    { honest: true, reasonCode: 'chunk-index-invalid' },
    { honest: false, reasonCode: 'digest-mismatch' },
  ])('a manifest that is none (honest: $honest)', async ({ honest, reasonCode }) => {
    const { registry, id } = await published();
    overwrite(registry, id, { name: 'manifest.json', text: '{}', honest });

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toMatchObject({ code: 'integrity', reasonCode });
  });

  test.each(['part-0001', 'authorisation.json', 'manifest.json'])('a release without %s', async (name) => {
    const { registry, id } = await published();
    const assets = registry.stored.get(id)?.assets ?? [];
    registry.alter(id, { assets: assets.filter((asset) => asset.name !== name) });

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toMatchObject({ reasonCode: 'digest-mismatch' });
  });

  test('an asset that the manifest does not list', async () => {
    const { registry, id } = await published();
    const [first, ...others] = registry.stored.get(id)?.assets ?? [];
    if (first === undefined) throw new Error('no asset');
    registry.alter(id, { assets: [first, ...others, { ...first, id: 99, name: 'extra.bin' }] });

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toThrow(/extra\.bin/);
  });

  test('another model than the caller was authorised for', async () => {
    const { registry } = await published();

    await expect(verifyRelease(registry, { tag: TAG, modelDigest: sha256('x') })).rejects.toMatchObject({
      code: 'integrity',
    });
  });
});

test.each(['manifest.json', 'authorisation.json'])(
  'the digest that GitHub took of %s is a witness too',
  async (name) => {
    const { registry, id } = await published();
    const assets = registry.stored.get(id)?.assets ?? [];
    registry.alter(id, { assets: assets.map((a) => (a.name === name ? { ...a, digest: sha256('other') } : a)) });

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toThrow(sha256('other'));
  },
);

describe('refuses', () => {
  test.each([
    { name: 'a draft', change: { draft: true } },
    { name: 'a release that is not immutable', change: { immutable: false } },
    { name: 'a release of another tag', change: { tag: 'm@v2.0.0' } },
  ])('$name', async ({ change }) => {
    const { registry, id } = await published();
    registry.alter(id, change);

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toMatchObject({ reasonCode: 'not-immutable' });
  });

  test.each([
    { name: 'is missing', tags: [] },
    { name: 'is on another commit', tags: [{ name: TAG, commit: OTHER_COMMIT, message: '' }] },
    { name: 'only begins alike', tags: [{ name: `${TAG}0`, commit: COMMIT, message: '' }] },
  ])('a version whose tag $name', async ({ tags }) => {
    const { registry } = await published();
    registry.storedTags.splice(0, 1, ...tags);

    await expect(verifyRelease(registry, { tag: TAG })).rejects.toMatchObject({ code: 'integrity' });
  });
});

test('fetchVersion gives the files by name', async () => {
  const { registry } = await published();

  const version = await fetchVersion(registry, TAG);

  expect([...version.bytes].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['model.safetensors', 'weights'],
    ['tokens/vocabulary.json', '["a"]'],
  ]);
});
