import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { User, WorkflowRunRecord } from '@gatehouse/local-github';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logOf, type Story, startStory } from './story.ts';

const SIGNAL = `
name: signal
on: {pull_request: {types: [opened, synchronize]}, pull_request_review: {types: [submitted]}}
permissions: {}
jobs: {note: {runs-on: x, steps: [{run: 'echo "\${{ github.event.action }} $GITHUB_REF $GITHUB_SHA"'}]}}
`;
const DECIDE = `
name: decide
on: {workflow_run: {workflows: [signal], types: [completed]}}
permissions: {}
jobs:
  govern:
    runs-on: x
    environment: governance
    permissions: {pull-requests: read}
    steps:
      - id: app
        uses: actions/create-github-app-token@v3
        with:
          client-id: \${{ vars.CLIENT_ID }}
          private-key: \${{ secrets.PRIVATE_KEY }}
          permission-checks: write
      - env: {TOKEN: '\${{ steps.app.outputs.token }}', HEAD: '\${{ github.event.workflow_run.head_sha }}'}
        run: |
          curl -sf -X POST -H "authorization: Bearer $TOKEN" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/check-runs" \\
            -d '{"name":"gatehouse/governance","head_sha":"'$HEAD'","status":"completed","conclusion":"success"}' > /dev/null
          echo "decided on pull \${{ github.event.workflow_run.pull_requests[0].number }} token [$TOKEN]"
`;

describe('a pull request over the REST API', () => {
  let story: Story;
  let reviewer: User;
  beforeAll(async () => {
    story = await startStory();
    const { admin } = story.github;
    reviewer = admin.createUser('reviewer');
    admin.setCollaborator(story.repository, reviewer, 'write');
    const app = admin.createApp({
      name: 'Gatehouse',
      owner: 'octo',
      permissions: { checks: 'write', contents: 'write' },
    });
    admin.installApp(app, 'octo');
    const governance = admin.createEnvironment(story.repository, 'governance', ['main']);
    admin.setSecret(governance, 'PRIVATE_KEY', app.privateKeyPem);
    admin.setVariable(governance, 'CLIENT_ID', app.clientId);
  });
  afterAll(() => story.close());

  function git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Author', '-c', 'user.email=author@example.com'];
    return execFileSync('git', [...who, ...args], { cwd: join(story.folder, 'clone'), encoding: 'utf8' });
  }
  async function push(branch: string, path: string, text: string): Promise<void> {
    const file = join(story.folder, 'clone', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    git('add', '--all');
    git('commit', '--quiet', '-m', `Add ${path}`);
    await pushBranch(branch);
  }
  /** Without blocking: the server that takes the push runs in this process. */
  async function pushBranch(branch: string): Promise<void> {
    const args = ['push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`];
    await promisify(execFile)('git', args, { cwd: join(story.folder, 'clone') });
  }
  async function post(user: User, path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${story.github.apiUrl}/repos/octo/app${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${story.github.admin.createToken(user)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  }
  function runsOf(name: string): readonly WorkflowRunRecord[] {
    return story.repository.runs.filter((run) => run.name === name);
  }

  it('signals on the merge commit, decides on the default branch with an App token, and dies with it', async () => {
    mkdirSync(join(story.folder, 'clone'));
    git('init', '--quiet', '-b', 'main');
    const token = story.github.admin.createToken(story.author);
    git(
      'remote',
      'add',
      'origin',
      `${story.github.serverUrl.replace('://', `://x-access-token:${token}@`)}/octo/app.git`,
    );
    await push('main', '.github/workflows/signal.yml', SIGNAL);
    await push('main', '.github/workflows/decide.yml', DECIDE);
    git('checkout', '--quiet', '-b', 'topic');
    await push('topic', 'model.txt', 'a model');
    await post(story.author, '/pulls', { title: 'A model', head: 'topic', base: 'main' });
    await story.runner.idle();
    await post(reviewer, '/pulls/1/reviews', { event: 'APPROVE' });
    await story.runner.idle();

    const head = git('rev-parse', 'HEAD').trim();
    const [pull] = story.repository.pulls;
    const signals = runsOf('signal');
    expect(signals.map((run) => run.event)).toEqual(['pull_request', 'pull_request_review']);
    expect(signals.map((run) => run.headSha)).toEqual([head, head]);
    expect(signals[0] === undefined ? '' : logOf(signals[0])).toContain(
      `opened refs/pull/1/merge ${pull?.mergeCommitSha}`,
    );
    const decisions = runsOf('decide');
    for (const run of decisions) expect(run.conclusion, logOf(run)).toBe('success');
    expect(decisions.map((run) => run.event)).toEqual(['workflow_run', 'workflow_run']);
    expect(decisions[0] === undefined ? '' : logOf(decisions[0])).toContain('decided on pull 1 token [***]');
    const posted = story.repository.checkRuns.filter((check) => check.name === 'gatehouse/governance');
    expect(posted.map((check) => check.headSha)).toEqual([head, head]);
    const appTokens = [...story.github.state.tokens.values()].filter(({ credential }) => credential.kind === 'app');
    expect(appTokens.map((record) => record.revoked)).toEqual([true, true]);
    expect(story.runner.faults).toEqual([]);
  });
});
