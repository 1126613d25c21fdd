import type { StageRule } from '@gatehouse/core';
import { stageInForce } from '@gatehouse/registry';
import { beforeEach, describe, expect, test } from 'vitest';
import { newKey, publishAuthorised } from '../authorised-version.ts';
import { COMMIT, MODEL_NAME, OTHER_COMMIT, PRODUCTION, StageScene, stageMessage, V1, V2 } from './stage-scene.ts';

const AFTER_STAGING: StageRule = { after: 'staging', 'for-hours': 24, 'rollback-to': 'assigned' };
const BACK = { move: 'rolled-back', incident: 'https://github.localhost/bank/credit/issues/7' } as const;

let scene: StageScene;
beforeEach(async () => {
  scene = await StageScene.create();
});

const forge = (name: string, version: string, commit = COMMIT): void => {
  scene.registry.storedTags.push({ name, commit, message: stageMessage(version) });
};
const inForce = async (): Promise<string | null> => {
  const ports = { stages: scene.stages(), tags: scene.registry.tags };
  return (await stageInForce(ports, MODEL_NAME, 'production'))?.version ?? null;
};

describe('a promotion', () => {
  test('makes one annotated tag and one entry that says who, why and instead of what', async () => {
    await scene.move();
    const moved = await scene.move({ version: V2 });

    expect(moved).toMatchObject({ tag: `${PRODUCTION}#2`, before: V1, alreadyAssigned: false });
    expect(scene.stageTags()).toEqual([`${PRODUCTION}#1`, `${PRODUCTION}#2`]);
    expect(scene.registry.storedTags.at(-1)).toMatchObject({ commit: OTHER_COMMIT });
    expect(scene.registry.storedTags.at(-1)?.message).toContain(`Version: ${V2}\n`);
    expect(await scene.recorded()).toMatchObject([
      { move: 'promoted', counter: 1, version: V1, replaces: null },
      {
        move: 'promoted',
        counter: 2,
        version: V2,
        commit: OTHER_COMMIT,
        replaces: `${PRODUCTION}#1`,
        reason: 'It does better on the holdout',
        person: { id: 11, login: 'release-manager' },
        counts: true,
      },
    ]);
    expect(await inForce()).toBe(V2);
  });

  test('again changes nothing', async () => {
    await scene.move();
    const again = await scene.move();

    expect(again).toMatchObject({ tag: `${PRODUCTION}#1`, alreadyAssigned: true });
    expect(scene.stageTags()).toHaveLength(1);
    expect(await scene.recorded()).toHaveLength(1);
  });

  test('counts over all stages of the model, as GTO does', async () => {
    await scene.move({ stage: 'staging' });

    expect(await scene.move()).toMatchObject({ tag: `${PRODUCTION}#2` });
  });

  test.each([
    ['a branch', 'experiment/wider-net', /branches, commits and candidates come into no stage/],
    ['a commit', COMMIT, /version tag of the model/],
    ['a version of another model', 'other@v1.0.0', /version tag of the model/],
    ['a stage tag', `${PRODUCTION}#1`, /version tag of the model/],
    ['a prerelease', `${MODEL_NAME}@v1.0.0-rc.1`, /version tag of the model/],
    ['a version in other letters', `${MODEL_NAME}@v1.0.０`, /version tag of the model/],
  ])('of %s is refused', async (_, version, says) => {
    await expect(scene.move({ version })).rejects.toThrow(says);
    expect(scene.stageTags()).toEqual([]);
  });

  test.each(['prod', 'production#1', 'production!', 'PRODUCTION', 'рroduction', 'production\n', '../production', ''])(
    'to the stage %j is refused',
    async (stage) => {
      await expect(scene.move({ stage })).rejects.toThrow(/one of staging, production/);
      expect(scene.stageTags()).toEqual([]);
    },
  );

  test('where the policy has no stage says so', async () => {
    await expect(scene.move({ stages: [] })).rejects.toThrow(/names no stage/);
  });
});

describe('a version is verified again', () => {
  test.each([
    ['is a draft', { draft: true, immutable: false }, 'not-immutable'],
    ['is not immutable', { immutable: false }, 'not-immutable'],
    ['lost its signature', { without: 'model.sig' }, 'digest-mismatch'],
    ['has an asset that nobody listed', { extra: true }, 'digest-mismatch'],
  ])('and refused when it %s', async (_, change, reasonCode) => {
    const release = scene.registry.all().find(({ tag }) => tag === V1);
    if (release === undefined) throw new Error('no release');
    const { without, extra, ...rest } = { without: '', extra: false, ...change };
    const [first] = release.assets;
    const assets = release.assets.filter(({ name }) => name !== without);
    const all = extra && first !== undefined ? [...assets, { ...first, name: 'more.bin' }] : assets;
    scene.registry.alter(release.id, { ...rest, assets: all });

    await expect(scene.move()).rejects.toMatchObject({ reasonCode });
    expect(scene.stageTags()).toEqual([]);
    expect(await scene.recorded()).toEqual([]);
  });

  test.each([
    ['signed by a stranger', { key: newKey() }, 'signature-invalid'],
    ['made by hand', { asset: null }, 'not-authorised'],
  ])('and refused when it is %s', async (_, signed, reasonCode) => {
    await publishAuthorised(scene.registry, { tag: `${MODEL_NAME}@v9.0.0` }, signed);

    await expect(scene.move({ version: `${MODEL_NAME}@v9.0.0` })).rejects.toMatchObject({ reasonCode });
    expect(scene.stageTags()).toEqual([]);
  });

  test('and refused when the policy revokes it, whichever way it comes', async () => {
    await scene.move();
    await scene.move({ version: V2 });
    const policy = { rule: undefined, revoked: { 'v1.0.0': 'Trained on withdrawn rows' } };

    await expect(scene.move({ policy })).rejects.toMatchObject({ reasonCode: 'version-revoked' });
    await expect(scene.move({ ...BACK, policy })).rejects.toThrow(/Trained on withdrawn rows/);
    expect(await inForce()).toBe(V2);
  });
});

describe('the rules of a stage', () => {
  const policy = { rule: AFTER_STAGING, revoked: {} };

  test('keep out what was never in the stage before', async () => {
    await expect(scene.move({ policy })).rejects.toMatchObject({ reasonCode: 'stage-rule-unmet' });
  });

  test.each([
    { hours: 23.9, ends: 'refused' },
    { hours: 24, ends: 'promoted' },
  ])('after $hours hours in it: $ends', async ({ hours, ends }) => {
    await scene.move({ stage: 'staging' });
    scene.hours(hours);
    const moved = scene.move({ policy });

    if (ends === 'promoted') await expect(moved).resolves.toMatchObject({ tag: `${PRODUCTION}#2` });
    else await expect(moved).rejects.toThrow(/for 23\.9 hours/);
  });

  test('count the time there, not the time since', async () => {
    await scene.move({ stage: 'staging' });
    scene.hours(1);
    await scene.move({ stage: 'staging', version: V2 });
    scene.hours(100);

    await expect(scene.move({ policy })).rejects.toThrow(/for 1\.0 hours/);
  });

  test('do not hold up a rollback to what was there', async () => {
    await scene.move();
    await scene.move({ version: V2 });

    await expect(scene.move({ ...BACK, policy })).resolves.toMatchObject({ tag: `${PRODUCTION}#3`, before: V2 });
  });
});

describe('a rollback', () => {
  test('brings back a version, with the reason and the incident', async () => {
    await scene.move();
    await scene.move({ version: V2 });
    const moved = await scene.move({ ...BACK, replaces: V2, reason: 'Refuses everybody over 60' });

    expect(moved).toMatchObject({ tag: `${PRODUCTION}#3`, before: V2 });
    expect((await scene.recorded()).at(-1)).toMatchObject({
      move: 'rolled-back',
      version: V1,
      reason: 'Refuses everybody over 60',
      incident: BACK.incident,
      replaces: `${PRODUCTION}#2`,
    });
    expect(await inForce()).toBe(V1);
  });

  test.each([
    { rollbackTo: 'assigned', ends: 'stage-rule-unmet' },
    { rollbackTo: 'any', ends: null },
  ] as const)('to what was never there, under rollback-to: $rollbackTo', async ({ rollbackTo, ends }) => {
    await scene.move({ version: V2 });
    await scene.move({ stage: 'staging' });
    const policy = { rule: { 'rollback-to': rollbackTo }, revoked: {} };
    const moved = scene.move({ ...BACK, policy });

    if (ends === null) await expect(moved).resolves.toMatchObject({ before: V2 });
    else await expect(moved).rejects.toMatchObject({ reasonCode: ends });
  });

  test('of a version that is not there any more is refused, and names what is', async () => {
    await scene.move();
    await scene.move({ version: V2 });
    await scene.move({ ...BACK, replaces: V2 });
    await scene.move({ version: V2, reason: 'The fix is in' });

    await expect(scene.move({ ...BACK, replaces: `${MODEL_NAME}@v7.0.0` })).rejects.toMatchObject({
      reasonCode: 'stage-moved',
    });
    await expect(scene.move({ ...BACK, replaces: 'v1.1.0' })).rejects.toThrow(/Input "replaces"/);
    expect(await inForce()).toBe(V2);
  });
});

describe('a tag that the ledger does not know', () => {
  test('is not followed, and its counter is not used', async () => {
    await scene.move();
    forge(`${PRODUCTION}#2`, V2);

    expect(await inForce()).toBe(V1);
    expect(await scene.move({ version: V2 })).toMatchObject({ tag: `${PRODUCTION}#3` });
    expect(await inForce()).toBe(V2);
  });

  test.each([
    ['a lightweight tag', (): void => void scene.registry.lightweight.push(`${PRODUCTION}#1`)],
    ['a tag on another commit', (): void => forge(`${PRODUCTION}#1`, V1, OTHER_COMMIT)],
    ['a tag of another version', (): void => forge(`${PRODUCTION}#1`, V2)],
  ])('is passed over when it is %s', async (_, make) => {
    make();

    expect(await inForce()).toBeNull();
    expect(await scene.move()).toMatchObject({ tag: `${PRODUCTION}#2` });
  });

  test('and uses the numbers up stops the promotion', async () => {
    forge(`${PRODUCTION}#999999999999999`, V2);

    await expect(scene.move()).rejects.toMatchObject({ reasonCode: 'stage-broken' });
  });
});

describe('the tag of the assignment in force', () => {
  const change = (name: string, how: (index: number) => void): void =>
    how(scene.registry.storedTags.findIndex((tag) => tag.name === name));

  beforeEach(async () => {
    await scene.move();
    await scene.move({ version: V2 });
  });

  test.each([
    ['deleted', (at: number): void => void scene.registry.storedTags.splice(at, 1), /there is no such tag/],
    [
      'moved',
      (at: number): void => {
        scene.registry.storedTags[at] = { name: `${PRODUCTION}#2`, commit: COMMIT, message: stageMessage(V2) };
      },
      /it points at a+, and the ledger says b+/,
    ],
    [
      'of another version',
      (at: number): void => {
        scene.registry.storedTags[at] = { name: `${PRODUCTION}#2`, commit: OTHER_COMMIT, message: stageMessage(V1) };
      },
      /it names mortgage-approval@v1\.0\.0/,
    ],
  ])('%s: nothing is in force until the stage is assigned again', async (_, how, says) => {
    change(`${PRODUCTION}#2`, how);

    await expect(inForce()).rejects.toMatchObject({ reasonCode: 'stage-broken' });
    await expect(inForce()).rejects.toThrow(says);
    expect(await scene.move({ version: V2 })).toMatchObject({ tag: `${PRODUCTION}#3`, alreadyAssigned: false });
    expect(await inForce()).toBe(V2);
  });

  test('signed by a key that is revoked now: nothing is in force', async () => {
    scene.trust.keys.push({ id: 'newer', publicKeyPem: newKey().publicKeyPem, revoked: false });
    const [old] = scene.trust.keys;
    if (old !== undefined) old.revoked = true;

    await expect(inForce()).rejects.toThrow(/the key that signed its entry is revoked/);
  });
});
