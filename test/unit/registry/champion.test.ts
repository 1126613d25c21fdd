import { type RecordedStage, sha256 } from '@gatehouse/core';
import { type Champion, championOf, publishVersion, stageTagMessage } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry } from './fake-registry.ts';
import { COMMIT, OTHER_COMMIT, plan } from './plans.ts';

/** A registry with v1.0.0 on COMMIT and v2.0.0 on OTHER_COMMIT, both immutable. */
async function twoVersions(): Promise<FakeRegistry> {
  const registry = new FakeRegistry();
  await publishVersion(registry, plan());
  await publishVersion(registry, plan({ tag: 'm@v2.0.0', commit: OTHER_COMMIT }));
  return registry;
}

function assignment(counter: number, version: string, change: Partial<RecordedStage> = {}): RecordedStage {
  const commit = version === 'm@v1.0.0' ? COMMIT : OTHER_COMMIT;
  return {
    ...{ seq: counter, at: '2026-03-01T00:00:00.000Z', move: 'promoted', model: 'm', stage: 'production', counter },
    ...{ version, commit, modelDigest: sha256(version), release: 1, reason: 'why', incident: null, replaces: null },
    ...{ person: { id: 1, login: 'manager' }, counts: true },
    ...change,
  };
}

/** Asks for the champion where the ledger tells of these assignments, and their tags are there. */
async function champion(recorded: readonly RecordedStage[], registry: FakeRegistry): Promise<Champion | null> {
  for (const { stage, counter, version, commit } of recorded) {
    const name = `m#${stage}#${counter}`;
    if (registry.storedTags.some((tag) => tag.name === name)) continue;
    registry.storedTags.push({ name, commit, message: stageTagMessage(version, 'why') });
  }
  const { releases, tags } = registry;
  return championOf({ releases, tags, stages: { read: async () => recorded } }, 'm', 'production');
}

describe('championOf', () => {
  test('is null when the stage was never assigned, although versions exist', async () => {
    await expect(champion([], await twoVersions())).resolves.toBeNull();
  });

  test('is null when only a tag says that it was, and the ledger does not know it', async () => {
    const registry = await twoVersions();
    registry.storedTags.push({
      name: 'm#production#1',
      commit: COMMIT,
      message: stageTagMessage('m@v1.0.0', 'forged'),
    });

    await expect(champion([], registry)).resolves.toBeNull();
  });

  test.each([
    { name: 'the only assignment', recorded: [assignment(1, 'm@v1.0.0')], version: 'm@v1.0.0' },
    {
      name: 'the newest assignment, not the newest version',
      recorded: [assignment(1, 'm@v2.0.0'), assignment(2, 'm@v1.0.0')],
      version: 'm@v1.0.0',
    },
    {
      name: 'an assignment of this stage only',
      recorded: [assignment(1, 'm@v1.0.0'), assignment(5, 'm@v2.0.0', { stage: 'staging' })],
      version: 'm@v1.0.0',
    },
  ])('takes $name', async ({ recorded, version }) => {
    const found = await champion(recorded, await twoVersions());

    expect(found).toMatchObject({ tag: version, modelDigest: sha256(version), release: { tag: version } });
  });

  test('does not follow a higher tag that somebody made', async () => {
    const registry = await twoVersions();
    registry.storedTags.push({
      ...{ name: 'm#production#9', commit: OTHER_COMMIT },
      message: stageTagMessage('m@v2.0.0', 'forged'),
    });

    await expect(champion([assignment(1, 'm@v1.0.0')], registry)).resolves.toMatchObject({ tag: 'm@v1.0.0' });
  });

  test.each([
    ['points at another commit', { commit: OTHER_COMMIT }],
    ['names another version', { message: stageTagMessage('m@v2.0.0', 'why') }],
  ])('is an error when the tag in force %s', async (_, change) => {
    const registry = await twoVersions();
    const name = 'm#production#1';
    registry.storedTags.push({ name, commit: COMMIT, message: stageTagMessage('m@v1.0.0', 'why'), ...change });

    await expect(champion([assignment(1, 'm@v1.0.0')], registry)).rejects.toMatchObject({ reasonCode: 'stage-broken' });
  });

  test.each([
    ['is gone', (registry: FakeRegistry, at: number): void => void registry.storedTags.splice(at, 1)],
    [
      'was moved',
      (registry: FakeRegistry, at: number): void => {
        registry.storedTags[at] = { name: 'm@v1.0.0', commit: OTHER_COMMIT, message: 'm@v1.0.0' };
      },
    ],
  ])('is an error, not "no champion", when the tag of the version %s', async (_, change) => {
    const registry = await twoVersions();
    change(
      registry,
      registry.storedTags.findIndex(({ name }) => name === 'm@v1.0.0'),
    );

    await expect(champion([assignment(1, 'm@v1.0.0')], registry)).rejects.toMatchObject({
      code: 'refused',
      reasonCode: 'champion-unavailable',
    });
  });

  test.each([{ change: { immutable: false } }, { change: { draft: true } }])(
    'a version whose release is $change is an error',
    async ({ change }) => {
      const registry = await twoVersions();
      registry.alter(registry.all().find(({ tag }) => tag === 'm@v1.0.0')?.id ?? 0, change);

      await expect(champion([assignment(1, 'm@v1.0.0')], registry)).rejects.toMatchObject({
        reasonCode: 'not-immutable',
      });
    },
  );
});
