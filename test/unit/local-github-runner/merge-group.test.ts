import { Octokit } from '@octokit/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { QUEUE_PARAMETERS } from '../local-github/queue-world.ts';
import { type Story, startStory } from './story.ts';

const REPOSITORY = { owner: 'octo', repo: 'app' } as const;
const GATE = `
name: gate
on: [pull_request, merge_group]
jobs:
  gate:
    runs-on: x
    steps: [{run: 'test "$GITHUB_EVENT_NAME $GITHUB_REF" != "" && test ! -e broken'}]
`;
const AFTER = `
name: after
on: {workflow_run: {workflows: [gate], types: [completed], branches: ['gh-readonly-queue/main/**']}}
jobs:
  report:
    runs-on: x
    env: {ABOUT: '\${{ github.event.workflow_run.event }} \${{ github.event.workflow_run.head_branch }}'}
    steps: [{run: 'echo "$ABOUT"'}]
`;

let story: Story;
let api: Octokit;

beforeEach(async () => {
  story = await startStory();
  api = new Octokit({ baseUrl: story.github.apiUrl, auth: story.github.admin.createToken(story.author), log: SILENT });
  story.commit({ '.github/workflows/gate.yml': GATE, '.github/workflows/after.yml': AFTER });
  story.github.admin.addRuleset(story.repository, {
    name: 'queue',
    target: 'branch',
    enforcement: 'active',
    include: ['~DEFAULT_BRANCH'],
    exclude: [],
    bypass: [],
    rules: [
      { type: 'merge_queue', parameters: QUEUE_PARAMETERS },
      { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'gate' }] } },
    ],
  });
});

afterEach(async () => {
  expect(story.github.violations()).toEqual([]);
  expect(story.runner.faults).toEqual([]);
  await story.close();
});

async function queueChange(): Promise<number> {
  story.commit({ 'change.txt': 'change' }, 'change');
  const { data } = await api.request('POST /repos/{owner}/{repo}/pulls', {
    ...REPOSITORY,
    title: 'change',
    head: 'change',
    base: 'main',
  });
  await story.runner.idle();
  await story.github.admin.enqueue(story.repository, data.number, story.author);
  return data.number;
}

it('runs workflows on the group, and merges when their jobs are green', async () => {
  const number = await queueChange();
  const queued = story.repository.mergeQueues.get('main')?.[0];
  const head = queued?.groupSha;
  const branch = queued?.groupRef?.replace('refs/heads/', '');
  await story.runner.idle();
  const run = story.repository.runs.find((candidate) => candidate.event === 'merge_group');
  const after = story.repository.runs.find((candidate) => candidate.name === 'after');

  expect(run).toMatchObject({
    headSha: head,
    headBranch: branch,
    pullRequestNumbers: [],
    actor: { login: 'github-merge-queue[bot]' },
    conclusion: 'success',
  });
  expect(after?.jobs[0]?.log.join()).toContain(`merge_group ${branch}`);
  expect(story.repository.pulls.find((pull) => pull.number === number)).toMatchObject({
    merged: true,
    mergeCommitSha: head,
  });
});

const ignore = (): undefined => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
