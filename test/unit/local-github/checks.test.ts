import { createJobToken, type Permissions } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPO = { owner: 'bank', repo: 'credit' } as const;
const NAME = 'gatehouse/governance';

let world: World;
let app: Octokit;
let appId: number;

beforeEach(async () => {
  world = await startWorld();
  const record = world.github.admin.createApp({ name: 'governance', owner: 'bank', permissions: { checks: 'write' } });
  appId = record.id;
  app = world.client(world.github.admin.createAppToken(world.github.admin.installApp(record, 'bank')));
});

afterEach(() => world.close());

describe('who may write check runs', () => {
  test('an App: the run belongs to it', async () => {
    const { data } = await create(app, {});
    expect(data).toMatchObject({ app: { id: appId, slug: 'governance' }, status: 'queued', conclusion: null });
  });

  test('a job: the run belongs to github-actions', async () => {
    const { data } = await create(job({ checks: 'write' }), {});
    expect(data.app).toMatchObject({ id: 15368, slug: 'github-actions' });
  });

  test.each([
    {
      who: 'an administrator',
      client: () => world.as(world.owner),
      message: 'You must authenticate via a GitHub App.',
    },
    { who: 'a job without checks: write', client: () => job({ checks: 'read' }), message: 'Resource not accessible' },
  ])('not $who', async ({ client, message }) => {
    expect(await refusalOf(create(client(), {}))).toMatchObject({
      status: 403,
      message: expect.stringContaining(message),
    });
  });

  test('a job cannot change the run of an App', async () => {
    const { data } = await create(app, {});
    const change = update(job({ checks: 'write' }), Number(data.id), { status: 'completed', conclusion: 'success' });
    expect(await refusalOf(change)).toMatchObject({ status: 403, message: expect.stringContaining('Invalid app_id') });
  });
});

describe('what a check run may say', () => {
  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' } as const;
  const output = (extra: object) => ({ title: 't', summary: 's', ...extra });

  test.each([
    ['completed without a conclusion', { status: 'completed' }],
    ['the conclusion stale', { status: 'completed', conclusion: 'stale' }],
    ['51 annotations', { output: output({ annotations: Array.from({ length: 51 }, () => annotation) }) }],
    ['a summary of 65,536 characters', { output: output({ summary: 'x'.repeat(65_536) }) }],
    ['an output without a summary', { output: { title: 't' } }],
    ['a commit that does not exist', { head_sha: '1'.repeat(40) }],
    ['an unknown conclusion', { conclusion: 'maybe' }],
    ['four actions', { actions: Array.from({ length: 4 }, () => ({ label: 'a', description: 'b', identifier: 'c' })) }],
  ])('not %s', async (_what, extra) => {
    expect(await refusalOf(create(app, extra))).toMatchObject({ status: 422 });
  });

  test('50 annotations at a time, and more by updates', async () => {
    const annotations = Array.from({ length: 50 }, () => annotation);
    const { data } = await create(app, { output: output({ annotations, summary: 'x'.repeat(65_535) }) });
    const updated = await update(app, Number(data.id), { output: output({ annotations }) });
    expect(updated.data.output.annotations_count).toBe(100);
    const listed = await app.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
      ...REPO,
      check_run_id: Number(data.id),
      per_page: 100,
    });
    expect(listed.data).toHaveLength(100);
  });

  test('a conclusion completes it, and a new status opens it again', async () => {
    const { data } = await create(app, { conclusion: 'failure' });
    expect(data).toMatchObject({ status: 'completed', conclusion: 'failure', completed_at: '2026-11-23T08:00:00Z' });
    const reopened = await update(app, Number(data.id), { status: 'in_progress' });
    expect(reopened.data).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null });
  });
});

describe('listing', () => {
  test('tells the latest of each name and App, and all when asked', async () => {
    await create(app, { conclusion: 'success' });
    await create(app, { conclusion: 'failure' });
    await create(job({ checks: 'write' }), { conclusion: 'success' });
    expect((await list({})).data.check_runs.map((run) => [run.app?.slug, run.conclusion])).toEqual([
      ['github-actions', 'success'],
      ['governance', 'failure'],
    ]);
    expect((await list({ filter: 'all' })).data.total_count).toBe(3);
    expect((await list({ app_id: appId, check_name: NAME })).data.total_count).toBe(1);
    expect((await list({ check_name: 'other' })).data.total_count).toBe(0);
  });

  test('of suites: one of each App, with its worst conclusion', async () => {
    await create(app, { conclusion: 'success' });
    await create(app, { name: 'other', conclusion: 'action_required' });
    const { data } = await app.request('GET /repos/{owner}/{repo}/commits/{ref}/check-suites', {
      ...REPO,
      ref: 'main',
    });
    expect(data).toMatchObject({
      total_count: 1,
      check_suites: [
        { status: 'completed', conclusion: 'action_required', latest_check_runs_count: 2, head_sha: world.sha },
      ],
    });
    const [suite] = data.check_suites;
    const runs = await app.request('GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs', {
      ...REPO,
      check_suite_id: Number(suite?.id),
    });
    expect(runs.data.check_runs.map(({ name }) => name)).toEqual(['other', NAME]);
  });

  test('events tell that a run was created and completed, and by whom', async () => {
    const { data } = await create(app, {});
    await update(app, Number(data.id), { conclusion: 'success' });
    const told = world.github.events.log.filter(({ name }) => name === 'check_run');
    expect(told.map(({ action, causedBy }) => [action, causedBy])).toEqual([
      ['created', 'app'],
      ['completed', 'app'],
    ]);
  });
});

describe('commit statuses', () => {
  test('the newest of each context counts', async () => {
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 0 });
    await status('a', 'failure');
    await status('a', 'success');
    expect(await combined()).toMatchObject({ state: 'success', total_count: 1 });
    await status('b', 'error');
    expect(await combined()).toMatchObject({ state: 'failure', total_count: 2 });
    const all = await world
      .as(world.owner)
      .request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', { ...REPO, ref: world.sha });
    expect(all.data.map(({ context, state }) => [context, state])).toEqual([
      ['b', 'error'],
      ['a', 'success'],
      ['a', 'failure'],
    ]);
  });

  test('a job may set one with statuses: write only', async () => {
    const set = (permissions: Permissions): Promise<unknown> =>
      job(permissions).request('POST /repos/{owner}/{repo}/statuses/{sha}', {
        ...REPO,
        sha: world.sha,
        state: 'success',
      });
    expect(await refusalOf(set({ checks: 'write' }))).toMatchObject({ status: 403 });
    await set({ statuses: 'write' });
    expect(world.repository.statuses).toMatchObject([
      { context: 'default', creator: { login: 'github-actions[bot]' } },
    ]);
  });

  async function combined(): Promise<unknown> {
    return (
      await world.as(world.owner).request('GET /repos/{owner}/{repo}/commits/{ref}/status', { ...REPO, ref: 'main' })
    ).data;
  }

  function status(context: string, state: 'error' | 'failure' | 'success'): Promise<unknown> {
    return world
      .as(world.owner)
      .request('POST /repos/{owner}/{repo}/statuses/{sha}', { ...REPO, sha: world.sha, context, state });
  }
});

function create(client: Octokit, extra: Readonly<Record<string, unknown>>) {
  return client.request('POST /repos/{owner}/{repo}/check-runs', {
    ...REPO,
    name: NAME,
    head_sha: world.sha,
    ...extra,
  });
}

function update(client: Octokit, check_run_id: number, body: Readonly<Record<string, unknown>>) {
  return client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { ...REPO, check_run_id, ...body });
}

function list(query: { filter?: 'all'; check_name?: string; app_id?: number }) {
  return app.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ...REPO, ref: 'main', ...query });
}

function job(permissions: Permissions): Octokit {
  return world.client(
    createJobToken(world.github.state, { repository: 'bank/credit', permissions, runId: 1, jobId: 2 }),
  );
}
