import { createJobToken } from '@gatehouse/local-github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, askAs, type GraphAnswer } from './graphql-client.ts';
import { startWorld, type World } from './world.ts';

const MUTATION = `mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    commit { oid message author { name user { login } } committer { name email } parents(first: 2) { nodes { oid } } }
    ref { name target { oid } }
  }
}`;

let world: World;
let ask: Ask;

beforeEach(async () => {
  world = await startWorld();
  ask = askAs(world, world.github.admin.createToken(world.owner));
});

afterEach(async () => {
  expect(world.github.violations()).toEqual([]);
  await world.close();
});

interface Change {
  readonly branch?: Readonly<Record<string, string>>;
  readonly expectedHeadOid?: string;
  readonly additions?: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions?: readonly { readonly path: string }[];
}

function commit(change: Change = {}, as: Ask = ask): Promise<GraphAnswer> {
  return as(MUTATION, {
    input: {
      branch: change.branch ?? { repositoryNameWithOwner: 'bank/credit', branchName: 'main' },
      message: { headline: 'Record', body: 'Why.' },
      expectedHeadOid: change.expectedHeadOid ?? world.sha,
      fileChanges: {
        additions: change.additions ?? [file('ledger/1.json', '{}\n')],
        deletions: change.deletions ?? [],
      },
    },
  });
}

const file = (path: string, text: string) => ({ path, contents: Buffer.from(text).toString('base64') });

/** A commit on `main` with files of any mode. */
async function changeTree(
  { as, owner, sha }: World,
  tree: readonly { readonly path: string; readonly mode: '100755'; readonly type: 'blob'; readonly content: string }[],
): Promise<string> {
  const api = as(owner);
  const repo = { owner: 'bank', repo: 'credit' };
  const made = await api.request('POST /repos/{owner}/{repo}/git/trees', { ...repo, base_tree: sha, tree: [...tree] });
  const parents = [sha];
  const { data } = await api.request('POST /repos/{owner}/{repo}/git/commits', {
    ...repo,
    tree: made.data.sha,
    message: 'Change',
    parents,
  });
  await api.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...repo, ref: 'heads/main', sha: data.sha });
  return data.sha;
}

const tip = (): Promise<string> => world.git('rev-parse', 'main');

describe('createCommitOnBranch', () => {
  test('adds a commit by whoever asks, with GitHub as its committer', async () => {
    const { data, errors } = await commit();
    expect(errors).toEqual([]);
    const { commit: made, ref } = Object(data).createCommitOnBranch;
    expect(made).toEqual({
      oid: await tip(),
      message: 'Record\n\nWhy.',
      author: { name: 'maintainer', user: { login: 'maintainer' } },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      parents: { nodes: [{ oid: world.sha }] },
    });
    expect(ref).toEqual({ name: 'main', target: { oid: made.oid } });
    expect(await world.git('show', 'main:ledger/1.json')).toBe('{}');
    expect(await world.git('show', 'main:README.md')).toBe('A model.');
  });

  test('is a push: activity and event', async () => {
    await commit();
    const after = await tip();
    const { activity } = world.repository;
    expect(activity.at(-1)).toMatchObject({ kind: 'push', before: world.sha, after, actor: { login: 'maintainer' } });
    expect(world.github.events.log.at(-1)).toMatchObject({ name: 'push', sha: after, ref: 'refs/heads/main' });
  });

  test('changes, removes and keeps files, with their modes', async () => {
    const mode = { mode: '100755', type: 'blob', content: 'exit 1\n' } as const;
    const before = await changeTree(world, [{ path: 'run.sh', ...mode }]);
    const { errors } = await commit({
      expectedHeadOid: before,
      additions: [file('run.sh', 'exit 0\n')],
      deletions: [{ path: 'README.md' }],
    });
    expect(errors).toEqual([]);
    expect(await world.git('ls-tree', '-r', '--format=%(objectmode) %(path)', 'main')).toBe('100755 run.sh');
  });

  test('takes the id of the branch in place of its name', async () => {
    const found = await ask('{ repository(owner: "bank", name: "credit") { defaultBranchRef { id } } }');
    const { errors } = await commit({ branch: { id: Object(found.data).repository.defaultBranchRef.id } });
    expect(errors).toEqual([]);
  });

  test('lets exactly one of many that saw the same branch win', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => commit({ additions: [file('entry.json', `${index}\n`)] })),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ type }) => type)))).toEqual(new Set(['STALE_DATA']));
    expect(await world.git('rev-list', '--count', 'main')).toBe('2');
  });
});

describe('createCommitOnBranch refuses', () => {
  test.each([
    [
      'a branch that has moved',
      { expectedHeadOid: 'f'.repeat(40) },
      'STALE_DATA',
      `Expected branch to point to "${'f'.repeat(40)}" but it did not. Pull and try again.`,
    ],
    [
      'a branch that is not there',
      { branch: { repositoryNameWithOwner: 'bank/credit', branchName: 'none' } },
      'NOT_FOUND',
      "'none'",
    ],
    [
      'a repository that is not there',
      { branch: { repositoryNameWithOwner: 'bank/none', branchName: 'main' } },
      'NOT_FOUND',
      "'bank/none'",
    ],
    ['a path out of the repository', { additions: [file('../x', 'x')] }, 'UNPROCESSABLE', "'../x'"],
    ['a path into git itself', { additions: [file('.git/config', 'x')] }, 'UNPROCESSABLE', "'.git/config'"],
    ['one path twice', { additions: [file('x', '1'), file('x', '2')] }, 'UNPROCESSABLE', "'x'"],
    ['to delete what is not there', { deletions: [{ path: 'none' }] }, 'UNPROCESSABLE', 'does not exist'],
  ])('%s', async (_what, change, type, message) => {
    const { status, data, errors } = await commit(change);
    expect(status).toBe(200);
    expect(data).toEqual({ createCommitOnBranch: null });
    expect(errors).toMatchObject([{ type, path: ['createCommitOnBranch'], message: expect.stringContaining(message) }]);
    expect(await tip()).toBe(world.sha);
  });

  test('contents that are not base64', async () => {
    const { data, errors } = await commit({ additions: [{ path: 'x', contents: '%' }] });
    expect(data).toBeUndefined();
    expect(errors[0]?.message).toContain('Base64String');
  });

  test('what a ruleset forbids, unless the App may bypass it', async () => {
    const { admin } = world.github;
    const permissions = { contents: 'write' } as const;
    const app = admin.createApp({ name: 'Gate', owner: 'bank', permissions });
    admin.addRuleset(world.repository, {
      name: 'evidence',
      target: 'branch',
      enforcement: 'active',
      include: ['refs/heads/main'],
      exclude: [],
      bypass: [{ actorId: app.id, actorType: 'Integration', mode: 'always' }],
      rules: [{ type: 'update', parameters: {} }],
    });
    const refused = await commit();
    expect(refused.errors).toMatchObject([
      { type: 'UNPROCESSABLE', message: expect.stringMatching(/^Repository rule violations found/) },
    ]);

    const asApp = askAs(world, admin.createAppToken(admin.installApp(app, 'bank')));
    const { data, errors } = await commit({}, asApp);
    expect(errors).toEqual([]);
    expect(Object(data).createCommitOnBranch.commit.author).toEqual({ name: 'gate[bot]', user: null });
  });

  test.each([
    ['a job that may only read', { contents: 'read' }, 'a.txt'],
    ['a job that writes a workflow', { contents: 'write' }, '.github/workflows/x.yml'],
  ] as const)('%s', async (_what, permissions, path) => {
    const token = createJobToken(world.github.state, { repository: 'bank/credit', permissions, runId: 1, jobId: 1 });
    const { errors } = await commit({ additions: [file(path, 'x')] }, askAs(world, token));
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]);
    expect(await tip()).toBe(world.sha);
  });

  test('a person without push access', async () => {
    const { errors } = await commit({}, askAs(world, world.github.admin.createToken(world.reader)));
    expect(errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  });
});

describe('drafts', () => {
  const change = (mutation: string, type: string, id: string): Promise<GraphAnswer> =>
    ask(`mutation($input: ${type}!) { ${mutation}(input: $input) { pullRequest { isDraft } } }`, {
      input: { pullRequestId: id },
    });

  test('become ready, and drafts again', async () => {
    await world.git('branch', 'topic', 'main');
    await world.commit('topic', { 'a.txt': 'a' });
    const { data } = await world.as(world.owner).request('POST /repos/{owner}/{repo}/pulls', {
      owner: 'bank',
      repo: 'credit',
      title: 'T',
      head: 'topic',
      base: 'main',
      draft: true,
    });
    const ready = await change('markPullRequestReadyForReview', 'MarkPullRequestReadyForReviewInput', data.node_id);
    expect(ready.data).toEqual({ markPullRequestReadyForReview: { pullRequest: { isDraft: false } } });
    const draft = await change('convertPullRequestToDraft', 'ConvertPullRequestToDraftInput', data.node_id);
    expect(draft.data).toEqual({ convertPullRequestToDraft: { pullRequest: { isDraft: true } } });
  });
});
