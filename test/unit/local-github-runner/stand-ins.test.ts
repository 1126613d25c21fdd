import { execFileSync } from 'node:child_process';
import type { RepositoryRecord } from '@gatehouse/local-github';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

describe('stand-ins', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.close());

  it('checks out the commit of the run and sets Node up', async () => {
    const run = await story.push(
      `
name: checkout
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        id: out
        with: {persist-credentials: false}
      - uses: actions/setup-node@v7
        with: {node-version: 24}
      - run: |
          cat hello.txt
          git status --short --branch
          git log --oneline | wc -l
          node --version
          echo "commit \${{ steps.out.outputs.commit }}"
          git config --local --list | grep -c extraheader || true
`,
      { 'hello.txt': 'hello from the repository\n' },
    );

    const log = logOf(run);
    expect(run.conclusion, log).toBe('success');
    expect(log).toContain('hello from the repository');
    expect(log).toContain('## main');
    expect(log).toContain(`commit ${run.headSha}`);
    expect(log).toMatch(/^v24\./m);
  });

  it('passes an artifact from job to job by id and digest', async () => {
    const run = await story.push(`
name: artifact
on: push
jobs:
  make:
    runs-on: ubuntu-latest
    outputs:
      id: \${{ steps.up.outputs.artifact-id }}
      digest: \${{ steps.up.outputs.artifact-digest }}
    steps:
      - run: mkdir -p out/deep && echo one > out/a.txt && echo two > out/deep/b.txt && echo no > out/.hidden
      - id: up
        uses: actions/upload-artifact@v7
        with: {name: candidate, path: out, if-no-files-found: error}
  take:
    needs: make
    runs-on: ubuntu-latest
    permissions: {actions: read}
    steps:
      - uses: actions/download-artifact@v8
        with: {artifact-ids: '\${{ needs.make.outputs.id }}', path: got}
      - uses: actions/download-artifact@v8
        with: {name: candidate, path: by-run, run-id: '\${{ github.run_id }}', github-token: '\${{ github.token }}'}
      - run: |
          find got by-run -type f | sort
          cat got/deep/b.txt
          echo "digest \${{ needs.make.outputs.digest }}"
`);

    const log = logOf(run);
    expect(conclusions(run), log).toEqual({ make: 'success', take: 'success' });
    expect(log).toContain('by-run/a.txt\nby-run/deep/b.txt\ngot/a.txt\ngot/deep/b.txt\ntwo');
    expect(log).toMatch(/^digest [0-9a-f]{64}$/m);
  });
});

describe('checkout under workflow_run', () => {
  let story: Story;
  let fork: RepositoryRecord;
  beforeAll(async () => {
    story = await startStory();
    story.github.admin.createUser('someone');
    fork = await story.github.admin.createRepository({ owner: 'someone', name: 'app' });
  });
  afterAll(() => story.close());

  it.each([
    ['the head commit of a fork', 'someone/app', '${{ github.event.workflow_run.head_sha }}', 'failure'],
    ['the default branch after a fork', 'someone/app', '', 'success'],
    ['the head commit of an own branch', 'octo/app', '${{ github.event.workflow_run.head_sha }}', 'success'],
  ])('of %s', async (_name, headRepository, ref, conclusion) => {
    story.commit({
      '.github/workflows/signal.yml':
        "name: signal\non: pull_request\npermissions: {}\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n",
      '.github/workflows/decide.yml': `
name: decide
on: {workflow_run: {workflows: [signal], types: [completed]}}
jobs: {a: {runs-on: x, steps: [{uses: actions/checkout@v7, with: {ref: '${ref}'}}]}}
`,
    });
    const sha = story.commit({ 'model.txt': headRepository + ref }, 'topic');
    execFileSync('git', ['--git-dir', story.repository.gitDir, 'push', '--quiet', '--force', fork.gitDir, 'topic']);
    const head = { ref: 'topic', sha, repo: { full_name: headRepository } };
    const pull = { number: 7, head, base: { ref: 'main', sha, repo: { full_name: 'octo/app' } } };
    const runs = await story.happen({
      name: 'pull_request',
      action: 'opened',
      sha,
      ref: 'refs/pull/7/merge',
      payload: { action: 'opened', number: 7, pull_request: pull },
    });

    const decide = runs.find((run) => run.name === 'decide');
    expect(decide?.conclusion, decide === undefined ? '' : logOf(decide)).toBe(conclusion);
    if (conclusion === 'failure')
      expect(decide === undefined ? '' : logOf(decide)).toContain('Refusing to check out fork');
  });
});
