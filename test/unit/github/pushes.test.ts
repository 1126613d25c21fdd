import nock from 'nock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { API, connect, REPO } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const actor = (id: number) => ({ id, login: `user-${id}`, type: 'User' });
const move = (activity_type: string, by: unknown) => ({ id: 1, ref: 'refs/heads/topic', activity_type, actor: by });

function answer(moves: readonly unknown[]): void {
  nock(API).get(`${REPO}/activity`).query({ ref: 'refs/heads/topic', per_page: 100 }).reply(200, moves);
}

test('names everybody who moved the branch, once, by whatever way', async () => {
  answer([
    move('push', actor(1)),
    move('force_push', actor(2)),
    move('pr_merge', actor(3)),
    move('branch_deletion', actor(4)),
    move('branch_creation', actor(1)),
    move('push', null),
  ]);

  const { accounts, complete } = await connect().github.pushes.pushers('topic');

  expect(accounts.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(complete).toBe(true);
});

test('says that it does not know all when GitHub gave a full page', async () => {
  answer(Array.from({ length: 100 }, () => move('push', actor(1))));

  await expect(connect().github.pushes.pushers('topic')).resolves.toMatchObject({ complete: false });
});

test('a token that may not read is an error, never nobody', async () => {
  nock(API).get(`${REPO}/activity`).query(true).reply(404, { message: 'Not Found' });

  await expect(connect().github.pushes.pushers('topic')).rejects.toMatchObject({ code: 'permission' });
});
