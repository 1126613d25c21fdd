import { ActionError } from '@gatehouse/core';
import { type PublishedVersion, publishNext, publishVersion, type RegistryPorts } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry } from '../fake-registry.ts';
import { COMMIT, digestOf, OTHER_COMMIT, plan, planned } from '../plans.ts';

const burnedName = (): ActionError => {
  const fault = { where: 'GitHub', found: '422 tag_name was used by an immutable release', allowed: 'a', remedy: 'r' };
  return new ActionError('refused', fault, { cause: new ActionError('service', fault), reasonCode: 'version-exists' });
};

/** A GitHub that never gives these names again, at the call where it says so. */
function refusing(registry: FakeRegistry, names: readonly string[], at: 'createDraft' | 'publish'): RegistryPorts {
  const { releases, tags } = registry;
  return {
    tags,
    releases: {
      ...releases,
      async createDraft(draft) {
        if (at === 'createDraft' && names.includes(draft.tag)) throw burnedName();
        return releases.createDraft(draft);
      },
      async publish(id) {
        if (at === 'publish' && names.includes(registry.stored.get(id)?.tag ?? '')) throw burnedName();
        return releases.publish(id);
      },
    },
  };
}

const publish = (ports: RegistryPorts, change: Parameters<typeof plan>[0] = {}): Promise<PublishedVersion> => {
  const { tag: _, ...of } = plan(change);
  return publishNext(ports, { ...of, model: 'm', bump: 'minor' });
};

describe('a name that GitHub never gives again', () => {
  test.each(['createDraft', 'publish'] as const)('is passed over where it is refused at %s', async (at) => {
    const registry = new FakeRegistry();

    const published = await publish(refusing(registry, ['m@v1.0.0', 'm@v1.1.0'], at));

    expect(published.tag).toBe('m@v1.2.0');
    expect(
      registry
        .all()
        .filter(({ draft }) => !draft)
        .map(({ tag }) => tag),
    ).toEqual(['m@v1.2.0']);
  });

  test('is passed over by the next run too, which finds what was published', async () => {
    const registry = new FakeRegistry();
    const ports = refusing(registry, ['m@v1.0.0'], 'publish');
    await publish(ports);

    await expect(publish(ports)).resolves.toMatchObject({ tag: 'm@v1.1.0', alreadyPublished: true });
  });

  test('twenty times is enough', async () => {
    const registry = new FakeRegistry();
    const all = Array.from({ length: 40 }, (_, minor) => `m@v1.${minor}.0`);

    await expect(publish(refusing(registry, all, 'createDraft'))).rejects.toMatchObject({
      reasonCode: 'version-exists',
    });
    expect(registry.all()).toEqual([]);
  });
});

test('a version of other bytes under a tag that looks like ours is refused, not passed over', async () => {
  const registry = new FakeRegistry();
  const mine = [planned('model.safetensors', 'weights')];
  await publishVersion(registry, plan({ files: [planned('model.safetensors', 'others')], commit: OTHER_COMMIT }));
  const [tag] = registry.storedTags;
  if (tag === undefined) throw new Error('there is no tag');
  const message = `m@v1.0.0\n\nModel-Digest: ${digestOf(mine)}`;
  registry.storedTags.splice(0, 1, { ...tag, commit: COMMIT, message });

  await expect(publish(registry, { files: mine })).rejects.toMatchObject({ reasonCode: 'version-exists' });
  expect(registry.all()).toHaveLength(1);
});
