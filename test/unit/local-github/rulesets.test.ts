import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clone } from './work-copy.ts';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let api: Octokit;

beforeEach(async () => {
  world = await startWorld();
  api = world.as(world.owner);
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const create = (rules: readonly object[], as = api) =>
  as.request('POST /repos/{owner}/{repo}/rulesets', {
    ...REPOSITORY,
    name: 'governance',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    // @ts-expect-error: the client's type wants each rule spelt out; the server checks it.
    rules,
  });

const CHECKS = {
  type: 'required_status_checks',
  parameters: {
    strict_required_status_checks_policy: false,
    required_status_checks: [{ context: 'gatehouse/governance', integration_id: 42 }],
  },
};

describe('a ruleset', () => {
  test('holds for the refs it includes, and is read back as it was written', async () => {
    const { data } = await create([{ type: 'deletion' }, CHECKS]);
    const read = await api.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
      ...REPOSITORY,
      ruleset_id: data.id,
    });
    const rules = (branch: string) =>
      api.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...REPOSITORY, branch });

    expect(read.data).toMatchObject({ name: 'governance', rules: [{ type: 'deletion' }, CHECKS] });
    expect((await rules('main')).data).toMatchObject([{ type: 'deletion', ruleset_id: data.id }, CHECKS]);
    expect((await rules('other')).data).toEqual([]);
    expect((await api.request('GET /repos/{owner}/{repo}/rulesets', REPOSITORY)).data).toHaveLength(1);
  });

  test('binds administrators, too', async () => {
    await create([CHECKS]);
    const copy = await clone(world, world.owner);
    await copy.commit({ 'a.txt': 'a' });

    expect(await copy.refused('push', 'origin', 'main')).toContain(
      'Required status check "gatehouse/governance" is expected.',
    );
  });

  test('is made by administrators only, and only of rules that are enforced', async () => {
    expect(await refusalOf(create([CHECKS], world.as(world.reader)))).toMatchObject({ status: 403 });
    expect(await refusalOf(create([{ type: 'required_signatures' }]))).toMatchObject({
      status: 422,
      message: expect.stringContaining('does not enforce'),
    });
    expect(world.repository.rulesets).toEqual([]);
  });
});
