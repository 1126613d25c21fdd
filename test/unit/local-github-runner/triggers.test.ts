import type { GitHubEvent } from '@gatehouse/local-github';
import { describe, expect, it } from 'vitest';
import { mayStartWorkflows, runHead } from '../../../packages/local-github/src/runner/event-source.ts';
import { readWorkflow } from '../../../packages/local-github/src/runner/workflow/read-workflow.ts';
import { isTriggered } from '../../../packages/local-github/src/runner/workflow/trigger-match.ts';

const actor = { id: 1, login: 'author', type: 'User', emails: [] } as const;

function event(parts: Partial<GitHubEvent> & Pick<GitHubEvent, 'name'>): GitHubEvent {
  return {
    action: null,
    repository: 'octo/app',
    payload: {},
    sha: 'a'.repeat(40),
    ref: 'refs/heads/main',
    actor,
    causedBy: 'user',
    ...parts,
  };
}

async function starts(
  on: string,
  parts: Partial<GitHubEvent> & Pick<GitHubEvent, 'name'>,
  files: readonly string[] = [],
): Promise<boolean> {
  const workflow = await readWorkflow(
    '.github/workflows/w.yml',
    `name: w\non: ${on}\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n`,
  );
  return isTriggered(workflow, event(parts), () => Promise.resolve(files));
}

const pull = (base: string, action: string) =>
  ({
    name: 'pull_request',
    action,
    ref: 'refs/pull/7/merge',
    payload: { pull_request: { base: { ref: base } } },
  }) as const;
const ended = (name: string, branch: string) =>
  ({ name: 'workflow_run', action: 'completed', payload: { workflow_run: { name, head_branch: branch } } }) as const;

describe('isTriggered', () => {
  it.each<[boolean, string, Parameters<typeof starts>[1], readonly string[]]>([
    [true, 'push', { name: 'push' }, []],
    [true, '[push, pull_request]', { name: 'push' }, []],
    [false, 'pull_request', { name: 'push' }, []],
    [true, '{push: {branches: [main]}}', { name: 'push' }, []],
    [false, '{push: {branches: [main]}}', { name: 'push', ref: 'refs/heads/feature' }, []],
    [false, '{push: {branches: [main]}}', { name: 'push', ref: 'refs/tags/v1' }, []],
    [true, '{push: {tags: ["v*"]}}', { name: 'push', ref: 'refs/tags/v1' }, []],
    [false, '{push: {tags: ["v*"]}}', { name: 'push' }, []],
    [true, '{push: {branches: [main], tags: ["v*"]}}', { name: 'push', ref: 'refs/tags/v1' }, []],
    [false, '{push: {branches-ignore: [main]}}', { name: 'push' }, []],
    [true, '{push: {paths: ["data/**"]}}', { name: 'push' }, ['README.md', 'data/x.csv']],
    [false, '{push: {paths: ["data/**"]}}', { name: 'push' }, ['README.md']],
    [false, '{push: {paths-ignore: ["**.md"]}}', { name: 'push' }, ['README.md', 'docs/a.md']],
    [true, '{push: {paths-ignore: ["**.md"]}}', { name: 'push' }, ['README.md', 'a.ts']],
    [false, 'push', { name: 'push', payload: { deleted: true } }, []],
    [true, 'pull_request', pull('main', 'synchronize'), []],
    [false, 'pull_request', pull('main', 'closed'), []],
    [true, '{pull_request: {types: [closed]}}', pull('main', 'closed'), []],
    [true, '{pull_request: {branches: ["rel/**"]}}', pull('rel/a/b', 'opened'), []],
    [false, '{pull_request: {branches: ["rel/**"]}}', pull('main', 'opened'), []],
    [true, '{pull_request_review: {types: [submitted]}}', { name: 'pull_request_review', action: 'submitted' }, []],
    [false, '{pull_request_review: {types: [submitted]}}', { name: 'pull_request_review', action: 'dismissed' }, []],
    [true, '{workflow_run: {workflows: [train], types: [completed]}}', ended('train', 'x'), []],
    [false, '{workflow_run: {workflows: [train], types: [requested]}}', ended('train', 'x'), []],
    [false, '{workflow_run: {workflows: [other]}}', ended('train', 'x'), []],
    [false, '{workflow_run: {workflows: [train], branches: [main]}}', ended('train', 'x'), []],
    [true, '{release: {types: [published]}}', { name: 'release', action: 'published', ref: 'refs/tags/v1' }, []],
    [false, '{release: {types: [published]}}', { name: 'release', action: 'created', ref: 'refs/tags/v1' }, []],
    [true, 'workflow_dispatch', { name: 'workflow_dispatch', payload: { workflow: '.github/workflows/w.yml' } }, []],
    [true, 'workflow_dispatch', { name: 'workflow_dispatch', payload: { workflow: 'w.yml' } }, []],
    [false, 'workflow_dispatch', { name: 'workflow_dispatch', payload: { workflow: 'v.yml' } }, []],
    [true, '{repository_dispatch: {types: [go]}}', { name: 'repository_dispatch', action: 'go' }, []],
    [false, '{repository_dispatch: {types: [go]}}', { name: 'repository_dispatch', action: 'stop' }, []],
    [true, '{schedule: [{cron: "0 5 * * *"}]}', { name: 'schedule', payload: { schedule: '0 5 * * *' } }, []],
    [false, '{schedule: [{cron: "0 5 * * *"}]}', { name: 'schedule', payload: { schedule: '0 6 * * *' } }, []],
  ])('is %s for %s', async (expected, on, parts, files) => {
    expect(await starts(on, parts, files)).toBe(expected);
  });
});

describe('mayStartWorkflows', () => {
  it.each<[boolean, Partial<GitHubEvent> & Pick<GitHubEvent, 'name'>]>([
    [true, { name: 'push' }],
    [true, { name: 'push', causedBy: 'app' }],
    [false, { name: 'push', causedBy: 'job' }],
    [false, { name: 'release', action: 'published', causedBy: 'job' }],
    [false, { name: 'pull_request_review', causedBy: 'job' }],
    [true, { name: 'workflow_dispatch', causedBy: 'job' }],
    [true, { name: 'repository_dispatch', causedBy: 'job' }],
    [false, { name: 'push', payload: { head_commit: { message: 'docs [skip ci]' } } }],
  ])('is %s for %j', (expected, parts) => {
    expect(mayStartWorkflows(event(parts))).toBe(expected);
  });
});

describe('runHead', () => {
  function pullEvent(fullName: string | null): GitHubEvent {
    const repo = fullName === null ? null : { full_name: fullName };
    return event({
      name: 'pull_request',
      payload: { pull_request: { number: 7, head: { sha: 'b'.repeat(40), ref: 'topic', repo } } },
    });
  }
  it.each([
    ['octo/app', false, [7]],
    ['someone/app', true, []],
    [null, true, []],
  ])('a head in %s', (fullName, fromFork, numbers) => {
    const head = runHead(pullEvent(fullName));

    expect(head).toMatchObject({ fromFork, pullRequestNumbers: numbers, headSha: 'b'.repeat(40), headBranch: 'topic' });
  });
});
