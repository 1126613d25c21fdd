import type { CommitSha } from '@gatehouse/core';
import type { GitHub } from '@gatehouse/github';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../local-github/world.ts';
import { connectTo } from './on-local-github.ts';

let world: World;
let github: GitHub;

beforeAll(async () => {
  world = await startWorld();
  github = connectTo(world, world.github.admin.createToken(world.owner), { sleep: async () => undefined });
}, 60_000);

afterAll(() => world.close());

const WORDS = { message: 'Server Error' };
const LIMIT = { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };
const SOON = { 'retry-after': '1' };
const FAULTS = [
  ['502 with HTML', { status: 502, body: '<html>Bad gateway</html>' }],
  ['503', { status: 503, body: WORDS }],
  ['a connection that is reset', { reset: true }],
  ['a body cut off', { cutBody: true }],
  ['a rate limit in the middle', { status: 200, body: LIMIT, headers: SOON }],
  [
    'a secondary rate limit',
    { status: 403, body: { message: 'You have exceeded a secondary rate limit.' }, headers: SOON },
  ],
] as const;

describe('a question meets', () => {
  test.each(FAULTS)('%s, and is answered the next time', async (_, fault) => {
    world.github.faults.add({ operation: 'graphql', times: 1, ...fault });

    await expect(github.contents.readTip({})).resolves.toMatchObject({ commit: world.sha });
  });

  test.each(FAULTS)('%s for ever, and is an error', async (_, fault) => {
    const recover = world.github.faults.add({ operation: 'graphql', ...fault });

    await expect(github.contents.readTip({})).rejects.toMatchObject({ code: 'service' });
    await expect(github.people.teams(['bank/risk'])).rejects.toMatchObject({ code: 'service' });

    recover();
  });
});

describe('a write meets', () => {
  const evidence = () => github.evidence();
  let head: CommitSha | null = null;
  const files = (): ReadonlyMap<string, Uint8Array> => new Map([[`${head ?? 'first'}.json`, Buffer.from('{}')]]);

  beforeEach(async () => {
    head = (await evidence().readTip({}))?.head ?? null;
    head ??= (await evidence().append({ message: 'first', expectedHead: null, files: files() })).head;
  });

  test.each(FAULTS.filter(([, fault]) => !('cutBody' in fault)))('%s, and is made once', async (_, fault) => {
    world.github.faults.add({ operation: 'graphql', times: 1, ...fault });

    const written = await evidence().append({ message: 'next', expectedHead: head, files: files() });

    expect(written.conflict).toBe(false);
    await expect(evidence().readTip({})).resolves.toMatchObject({ head: written.head });
  });

  test.each([
    ['its answer is cut off', { cutBody: true }],
    ['its answer is a 502', { status: 502, applied: true }],
    ['the connection is reset after it', { reset: true, applied: true }],
  ] as const)('a lost answer (%s), and is made once: the second try is a conflict', async (_, fault) => {
    const before = head;
    world.github.faults.add({ operation: 'graphql', times: 1, ...fault });

    const written = await evidence().append({ message: 'next', expectedHead: before, files: files() });

    expect(written).toEqual({ conflict: true, head: null });
    await expect(world.git('rev-list', '--count', `${before}..gatehouse-evidence`)).resolves.toBe('1');
  });
});
