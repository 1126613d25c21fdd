import { createJobToken, type User } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clone, type WorkCopy } from './work-copy.ts';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let author: User;
let reviewer: User;
let copy: WorkCopy;
let api: Octokit;
let head: string;

beforeEach(async () => {
  world = await startWorld();
  const { admin } = world.github;
  author = admin.createUser('author');
  reviewer = admin.createUser('reviewer');
  admin.setCollaborator(world.repository, author, 'write');
  admin.setCollaborator(world.repository, reviewer, 'write');
  copy = await clone(world, author);
  api = world.as(author);
  await copy.git('switch', '--quiet', '-c', 'candidate');
  head = await copy.commit({ 'train.mjs': 'one\n' }, 'Train\n\nWith all columns.');
  await copy.git('push', '--quiet', 'origin', 'candidate');
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

async function open(draft = false) {
  const body = { ...REPOSITORY, title: 'Candidate 1', body: 'Why', head: 'candidate', base: 'main', draft };
  return (await api.request('POST /repos/{owner}/{repo}/pulls', body)).data;
}

const get = async (number = 1) =>
  (await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...REPOSITORY, pull_number: number })).data;

const merge = async (extra: { readonly merge_method?: 'merge' | 'squash' | 'rebase'; readonly sha?: string } = {}) =>
  (
    await api.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
      ...REPOSITORY,
      pull_number: 1,
      ...extra,
    })
  ).data;

const review = (as: Octokit, event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT', commit?: string) =>
  as.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...REPOSITORY,
    pull_number: 1,
    event,
    body: 'Read.',
    ...(commit === undefined ? {} : { commit_id: commit }),
  });

const events = () =>
  world.github.events.log
    .filter((event) => event.name.startsWith('pull_request'))
    .map((event) => `${event.name} ${event.action}`);

describe('a pull request', () => {
  test('has its head, its test merge and counts, and runs belong to the test merge', async () => {
    const pull = await open();

    expect(pull).toMatchObject({
      number: 1,
      state: 'open',
      commits: 1,
      changed_files: 1,
      additions: 1,
      mergeable: true,
      mergeable_state: 'clean',
    });
    expect(pull.head.sha).toBe(head);
    expect(await world.git('rev-parse', 'refs/pull/1/head')).toBe(head);
    expect(await world.git('rev-parse', 'refs/pull/1/merge')).toBe(pull.merge_commit_sha);
    expect(await world.git('log', '-1', '--format=%P', 'refs/pull/1/merge')).toBe(`${world.sha} ${head}`);
    expect(world.github.events.log.at(-1)).toMatchObject({
      name: 'pull_request',
      action: 'opened',
      ref: 'refs/pull/1/merge',
      sha: pull.merge_commit_sha,
    });
  });

  test('moves its head and its test merge on every push, with before and after', async () => {
    await open();
    const next = await copy.commit({ 'train.mjs': 'two\n' });
    await copy.git('push', '--quiet', 'origin', 'candidate');

    expect((await get()).head.sha).toBe(next);
    expect(await world.git('log', '-1', '--format=%P', 'refs/pull/1/merge')).toBe(`${world.sha} ${next}`);
    expect(world.github.events.log.at(-1)).toMatchObject({
      action: 'synchronize',
      payload: { before: head, after: next, number: 1 },
    });
  });

  test('follows a moved base with its test merge, but keeps the base it was opened against', async () => {
    await open();
    await copy.git('switch', '--quiet', 'main');
    const base = await copy.commit({ 'other.txt': 'x' });
    await copy.git('push', '--quiet', 'origin', 'main');

    expect((await get()).base.sha).toBe(world.sha);
    expect(await world.git('log', '-1', '--format=%P', 'refs/pull/1/merge')).toBe(`${base} ${head}`);
    expect(await get()).toMatchObject({ commits: 1, changed_files: 1 });
  });

  test('that conflicts is not mergeable, and no workflow is told of it', async () => {
    await open();
    await copy.git('switch', '--quiet', 'main');
    await copy.commit({ 'train.mjs': 'other\n' });
    await copy.git('push', '--quiet', 'origin', 'main');
    const told = events().length;
    await copy.git('switch', '--quiet', 'candidate');
    await copy.commit({ 'train.mjs': 'mine\n' });
    await copy.git('push', '--quiet', 'origin', 'candidate');

    expect(await get()).toMatchObject({ mergeable: false, mergeable_state: 'dirty', merge_commit_sha: null });
    expect(events()).toHaveLength(told);
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
  });

  test('is closed when its branch goes, and merged when the base comes to hold its head', async () => {
    await open();
    await copy.git('push', '--quiet', 'origin', `${head}:refs/heads/main`);

    expect(await get()).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: head });

    await copy.commit({ 'train.mjs': 'two\n' });
    await copy.git('push', '--quiet', 'origin', 'candidate');
    await open();
    await copy.git('push', '--quiet', 'origin', ':candidate');
    expect(await get(2)).toMatchObject({ state: 'closed', merged: false });
  });

  const refused = [
    { name: 'twice for one branch', request: { head: 'candidate', base: 'main' }, twice: true, says: 'already exists' },
    { name: 'without a commit', request: { head: 'main', base: 'main' }, says: 'No commits between' },
    { name: 'from no branch', request: { head: 'nowhere', base: 'main' }, says: 'Validation Failed' },
    { name: 'onto no branch', request: { head: 'candidate', base: 'nowhere' }, says: 'Validation Failed' },
  ];

  test.each(refused)('is not opened $name', async ({ request, twice, says }) => {
    if (twice === true) await open();
    const answer = await refusalOf(
      api.request('POST /repos/{owner}/{repo}/pulls', { ...REPOSITORY, title: 'Again', ...request }),
    );

    expect(answer.status).toBe(422);
    expect(answer.message).toContain(says);
  });

  test('lists its files and commits, and is found by its commits', async () => {
    await open();
    const files = await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      ...REPOSITORY,
      pull_number: 1,
    });
    const commits = await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', {
      ...REPOSITORY,
      pull_number: 1,
    });
    const found = await api.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
      ...REPOSITORY,
      commit_sha: head,
    });

    expect(files.data).toMatchObject([{ filename: 'train.mjs', status: 'added', patch: '@@ -0,0 +1 @@\n+one' }]);
    expect(commits.data).toMatchObject([
      { sha: head, author: { id: author.id }, commit: { message: 'Train\n\nWith all columns.' } },
    ]);
    expect(found.data.map((pull) => pull.number)).toEqual([1]);
  });
});

describe('reviews', () => {
  test('the author cannot approve, nor ask for changes, but can comment', async () => {
    await open();

    expect(await refusalOf(review(api, 'APPROVE'))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Can not approve your own pull request'),
    });
    expect(await refusalOf(review(api, 'REQUEST_CHANGES'))).toMatchObject({ status: 422 });
    expect((await review(api, 'COMMENT')).data.state).toBe('COMMENTED');
  });

  test('carry the commit and the time, and tell of themselves', async () => {
    await open();
    world.clock.now = new Date('2026-11-23T09:00:00Z');
    const { data } = await review(world.as(reviewer), 'APPROVE');

    expect(data).toMatchObject({
      state: 'APPROVED',
      commit_id: head,
      submitted_at: '2026-11-23T09:00:00Z',
      user: { id: reviewer.id },
    });
    expect(world.github.events.log.at(-1)).toMatchObject({
      name: 'pull_request_review',
      action: 'submitted',
      ref: 'refs/pull/1/merge',
      payload: { review: { state: 'approved' } },
    });
  });

  test('of commits that are not part of the pull request are refused; dismissal needs an approval', async () => {
    await open();
    const strange = await refusalOf(review(world.as(reviewer), 'APPROVE', world.sha));
    const { data } = await review(world.as(reviewer), 'APPROVE');
    const dismiss = { ...REPOSITORY, pull_number: 1, review_id: Number(data.id), message: 'Late' };
    const dismissed = await api.request(
      'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
      dismiss,
    );

    expect(strange.status).toBe(422);
    expect(dismissed.data.state).toBe('DISMISSED');
    expect(
      await refusalOf(
        api.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals', dismiss),
      ),
    ).toMatchObject({ status: 422 });
    expect(events().at(-1)).toBe('pull_request_review dismissed');
  });

  test('a job cannot approve', async () => {
    await open();
    const token = createJobToken(world.github.state, {
      repository: 'bank/credit',
      permissions: { 'pull-requests': 'write' },
      runId: 1,
      jobId: 1,
    });

    expect(await refusalOf(review(world.client(token), 'APPROVE'))).toMatchObject({
      status: 422,
      message: expect.stringContaining('not permitted to approve'),
    });
  });
});

describe('merging', () => {
  const methods = [
    { method: 'merge', parents: 2, message: 'Merge pull request #1 from bank/candidate\n\nCandidate 1' },
    { method: 'squash', parents: 1, message: 'Candidate 1 (#1)\n\nWith all columns.' },
    { method: 'rebase', parents: 1, message: 'Train\n\nWith all columns.' },
  ] as const;

  test.each(methods)(
    'by $method puts the change on the base and closes the pull request',
    async ({ method, parents, message }) => {
      await open();
      await copy.git('switch', '--quiet', 'main');
      await copy.commit({ 'other.txt': 'x' });
      await copy.git('push', '--quiet', 'origin', 'main');
      const { sha } = await merge({ merge_method: method, sha: head });

      expect(await world.git('rev-parse', 'main')).toBe(sha);
      expect((await world.git('log', '-1', '--format=%P', 'main')).split(' ')).toHaveLength(parents);
      expect(await world.git('log', '-1', '--format=%B', 'main')).toBe(message);
      expect(await world.git('ls-tree', '--name-only', 'main')).toBe('README.md\nother.txt\ntrain.mjs');
      expect(await get()).toMatchObject({
        state: 'closed',
        merged: true,
        merge_commit_sha: sha,
        merged_by: { id: author.id },
      });
      expect(world.github.events.log.slice(-2).map((event) => `${event.name} ${event.action} ${event.ref}`)).toEqual([
        'push null refs/heads/main',
        'pull_request closed refs/heads/main',
      ]);
    },
  );

  test('refuses a head that moved, a draft and a second time', async () => {
    await open(true);
    expect(await refusalOf(merge())).toMatchObject({ status: 405, message: expect.stringContaining('draft') });
    const pull = world.repository.pulls[0];
    if (pull !== undefined) pull.draft = false;

    expect(await refusalOf(merge({ sha: world.sha }))).toMatchObject({ status: 409 });
    await merge();
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
  });

  test('waits for approvals that count, and for nobody who asks for changes', async () => {
    world.github.admin.protectBranch(world.repository, 'main', {
      requiredReviews: { count: 1, dismissStale: true, requireLastPushApproval: false },
    });
    await open();
    await review(world.as(world.reader), 'APPROVE');
    expect(await refusalOf(merge())).toMatchObject({
      status: 405,
      message: expect.stringContaining('At least 1 approving review is required'),
    });

    await review(world.as(reviewer), 'REQUEST_CHANGES');
    expect(await refusalOf(merge())).toMatchObject({ message: expect.stringContaining('Changes requested') });

    await review(world.as(reviewer), 'APPROVE');
    await review(world.as(reviewer), 'COMMENT');
    expect((await get()).mergeable_state).toBe('clean');

    await copy.commit({ 'train.mjs': 'two\n' });
    await copy.git('push', '--quiet', 'origin', 'candidate');
    expect(await refusalOf(merge())).toMatchObject({ message: expect.stringContaining('At least 1 approving review') });

    await review(world.as(reviewer), 'APPROVE');
    expect((await merge()).merged).toBe(true);
  });
});
