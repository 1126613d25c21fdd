import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entries, eventsNamed, groupOf, openGreen, REPOSITORY, report, requireQueue } from './queue-world.ts';
import { clone } from './work-copy.ts';
import { refusalOf, startWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await startWorld();
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const enqueue = (number: number, user = world.owner) => world.github.admin.enqueue(world.repository, number, user);
const merge = (number: number) =>
  world
    .as(world.owner)
    .request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...REPOSITORY, pull_number: number });
const pull = async (number: number) => {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  return (await world.as(world.owner).request(route, { ...REPOSITORY, pull_number: number })).data;
};
const close = (number: number) =>
  world.as(world.owner).request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...REPOSITORY,
    pull_number: number,
    state: 'closed',
  });
const minutesLater = (minutes: number): Promise<void> => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
  return world.github.admin.advanceMergeQueues(world.repository);
};

describe('a branch with a merge queue', () => {
  test('refuses direct merges and pushes', async () => {
    const number = await openGreen(world, 'change');
    requireQueue(world);
    const copy = await clone(world, world.owner);
    await copy.commit({ 'a.txt': 'a' });

    expect(await refusalOf(merge(number))).toMatchObject({
      status: 405,
      message: expect.stringContaining('Changes must be made through the merge queue'),
    });
    expect(await copy.refused('push', 'origin', 'main')).toContain('Changes must be made through the merge queue');
  });

  test('lets nobody write its temporary branches', async () => {
    const copy = await clone(world, world.owner);
    await copy.commit({ 'a.txt': 'a' });
    const push = copy.refused('push', 'origin', 'HEAD:refs/heads/gh-readonly-queue/main/pr-1-abc');

    expect(await push).toContain('Cannot update this protected ref');
  });

  const unready = [
    ['whose check is red', (number: number) => headOf(number).then((sha) => report(world, sha, 'failure')), /failing/],
    ['that is closed', (number: number) => close(number), /closed/],
    ['that is a draft', (number: number) => draft(number), /draft/],
    ['that is in it already', (number: number) => enqueue(number), /already/],
  ] as const;

  test.each(unready)('takes no pull request %s', async (_, spoil, reason) => {
    requireQueue(world);
    const number = await openGreen(world, 'change');
    await spoil(number);

    expect(await refusalOf(enqueue(number))).toMatchObject({ status: 422, message: expect.stringMatching(reason) });
  });

  test('takes pull requests from people with push access only', async () => {
    requireQueue(world);
    const number = await openGreen(world, 'change');

    expect(await refusalOf(enqueue(number, world.reader))).toMatchObject({ status: 403 });
    expect(entries(world)).toEqual([]);
  });

  const headOf = async (number: number): Promise<string> => (await pull(number)).head.sha;
  const draft = (number: number) =>
    world.github.admin.setDraft(world.repository, number, { draft: true, user: world.owner });
});

describe('a queued pull request', () => {
  test('gets a group: a merge on a temporary branch, and a merge_group event that names no pull request', async () => {
    requireQueue(world);
    const number = await openGreen(world, 'change');
    await enqueue(number);
    const head = groupOf(world, number);
    const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${world.sha}`;

    expect(await world.git('rev-parse', ref)).toBe(head);
    expect(await world.git('rev-list', '--parents', '-1', head)).toBe(
      `${head} ${world.sha} ${(await pull(number)).head.sha}`,
    );
    expect(eventsNamed(world, 'merge_group')).toMatchObject([
      {
        action: 'checks_requested',
        sha: head,
        ref,
        payload: {
          merge_group: {
            head_sha: head,
            head_ref: ref,
            base_sha: world.sha,
            base_ref: 'refs/heads/main',
            head_commit: { id: head },
          },
        },
      },
    ]);
    expect(entries(world)).toMatchObject([{ pullNumber: number, position: 1, state: 'AWAITING_CHECKS' }]);
  });

  test('is merged by one push when the checks of its group are green', async () => {
    requireQueue(world);
    const number = await openGreen(world, 'change');
    await enqueue(number);
    const head = groupOf(world, number);
    await report(world, head);
    const pushes = eventsNamed(world, 'push').filter((event) => event.ref === 'refs/heads/main');

    expect(await world.git('rev-parse', 'main')).toBe(head);
    expect(pushes).toMatchObject([{ sha: head, actor: { login: 'github-merge-queue[bot]' } }]);
    expect(await pull(number)).toMatchObject({ merged: true, merge_commit_sha: head });
    expect(eventsNamed(world, 'merge_group', 'destroyed')).toMatchObject([{ payload: { reason: 'merged' } }]);
    expect(eventsNamed(world, 'pull_request', 'closed')).toHaveLength(1);
    expect(entries(world)).toEqual([]);
    expect(await world.git('for-each-ref', 'refs/heads/gh-readonly-queue')).toBe('');
  });

  test('is not merged by checks of its own head', async () => {
    requireQueue(world);
    const number = await openGreen(world, 'change');
    await enqueue(number);
    await report(world, (await pull(number)).head.sha);

    expect(await pull(number)).toMatchObject({ merged: false });
  });

  test('follows the group before it, and several land in one push', async () => {
    requireQueue(world);
    const [first, second] = [await openGreen(world, 'first'), await openGreen(world, 'second')];
    await enqueue(first);
    await enqueue(second);
    const [one, two] = [groupOf(world, first), groupOf(world, second)];
    expect(entries(world)[1]).toMatchObject({ baseSha: one, position: 2 });
    await report(world, two);
    expect(await world.git('rev-parse', 'main')).toBe(world.sha);
    await report(world, one);
    const pushes = eventsNamed(world, 'push').filter((event) => event.ref === 'refs/heads/main');

    expect(pushes.map((event) => event.sha)).toEqual([two]);
    expect((await pull(first)).merge_commit_sha).toBe(one);
    expect((await pull(second)).merge_commit_sha).toBe(two);
  });

  test('HEADGREEN: a green last group carries those before it', async () => {
    requireQueue(world, { grouping_strategy: 'HEADGREEN' });
    const [first, second] = [await openGreen(world, 'first'), await openGreen(world, 'second')];
    await enqueue(first);
    await enqueue(second);
    const two = groupOf(world, second);
    await report(world, groupOf(world, first), 'failure');
    await report(world, two);

    expect(await world.git('rev-parse', 'main')).toBe(two);
  });

  const methods = [
    ['SQUASH', 1],
    ['REBASE', 1],
    ['MERGE', 2],
  ] as const;

  test.each(methods)('merge method %s: the group has %i parent(s)', async (merge_method, parents) => {
    requireQueue(world, { merge_method });
    const number = await openGreen(world, 'change');
    await enqueue(number);

    expect((await world.git('rev-list', '--parents', '-1', groupOf(world, number))).split(' ')).toHaveLength(
      parents + 1,
    );
  });

  test('waits for enough others, but not longer than the rule says', async () => {
    requireQueue(world, { min_entries_to_merge: 2 });
    const number = await openGreen(world, 'change');
    await enqueue(number);
    await report(world, groupOf(world, number));
    expect(entries(world)).toMatchObject([{ state: 'MERGEABLE' }]);
    await minutesLater(5);

    expect(await pull(number)).toMatchObject({ merged: true });
  });
});

describe('an entry leaves the queue', () => {
  const queueTwo = async (): Promise<readonly [number, number]> => {
    requireQueue(world);
    const numbers = [await openGreen(world, 'first'), await openGreen(world, 'second')] as const;
    for (const number of numbers) await enqueue(number);
    return numbers;
  };
  const reasons = () => eventsNamed(world, 'pull_request', 'dequeued').map((event) => event.payload['reason']);

  test('for a red check: those behind it are built anew', async () => {
    const [first, second] = await queueTwo();
    const before = groupOf(world, second);
    await report(world, groupOf(world, first), 'failure');

    expect(reasons()).toEqual(['CI_FAILURE']);
    expect(entries(world)).toMatchObject([{ pullNumber: second, position: 1, baseSha: world.sha }]);
    expect(groupOf(world, second)).not.toBe(before);
    expect(eventsNamed(world, 'merge_group', 'destroyed').map((event) => event.payload['reason'])).toEqual([
      'dequeued',
      'invalidated',
    ]);
  });

  test('for checks that never report', async () => {
    const [, second] = await queueTwo();
    await report(world, groupOf(world, second));
    await minutesLater(60);

    expect(reasons()).toEqual(['CI_TIMEOUT']);
    expect(entries(world)).toMatchObject([{ pullNumber: second, state: 'AWAITING_CHECKS' }]);
  });

  test('for a conflict with what comes before it', async () => {
    requireQueue(world);
    await world.git('branch', 'clash', 'main');
    const head = await world.commit('clash', { 'first.txt': 'another' });
    const { data } = await world
      .as(world.owner)
      .request('POST /repos/{owner}/{repo}/pulls', { ...REPOSITORY, title: 'clash', head: 'clash', base: 'main' });
    await report(world, head);
    const first = await openGreen(world, 'first');
    await enqueue(first);
    await enqueue(data.number);

    expect(reasons()).toEqual(['MERGE_CONFLICT']);
    expect(entries(world)).toMatchObject([{ pullNumber: first }]);
  });

  test('for a push to its head, and the push does not come in', async () => {
    const [first, second] = await queueTwo();
    const copy = await clone(world, world.owner);
    await copy.git('checkout', '--quiet', 'first');
    await copy.commit({ 'more.txt': 'more' });
    await copy.git('push', '--quiet', 'origin', 'first');

    expect(reasons()).toEqual(['UNKNOWN_REMOVAL_REASON']);
    expect(entries(world)).toMatchObject([{ pullNumber: second, baseSha: world.sha }]);
    expect((await pull(first)).state).toBe('open');
  });

  const changes = [
    ['is closed', { state: 'closed' }],
    ['gets another base', { base: 'other' }],
  ] as const;

  test.each(changes)('when its pull request %s', async (_, change) => {
    await world.git('branch', 'other', 'main');
    const [first] = await queueTwo();
    await world
      .as(world.owner)
      .request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...REPOSITORY, pull_number: first, ...change });

    expect(entries(world).map((entry) => entry.pullNumber)).not.toContain(first);
  });

  test('when somebody takes it out', async () => {
    const [first] = await queueTwo();
    await world.github.admin.dequeue(world.repository, first, world.owner);

    expect(reasons()).toEqual(['MANUAL']);
  });

  test('when the rule goes', async () => {
    await queueTwo();
    const api = world.as(world.owner);
    const route = 'DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}';
    await api.request(route, { ...REPOSITORY, ruleset_id: world.repository.rulesets[0]?.id ?? 0 });

    expect(reasons()).toEqual(['QUEUE_CLEARED', 'QUEUE_CLEARED']);
    expect(await world.git('for-each-ref', 'refs/heads/gh-readonly-queue')).toBe('');
  });
});
