import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPOSITORY = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let api: Octokit;

beforeEach(async () => {
  world = await startWorld();
  api = world.as(world.owner);
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

const createRef = (ref: string, sha: string) =>
  api.request('POST /repos/{owner}/{repo}/git/refs', { ...REPOSITORY, ref, sha });
const updateRef = (ref: string, sha: string, force = false) =>
  api.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...REPOSITORY, ref, sha, force });

async function createCommit(files: Readonly<Record<string, string | null>>, parents: readonly string[]) {
  const tree = await api.request('POST /repos/{owner}/{repo}/git/trees', {
    ...REPOSITORY,
    ...(parents[0] === undefined ? {} : { base_tree: parents[0] }),
    tree: Object.entries(files).map(([path, content]) =>
      content === null
        ? { path, mode: '100644' as const, type: 'blob' as const, sha: null }
        : { path, mode: '100644' as const, type: 'blob' as const, content },
    ),
  });
  const commit = await api.request('POST /repos/{owner}/{repo}/git/commits', {
    ...REPOSITORY,
    message: 'Change',
    tree: tree.data.sha,
    parents: [...parents],
  });
  return commit.data.sha;
}

describe('refs', () => {
  test('are created, read, listed by prefix, moved and deleted', async () => {
    const next = await createCommit({ 'a/b.txt': 'b' }, [world.sha]);
    await createRef('refs/heads/feature/one', world.sha);
    await updateRef('heads/feature/one', next);
    const one = await api.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
      ...REPOSITORY,
      ref: 'heads/feature/one',
    });
    const matching = await api.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
      ...REPOSITORY,
      ref: 'heads/fea',
    });

    expect(one.data.object).toMatchObject({ type: 'commit', sha: next });
    expect(matching.data.map((ref) => ref.ref)).toEqual(['refs/heads/feature/one']);
    await api.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...REPOSITORY, ref: 'heads/feature/one' });
    expect(await world.git('branch', '--list', 'feature/*')).toBe('');
    expect(
      await refusalOf(api.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...REPOSITORY, ref: 'heads/fea' })),
    ).toMatchObject({ status: 404 });
  });

  test('move back only by force, and never below protection', async () => {
    const next = await createCommit({ 'a.txt': 'a' }, [world.sha]);
    await createRef('refs/heads/work', next);

    expect(await refusalOf(updateRef('heads/work', world.sha))).toMatchObject({
      status: 422,
      message: expect.stringContaining('not a fast forward'),
    });
    expect((await updateRef('heads/work', world.sha, true)).data.object.sha).toBe(world.sha);
    await updateRef('heads/work', next);
    world.github.admin.protectBranch(world.repository, 'work', {});
    expect(await refusalOf(updateRef('heads/work', world.sha, true))).toMatchObject({ status: 422 });
  });

  const refused = [
    { name: 'that exist', ref: 'refs/heads/main', sha: () => world.sha, says: 'already exists' },
    { name: 'to nothing', ref: 'refs/heads/new', sha: () => '1'.repeat(40), says: 'Object does not exist' },
    { name: 'outside refs/', ref: 'heads', sha: () => world.sha, says: 'must start with refs/' },
    { name: 'git cannot hold', ref: 'refs/heads/a..b', sha: () => world.sha, says: 'be valid' },
    { name: 'of pull requests', ref: 'refs/pull/3/head', sha: () => world.sha, says: 'hidden ref' },
  ];

  test.each(refused)('$name are not created', async ({ ref, sha, says }) => {
    const answer = await refusalOf(createRef(ref, sha()));

    expect([answer.status, answer.message.includes(says)]).toEqual([422, true]);
  });
});

test('annotated tags are objects of their own that git reads', async () => {
  const tagger = { name: 'registry', email: 'registry@example.com', date: '2026-11-23T08:00:00Z' };
  const tag = await api.request('POST /repos/{owner}/{repo}/git/tags', {
    ...REPOSITORY,
    tag: 'm@v1.0.0',
    message: 'First',
    object: world.sha,
    type: 'commit',
    tagger,
  });
  await createRef('refs/tags/m@v1.0.0', tag.data.sha);
  const ref = await api.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...REPOSITORY, ref: 'tags/m@v1.0.0' });
  const read = await api.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', {
    ...REPOSITORY,
    tag_sha: tag.data.sha,
  });

  expect(ref.data.object).toMatchObject({ type: 'tag', sha: tag.data.sha });
  expect(read.data).toMatchObject({
    tag: 'm@v1.0.0',
    message: 'First',
    tagger,
    object: { sha: world.sha, type: 'commit' },
  });
  expect(await world.git('for-each-ref', '--format=%(objecttype) %(taggername) %(contents:subject)', 'refs/tags')).toBe(
    'tag registry First',
  );
  expect(
    await refusalOf(api.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { ...REPOSITORY, tag_sha: world.sha })),
  ).toMatchObject({ status: 404 });
});

describe('trees, blobs and commits', () => {
  test('are written and read, with files replaced, added and removed below folders', async () => {
    const first = await createCommit({ 'a/b.txt': 'b', 'a/c.txt': 'c' }, [world.sha]);
    const second = await createCommit({ 'a/b.txt': 'changed', 'a/c.txt': null }, [first]);
    const tree = await api.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...REPOSITORY,
      tree_sha: second,
      recursive: '1',
    });
    const blob = tree.data.tree.find((entry) => entry.path === 'a/b.txt');
    const read = await api.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
      ...REPOSITORY,
      file_sha: blob?.sha ?? '',
    });

    expect(tree.data.truncated).toBe(false);
    expect(tree.data.tree.map((entry) => `${entry.type} ${entry.path}`)).toEqual([
      'blob README.md',
      'tree a',
      'blob a/b.txt',
    ]);
    expect(Buffer.from(read.data.content, 'base64').toString()).toBe('changed');
    expect(
      (await api.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...REPOSITORY, commit_sha: second }))
        .data.parents,
    ).toMatchObject([{ sha: first }]);
  });

  test('an orphan commit has no parent and shares no file', async () => {
    const orphan = await createCommit({ 'head.json': '{}' }, []);
    await createRef('refs/heads/gatehouse-evidence', orphan);

    expect(await world.git('log', '--format=%P', 'gatehouse-evidence')).toBe('');
    expect(await world.git('ls-tree', '--name-only', 'gatehouse-evidence')).toBe('head.json');
  });

  test('a path out of the tree is refused', async () => {
    expect(await refusalOf(createCommit({ '../evil': 'x' }, []))).toMatchObject({ status: 422 });
    expect(await refusalOf(createCommit({ '.git/config': 'x' }, []))).toMatchObject({ status: 422 });
  });

  test('comparison counts both sides from where they parted', async () => {
    const left = await createCommit({ 'l.txt': 'l' }, [world.sha]);
    const right = await createCommit({ 'r.txt': 'r\n' }, [world.sha]);
    const { data } = await api.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...REPOSITORY,
      basehead: `${left}...${right}`,
    });

    expect(data).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      merge_base_commit: { sha: world.sha },
    });
    expect(data.files).toMatchObject([{ filename: 'r.txt', status: 'added', additions: 1 }]);
  });

  test('comparison tells old names of files, and whose account each commit is of', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    const first = await createCommit({ 'gatehouse.yml': long }, [world.sha]);
    const second = await createCommit({ 'gatehouse.yml': null, 'moved.yml': `${long}\nmore` }, [first]);
    const { data } = await api.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...REPOSITORY,
      basehead: `${first}...${second}`,
    });

    expect(data.files).toMatchObject([{ filename: 'moved.yml', previous_filename: 'gatehouse.yml' }]);
    expect(data.commits.map(({ sha, author, committer }) => [sha, author?.id, committer?.id])).toEqual([
      [second, world.owner.id, world.owner.id],
    ]);
  });

  describe('comparison of a branch with 260 commits and 310 files', () => {
    let range: string;

    beforeEach(async () => {
      const text = (content: string): string => `data ${content.length}\n${content}\n`;
      const files = Array.from({ length: 310 }, (_, at) => `M 100644 inline many/${at}.txt\n${text(`${at}`)}`);
      const commits = Array.from({ length: 260 }, (_, at) => {
        const start = at === 0 ? `from ${world.sha}\n${files.join('')}` : '';
        return `commit refs/heads/many\ncommitter A <a@b.c> 0 +0000\n${text(`${at}`)}${start}`;
      });
      const importing = execFile('git', ['--git-dir', world.repository.gitDir, 'fast-import', '--quiet']);
      importing.stdin?.end(commits.join(''));
      await once(importing, 'close');
      range = `${world.sha}...many`;
    });

    const compare = async (page: { readonly per_page?: number; readonly page?: number } = {}) =>
      (await api.request('GET /repos/{owner}/{repo}/compare/{basehead}', { ...REPOSITORY, basehead: range, ...page }))
        .data;

    test('pages the commits, and lists 300 files with the first page alone', async () => {
      const shown = [];
      for (const page of [1, 2, 3, 4]) {
        const { commits, files, total_commits } = await compare({ per_page: 100, page });
        shown.push([commits.length, files?.length, total_commits]);
      }

      expect(shown).toEqual([
        [100, 300, 260],
        [100, 0, 260],
        [60, 0, 260],
        [0, 0, 260],
      ]);
    });

    test('lists the newest 250 commits where no page is asked for', async () => {
      const { commits } = await compare();

      expect(commits.map(({ commit }) => commit.message)).toEqual(Array.from({ length: 250 }, (_, at) => `${at + 10}`));
    });
  });

  test('a commit tells what it renamed and changed', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    const first = await createCommit({ 'old name.txt': long }, [world.sha]);
    const second = await createCommit({ 'old name.txt': null, 'neu "ä".txt': `${long}\nmore` }, [first]);
    const { data } = await api.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...REPOSITORY, ref: second });

    expect(data.files).toMatchObject([
      { filename: 'neu "ä".txt', previous_filename: 'old name.txt', status: 'renamed', additions: 2, deletions: 1 },
    ]);
    expect(data.stats).toMatchObject({ total: 3 });
  });
});

describe('contents', () => {
  const put = (path: string, content: string, extra: Readonly<Record<string, string>> = {}) =>
    api.request('PUT /repos/{owner}/{repo}/contents/{path}', {
      ...REPOSITORY,
      path,
      message: 'Write',
      content: Buffer.from(content).toString('base64'),
      ...extra,
    });

  test('a file is created, changed with its SHA, read in three ways and deleted', async () => {
    const created = await put('docs/card.md', 'one');
    const sha = created.data.content?.sha ?? '';
    const changed = await put('docs/card.md', 'two', { sha });
    const read = await api.request('GET /repos/{owner}/{repo}/contents/{path}', {
      ...REPOSITORY,
      path: 'docs/card.md',
    });
    const raw = await api.request('GET /repos/{owner}/{repo}/contents/{path}', {
      ...REPOSITORY,
      path: 'docs/card.md',
      mediaType: { format: 'raw' },
    });
    const listing = await api.request('GET /repos/{owner}/{repo}/contents/{path}', { ...REPOSITORY, path: '' });

    expect([created.status, changed.status]).toEqual([201, 200]);
    expect(read.data).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: 'dHdv\n',
      size: 3,
      path: 'docs/card.md',
    });
    expect(raw.data).toBe('two');
    expect(listing.data).toMatchObject([
      { name: 'README.md', type: 'file' },
      { name: 'docs', type: 'dir' },
    ]);
    expect(world.github.events.log.map((event) => event.name)).toEqual(['push', 'push']);
    await api.request('DELETE /repos/{owner}/{repo}/contents/{path}', {
      ...REPOSITORY,
      path: 'docs/card.md',
      message: 'Remove',
      sha: changed.data.content?.sha ?? '',
    });
    expect(await world.git('ls-tree', '--name-only', 'main')).toBe('README.md');
  });

  test('a write that is create-only fails when the file is there, and one with an old SHA conflicts', async () => {
    await put('ledger/1.json', 'one');

    expect(await refusalOf(put('ledger/1.json', 'two'))).toMatchObject({
      status: 422,
      message: expect.stringContaining('"sha" wasn\'t supplied'),
    });
    expect(await refusalOf(put('ledger/1.json', 'two', { sha: '1'.repeat(40) }))).toMatchObject({ status: 409 });
    expect(await refusalOf(put('a.txt', 'x', { branch: 'nowhere' }))).toMatchObject({ status: 404 });
  });

  test('at another ref, of a missing file and of a missing ref', async () => {
    const read = (path: string, ref: string) =>
      api.request('GET /repos/{owner}/{repo}/contents/{path}', { ...REPOSITORY, path, ref });

    expect((await read('README.md', world.sha)).data).toMatchObject({ size: 9 });
    expect(await refusalOf(read('none.md', 'main'))).toMatchObject({ status: 404 });
    expect(await refusalOf(read('README.md', 'nowhere'))).toMatchObject({ status: 404 });
  });
});

test('lists come in pages with links', async () => {
  for (const name of ['a', 'b', 'c']) await createRef(`refs/heads/${name}`, world.sha);
  const first = await api.request('GET /repos/{owner}/{repo}/branches', { ...REPOSITORY, per_page: 3 });
  const last = await api.request('GET /repos/{owner}/{repo}/branches', { ...REPOSITORY, per_page: 3, page: 2 });

  expect(first.data.map((branch) => branch.name)).toEqual(['a', 'b', 'c']);
  expect(first.headers.link).toContain('page=2>; rel="next"');
  expect(last.data.map((branch) => branch.name)).toEqual(['main']);
  expect(last.headers.link).not.toContain('rel="next"');
  expect(first.headers).toMatchObject({
    'x-ratelimit-limit': '5000',
    'x-github-request-id': expect.stringMatching(/^LOCAL:/),
  });
});
