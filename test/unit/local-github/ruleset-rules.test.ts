import { readdirSync, readFileSync } from 'node:fs';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeQueueFault } from '../../../packages/local-github/src/rules/merge-queue-rule.ts';
import { QUEUE_PARAMETERS } from './queue-world.ts';
import { clone, cloneWith, type WorkCopy } from './work-copy.ts';
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

const TEMPLATES = new URL('../../../action-templates/rulesets/', import.meta.url);

type Ruleset = Readonly<Record<string, unknown>>;
const BASE: Ruleset = {
  name: 'governance',
  target: 'branch',
  enforcement: 'active',
  conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
  rules: [{ type: 'update', parameters: { update_allows_fetch_and_merge: false } }],
};
const TAGS: Ruleset = {
  ...BASE,
  target: 'tag',
  conditions: { ref_name: { include: ['refs/tags/*@*'], exclude: [] } },
  rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
};
const POST = 'POST /repos/{owner}/{repo}/rulesets';

async function create(ruleset: Ruleset): Promise<number> {
  const { data } = await api.request(POST, {
    ...REPOSITORY,
    name: 'governance',
    enforcement: 'active',
    ...ruleset,
  });
  return data.id;
}

async function pushes(copy: WorkCopy, ref = 'main'): Promise<'taken' | 'refused'> {
  await copy.commit({ 'a.txt': copy.folder });
  return copy.git('push', '--quiet', 'origin', `HEAD:${ref}`).then(
    () => 'taken' as const,
    () => 'refused' as const,
  );
}

describe('a bypass', () => {
  const ids = {
    org: () => null,
    admin: () => 5,
    write: () => 4,
    self: () => world.owner.id,
    other: () => world.reader.id,
    team: () => world.github.admin.createTeam({ org: 'bank', name: 'release', members: [world.owner] }).id,
  } as const;
  const rows = [
    ['OrganizationAdmin', 'org', 'always', 'taken'],
    ['OrganizationAdmin', 'org', 'exempt', 'taken'],
    ['OrganizationAdmin', 'org', 'pull_request', 'refused'],
    ['RepositoryRole', 'admin', 'always', 'taken'],
    ['RepositoryRole', 'write', 'always', 'taken'],
    ['Team', 'team', 'always', 'taken'],
    ['User', 'self', 'always', 'taken'],
    ['User', 'other', 'always', 'refused'],
    ['DeployKey', 'org', 'always', 'refused'],
  ] as const;

  test.each(rows)('%s %s %s: a push of an administrator is %4$s', async (actor_type, who, bypass_mode, expected) => {
    await create({ ...BASE, bypass_actors: [{ actor_type, actor_id: ids[who](), bypass_mode }] });

    expect(await pushes(await clone(world, world.owner))).toBe(expected);
  });

  test('of mode pull_request lets its actor merge', async () => {
    await world.git('branch', 'change', 'main');
    await world.commit('change', { 'b.txt': 'b' });
    await api.request('POST /repos/{owner}/{repo}/pulls', { ...REPOSITORY, title: 't', head: 'change', base: 'main' });
    const merge = () =>
      api.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...REPOSITORY, pull_number: 1 });
    const id = await create(BASE);
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
    await api.request('PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
      ...REPOSITORY,
      ruleset_id: id,
      bypass_actors: [{ actor_type: 'User', actor_id: world.owner.id, bypass_mode: 'pull_request' }],
    });

    expect((await merge()).data.merged).toBe(true);
  });

  test('of an App is for its tokens: it creates the tags that nobody else may', async () => {
    const app = world.github.admin.createApp({ name: 'Registry', owner: 'bank', permissions: { contents: 'write' } });
    const token = world.github.admin.createAppToken(world.github.admin.installApp(app, 'bank'));
    await create({
      ...TAGS,
      bypass_actors: [{ actor_type: 'Integration', actor_id: app.id, bypass_mode: 'always' }],
    });

    expect(await pushes(await clone(world, world.owner), 'refs/tags/m@v1.0.0')).toBe('refused');
    expect(await pushes(await clone(world, world.owner), 'refs/tags/v1.0.0')).toBe('taken');
    expect(await pushes(await cloneWith(world, { token, email: 'app@example.com' }), 'refs/tags/m@v1.0.0')).toBe(
      'taken',
    );
  });

  test('is told to administrators only', async () => {
    const ruleset_id = await create({
      ...BASE,
      bypass_actors: [{ actor_type: 'OrganizationAdmin', actor_id: 1, bypass_mode: 'always' }],
    });
    const read = (as: Octokit) =>
      as.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { ...REPOSITORY, ruleset_id });

    expect((await read(api)).data).toMatchObject({
      bypass_actors: [{ actor_type: 'OrganizationAdmin' }],
      current_user_can_bypass: 'always',
    });
    const other = (await read(world.as(world.reader))).data;
    expect(other).not.toHaveProperty('bypass_actors');
    expect(other).toMatchObject({ current_user_can_bypass: 'never' });
  });
});

describe('rulesets', () => {
  test.each(['disabled', 'evaluate'] as const)(
    'that are %s bind nobody, and are not among the rules',
    async (enforcement) => {
      await create({ ...BASE, enforcement });

      expect(await pushes(await clone(world, world.owner))).toBe('taken');
      const rules = await api.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
        ...REPOSITORY,
        branch: 'main',
      });
      expect(rules.data).toEqual([]);
    },
  );

  test('hold together: a bypass of one is none of another', async () => {
    await create({ ...BASE, bypass_actors: [{ actor_type: 'OrganizationAdmin', bypass_mode: 'always' }] });
    expect(await pushes(await clone(world, world.owner))).toBe('taken');
    await create({ ...BASE, name: 'second' });

    expect(await pushes(await clone(world, world.owner))).toBe('refused');
  });

  test('are changed in the parts that a request names, and deleted', async () => {
    const ruleset_id = await create(BASE);
    const about = { ...REPOSITORY, ruleset_id };
    const { data } = await api.request('PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
      ...about,
      enforcement: 'disabled',
    });
    expect(data).toMatchObject({ id: ruleset_id, name: 'governance', enforcement: 'disabled', rules: BASE['rules'] });
    await api.request('DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}', about);

    expect(world.repository.rulesets).toEqual([]);
  });

  test('as GitHub exports them are taken', async () => {
    await create({
      id: 4711,
      source_type: 'Repository',
      source: 'bank/credit',
      ...BASE,
      rules: [
        { type: 'deletion' },
        { type: 'non_fast_forward' },
        {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: 1,
            dismiss_stale_reviews_on_push: true,
            required_reviewers: [],
            require_code_owner_review: false,
            require_last_push_approval: true,
            required_review_thread_resolution: false,
            allowed_merge_methods: ['merge', 'squash', 'rebase'],
          },
        },
        {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: true,
            do_not_enforce_on_create: false,
            required_status_checks: [{ context: 'gatehouse/governance', integration_id: 42 }],
          },
        },
        { type: 'merge_queue', parameters: QUEUE_PARAMETERS },
      ],
      bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
    });

    expect(world.repository.rulesets[0]?.rules).toHaveLength(5);
  });

  test.each(readdirSync(TEMPLATES))('of the templates are taken and read back: %s', async (file) => {
    const ruleset: Ruleset = JSON.parse(readFileSync(new URL(file, TEMPLATES), 'utf8').replaceAll('"APP_ID"', '42'));
    const ruleset_id = await create(ruleset);
    const { data } = await api.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
      ...REPOSITORY,
      ruleset_id,
    });

    expect(data).toMatchObject(ruleset);
  });

  const queue = (change: Ruleset) => [{ type: 'merge_queue', parameters: { ...QUEUE_PARAMETERS, ...change } }];
  const review = (change: Ruleset) => [
    {
      type: 'pull_request',
      parameters: {
        required_approving_review_count: 1,
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_review_thread_resolution: false,
        ...change,
      },
    },
  ];
  const wrong: readonly (readonly [string, Ruleset])[] = [
    ['a rule that is not enforced', { rules: [{ type: 'required_signatures' }] }],
    ['a parameter that is not enforced', { rules: review({ require_code_owner_review: true }) }],
    [
      'a queue on a pattern',
      { rules: queue({}), conditions: { ref_name: { include: ['refs/heads/*'], exclude: [] } } },
    ],
    ['a queue of tags', { ...TAGS, rules: queue({}) }],
    ['a bypass without a name', { bypass_actors: [{ actor_type: 'User', bypass_mode: 'always' }] }],
    [
      'a bypass by pull request of tags',
      { ...TAGS, bypass_actors: [{ actor_type: 'User', actor_id: 7, bypass_mode: 'pull_request' }] },
    ],
  ];

  test.each(wrong)('with %s are refused', async (_, change) => {
    expect(await refusalOf(create({ ...BASE, ...change }))).toMatchObject({ status: 422 });
    expect(world.repository.rulesets).toEqual([]);
  });
});

describe('parameters of a merge queue', () => {
  test.each([
    [{}, null],
    [{ check_response_timeout_minutes: 361 }, /check_response_timeout_minutes must be an integer from 1 to 360/],
    [{ max_entries_to_build: 101 }, /max_entries_to_build/],
    [{ min_entries_to_merge: 0.5 }, /min_entries_to_merge/],
    [{ min_entries_to_merge_wait_minutes: undefined }, /wait_minutes/],
    [{ grouping_strategy: 'ANY' }, /grouping_strategy/],
    [{ merge_method: 'merge' }, /merge_method/],
  ])('%j: %s', (change, says) => {
    const fault = mergeQueueFault({ ...QUEUE_PARAMETERS, ...change });

    if (says === null) expect(fault).toBeNull();
    else expect(fault).toMatch(says);
  });
});

describe('the rule', () => {
  const checks = (do_not_enforce_on_create: boolean) => ({
    ...BASE,
    conditions: { ref_name: { include: ['refs/heads/release/*'], exclude: [] } },
    rules: [
      {
        type: 'required_status_checks',
        parameters: {
          do_not_enforce_on_create,
          required_status_checks: [{ context: 'gate' }],
          strict_required_status_checks_policy: false,
        },
      },
    ],
  });

  test.each([
    [false, 'refused'],
    [true, 'taken'],
  ] as const)('required_status_checks, do_not_enforce_on_create %s: a new branch is %s', async (exempt, expected) => {
    await create(checks(exempt));

    expect(await pushes(await clone(world, world.owner), 'refs/heads/release/1')).toBe(expected);
  });

  test('required_linear_history refuses merge commits, pushed or made', async () => {
    await create({ ...BASE, rules: [{ type: 'required_linear_history' }] });
    const copy = await clone(world, world.owner);
    await copy.git('checkout', '--quiet', '-b', 'side');
    await copy.commit({ 'side.txt': 's' });
    await copy.git('push', '--quiet', 'origin', 'side');
    await api.request('POST /repos/{owner}/{repo}/pulls', { ...REPOSITORY, title: 't', head: 'side', base: 'main' });
    await copy.git('checkout', '--quiet', 'main');
    await copy.git('merge', '--quiet', '--no-ff', 'side');
    const merge = (merge_method: 'merge' | 'squash') =>
      api.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
        ...REPOSITORY,
        pull_number: 1,
        merge_method,
      });

    expect(await copy.refused('push', 'origin', 'main')).toContain('must not contain merge commits');
    expect(await refusalOf(merge('merge'))).toMatchObject({ status: 405 });
    expect((await merge('squash')).data.merged).toBe(true);
  });

  test('non_fast_forward refuses a force-push', async () => {
    await create({ ...BASE, rules: [{ type: 'non_fast_forward' }] });
    const copy = await clone(world, world.owner);
    await copy.git('commit', '--quiet', '--amend', '-m', 'Another');

    expect(await copy.refused('push', '--force', 'origin', 'main')).toContain('force-push');
  });
});
