import type { AnnotatedTag } from '@gatehouse/core';
import { championOf, nextStageTag, publishVersion, stageTagMessage } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry } from './fake-registry.ts';
import { COMMIT, OTHER_COMMIT, plan } from './plans.ts';

const THIRD_COMMIT = 'c'.repeat(40);

/** A registry with v1.0.0 on COMMIT and v2.0.0 on OTHER_COMMIT, both immutable. */
async function twoVersions(): Promise<FakeRegistry> {
  const registry = new FakeRegistry();
  await publishVersion(registry, plan());
  await publishVersion(registry, plan({ tag: 'm@v2.0.0', commit: OTHER_COMMIT }));
  return registry;
}

const stage = (name: string, commit: string, message = 'why'): AnnotatedTag => ({ name, commit, message });

describe('championOf', () => {
  test('is null when the stage was never assigned, although versions exist', async () => {
    const registry = await twoVersions();

    await expect(championOf(registry, 'm', 'production')).resolves.toBeNull();
  });

  test.each([
    { name: 'the only assignment', tags: [stage('m#production#1', COMMIT)], champion: 'm@v1.0.0' },
    {
      name: 'the highest counter, not the newest version',
      tags: [stage('m#production#1', OTHER_COMMIT), stage('m#production#2', COMMIT)],
      champion: 'm@v1.0.0',
    },
    {
      name: 'counters compared as numbers',
      tags: [stage('m#production#10', OTHER_COMMIT), stage('m#production#9', COMMIT)],
      champion: 'm@v2.0.0',
    },
    {
      name: 'assignments of this stage and model only',
      tags: [
        stage('m#production#1', COMMIT),
        stage('m#staging#5', OTHER_COMMIT),
        stage('m#production#x', OTHER_COMMIT),
        stage('m2#production#9', OTHER_COMMIT),
      ],
      champion: 'm@v1.0.0',
    },
  ])('takes $name', async ({ tags, champion }) => {
    const registry = await twoVersions();
    registry.storedTags.push(...tags);

    const found = await championOf(registry, 'm', 'production');

    expect(found?.tag).toBe(champion);
    expect(found?.release.tag).toBe(champion);
  });

  test('a stage tag on a commit without a version is an error, not "no champion"', async () => {
    const registry = await twoVersions();
    registry.storedTags.push(stage('m#production#1', THIRD_COMMIT));

    await expect(championOf(registry, 'm', 'production')).rejects.toMatchObject({
      code: 'refused',
      reasonCode: 'champion-unavailable',
    });
  });

  test.each([{ change: { immutable: false } }, { change: { draft: true } }])(
    'a version whose release is $change is an error',
    async ({ change }) => {
      const registry = await twoVersions();
      registry.storedTags.push(stage('m#production#1', COMMIT));
      registry.alter(registry.all().find(({ tag }) => tag === 'm@v1.0.0')?.id ?? 0, change);

      await expect(championOf(registry, 'm', 'production')).rejects.toMatchObject({ reasonCode: 'not-immutable' });
    },
  );

  test('two versions on one commit need a stage tag that names one', async () => {
    const registry = await twoVersions();
    await publishVersion(registry, plan({ tag: 'm@v1.1.0' }));
    registry.storedTags.push(stage('m#production#1', COMMIT));
    await expect(championOf(registry, 'm', 'production')).rejects.toThrow(/m@v1\.0\.0, m@v1\.1\.0/);

    registry.storedTags.push(stage('m#production#2', COMMIT, stageTagMessage('m@v1.0.0', 'as\nbefore')));

    await expect(championOf(registry, 'm', 'production')).resolves.toMatchObject({ tag: 'm@v1.0.0' });
  });

  test('a stage tag that names a version of another commit is an error', async () => {
    const registry = await twoVersions();
    registry.storedTags.push(stage('m#production#1', COMMIT, stageTagMessage('m@v2.0.0', 'why')));

    await expect(championOf(registry, 'm', 'production')).rejects.toMatchObject({ reasonCode: 'champion-unavailable' });
  });
});

test.each([
  { tags: [], next: 'm#production#1' },
  { tags: ['m#production#9', 'm#production#10', 'm#staging#30'], next: 'm#production#11' },
])('the stage tag after $tags is $next', ({ tags, next }) => {
  expect(
    nextStageTag(
      tags.map((name) => stage(name, COMMIT)),
      'm',
      'production',
    ),
  ).toBe(next);
});
