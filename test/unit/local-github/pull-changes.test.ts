import type { User } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clone, type WorkCopy } from './work-copy.ts';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;
const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';
const about = { ...REPOSITORY, pull_number: 1 } as const;

let world: World;
let author: User;
let reviewer: User;
let copy: WorkCopy;
let api: Octokit;
let first: string;

beforeEach(async () => {
  world = await startWorld();
  const { admin } = world.github;
  author = admin.createUser('author');
  reviewer = admin.createUser('reviewer');
  for (const user of [author, reviewer]) admin.setCollaborator(world.repository, user, 'write');
  copy = await clone(world, author);
  api = world.as(author);
  await copy.git('switch', '--quiet', '-c', 'candidate');
  first = await copy.commit({ 'train.mjs': 'one\n' });
  await copy.git('push', '--quiet', 'origin', 'candidate');
  const pull = { ...REPOSITORY, title: 'Candidate', head: 'candidate', base: 'main' };
  await api.request('POST /repos/{owner}/{repo}/pulls', pull);
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const get = async () => (await api.request(`GET ${PULL}`, about)).data;
const reviews = async () => (await api.request(`GET ${PULL}/reviews`, about)).data;
const approve = (as = world.as(reviewer)) => as.request(`POST ${PULL}/reviews`, { ...about, event: 'APPROVE' });
const merge = (merge_method: 'merge' | 'squash' | 'rebase' = 'merge') =>
  api.request(`PUT ${PULL}/merge`, { ...about, merge_method });
const patch = (change: { readonly base?: string; readonly state?: 'open' | 'closed' }) =>
  api.request(`PATCH ${PULL}`, { ...about, ...change });
const push = (...args: readonly string[]) => copy.git('push', '--quiet', ...args);
const actions = () => world.github.events.log.filter(({ name }) => name === 'pull_request').map(({ action }) => action);

async function requireReviews(rule: { dismissStale?: boolean; requireLastPushApproval?: boolean }): Promise<void> {
  const requiredReviews = { count: 1, dismissStale: false, requireLastPushApproval: false, ...rule };
  world.github.admin.protectBranch(world.repository, 'main', { requiredReviews });
  world.github.admin.protectBranch(world.repository, 'other', { requiredReviews });
}

describe('a head that is rewritten', () => {
  test('and rewritten back is the first commit again; reviews keep the commit they were given for', async () => {
    await approve();
    await copy.git('commit', '--quiet', '--amend', '-m', 'Another');
    await push('--force', 'origin', 'candidate');
    const second = await copy.git('rev-parse', 'HEAD');
    await approve();
    await push('--force', 'origin', `${first}:refs/heads/candidate`);

    expect((await get()).head.sha).toBe(first);
    expect((await reviews()).map(({ commit_id }) => commit_id)).toEqual([first, second]);
    expect(world.repository.activity.filter(({ kind }) => kind === 'force_push')).toHaveLength(2);
    expect(actions()).toEqual(['opened', 'synchronize', 'synchronize']);
  });

  test('leaves reviews without a commit when the commit is gone', async () => {
    await approve();
    await copy.git('commit', '--quiet', '--amend', '-m', 'Another');
    await push('--force', 'origin', 'candidate');
    await world.github.admin.collectGarbage(world.repository);

    expect(await reviews()).toMatchObject([{ commit_id: null, state: 'APPROVED' }]);
  });
});

describe('approvals that the rule dismisses', () => {
  const changes = [
    [
      'a push that changes the diff',
      'DISMISSED',
      () => copy.commit({ 'train.mjs': 'two\n' }).then(() => push('origin', 'candidate')),
    ],
    ['a push that changes nothing of it', 'APPROVED', () => commitNothing().then(() => push('origin', 'candidate'))],
    ['a merge of the base that touches other files', 'APPROVED', () => mergeBase()],
    ['a base that holds a part of it', 'DISMISSED', () => patch({ base: 'other' })],
  ] as const;

  test.each(changes)('%s: %s', async (_, expected, change) => {
    await requireReviews({ dismissStale: true });
    await push('origin', `${first}:refs/heads/other`);
    await copy.commit({ 'more.mjs': 'more\n' });
    await push('origin', 'candidate');
    await approve();
    await change();

    expect((await reviews())[0]?.state).toBe(expected);
  });

  const commitNothing = () => copy.git('commit', '--quiet', '--allow-empty', '-m', 'Nothing');
  async function mergeBase(): Promise<void> {
    await world.commit('main', { 'other.txt': 'other' });
    await copy.git('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');
    await push('origin', 'candidate');
  }
});

describe('the approval of the last push', () => {
  test('is given by somebody else, and after it', async () => {
    await requireReviews({ requireLastPushApproval: true });
    await approve();
    await copy.commit({ 'train.mjs': 'two\n' });
    await push('origin', 'candidate');
    expect(await refusalOf(merge())).toMatchObject({
      status: 405,
      message: expect.stringContaining('someone other than the last pusher'),
    });
    await approve();

    expect((await merge()).data.merged).toBe(true);
  });

  test('does not come from the one who pushed', async () => {
    await requireReviews({ requireLastPushApproval: true });
    const theirs = await clone(world, reviewer);
    await theirs.git('switch', '--quiet', 'candidate');
    await theirs.commit({ 'train.mjs': 'two\n' });
    await theirs.git('push', '--quiet', 'origin', 'candidate');
    await approve();

    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
  });
});

describe('a review that is dismissed', () => {
  test('tells of itself and no longer counts', async () => {
    await requireReviews({});
    const { data } = await approve();
    await world.as(world.owner).request(`PUT ${PULL}/reviews/{review_id}/dismissals`, {
      ...about,
      review_id: Number(data.id),
      message: 'Too early',
    });
    const told = world.github.events.log.filter(({ name }) => name === 'pull_request_review');

    expect(told.map(({ action }) => action)).toEqual(['submitted', 'dismissed']);
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
  });
});

describe('a base', () => {
  test('that is another one now is told with the old one, and merged with', async () => {
    const base = await world.git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'Other');
    await world.git('branch', 'other', base);
    await patch({ base: 'other' });
    const edited = world.github.events.log.find(({ action }) => action === 'edited');

    expect(edited?.payload['changes']).toMatchObject({ base: { ref: { from: 'main' }, sha: { from: world.sha } } });
    expect(await world.git('rev-parse', 'refs/pull/1/merge^1')).toBe(base);
    expect((await get()).base).toMatchObject({ ref: 'other', sha: base });
  });

  test('that is deleted closes the pull request, which then cannot be opened again', async () => {
    await copy.git('branch', 'other', 'main');
    await push('origin', 'other');
    await patch({ base: 'other' });
    await push('origin', ':other');

    expect(await get()).toMatchObject({ state: 'closed', merged: false });
    expect(await refusalOf(patch({ state: 'open' }))).toMatchObject({ status: 422 });
  });
});

describe('a closed pull request', () => {
  test('is opened again with what was added meanwhile', async () => {
    await patch({ state: 'closed' });
    const second = await copy.commit({ 'train.mjs': 'two\n' });
    await push('origin', 'candidate');
    expect((await get()).head.sha).toBe(first);
    await patch({ state: 'open' });

    expect(await get()).toMatchObject({ state: 'open', head: { sha: second } });
  });

  test('is not opened again when its head was rewritten', async () => {
    await patch({ state: 'closed' });
    await copy.git('commit', '--quiet', '--amend', '-m', 'Another');
    await push('--force', 'origin', 'candidate');

    expect(await refusalOf(patch({ state: 'open' }))).toMatchObject({
      status: 422,
      message: expect.stringContaining('force-pushed or recreated'),
    });
  });
});

describe('a draft', () => {
  test('is not merged until it is ready, and tells of both', async () => {
    const { admin } = world.github;
    await admin.setDraft(world.repository, 1, { draft: true, user: author });
    expect(await get()).toMatchObject({ draft: true, mergeable_state: 'draft' });
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
    await admin.setDraft(world.repository, 1, { draft: false, user: author });

    expect(actions()).toEqual(['opened', 'converted_to_draft', 'ready_for_review']);
    expect((await merge()).data.merged).toBe(true);
  });
});

describe('other authors', () => {
  beforeEach(async () => {
    await copy.git(
      '-c',
      'user.name=Helper',
      '-c',
      `user.email=${reviewer.emails[0]}`,
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'Help',
    );
    await copy.commit({ 'more.txt': 'more\n' });
    await push('origin', 'candidate');
  });

  test('are co-authors of a squash', async () => {
    await merge('squash');

    expect(await world.git('log', '-1', '--format=%an|%(trailers:key=Co-authored-by,valueonly)', 'main')).toBe(
      `author|Helper <${reviewer.emails[0]}>`,
    );
  });

  test('stay the authors of commits that are rebased, which have new SHAs', async () => {
    const old = (await copy.git('rev-list', 'main..candidate')).split('\n');
    await world.commit('main', { 'other.txt': 'other' });
    await merge('rebase');
    const made = (await world.git('log', '--format=%an %cn', '-3', 'main')).split('\n');

    expect(made).toEqual(['author GitHub', 'Helper GitHub', 'author GitHub']);
    expect(old).not.toContain(await world.git('rev-parse', 'main'));
  });
});

describe('a status of the test merge commit', () => {
  test.each([
    ['success', 'failure', 'merged'],
    ['failure', 'success', 'blocked'],
    [null, 'success', 'merged'],
    [null, 'failure', 'blocked'],
  ] as const)('%s, of the head %s: %s', async (ofMerge, ofHead, expected) => {
    const checks = [{ context: 'gate', appId: null }];
    world.github.admin.protectBranch(world.repository, 'main', { requiredStatusChecks: { strict: false, checks } });
    const report = (sha: string, state: 'success' | 'failure') =>
      api.request('POST /repos/{owner}/{repo}/statuses/{sha}', { ...REPOSITORY, sha, state, context: 'gate' });
    if (ofMerge !== null) await report((await get()).merge_commit_sha ?? '', ofMerge);
    await report(first, ofHead);
    const outcome = await merge().then(
      () => 'merged',
      () => 'blocked',
    );

    expect(outcome).toBe(expected);
  });
});
