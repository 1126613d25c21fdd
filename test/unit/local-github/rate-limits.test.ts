import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalGitHub, type RateLimits, startLocalGitHub } from '@gatehouse/local-github';
import { afterEach, describe, expect, test } from 'vitest';
import { askAs } from './graphql-client.ts';

interface Limited {
  readonly github: LocalGitHub;
  readonly token: string;
  readonly clock: { now: Date };
  request(endpoint: string, token?: string): Promise<Response>;
}

const open: { github: LocalGitHub; folder: string }[] = [];

afterEach(async () => {
  for (const { github, folder } of open.splice(0)) {
    await github.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function start(rateLimits?: RateLimits): Promise<Limited> {
  const folder = await mkdtemp(join(tmpdir(), 'local-github-'));
  const clock = { now: new Date('2026-11-23T08:00:00Z') };
  const github = await startLocalGitHub({
    root: folder,
    clock: () => clock.now,
    ...(rateLimits === undefined ? {} : { rateLimits }),
  });
  open.push({ github, folder });
  const owner = github.admin.createUser('maintainer');
  await github.admin.createRepository({ owner: 'maintainer', name: 'credit' });
  const token = github.admin.createToken(owner);
  const request = (endpoint: string, as = token): Promise<Response> => {
    const [method = '', path = ''] = endpoint.split(' ');
    return fetch(`${github.apiUrl}${path}`, { method, headers: { authorization: `bearer ${as}` } });
  };
  return { github, token, clock, request };
}

const READ = 'GET /repos/maintainer/credit';
const WRITE = 'DELETE /repos/maintainer/credit/git/refs/heads/none';

function pass(limited: Limited, seconds: number): void {
  limited.clock.now = new Date(limited.clock.now.getTime() + seconds * 1000);
}

describe('the primary limit', () => {
  test('refuses nothing unless it is turned on', async () => {
    const limited = await start();
    const statuses = [];
    for (let at = 0; at < 90; at += 1) statuses.push((await limited.request(WRITE)).status);
    expect(new Set(statuses)).toEqual(new Set([422]));
  });

  test('refuses with 403 and no requests left, until the hour is over', async () => {
    const limited = await start({ requestsPerHour: 2 });
    await limited.request(READ);
    await limited.request(READ);

    const refused = await limited.request(READ);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-11-23T09:00:00Z') / 1000));
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('API rate limit exceeded') });

    pass(limited, 3600);
    expect((await limited.request(READ)).status).toBe(200);
  });

  test('is counted for each token, whatever the answer, and asking for it is free', async () => {
    const limited = await start({ requestsPerHour: 2 });
    const other = limited.github.admin.createToken(limited.github.admin.createUser('other'));
    await limited.request('GET /repos/maintainer/none');
    await limited.request('GET /rate_limit');
    expect((await limited.request(READ)).headers.get('x-ratelimit-used')).toBe('2');
    expect((await limited.request(READ)).status).toBe(403);
    expect((await limited.request('GET /rate_limit')).status).toBe(200);
    expect((await limited.request(READ, other)).status).toBe(200);
  });

  test('holds for requests that come at the same time', async () => {
    const limited = await start({ requestsPerHour: 5 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => limited.request(READ)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  });
});

describe('points of GraphQL', () => {
  const query = '{ viewer { login } rateLimit { cost remaining used } }';

  test('are counted apart from requests, and refused with 200 and RATE_LIMITED', async () => {
    const limited = await start({ pointsPerHour: 2 });
    const ask = askAs(limited, limited.token);
    const first = await ask(query);
    expect(first.data).toMatchObject({ rateLimit: { cost: 1, remaining: 1, used: 1 } });
    expect(first.headers.get('x-ratelimit-resource')).toBe('graphql');
    await ask(query);

    const refused = await ask(query);
    expect(refused).toMatchObject({ status: 200, data: undefined, errors: [{ type: 'RATE_LIMITED' }] });
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await limited.request(READ)).headers.get('x-ratelimit-used')).toBe('1');

    pass(limited, 3600);
    expect((await ask(query)).errors).toEqual([]);
  });

  test('are not taken for a query that is not valid', async () => {
    const limited = await start({ pointsPerHour: 1 });
    const ask = askAs(limited, limited.token);
    await ask('{ nonsense }');
    expect((await ask(query)).errors).toEqual([]);
  });
});

describe('the secondary limit', () => {
  test('refuses the 81st write of a minute and says when to come back', async () => {
    const limited = await start({});
    for (let at = 0; at < 80; at += 1) expect((await limited.request(WRITE)).status).toBe(422);
    pass(limited, 20);

    const refused = await limited.request(WRITE);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(await refused.json()).toMatchObject({
      message: expect.stringContaining('You have exceeded a secondary rate limit'),
    });
    expect((await limited.request(READ)).status).toBe(200);

    pass(limited, 40);
    expect((await limited.request(WRITE)).status).toBe(422);
  });

  test('may answer with 429', async () => {
    const limited = await start({ writesPerMinute: 0, secondaryStatus: 429 });
    expect((await limited.request(WRITE)).status).toBe(429);
  });

  test('counts mutations and not queries, together with other writes', async () => {
    const limited = await start({ writesPerMinute: 1 });
    const ask = askAs(limited, limited.token);
    await limited.request(WRITE);
    expect((await ask('{ viewer { login } }')).status).toBe(200);

    const refused = await ask(
      `mutation { createCommitOnBranch(input: { branch: { repositoryNameWithOwner: "maintainer/credit", branchName: "main" },
        message: { headline: "h" }, expectedHeadOid: "${'0'.repeat(40)}" }) { clientMutationId } }`,
    );
    expect(refused.status).toBe(403);
    expect(refused.message).toContain('secondary rate limit');
    expect(refused.headers.get('retry-after')).toBe('60');
  });
});
