import { type PublishPlan, publishVersion, requireNoLaterVersion } from '@gatehouse/registry';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeRegistry } from './fake-registry.ts';
import { plan, planned } from './plans.ts';

/** The default branch, oldest first. */
const MAIN = ['1', '2', '3', '4'].map((digit) => digit.repeat(40));
const [FIRST = '', SECOND = '', THIRD = '', HEAD = ''] = MAIN;
const contents = {
  commitsBetween: async (before: string, after: string) =>
    MAIN.includes(before) ? MAIN.slice(MAIN.indexOf(before) + 1, MAIN.indexOf(after) + 1).toReversed() : null,
};

const planOf = (tag: string, commit: string): PublishPlan =>
  plan({ tag, commit, files: [planned('model.safetensors', `${tag} ${commit}`)] });

let registry: FakeRegistry;
const judged = (commit: string, model = 'm', published = planOf('m@v9.0.0', commit)): Promise<void> => {
  const { releases, tags } = registry;
  const { modelDigest } = published;
  return requireNoLaterVersion({ releases, tags, contents }, { model, commit, modelDigest, head: HEAD });
};

beforeEach(async () => {
  registry = new FakeRegistry();
  await publishVersion(registry, planOf('m@v1.0.0', SECOND));
});

describe('a commit that is to be published', () => {
  test.each([
    ['after the newest version', THIRD],
    ['at the tip', HEAD],
    ['of the same commit with other bytes', SECOND],
  ])('%s may be', async (_, commit) => {
    await expect(judged(commit)).resolves.toBeUndefined();
  });

  test('before a version may not be', async () => {
    const refused = judged(FIRST);

    await expect(refused).rejects.toMatchObject({ code: 'refused', reasonCode: 'version-superseded' });
    await expect(refused).rejects.toThrow('m@v1.0.0 is of 2222');
  });

  test('before a version of which only the tag is left may not be', async () => {
    registry.stored.clear();

    await expect(judged(FIRST)).rejects.toMatchObject({ reasonCode: 'version-superseded' });
  });

  test('that is not on the default branch may not be', async () => {
    await expect(judged('9'.repeat(40))).rejects.toThrow('not on the default branch');
  });

  test('before a version of another model may be', async () => {
    await expect(judged(FIRST, 'm2')).resolves.toBeUndefined();
  });

  test('that was published before a later one may be published on', async () => {
    await publishVersion(registry, planOf('m@v1.1.0', HEAD));

    await expect(judged(SECOND, 'm', planOf('m@v1.0.0', SECOND))).resolves.toBeUndefined();
  });
});
