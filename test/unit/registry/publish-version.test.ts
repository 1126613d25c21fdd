import { ActionError, ConfigError, modelDigest, sha256 } from '@gatehouse/core';
import {
  fetchVersion,
  PUBLISH_STATES,
  type PublishPlan,
  parseManifest,
  planVersion,
  publishVersion,
} from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry, Killed } from './fake-registry.ts';
import { COMMIT, digestOf, MODEL, OTHER_COMMIT, plan, planned } from './plans.ts';

const CLEAN_CALLS = await (async () => {
  const registry = new FakeRegistry();
  await publishVersion(registry, plan());
  return registry.calls;
})();

/** Fails unless there is one release and one tag, as a run without a fault leaves them. */
async function expectPublished(registry: FakeRegistry): Promise<void> {
  expect(registry.all().map(({ draft, immutable, tag }) => ({ draft, immutable, tag }))).toEqual([
    { draft: false, immutable: true, tag: 'm@v1.0.0' },
  ]);
  expect(registry.storedTags.map(({ name, commit }) => ({ name, commit }))).toEqual([
    { name: 'm@v1.0.0', commit: COMMIT },
  ]);
  const version = await fetchVersion(registry, 'm@v1.0.0');
  expect(version.modelDigest).toBe(digestOf(MODEL));
  expect(Buffer.from(version.bytes.get('tokens/vocabulary.json') ?? []).toString()).toBe('["a"]');
  expect([...version.attachments.keys()]).toEqual(['authorisation.json']);
}

describe('publishVersion', () => {
  test('uploads everything, the manifest last, then tags, publishes and reads again', async () => {
    const registry = new FakeRegistry();

    const published = await publishVersion(registry, plan());

    expect(published).toMatchObject({ tag: 'm@v1.0.0', alreadyPublished: false, release: { immutable: true } });
    expect(registry.calls.filter((call) => !['get', 'list', 'tags'].includes(call))).toEqual([
      'createDraft',
      'upload part-0001',
      'upload authorisation.json',
      'upload manifest.json',
      'createTag',
      'publish',
    ]);
    expect(registry.calls.at(-1)).toBe('get');
    await expectPublished(registry);
  });

  test('the manifest names parts, chunks, files, tag and commit', async () => {
    const registry = new FakeRegistry();

    await publishVersion(registry, plan());

    const bytes = registry.all()[0]?.assets.find(({ name }) => name === 'manifest.json')?.bytes;
    const [weights, vocabulary] = [sha256('weights'), sha256('["a"]')];
    expect(parseManifest(bytes ?? Buffer.of())).toEqual({
      schemaVersion: 2,
      model: 'm',
      tag: 'm@v1.0.0',
      commit: COMMIT,
      modelDigest: modelDigest(MODEL),
      omsRootDigest: expect.stringMatching(/^sha256:/),
      encryption: null,
      parts: [{ release: 'm@v1.0.0', asset: 'part-0001', sizeBytes: 12, digest: sha256('weights["a"]') }],
      chunks: [
        { digest: weights, sizeBytes: 7, part: 0, offset: 0 },
        { digest: vocabulary, sizeBytes: 5, part: 0, offset: 7 },
      ],
      files: [
        { name: 'model.safetensors', sizeBytes: 7, digest: weights, chunks: [{ first: 0, count: 1 }] },
        { name: 'tokens/vocabulary.json', sizeBytes: 5, digest: vocabulary, chunks: [{ first: 1, count: 1 }] },
      ],
      attachments: [{ name: 'authorisation.json', sizeBytes: 15, digest: sha256('{"signed":true}') }],
    });
  });

  test('tells each state once, in order', async () => {
    const reached: string[] = [];
    const watch = {
      reached: (state: string) => void reached.push(state),
      progress: () => undefined,
      now: () => new Date(0),
    };

    await publishVersion(new FakeRegistry(), plan(), watch);

    expect(reached).toEqual([...PUBLISH_STATES]);
  });

  const steps = CLEAN_CALLS.flatMap((call, index) => [
    { step: `${index} ${call}`, call: index, when: 'before' as const },
    { step: `${index} ${call}`, call: index, when: 'after' as const },
  ]);
  test.each(steps)('killed $when call $step and run again, it publishes once', async ({ call, when }) => {
    const registry = new FakeRegistry();
    registry.dieAt = { call, when };
    const request = { model: 'm', commit: COMMIT, modelDigest: plan().modelDigest, bump: 'minor' as const };
    await expect(publishVersion(registry, plan())).rejects.toBeInstanceOf(Killed);

    registry.dieAt = null;
    const tag = await planVersion(registry, request);
    expect(tag).toBe('m@v1.0.0');
    await publishVersion(registry, plan());

    await expectPublished(registry);
  });

  test('run twice, it returns the same release', async () => {
    const registry = new FakeRegistry();
    const first = await publishVersion(registry, plan());

    const second = await publishVersion(registry, plan());

    expect(second.alreadyPublished).toBe(true);
    expect(second.release.id).toBe(first.release.id);
  });

  test.each<{ name: string; change: Partial<PublishPlan> }>([
    { name: 'other model files', change: { files: [planned('model.safetensors', 'others')] } },
    { name: 'another attachment', change: { attachments: [planned('authorisation.json', '{}')] } },
    { name: 'another commit', change: { commit: OTHER_COMMIT } },
  ])('refuses a published version with $name', async ({ change }) => {
    const registry = new FakeRegistry();
    await publishVersion(registry, plan());

    const again = publishVersion(registry, plan(change));

    await expect(again).rejects.toMatchObject({ code: 'refused', reasonCode: 'version-exists' });
    await expectPublished(registry);
  });

  test.each([
    { name: 'another commit', tag: { name: 'm@v1.0.0', commit: OTHER_COMMIT, message: 'x' } },
    { name: 'the same commit, made by somebody else', tag: { name: 'm@v1.0.0', commit: COMMIT, message: 'x' } },
  ])('refuses a tag on $name', async ({ tag }) => {
    const registry = new FakeRegistry();
    registry.storedTags.push(tag);

    await expect(publishVersion(registry, plan())).rejects.toMatchObject({ reasonCode: 'version-exists' });
    expect(registry.all()).toEqual([]);
  });

  test('a tag that only begins with the same name is another tag', async () => {
    const registry = new FakeRegistry();
    registry.storedTags.push({ name: 'm@v1.0.01', commit: OTHER_COMMIT, message: 'x' });

    await expect(publishVersion(registry, plan())).resolves.toMatchObject({ tag: 'm@v1.0.0' });
  });

  test('refuses files that are not the authorised model, before anything is written', async () => {
    const registry = new FakeRegistry();
    const files = [planned('model.safetensors', 'weights'), planned('vocabulary.json', '["a"]')];

    const publishing = publishVersion(registry, plan({ files, modelDigest: digestOf(MODEL) }));

    await expect(publishing).rejects.toMatchObject({ code: 'refused', reasonCode: 'not-authorised' });
    expect(registry.calls).toEqual([]);
  });

  test.each(['m', 'm@1.0.0', 'm@v1', 'm@v01.0.0', 'a/b@v1.0.0'])('refuses the tag "%s"', async (tag) => {
    const registry = new FakeRegistry();

    await expect(publishVersion(registry, plan({ tag }))).rejects.toBeInstanceOf(ConfigError);
    expect(registry.calls).toEqual([]);
  });
});

describe('bytes that change', () => {
  test('a file that is not what it was listed as is refused before anything is written', async () => {
    const registry = new FakeRegistry();
    const file = { ...planned('model.safetensors', 'weighty'), digest: sha256('weights') };

    await expect(publishVersion(registry, plan({ files: [file] }))).rejects.toMatchObject({
      reasonCode: 'file-changed',
    });
    expect(registry.calls).not.toContain('createDraft');
  });

  test.each([
    { name: 'one byte of the first file', files: [planned('model.safetensors', 'weights', 'weighty')] },
    {
      name: 'one byte of the last file',
      files: [planned('a.json', '1'), planned('model.safetensors', 'weights', 'wEights')],
    },
    { name: 'the end of a file', files: [planned('model.safetensors', 'weights', 'weight')] },
  ])('$name between cut and upload: refused, and the draft is deleted', async ({ files }) => {
    const registry = new FakeRegistry();

    const publishing = publishVersion(registry, plan({ files }));

    await expect(publishing).rejects.toMatchObject({ code: 'integrity', reasonCode: 'file-changed' });
    expect(registry.all()).toEqual([]);
    expect(registry.storedTags).toEqual([]);
    expect(registry.calls).toContain('deleteDraft');
  });

  test.each(['altered', 'no-digest', 'renamed'] as const)(
    'an upload that GitHub stores %s is refused',
    async (fault) => {
      const registry = new FakeRegistry();
      registry.uploadFaults.push(fault);

      await expect(publishVersion(registry, plan())).rejects.toMatchObject({ reasonCode: 'digest-mismatch' });
      expect(registry.all()).toEqual([]);
    },
  );

  test('the digest of what was sent counts, whatever GitHub says it has', async () => {
    const registry = new FakeRegistry();
    const { releases, tags } = registry;
    const ports = {
      tags,
      releases: {
        ...releases,
        upload: async (...[release, asset]: Parameters<typeof releases.upload>) => ({
          ...(await releases.upload(release, asset)),
          digest: sha256('other'),
        }),
      },
    };

    await expect(publishVersion(ports, plan())).rejects.toThrow(sha256('other'));
    expect(registry.all()).toEqual([]);
  });

  test('an adapter that starts the source over is no difference', async () => {
    const registry = new FakeRegistry();
    const { releases, tags } = registry;
    const ports = {
      tags,
      releases: {
        ...releases,
        async upload(...[release, asset]: Parameters<typeof releases.upload>) {
          for await (const _ of asset.open()) break;
          return releases.upload(release, asset);
        },
      },
    };

    await publishVersion(ports, plan());

    await expectPublished(registry);
  });

  test('a source that the adapter finds too short costs the draft too', async () => {
    const registry = new FakeRegistry();
    const ports = {
      tags: registry.tags,
      releases: {
        ...registry.releases,
        async upload() {
          throw new ActionError('integrity', { where: 'w', found: 'f', allowed: 'a', remedy: 'r' });
        },
      },
    };

    await expect(publishVersion(ports, plan())).rejects.toMatchObject({ code: 'integrity' });
    expect(registry.all()).toEqual([]);
  });
});

describe('uploads that break', () => {
  test.each([{ faults: ['broken'] }, { faults: ['starter'] }, { faults: ['starter', 'broken'] }] as const)(
    '$faults: half an asset is deleted and sent again',
    async ({ faults }) => {
      const registry = new FakeRegistry();
      registry.uploadFaults.push(...faults);

      await publishVersion(registry, plan());

      await expectPublished(registry);
    },
  );

  test('after three tries it is an error, and the next run continues', async () => {
    const registry = new FakeRegistry();
    registry.uploadFaults.push('broken', 'starter', 'broken');

    await expect(publishVersion(registry, plan())).rejects.toMatchObject({ code: 'service' });
    await publishVersion(registry, plan());

    await expectPublished(registry);
  });
});

describe('drafts', () => {
  test('a draft of other bytes for the same tag is never continued', async () => {
    const registry = new FakeRegistry();
    registry.dieAt = { call: CLEAN_CALLS.indexOf('upload manifest.json'), when: 'after' };
    const other = plan({ files: [planned('model.safetensors', 'others'), planned('more.json', '1')] });
    await expect(publishVersion(registry, other)).rejects.toBeInstanceOf(Killed);
    registry.dieAt = null;

    const published = await publishVersion(registry, plan());

    expect(published.release.assets).toHaveLength(3);
    expect(registry.all().filter(({ draft }) => draft)).toHaveLength(1);
  });

  test('what somebody else put into the draft does not get into the release', async () => {
    const registry = new FakeRegistry();
    registry.dieAt = { call: CLEAN_CALLS.indexOf('createTag'), when: 'before' };
    await expect(publishVersion(registry, plan())).rejects.toBeInstanceOf(Killed);
    registry.dieAt = null;
    const [draft] = registry.all();
    const [first, ...others] = draft?.assets ?? [];
    if (draft === undefined || first === undefined) throw new Error('the draft has no asset');
    const swapped = { ...first, digest: sha256('evil'), bytes: Buffer.from('evil'), sizeBytes: 4 };
    registry.alter(draft.id, { assets: [...others, swapped, { ...first, id: 99, name: 'extra.pkl' }] });

    await publishVersion(registry, plan());

    await expectPublished(registry);
  });

  test('two drafts of one publication leave one release', async () => {
    const registry = new FakeRegistry();
    registry.dieAt = { call: CLEAN_CALLS.indexOf('createDraft'), when: 'after' };
    await expect(publishVersion(registry, plan())).rejects.toBeInstanceOf(Killed);
    registry.dieAt = null;
    const [draft] = registry.all();
    if (draft === undefined) throw new Error('there is no draft');
    registry.stored.set(77, { ...draft, id: 77 });

    await publishVersion(registry, plan());

    await expectPublished(registry);
  });
});

describe('immutability', () => {
  test('a release that is not immutable is refused, with how to switch it on', async () => {
    const registry = new FakeRegistry();
    registry.immutable = false;

    const publishing = publishVersion(registry, plan());

    await expect(publishing).rejects.toMatchObject({ code: 'refused', reasonCode: 'not-immutable' });
    await expect(publishing).rejects.toThrow(/Enable release immutability/);
  });

  test('so is one that an earlier run published', async () => {
    const registry = new FakeRegistry();
    registry.immutable = false;
    await expect(publishVersion(registry, plan())).rejects.toThrow();
    registry.immutable = true;

    await expect(publishVersion(registry, plan())).rejects.toMatchObject({ reasonCode: 'not-immutable' });
  });

  test('its version is passed over', async () => {
    const registry = new FakeRegistry();
    registry.immutable = false;
    await expect(publishVersion(registry, plan())).rejects.toThrow();

    const request = { model: 'm', commit: COMMIT, modelDigest: plan().modelDigest, bump: 'patch' as const };
    await expect(planVersion(registry, request)).resolves.toBe('m@v1.0.1');
  });
});
