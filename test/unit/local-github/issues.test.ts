import { createJobToken } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;
const ISSUES = '/repos/{owner}/{repo}/issues';
const ONE = `${ISSUES}/{issue_number}` as const;

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

const create = async (title: string, labels: string[] = [], as = api) =>
  (await as.request(`POST ${ISSUES}`, { ...REPOSITORY, title, body: 'Drift.', labels })).data;
const titles = async (query: { labels?: string; state?: 'open' | 'closed' | 'all'; creator?: string }) =>
  (await api.request(`GET ${ISSUES}`, { ...REPOSITORY, ...query })).data.map(({ title }) => title);
const job = (level: 'read' | 'write') =>
  world.client(
    createJobToken(world.github.state, {
      repository: 'bank/credit',
      permissions: { issues: level },
      runId: 1,
      jobId: 1,
    }),
  );

describe('issues', () => {
  test('share their numbers with pull requests, and are listed by state, label and author', async () => {
    await create('first', ['drift']);
    const second = await create('second', ['drift', 'Fairness']);
    await create('third', [], job('write'));
    await api.request(`PATCH ${ONE}`, { ...REPOSITORY, issue_number: second.number, state: 'closed' });

    expect(await titles({})).toEqual(['third', 'first']);
    expect(await titles({ state: 'all', labels: 'drift,fairness' })).toEqual(['second']);
    expect(await titles({ creator: 'github-actions[bot]' })).toEqual(['third']);
    expect(world.repository.lastNumber).toBe(3);
  });

  test('are closed with a reason, and opened again', async () => {
    const about = { ...REPOSITORY, issue_number: (await create('first')).number };
    const closed = await api.request(`PATCH ${ONE}`, { ...about, state: 'closed', state_reason: 'not_planned' });
    const opened = await api.request(`PATCH ${ONE}`, { ...about, state: 'open', title: 'again' });

    expect(closed.data).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
    expect(opened.data).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null, title: 'again' });
  });

  test('of people without push access have no labels, and are theirs alone to change', async () => {
    const reader = world.as(world.reader);
    const own = await create('own', ['drift'], reader);
    const other = await create('other');
    const patch = (issue_number: number) =>
      reader.request(`PATCH ${ONE}`, { ...REPOSITORY, issue_number, title: 'changed' });

    expect(own.labels).toEqual([]);
    expect((await patch(own.number)).data.title).toBe('changed');
    expect(await refusalOf(patch(other.number))).toMatchObject({ status: 403 });
  });

  test('need issues: write of a job', async () => {
    expect(await refusalOf(create('no', [], job('read')))).toMatchObject({ status: 403 });
  });
});

describe('labels', () => {
  test('are added once, replaced and taken away; unknown ones are made', async () => {
    const about = { ...REPOSITORY, issue_number: (await create('first', ['drift'])).number };
    const names = (labels: readonly { readonly name: string }[]) => labels.map(({ name }) => name);
    const added = await api.request(`POST ${ONE}/labels`, { ...about, labels: ['drift', 'late'] });
    const removed = await api.request(`DELETE ${ONE}/labels/{name}`, { ...about, name: 'drift' });
    const replaced = await api.request(`PUT ${ONE}/labels`, { ...about, labels: ['new'] });

    expect([added, removed, replaced].map(({ data }) => names(data))).toEqual([['drift', 'late'], ['late'], ['new']]);
    expect(names((await api.request('GET /repos/{owner}/{repo}/labels', REPOSITORY)).data)).toHaveLength(3);
    const missing = api.request(`DELETE ${ONE}/labels/{name}`, { ...about, name: 'drift' });
    expect(await refusalOf(missing)).toMatchObject({ status: 404 });
  });
});

describe('comments', () => {
  test('are written by readers, changed by their authors, and deleted by those who may push', async () => {
    const reader = world.as(world.reader);
    const issue_number = (await create('first')).number;
    const made = await reader.request(`POST ${ONE}/comments`, { ...REPOSITORY, issue_number, body: 'one' });
    const about = { ...REPOSITORY, comment_id: made.data.id } as const;
    await reader.request(`PATCH ${ISSUES}/comments/{comment_id}`, { ...about, body: 'two' });
    const stranger = world.as(world.github.admin.createUser('stranger'));
    const foreign = stranger.request(`PATCH ${ISSUES}/comments/{comment_id}`, { ...about, body: 'three' });
    expect(await refusalOf(foreign)).toMatchObject({ status: 403 });
    const list = () => api.request(`GET ${ONE}/comments`, { ...REPOSITORY, issue_number });

    expect((await list()).data).toMatchObject([{ body: 'two', user: { login: 'reader' } }]);
    await api.request(`DELETE ${ISSUES}/comments/{comment_id}`, about);
    expect((await list()).data).toEqual([]);
  });

  test('are also those of pull requests', async () => {
    await world.git('branch', 'change', 'main');
    await world.commit('change', { 'a.txt': 'a' });
    const pull = { ...REPOSITORY, title: 'change', head: 'change', base: 'main' };
    const { data } = await api.request('POST /repos/{owner}/{repo}/pulls', pull);
    const about = { ...REPOSITORY, issue_number: data.number };
    await api.request(`POST ${ONE}/comments`, { ...about, body: 'Decided.' });

    expect((await api.request(`GET ${ONE}`, about)).data).toMatchObject({ comments: 1, pull_request: {} });
  });
});
