import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, askAs, inRepository } from './graphql-client.ts';
import { entries, groupOf, openGreen, report, requireQueue } from './queue-world.ts';
import { startWorld, type World } from './world.ts';

const ENQUEUE = `mutation($input: EnqueuePullRequestInput!) {
  enqueuePullRequest(input: $input) { clientMutationId mergeQueueEntry { position state pullRequest { number } } }
}`;
const DEQUEUE = `mutation($input: DequeuePullRequestInput!) {
  dequeuePullRequest(input: $input) { mergeQueueEntry { pullRequest { number } } }
}`;

let world: World;
let ask: Ask;

beforeEach(async () => {
  world = await startWorld();
  ask = askAs(world, world.github.admin.createToken(world.owner));
  requireQueue(world);
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

async function idOf(number: number): Promise<string> {
  const { data } = await ask(inRepository(`pullRequest(number: ${number}) { id }`));
  return Object(data).repository.pullRequest.id;
}

const enqueue = async (number: number, more: Readonly<Record<string, unknown>> = {}, as = ask) =>
  as(ENQUEUE, { input: { pullRequestId: await idOf(number), ...more } });

describe('a merge queue', () => {
  test('that is empty has no entries, where a rule asks for one', async () => {
    const { data } = await ask(
      inRepository('main: mergeQueue { entries(first: 5) { totalCount } } topic: mergeQueue(branch: "topic") { id }'),
    );
    expect(data).toEqual({ repository: { main: { entries: { totalCount: 0 } }, topic: null } });
  });

  test('names its entries with the head and the base of their groups', async () => {
    const [first, second] = [await openGreen(world, 'one'), await openGreen(world, 'two')];
    await enqueue(first);
    await enqueue(second);
    const { data, errors } = await ask(
      inRepository(`mergeQueue(branch: "main") { entries(first: 5) { nodes {
        position state enqueuer { login } pullRequest { number isInMergeQueue mergeQueueEntry { position } }
        headCommit { oid } baseCommit { oid } } } }`),
    );
    expect(errors).toEqual([]);
    const entry = (position: number, number: number, [head, base]: readonly [string, string]) => ({
      position,
      state: 'AWAITING_CHECKS',
      enqueuer: { login: 'maintainer' },
      pullRequest: { number, isInMergeQueue: true, mergeQueueEntry: { position } },
      headCommit: { oid: head },
      baseCommit: { oid: base },
    });
    expect(Object(data).repository.mergeQueue.entries.nodes).toEqual([
      entry(1, first, [groupOf(world, first), world.sha]),
      entry(2, second, [groupOf(world, second), groupOf(world, first)]),
    ]);
  });

  test('forgets what it merged', async () => {
    const number = await openGreen(world, 'one');
    await enqueue(number);
    const head = groupOf(world, number);
    await report(world, head);
    const { data } = await ask(
      inRepository(
        `pullRequest(number: ${number}) { state isInMergeQueue mergeQueueEntry { id } mergeCommit { oid associatedPullRequests(first: 5) { nodes { number } } } }`,
      ),
    );
    expect(Object(data).repository.pullRequest).toEqual({
      state: 'MERGED',
      isInMergeQueue: false,
      mergeQueueEntry: null,
      mergeCommit: { oid: head, associatedPullRequests: { nodes: [{ number }] } },
    });
  });
});

describe('enqueuePullRequest', () => {
  test('gives the entry', async () => {
    const number = await openGreen(world, 'one');
    const { data } = await enqueue(number, { clientMutationId: 'mine' });
    expect(Object(data).enqueuePullRequest).toMatchObject({
      clientMutationId: 'mine',
      mergeQueueEntry: { position: 1, pullRequest: { number } },
    });
  });

  test('refuses a head that has moved', async () => {
    const { data, errors } = await enqueue(await openGreen(world, 'one'), { expectedHeadOid: world.sha });
    expect(data).toEqual({ enqueuePullRequest: null });
    expect(errors).toMatchObject([{ type: 'UNPROCESSABLE', path: ['enqueuePullRequest'] }]);
  });

  test('refuses a person without push access', async () => {
    const reader = askAs(world, world.github.admin.createToken(world.reader));
    const { errors } = await enqueue(await openGreen(world, 'one'), {}, reader);
    expect(errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  });

  test('finds no pull request by another id', async () => {
    const { errors } = await ask(ENQUEUE, { input: { pullRequestId: 'nothing' } });
    expect(errors).toMatchObject([{ type: 'NOT_FOUND' }]);
  });
});

test('dequeuePullRequest takes a pull request out, once', async () => {
  const number = await openGreen(world, 'one');
  await enqueue(number);
  const input = { id: await idOf(number) };
  const { data } = await ask(DEQUEUE, { input });
  expect(Object(data).dequeuePullRequest.mergeQueueEntry).toEqual({ pullRequest: { number } });
  expect(entries(world)).toEqual([]);
  expect((await ask(DEQUEUE, { input })).errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
});
