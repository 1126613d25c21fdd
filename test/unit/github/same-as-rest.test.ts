import type { Account, PullRequest, Review } from '@gatehouse/core';
import type { GitHub } from '@gatehouse/github';
import type { User } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { clone, type WorkCopy } from '../local-github/work-copy.ts';
import { startWorld, type World } from '../local-github/world.ts';
import { connectTo, countCalls } from './on-local-github.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let github: GitHub;
let rest: Octokit;
let people: Readonly<Record<'author' | 'reviewer' | 'coAuthor' | 'outsider', User>>;
let copy: WorkCopy;
const heads: string[] = [];

/** Pull request 1 is reviewed, 2 is a draft, 3 is merged, 4 is closed. */
beforeAll(async () => {
  world = await startWorld();
  const { admin } = world.github;
  const author = admin.createUser('author');
  const reviewer = admin.createUser('reviewer');
  const coAuthor = admin.createUser('co-author');
  const outsider = admin.createUser('outsider');
  people = { author, reviewer, coAuthor, outsider };
  admin.setCollaborator(world.repository, author, 'write');
  admin.setCollaborator(world.repository, reviewer, 'maintain');
  admin.setCollaborator(world.repository, coAuthor, 'triage');
  admin.createTeam({ org: 'bank', name: 'Risk', members: [reviewer, coAuthor] });
  copy = await clone(world, author);
  for (const number of [1, 2, 3, 4]) await openPull(number, number === 2);
  await review(reviewer, 'COMMENT');
  await review(reviewer, 'APPROVE');
  await review(coAuthor, 'REQUEST_CHANGES');
  await world
    .as(author)
    .request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...REPOSITORY, pull_number: 3 });
  await world
    .as(author)
    .request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...REPOSITORY, pull_number: 4, state: 'closed' });
  github = connectTo(world, admin.createToken(world.owner));
  rest = world.as(world.owner);
}, 60_000);

afterAll(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

async function openPull(number: number, draft: boolean): Promise<void> {
  const head = `topic-${number}`;
  await copy.git('switch', '--quiet', '-c', head, 'origin/main');
  const message = `Change\n\nCo-authored-by: Someone <${people.coAuthor.emails[0]}>\nCo-authored-by: No One <no@where.example>`;
  heads.push(await copy.commit({ [`file-${number}`]: `${number}\n` }, message));
  await copy.git('push', '--quiet', 'origin', head);
  const body = { ...REPOSITORY, title: head, head, base: 'main', draft };
  await world.as(people.author).request('POST /repos/{owner}/{repo}/pulls', body);
}

async function review(user: User, event: 'APPROVE' | 'COMMENT' | 'REQUEST_CHANGES'): Promise<void> {
  await world.as(user).request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...REPOSITORY,
    pull_number: 1,
    event,
    body: 'Read.',
  });
}

const reviewState = z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED']);
const account = z.object({ id: z.int(), login: z.string(), type: z.enum(['User', 'Bot', 'Organization']) });

async function restPull(number: number): Promise<PullRequest> {
  const { data } = await rest.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...REPOSITORY,
    pull_number: number,
  });
  return {
    number,
    author: account.parse(data.user),
    headSha: data.head.sha,
    headRef: data.head.ref,
    baseRef: data.base.ref,
    baseSha: data.base.sha,
    draft: data.draft ?? false,
    merged: data.merged,
    mergedAt: data.merged_at === null ? null : new Date(data.merged_at),
    mergeCommitSha: data.merged ? data.merge_commit_sha : null,
    open: data.state === 'open',
    fromFork: data.head.repo?.id !== data.base.repo.id,
    url: data.html_url,
  };
}

describe('GraphQL gives what REST gives', () => {
  test.each([1, 2, 3, 4])('of pull request %i', async (number) => {
    await expect(github.pulls.get(number)).resolves.toEqual(await restPull(number));
  });

  test('of a pull request from a fork', async () => {
    const fork = await world.github.admin.forkRepository(world.repository, people.outsider);
    const theirs = await clone(world, people.outsider, fork.fullName);
    await theirs.git('switch', '--quiet', '-c', 'theirs');
    const head = await theirs.commit({ theirs: '1\n' });
    await theirs.git('push', '--quiet', 'origin', 'theirs');
    const body = { ...REPOSITORY, title: 'Theirs', head: 'outsider:theirs', base: 'main' };
    const { data } = await world.as(people.outsider).request('POST /repos/{owner}/{repo}/pulls', body);

    const pull = await github.pulls.get(data.number);

    expect(pull).toEqual(await restPull(data.number));
    expect(pull).toMatchObject({ fromFork: true, headSha: head });
    await rest.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...REPOSITORY,
      pull_number: data.number,
      state: 'closed',
    });
  });

  test('of the open pull requests', async () => {
    const { data } = await rest.request('GET /repos/{owner}/{repo}/pulls', { ...REPOSITORY, state: 'open' });

    const open = await github.pulls.listOpen();

    expect(open).toEqual(await Promise.all(data.map(({ number }) => restPull(number))));
    expect(open.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('of the pull requests of a branch', async () => {
    const { headSha, headRef, baseRef, fromFork } = await restPull(4);
    const { data } = await rest.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...REPOSITORY,
      pull_number: 4,
    });
    const [createdAt, closedAt] = [new Date(data.created_at), new Date(data.closed_at ?? '')];

    await expect(github.pulls.ofBranch(headRef)).resolves.toEqual({
      pulls: [{ number: 4, headSha, baseRef, fromFork, createdAt, closedAt, baseChangedAt: null }],
      complete: true,
    });
    await expect(github.pulls.ofBranch('no-branch')).resolves.toEqual({ pulls: [], complete: true });
  });

  test.each([
    ['the head of an open one', () => heads[0] ?? '', [1]],
    ['the head of a merged one', () => heads[2] ?? '', [3]],
    ['the head of a closed one', () => heads[3] ?? '', []],
    ['the first commit', () => world.sha, []],
  ])('of %s', async (_, sha, expected) => {
    const pulls = await github.pulls.ofCommit(sha());

    expect(pulls.map(({ number }) => number)).toEqual(expected);
    expect(pulls).toEqual(await Promise.all(expected.map(restPull)));
  });

  test('of reviews', async () => {
    const { data } = await rest.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...REPOSITORY,
      pull_number: 1,
    });
    const expected = data.map(
      ({ id, user, state, commit_id, submitted_at }): Review => ({
        id: Number(id),
        reviewer: account.parse(user),
        state: reviewState.parse(state),
        commitSha: commit_id,
        submittedAt: new Date(submitted_at ?? ''),
      }),
    );

    expect(expected).toHaveLength(3);
    await expect(github.pulls.reviews(1)).resolves.toEqual(expected);
  });
});

test('co-authors are those whose address is an account', async () => {
  const { id, login } = people.coAuthor;

  await expect(github.contents.coAuthors([heads[0] ?? ''])).resolves.toEqual([{ id, login, type: 'User' }]);
});

test('permissions by numeric id', async () => {
  const { author, reviewer, coAuthor, outsider } = people;
  const accounts = [world.owner, author, reviewer, coAuthor, outsider].map(
    ({ id, login }): Account => ({ id, login, type: 'User' }),
  );

  const { value, calls } = await countCalls(world, async () => github.people.permissions(accounts));

  expect(accounts.map(({ login, id }) => [login, value.get(id)])).toEqual([
    ['maintainer', 'admin'],
    ['author', 'write'],
    ['reviewer', 'write'],
    ['co-author', 'read'],
    ['outsider', 'none'],
  ]);
  expect(calls).toEqual(['POST /graphql']);
});

test('permissions that a token may not see are unknown', async () => {
  const stranger = connectTo(world, world.github.admin.createToken(people.outsider));
  const { id, login } = people.author;

  const permissions = await stranger.people.permissions([{ id, login, type: 'User' }]);

  expect(permissions).toEqual(new Map([[id, 'unknown']]));
});

test('a whole check is one request, and a second with the organisation token', async () => {
  const own = connectTo(world, world.github.admin.createToken(world.owner), {
    orgToken: world.github.admin.createToken(world.owner),
  });

  const { value, calls } = await countCalls(world, async () =>
    Promise.all([
      own.contents.readTip({ files: ['README.md'] }),
      own.evidence().readTip({}),
      own.pulls.get(1),
      own.pulls.reviews(1),
      own.contents.coAuthors([heads[0] ?? '']),
      own.people.accounts(['author', 'nobody']),
      own.people.teams(['bank/risk', 'bank/none']),
      own.checks.current(heads[0] ?? ''),
      own.mergeQueue.groupOf(heads[0] ?? ''),
    ]),
  );

  expect(calls).toEqual(['POST /graphql', 'POST /graphql']);
  expect([...value[5]].map(([login, account]) => [login, account?.id])).toEqual([
    ['author', people.author.id],
    ['nobody', undefined],
  ]);
  expect([...value[6]].map(([team, members]) => [team, members?.map(({ login }) => login).sort()])).toEqual([
    ['bank/risk', ['co-author', 'reviewer']],
    ['bank/none', undefined],
  ]);
});

describe('the evidence branch', () => {
  const files = (path: string): ReadonlyMap<string, Uint8Array> => new Map([[path, Buffer.from('{"a":"ü"}')]]);

  test('is made, read and added to, each with one head', async () => {
    const evidence = github.evidence();
    const first = await evidence.append({
      message: 'first\n\nLedger-Seq: 1',
      expectedHead: null,
      files: files('m/1.json'),
    });
    const head = first.head ?? '';

    const { value: second, calls } = await countCalls(world, async () =>
      evidence.append({ message: 'second\n\nLedger-Seq: 2', expectedHead: head, files: files('m/2.json') }),
    );
    const late = await evidence.append({ message: 'late', expectedHead: head, files: files('m/3.json') });
    const again = await evidence.append({ message: 'again', expectedHead: null, files: files('m/3.json') });
    const tip = await evidence.readTip({ folders: ['m'] });

    expect(calls).toEqual(['POST /graphql']);
    expect([first.conflict, second.conflict, late, again]).toEqual([
      false,
      false,
      { conflict: true, head: null },
      { conflict: true, head: null },
    ]);
    expect(tip).toMatchObject({ head: second.head, message: expect.stringMatching(/^second\n\nLedger-Seq: 2\n?$/) });
    expect([...(tip?.folders.get('m')?.keys() ?? [])]).toEqual(['m/1.json', 'm/2.json']);
    await expect(evidence.readAt(head, { files: ['m/1.json', 'm/2.json'] })).resolves.toMatchObject({
      files: new Map([
        ['m/1.json', Buffer.from('{"a":"ü"}')],
        ['m/2.json', null],
      ]),
    });
  });
});
