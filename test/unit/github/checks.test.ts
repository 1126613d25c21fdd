import type { Digest, GovernanceCheck } from '@gatehouse/core';
import { CHECK_NAME } from '@gatehouse/github';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, REPO, SHA } from './connect.ts';
import { page } from './fake-graphql.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const check: GovernanceCheck = {
  headSha: SHA,
  state: 'success',
  title: 'approved',
  summary: 'All is in order.',
  externalId: `sha256:${'0'.repeat(64)}`,
};
const answered = { id: 9, html_url: 'https://github.test/checks/9', app: { id: 42 } };
const [A, B, C] = ['1', '2', '3'].map((digit): Digest => `sha256:${digit.repeat(64)}`) as [Digest, Digest, Digest];
const announced = (tuple: Digest, at: string): string => `- \`${tuple}\` waits for approvals since ${at}`;
const states = [
  { state: 'success', conclusion: 'success', status: 'success' },
  { state: 'failure', conclusion: 'failure', status: 'failure' },
  { state: 'waiting', conclusion: 'action_required', status: 'pending' },
] as const;

interface ExistingRun {
  readonly id: number;
  readonly app: { readonly id: number } | null;
  readonly name?: string;
  readonly output?: { readonly text: string | null };
}

/** What each run shows, beside what it remembers. */
const SHOWN = { title: 'approved', externalId: 'x', conclusion: 'SUCCESS', status: 'COMPLETED' };

/** Each run in a suite of its App. */
function existing(...runs: ExistingRun[]): void {
  const suites = runs.map(({ id, app, name = CHECK_NAME, output }) => ({
    app: app === null ? null : { databaseId: app.id },
    checkRuns: page([{ ...SHOWN, databaseId: id, name, text: output?.text ?? null }]),
  }));
  nock(API)
    .post('/graphql')
    .reply(200, { data: { q0: { object: { checkSuites: page(suites) } } } });
}

/** The body of the next request of that method and path, once it was made. */
function capture(method: 'POST' | 'PATCH', path: string, answer: unknown): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    nock(API)
      .intercept(path, method, (body: Record<string, unknown>) => {
        resolve(body);
        return true;
      })
      .reply(201, JSON.stringify(answer), { 'content-type': 'application/json' });
  });
}

describe('App check run', () => {
  const { github } = connect({ check: { kind: 'app', appId: 42 } });
  const post = async (posted: GovernanceCheck): Promise<{ readonly url: string }> =>
    github.checks.post(posted, await github.checks.current(SHA));

  test.each(states)('$state is $conclusion', async ({ state, conclusion }) => {
    existing();
    const body = capture('POST', `${REPO}/check-runs`, answered);

    const posted = await post({ ...check, state, detailsUrl: 'https://github.test/run/1' });

    expect(posted.url).toBe('https://github.test/checks/9');
    expect(await body).toEqual({
      name: CHECK_NAME,
      head_sha: SHA,
      status: 'completed',
      conclusion,
      external_id: check.externalId,
      details_url: 'https://github.test/run/1',
      output: { title: 'approved', summary: 'All is in order.' },
    });
  });

  test('the own run on that commit is updated, the newest if there are several', async () => {
    existing({ id: 5, app: { id: 42 } }, { id: 6, app: { id: 42 } });
    const body = capture('PATCH', `${REPO}/check-runs/6`, answered);

    await post(check);

    expect(await body).not.toHaveProperty('head_sha');
  });

  test('a run of another App, or of none, with the same name is left alone', async () => {
    existing({ id: 5, app: { id: 15368 } }, { id: 6, app: null }, { id: 7, app: { id: 42 }, name: 'other' });
    const body = capture('POST', `${REPO}/check-runs`, answered);

    await post(check);

    expect(await body).toMatchObject({ head_sha: SHA });
  });

  test('it remembers since when each tuple waits, and nothing of those that were replaced', async () => {
    const earlier = '2026-11-23T11:00:00.000Z';
    const text = [A, C].map((tuple) => announced(tuple, earlier)).join('\n');
    existing({ id: 6, app: { id: 42 }, output: { text } });
    const body = capture('PATCH', `${REPO}/check-runs/6`, answered);

    await post({ ...check, announces: [A, B] });

    expect((await body)['output']).toMatchObject({
      text: `${announced(A, earlier)}\n${announced(B, '2026-11-23T12:00:00.000Z')}`,
    });
  });

  test('posted without a tuple it forgets nothing', async () => {
    const text = announced(A, '2026-11-23T11:00:00.000Z');
    existing({ id: 6, app: { id: 42 }, output: { text } });
    const body = capture('PATCH', `${REPO}/check-runs/6`, answered);

    await post(check);

    expect((await body)['output']).toMatchObject({ text });
  });

  const at = '2026-11-23T11:00:00.000Z';
  test.each<[string, readonly ExistingRun[], Date | undefined]>([
    ['the time in the own run', [{ id: 5, app: { id: 42 }, output: { text: announced(A, at) } }], new Date(at)],
    ['nothing from a run of another App', [{ id: 5, app: { id: 7 }, output: { text: announced(A, at) } }], undefined],
    ['nothing about another tuple', [{ id: 5, app: { id: 42 }, output: { text: announced(B, at) } }], undefined],
    [
      'nothing from an older run',
      [
        { id: 5, app: { id: 42 }, output: { text: announced(A, at) } },
        { id: 6, app: { id: 42 }, output: { text: null } },
      ],
      undefined,
    ],
    [
      'nothing where the date is none',
      [{ id: 5, app: { id: 42 }, output: { text: announced(A, '2026-99-23T11:00:00.000Z') } }],
      undefined,
    ],
    ['nothing without a run', [], undefined],
  ])('an announcement is %s', async (_, runs, expected) => {
    existing(...runs);

    const { announcements } = await github.checks.current(SHA);

    expect(announcements === 'unknown' ? announcements : announcements.get(A)).toEqual(expected);
  });

  const HEAD = { seq: 12, digest: B };
  const headLine = `- ledger head 12 \`${B}\``;

  test('it remembers the head of the ledger beside the announcements', async () => {
    existing({ id: 6, app: { id: 42 }, output: { text: announced(A, at) } });
    const body = capture('PATCH', `${REPO}/check-runs/6`, answered);

    await post({ ...check, announces: [A], ledgerHead: HEAD });

    expect((await body)['output']).toMatchObject({ text: `${announced(A, at)}\n${headLine}` });
  });

  test('what it remembers is read first where nobody read it', async () => {
    existing({ id: 6, app: { id: 42 }, output: { text: headLine } });
    const body = capture('PATCH', `${REPO}/check-runs/6`, answered);

    await github.checks.post(check);

    expect((await body)['output']).toMatchObject({ text: headLine });
  });

  test('what it shows is told, so that it need not be posted again', async () => {
    existing({ id: 6, app: { id: 42 } });

    await expect(github.checks.current(SHA)).resolves.toMatchObject({
      shows: { state: 'success', title: SHOWN.title, externalId: SHOWN.externalId },
    });
  });

  test('posted without a head of the ledger it keeps the one that it had', async () => {
    existing({ id: 6, app: { id: 42 }, output: { text: headLine } });
    const body = capture('PATCH', `${REPO}/check-runs/6`, answered);

    await post(check);

    expect((await body)['output']).toMatchObject({ text: headLine });
  });

  test.each([
    ['the head', headLine, HEAD],
    ['the higher of two', `- ledger head 7 \`${A}\`\n${headLine}\n- ledger head 9 \`${C}\``, HEAD],
    ['none from another line', `the ${headLine}`, null],
    ['none with the number 0', `- ledger head 0 \`${B}\``, null],
    ['none without a text', null, null],
  ])('a ledger head: %s', async (_, text, expected) => {
    existing({ id: 6, app: { id: 42 }, output: { text } });

    await expect(github.checks.current(SHA)).resolves.toMatchObject({ id: 6, ledgerHead: expected });
  });

  test.each<[string, Readonly<Record<string, unknown>>, unknown[]]>([
    [
      'a number beyond GraphQL',
      {
        nodes: [
          { app: { databaseId: 42 }, checkRuns: page([{ ...SHOWN, databaseId: null, name: CHECK_NAME, text: '' }]) },
        ],
      },
      [
        {
          message: 'Int cannot represent',
          path: ['q0', 'object', 'checkSuites', 'nodes', 0, 'checkRuns', 'nodes', 0, 'databaseId'],
        },
      ],
    ],
    ['more suites than a page', { nodes: [], pageInfo: { hasNextPage: true } }, []],
  ])('%s is looked up by REST', async (_, suites, errors) => {
    const checkSuites = { pageInfo: { hasNextPage: false }, ...suites };
    nock(API)
      .post('/graphql')
      .reply(200, { data: { q0: { object: { checkSuites } } }, errors });
    nock(API)
      .get(`${REPO}/commits/${SHA}/check-runs`)
      .query({ check_name: CHECK_NAME, app_id: 42, filter: 'latest', per_page: 100, page: 1 })
      .reply(200, {
        check_runs: [
          { id: 99_000_000_000, name: CHECK_NAME, app: { id: 42 }, output: { text: headLine } },
          { id: 99_000_000_001, name: CHECK_NAME, app: { id: 7 }, output: { text: null } },
        ],
      });

    await expect(github.checks.current(SHA)).resolves.toMatchObject({ id: 99_000_000_000, ledgerHead: HEAD });
  });

  test('a commit that cannot be read is an error, not a check that was never posted', async () => {
    nock(API)
      .post('/graphql')
      .reply(200, { data: { q0: { object: null } } });

    await expect(github.checks.current(SHA)).rejects.toMatchObject({ code: 'service' });
  });

  test.each([
    { length: 65_535, cut: false },
    { length: 65_536, cut: true },
  ])('a summary of $length characters is cut: $cut', async ({ length, cut }) => {
    existing();
    const body = capture('POST', `${REPO}/check-runs`, answered);

    await post({ ...check, summary: 'x'.repeat(length) });

    const { summary } = (await body)['output'] as { summary: string };
    expect(summary).toHaveLength(65_535);
    expect(summary.includes('cut here')).toBe(cut);
  });
});

describe('commit status', () => {
  test('remembers no announcement', async () => {
    expect(await connect().github.checks.current(SHA)).toMatchObject({
      id: null,
      announcements: 'unknown',
      ledgerHead: null,
    });
  });

  const path = `${REPO}/statuses/${SHA}`;
  const answer = { url: 'https://api.github.test/status/1', target_url: null };

  test.each(states)('$state is $status', async ({ state, status }) => {
    const body = capture('POST', path, answer);

    const posted = await connect().github.checks.post({ ...check, state });

    expect(posted.url).toBe(answer.url);
    expect(await body).toEqual({ state: status, context: CHECK_NAME, description: 'approved' });
  });

  test('the description is cut at 140 characters, and never inside one', async () => {
    const body = capture('POST', path, answer);

    await connect().github.checks.post({ ...check, title: `${'x'.repeat(138)}😀😀` });

    expect((await body)['description']).toBe(`${'x'.repeat(138)}…`);
  });
});
