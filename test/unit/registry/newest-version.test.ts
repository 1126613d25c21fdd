import { newestVersion, type PublishPlan, publishVersion, requireNewest } from '@gatehouse/registry';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeRegistry } from './fake-registry.ts';
import { COMMIT, plan, planned } from './plans.ts';

const FILES: Readonly<Record<string, string>> = { 'm@v1.9.0': 'old', 'm@v1.10.0': 'new', 'm2@v7.0.0': 'other' };

const publication = (tag: string): PublishPlan =>
  plan({ tag, files: [planned('model.safetensors', FILES[tag] ?? 'bytes')] });

let registry: FakeRegistry;
beforeEach(async () => {
  registry = new FakeRegistry();
  for (const tag of Object.keys(FILES)) await publishVersion(registry, publication(tag));
});

const releaseId = (tag: string): number => registry.all().find((release) => release.tag === tag)?.id ?? 0;

describe('requireNewest', () => {
  test.each(['m@v1.10.0', 'm2@v7.0.0'])('lets %s through', async (tag) => {
    await expect(requireNewest(registry, publication(tag))).resolves.toBeUndefined();
  });

  test.each(['m@v1.9.0', 'm@v1.0.0', 'm2@v6.9.9'])('refuses %s', async (tag) => {
    await expect(requireNewest(registry, publication(tag))).rejects.toMatchObject({
      code: 'refused',
      reasonCode: 'version-superseded',
    });
  });

  test.each([
    { name: 'the bytes and commit of an older version', tag: 'm@v2.0.0', of: 'm@v1.9.0' },
    { name: 'a tag that publishing did not make', tag: 'm@v2.0.0', of: null },
  ])('refuses $name under a higher version', async ({ tag, of }) => {
    const again = { ...publication(of ?? tag), tag };
    if (of === null) registry.storedTags.push({ name: tag, commit: COMMIT, message: tag });
    else await publishVersion(registry, again);

    await expect(requireNewest(registry, again)).rejects.toMatchObject({ reasonCode: 'version-superseded' });
  });

  test('refuses what is no version', async () => {
    await expect(requireNewest(registry, publication('m'))).rejects.toMatchObject({ reasonCode: 'version-superseded' });
  });

  test('refuses the older version also when the release of the newer one was deleted', async () => {
    registry.stored.delete(releaseId('m@v1.10.0'));

    await expect(requireNewest(registry, publication('m@v1.9.0'))).rejects.toThrow(/older than m@v1\.10\.0/);
  });

  test('refuses it also when only the immutable release of the newer one is left', async () => {
    registry.storedTags.splice(0);

    await expect(requireNewest(registry, publication('m@v1.9.0'))).rejects.toThrow(/older than m@v1\.10\.0/);
  });
});

describe('a version that does not count', () => {
  test.each([
    { name: 'a published release that is not immutable', change: { immutable: false }, newest: 9 },
    { name: 'an immutable one', change: {}, newest: 10 },
  ])('$name: the newest minor version is $newest', async ({ change, newest }) => {
    registry.alter(releaseId('m@v1.10.0'), change);

    await expect(newestVersion(registry, 'm')).resolves.toMatchObject({ major: 1, minor: newest });
  });

  test('a draft that somebody made', async () => {
    await registry.releases.createDraft({ tag: 'm@v9.0.0', targetCommit: COMMIT, title: '', body: '' });

    await expect(newestVersion(registry, 'm')).resolves.toMatchObject({ major: 1, minor: 10 });
  });

  test('none at all', async () => {
    await expect(newestVersion(registry, 'other')).resolves.toBeNull();
  });
});
