import { describe, expect, test } from 'vitest';
import { PRODUCTION, StageScene, stageMessage, V1, V2 } from './stage-scene.ts';

/** Calls of a promotion that nothing interrupts. */
async function callsOfOne(): Promise<readonly string[]> {
  const scene = await StageScene.create();
  scene.registry.calls.length = 0;
  await scene.move();
  return [...scene.registry.calls];
}

/** A process that dies once, at a call of the registry or of the evidence branch. */
async function diedAt(how: { readonly call: number; readonly when: 'before' | 'after' } | 'append' | 'appended') {
  const scene = await StageScene.create();
  scene.registry.calls.length = 0;
  if (typeof how === 'object') scene.registry.dieAt = how;
  const append = scene.branch.append.bind(scene.branch);
  if (typeof how === 'string') {
    scene.branch.append = async (change) => {
      if (how === 'appended') await append(change);
      throw new Error('killed');
    };
  }
  await expect(scene.move()).rejects.toThrow();
  scene.registry.dieAt = null;
  scene.branch.append = append;
  return { scene };
}

describe('a promotion that is killed and run again makes one assignment and one entry', async () => {
  const calls = await callsOfOne();
  const cases = calls.flatMap((name, call) =>
    (['before', 'after'] as const).map((when) => ({ title: `${when} ${call}: ${name}`, how: { call, when } })),
  );

  test('is tried at every call, the claim of the tag among them', () => {
    expect(calls).toContain('createTag');
    expect(calls.length).toBeGreaterThan(8);
  });

  test.each([
    ...cases,
    { title: 'before the entry', how: 'append' as const },
    { title: 'after the entry, its answer lost', how: 'appended' as const },
  ])('$title', async ({ how }) => {
    const { scene } = await diedAt(how);

    const moved = await scene.move();

    expect(moved.tag).toBe(`${PRODUCTION}#1`);
    expect(scene.stageTags()).toEqual([`${PRODUCTION}#1`]);
    expect(await scene.recorded()).toMatchObject([{ counter: 1, version: V1 }]);
  });
});

describe('a claim that somebody left behind', () => {
  test('of another version is waited for, then passed over', async () => {
    const { scene } = await diedAt('append');
    const started = scene.now;

    const moved = await scene.move({ version: V2 });

    expect(scene.now - started).toBeGreaterThanOrEqual(30_000);
    expect(moved).toMatchObject({ tag: `${PRODUCTION}#2`, before: null });
    expect(await scene.recorded()).toMatchObject([{ counter: 2, version: V2 }]);
  });

  test('cannot be told of once another came into the stage', async () => {
    const { scene } = await diedAt('append');
    await scene.move({ version: V2 });

    expect(await scene.move()).toMatchObject({ tag: `${PRODUCTION}#3`, before: V2 });
    expect((await scene.recorded()).map(({ version }) => version)).toEqual([V2, V1]);
  });

  test('is told as soon as its owner comes to the end, and the other version loses', async () => {
    const scene = await StageScene.create();
    const message = stageMessage(V1);
    scene.registry.storedTags.push({ name: `${PRODUCTION}#1`, commit: 'a'.repeat(40), message });
    const pass = scene.pass.bind(scene);
    let polls = 0;
    scene.pass = async (milliseconds) => {
      polls += 1;
      if (polls === 3) await scene.move();
      await pass(milliseconds);
    };

    await expect(scene.move({ version: V2 })).rejects.toMatchObject({ reasonCode: 'stage-moved' });
    await expect(scene.move({ version: V2, replaces: V2 })).rejects.toThrow(
      /#1 brought mortgage-approval@v1\.0\.0 there, asked for by release-manager/,
    );
    expect(await scene.recorded()).toMatchObject([{ counter: 1, version: V1 }]);
    expect(scene.stageTags()).toEqual([`${PRODUCTION}#1`]);
  });
});
