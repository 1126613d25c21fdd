import { type PublishPlan, planVersion, publishVersion } from '@gatehouse/registry';
import { describe, expect, test } from 'vitest';
import { FakeRegistry, Killed } from './fake-registry.ts';
import { COMMIT, digestOf, OTHER_COMMIT, plan, planned } from './plans.ts';

const OTHER_FILES = [planned('model.safetensors', 'others')];
const NEWER: Partial<PublishPlan> = { tag: 'm@v1.1.0', files: OTHER_FILES, commit: OTHER_COMMIT };

const request = (of: Partial<PublishPlan> = {}): Parameters<typeof planVersion>[1] => {
  const { commit, modelDigest } = plan(of);
  return { model: 'm', commit, modelDigest, bump: 'minor' };
};

const markerOf = ({ tag, modelDigest, commit }: PublishPlan): string =>
  `<!-- gatehouse-publication ${tag} ${modelDigest} ${commit} -->`;

async function publishedRegistry(...plans: readonly Partial<PublishPlan>[]): Promise<FakeRegistry> {
  const registry = new FakeRegistry();
  for (const change of plans) await publishVersion(registry, plan(change));
  return registry;
}

function editNotes(registry: FakeRegistry, tag: string, body: string): void {
  const release = registry.all().find((one) => one.tag === tag);
  if (release === undefined) throw new Error(`there is no release ${tag}`);
  registry.alter(release.id, { body });
}

describe('bytes that are published', () => {
  test.each([
    { name: 'left alone', body: undefined },
    { name: 'emptied', body: '' },
    { name: 'given the marker of another publication', body: markerOf(plan(NEWER)) },
  ])('keep their version when the notes are $name', async ({ body }) => {
    const registry = await publishedRegistry({}, NEWER);
    if (body !== undefined) editNotes(registry, 'm@v1.0.0', body);

    const tag = await planVersion(registry, request());
    const again = await publishVersion(registry, plan({ tag }));

    expect(again).toMatchObject({ tag: 'm@v1.0.0', alreadyPublished: true });
    expect(registry.all()).toHaveLength(2);
  });

  test('get a version of their own, whatever the notes of an older release say', async () => {
    const registry = await publishedRegistry({});
    editNotes(registry, 'm@v1.0.0', markerOf(plan({ ...NEWER, tag: 'm@v1.0.0' })));

    const tag = await planVersion(registry, request(NEWER));

    expect(tag).toBe('m@v1.1.0');
    await expect(publishVersion(registry, plan({ ...NEWER, tag }))).resolves.toMatchObject({ alreadyPublished: false });
  });

  test('keep their version when the release was deleted and the tag is still there', async () => {
    const registry = await publishedRegistry({}, NEWER);
    registry.stored.delete(registry.all().find(({ tag }) => tag === 'm@v1.0.0')?.id ?? 0);

    await expect(planVersion(registry, request())).resolves.toBe('m@v1.0.0');
  });

  test.each([
    { name: 'from another commit', of: { commit: OTHER_COMMIT } },
    { name: 'with another digest', of: { files: OTHER_FILES } },
  ])('$name are another publication', async ({ of }) => {
    const registry = await publishedRegistry({});

    await expect(planVersion(registry, request(of))).resolves.toBe('m@v1.1.0');
  });

  test('are looked for among the versions of this model only', async () => {
    const registry = await publishedRegistry({ tag: 'm2@v7.0.0' });

    await expect(planVersion(registry, request())).resolves.toBe('m@v1.0.0');
  });
});

describe('a forged draft', () => {
  test.each(['m@v9.0.0', 'm@v1.0.0'])('for %s chooses no version', async (tag) => {
    const registry = await publishedRegistry(NEWER);
    const body = markerOf(plan({ tag }));
    await registry.releases.createDraft({ tag, targetCommit: COMMIT, title: tag, body });

    await expect(planVersion(registry, request())).resolves.toBe('m@v1.2.0');
  });

  test.each([
    { what: 'notes', forged: { body: `Approved by everyone.\n\n${markerOf(plan())}\n` } },
    { what: 'title', forged: { title: 'The best model' } },
  ])('for the next version leaves none of its $what', async ({ forged }) => {
    const registry = new FakeRegistry();
    const honest = { title: 'm@v1.0.0', body: `Approved by two roles.\n\n${markerOf(plan())}\n` };
    await registry.releases.createDraft({ tag: 'm@v1.0.0', targetCommit: COMMIT, ...honest, ...forged });

    const { release } = await publishVersion(registry, plan());

    expect(release).toMatchObject(honest);
    expect(registry.all()).toHaveLength(1);
  });
});

test('a killed run is continued, with what it uploaded, even if the notes come back with other line ends', async () => {
  const registry = new FakeRegistry();
  registry.dieAt = { call: 6, when: 'after' };
  await expect(publishVersion(registry, plan())).rejects.toBeInstanceOf(Killed);
  registry.dieAt = null;
  const [draft] = registry.all();
  editNotes(registry, 'm@v1.0.0', draft?.body.trimEnd().replaceAll('\n', '\r\n') ?? '');

  const published = await publishVersion(registry, plan({ tag: await planVersion(registry, request()) }));

  expect(draft?.assets.length).toBeGreaterThan(0);
  expect(published.release.id).toBe(draft?.id);
  expect(published.manifest.modelDigest).toBe(digestOf(plan().files));
});
