import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askAs, inRepository } from './graphql-client.ts';
import { startWorld, type World } from './world.ts';

const REPO = { owner: 'bank', repo: 'credit' } as const;
const LARGE = 'a'.repeat(512 * 1024 + 1);

let world: World;
let ask: Ask;
let head: string;

beforeAll(async () => {
  world = await startWorld();
  ask = askAs(world, world.github.admin.createToken(world.owner));
  await world.commit('main', { 'docs/a.md': 'One\n', 'docs/b/c.md': 'Two\n', 'large.txt': LARGE, 'zero.bin': 'a\0b' });
  await world.git('branch', 'topic', 'main');
  head = await world.commit('topic', { 'model.py': 'x = 1\n' });
  const api = world.as(world.owner);
  await api.request('POST /repos/{owner}/{repo}/pulls', { ...REPO, title: 'Train', head: 'topic', base: 'main' });
  await world.as(world.reader).request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...REPO,
    pull_number: 1,
    event: 'APPROVE',
  });
});

afterAll(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const repository = async (selection: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const { data, errors } = await ask(inRepository(selection), variables);
  expect(errors).toEqual([]);
  return Object(data).repository;
};

describe('a query', () => {
  test.each([
    [
      'a repository',
      'nameWithOwner isPrivate owner { login __typename }',
      () => ({
        nameWithOwner: 'bank/credit',
        isPrivate: false,
        owner: { login: 'bank', __typename: 'Organization' },
      }),
    ],
    [
      'a ref by its full name',
      'ref(qualifiedName: "refs/heads/topic") { name prefix target { oid } }',
      () => ({
        ref: { name: 'topic', prefix: 'refs/heads/', target: { oid: head } },
      }),
    ],
    ['a ref that is not there', 'ref(qualifiedName: "refs/heads/nothing") { name }', () => ({ ref: null })],
    ['a ref whose name git would read otherwise', 'ref(qualifiedName: "topic~1") { name }', () => ({ ref: null })],
    [
      'a file of the default branch',
      'object(expression: "HEAD:docs/a.md") { ... on Blob { text byteSize isBinary isTruncated } }',
      () => ({
        object: { text: 'One\n', byteSize: 4, isBinary: false, isTruncated: false },
      }),
    ],
    ['a file that is not there', 'object(expression: "HEAD:docs/none.md") { oid }', () => ({ object: null })],
    [
      'a path that leaves the repository',
      'object(expression: "HEAD:./docs/../docs/a.md") { oid }',
      () => ({ object: null }),
    ],
    [
      'a binary file',
      'object(expression: "main:zero.bin") { ... on Blob { text isBinary byteSize } }',
      () => ({
        object: { text: null, isBinary: true, byteSize: 3 },
      }),
    ],
    [
      'a text that GitHub cuts',
      'object(expression: "main:large.txt") { ... on Blob { text isTruncated byteSize } }',
      () => ({
        object: { text: LARGE.slice(1), isTruncated: true, byteSize: LARGE.length },
      }),
    ],
    [
      'a folder',
      'object(expression: "main:docs") { ... on Tree { entries { name type mode object { __typename } } } }',
      () => ({
        object: {
          entries: [
            { name: 'a.md', type: 'blob', mode: 0o100644, object: { __typename: 'Blob' } },
            { name: 'b', type: 'tree', mode: 0o40000, object: { __typename: 'Tree' } },
          ],
        },
      }),
    ],
    [
      'files of one commit',
      'object(expression: "topic") { ... on Commit { message a: file(path: "docs/b/c.md") { path object { ... on Blob { text } } } b: file(path: "none") { path } } }',
      () => ({
        object: { message: 'Change', a: { path: 'docs/b/c.md', object: { text: 'Two\n' } }, b: null },
      }),
    ],
    ['a merge queue where there is none', 'mergeQueue(branch: "main") { id }', () => ({ mergeQueue: null })],
    ['a commit of another repository', `object(oid: "${'1'.repeat(40)}") { oid }`, () => ({ object: null })],
  ])('reads %s', async (_what, selection, expected) => {
    expect(await repository(selection)).toEqual(expected());
  });

  test('reads a pull request with its commits, files and reviews', async () => {
    const found = await repository(`pullRequest(number: 1) {
      state isDraft merged mergedAt mergedBy { login } mergeCommit { oid } headRefOid headRefName baseRefName isCrossRepository
      author { __typename login ... on User { databaseId } } headRepository { nameWithOwner } isInMergeQueue
      commits(first: 10) { totalCount nodes { commit { oid } } }
      files(first: 10) { nodes { path changeType } }
      reviews(first: 10) { totalCount nodes { state author { login } commit { oid } submittedAt } }
    }`);
    expect(found).toEqual({
      pullRequest: {
        state: 'OPEN',
        isDraft: false,
        merged: false,
        mergedAt: null,
        mergedBy: null,
        mergeCommit: null,
        headRefOid: head,
        headRefName: 'topic',
        baseRefName: 'main',
        isCrossRepository: false,
        author: { __typename: 'User', login: 'maintainer', databaseId: world.owner.id },
        headRepository: { nameWithOwner: 'bank/credit' },
        isInMergeQueue: false,
        commits: { totalCount: 1, nodes: [{ commit: { oid: head } }] },
        files: { nodes: [{ path: 'model.py', changeType: 'ADDED' }] },
        reviews: {
          totalCount: 1,
          nodes: [
            {
              state: 'APPROVED',
              author: { login: 'reader' },
              commit: { oid: head },
              submittedAt: '2026-11-23T08:00:00Z',
            },
          ],
        },
      },
    });
  });

  test('tells when and by whom a pull request was given another base', async () => {
    const api = world.as(world.owner);
    await world.git('branch', 'release', 'main');
    for (const base of ['release', 'release', 'main']) {
      await api.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...REPO, pull_number: 1, base });
    }
    const event = '... on BaseRefChangedEvent { createdAt actor { login } previousRefName currentRefName }';
    const changed = 'itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]';

    const found = await repository(`pullRequest(number: 1) {
      all: timelineItems(first: 10, ${changed}) { nodes { __typename ${event} } }
      newest: timelineItems(last: 1, ${changed}) { nodes { ${event} } }
    }`);

    const back = {
      createdAt: '2026-11-23T08:00:00Z',
      actor: { login: 'maintainer' },
      previousRefName: 'release',
      currentRefName: 'main',
    };
    const away = { ...back, previousRefName: 'main', currentRefName: 'release' };
    const __typename = 'BaseRefChangedEvent';
    expect(found).toEqual({
      pullRequest: {
        all: {
          nodes: [
            { __typename, ...away },
            { __typename, ...back },
          ],
        },
        newest: { nodes: [back] },
      },
    });
  });

  test('answers no question about a timeline that it does not keep', async () => {
    for (const types of ['', ', itemTypes: [CLOSED_EVENT, BASE_REF_CHANGED_EVENT]']) {
      const { errors } = await ask(
        inRepository(`pullRequest(number: 1) { timelineItems(first: 1${types}) { nodes { __typename } } }`),
      );
      expect(errors[0]?.type).toBe('UNPROCESSABLE');
    }
  });

  test('finds the open pull requests of a commit that the default branch does not have', async () => {
    const found = await repository(`
      topic: object(expression: "topic") { ... on Commit { associatedPullRequests(first: 5) { nodes { number } } } }
      main: object(expression: "main") { ... on Commit { associatedPullRequests(first: 5) { nodes { number } } } }
    `);
    expect(found).toEqual({
      topic: { associatedPullRequests: { nodes: [{ number: 1 }] } },
      main: { associatedPullRequests: { nodes: [] } },
    });
  });

  test('goes through a list by cursors', async () => {
    const page = (after: string) =>
      repository(`object(expression: "topic") { ... on Commit { history(first: 2, after: ${after}) {
        totalCount nodes { oid } pageInfo { hasNextPage endCursor } } } }`);
    const first = Object(await page('null')).object.history;
    const second = Object(await page(JSON.stringify(first.pageInfo.endCursor))).object.history;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.nodes[0]).toEqual({ oid: head });
    expect(second).toMatchObject({ nodes: [{ oid: world.sha }], pageInfo: { hasNextPage: false } });
  });

  test('says what it costs', async () => {
    const { data } = await ask(
      '{ rateLimit { cost nodeCount limit } repository(owner: "bank", name: "credit") { pullRequests(first: 100) { nodes { reviews(first: 100) { nodes { id } } } } } }',
    );
    expect(Object(data).rateLimit).toEqual({ cost: 1, nodeCount: 10_100, limit: 5000 });
  });
});

describe('authors of a commit', () => {
  test.each([
    ['a person named at the end', 'Fix\n\nCo-authored-by: R <reader@example.com>', ['maintainer', 'reader']],
    ['somebody unknown', 'Fix\n\nCo-authored-by: X <x@nowhere.example>', ['maintainer', null]],
    [
      'a bot, which has no user',
      'Fix\n\nCo-authored-by: a <41898282+github-actions[bot]@users.noreply.github.com>',
      ['maintainer', null],
    ],
    ['the author again', 'Fix\n\nCo-authored-by: M <MAINTAINER@example.com>', ['maintainer']],
    ['a name in the middle of the text', 'Fix\n\nCo-authored-by: R <reader@example.com>\n\nMore.', ['maintainer']],
  ])('are those that GitHub maps: %s', async (_what, message, logins) => {
    const oid = await world.git(
      ...['-c', 'user.name=m', '-c', 'user.email=maintainer@example.com', 'commit-tree', 'main^{tree}', '-m', message],
    );
    const found = await repository(
      `object(oid: "${oid}") { ... on Commit { authors(first: 10) { nodes { user { login } } } } }`,
    );
    const { nodes } = Object(found).object.authors;
    expect(nodes.map(({ user }: { user: { login: string } | null }) => user?.login ?? null)).toEqual(logins);
  });
});

describe('check runs', () => {
  test('are found by App and name, newest of each name unless all are asked for', async () => {
    const { admin } = world.github;
    const app = admin.createApp({ name: 'Gate', owner: 'bank', permissions: { checks: 'write', contents: 'read' } });
    const token = admin.createAppToken(admin.installApp(app, 'bank'));
    const post = (name: string, title: string) =>
      world.client(token).request('POST /repos/{owner}/{repo}/check-runs', {
        ...REPO,
        name,
        head_sha: head,
        status: 'completed',
        conclusion: 'failure',
        external_id: `sha256:${title}`,
        output: { title, summary: 'S', text: 'T' },
      });
    for (const title of ['first', 'second']) await post('governance', title);
    await post('other', 'third');
    const runs = (
      filter: string,
    ) => `checkSuites(filterBy: { appId: ${app.id} }, first: 5) { nodes { app { databaseId slug }
      checkRuns(filterBy: { checkName: "governance"${filter} }, first: 5) { nodes { title status conclusion externalId summary text } } } }`;
    const found = await repository(`object(oid: "${head}") { ... on Commit {
      latest: ${runs('')} all: ${runs(', checkType: ALL')} none: checkSuites(filterBy: { appId: 1 }, first: 5) { totalCount } } }`);
    const { latest, all, none } = Object(found).object;
    expect(none).toEqual({ totalCount: 0 });
    expect(all.nodes[0].checkRuns.nodes).toHaveLength(2);
    expect(latest.nodes).toEqual([
      {
        app: { databaseId: app.id, slug: 'gate' },
        checkRuns: {
          nodes: [
            {
              title: 'second',
              status: 'COMPLETED',
              conclusion: 'FAILURE',
              externalId: 'sha256:second',
              summary: 'S',
              text: 'T',
            },
          ],
        },
      },
    ]);
  });
});

describe('a query that GitHub refuses', () => {
  test.each([
    ['an unknown field', inRepository('nonsense'), "Field 'nonsense' doesn't exist on type 'Repository'"],
    ['a text that is no query', '{ repository(', 'Syntax Error'],
    ['an argument of another type', '{ repository(owner: 1, name: "credit") { id } }', 'String cannot represent'],
    ['an oid that is none', inRepository('object(oid: "main") { id }'), 'GitObjectID'],
    [
      'too many nodes',
      inRepository(
        'pullRequests(first: 100) { nodes { commits(first: 100) { nodes { commit { history(first: 100) { nodes { id } } } } } } }',
      ),
      'exceeds the maximum limit of 500000',
    ],
  ])('%s', async (_what, query, message) => {
    const { status, data, errors } = await ask(query);
    expect(status).toBe(200);
    expect(data).toBeUndefined();
    expect(errors[0]?.message).toContain(message);
  });

  test.each([
    ['no bound', 'pullRequests { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['a page of more than a hundred', 'pullRequests(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
    ['a cursor that is none', 'pullRequests(first: 1, after: "x") { totalCount }', 'INVALID_CURSOR_ARGUMENTS'],
  ])('a list with %s', async (_what, selection, type) => {
    const { errors } = await ask(inRepository(selection));
    expect(errors).toMatchObject([{ type, path: ['repository', 'pullRequests'] }]);
  });

  test.each([
    ['repository', '{ repository(owner: "bank", name: "none") { id } }'],
    ['user', '{ user(login: "nobody") { id } }'],
    ['user', '{ user(login: "bank") { id } }'],
    ['organization', '{ organization(login: "maintainer") { id } }'],
  ])('a %s that is not there is null, with an error', async (field, query) => {
    const { data, errors } = await ask(query);
    expect(data).toEqual({ [field]: null });
    expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: [field] }]);
  });

  test('fails its own alias only', async () => {
    const { data, errors } = await ask(
      'query($o: String!) { q0: repository(owner: $o, name: "credit") { name pullRequest(number: 9) { id } } q1: user(login: "reader") { login } }',
      { o: 'bank' },
    );
    expect(data).toEqual({ q0: { name: 'credit', pullRequest: null }, q1: { login: 'reader' } });
    expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['q0', 'pullRequest'] }]);
  });
});
