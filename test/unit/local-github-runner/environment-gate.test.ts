import type { User, WorkflowRunRecord } from '@gatehouse/local-github';
import { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Story, startStory } from './story.ts';

const REPOSITORY = { owner: 'octo', repo: 'app' } as const;
const WORKFLOW = `
name: deploy
on: push
jobs:
  deploy:
    runs-on: x
    environment: production
    steps: [{run: 'echo "[$(echo yes | rev)]"'}]
`;

let story: Story;
let reviewer: User;
const clock = { now: new Date('2026-11-23T08:00:00Z') };

beforeEach(async () => {
  clock.now = new Date('2026-11-23T08:00:00Z');
  story = await startStory({ clock: () => clock.now });
  reviewer = story.github.admin.createUser('reviewer');
});

afterEach(async () => {
  expect(story.github.violations()).toEqual([]);
  await story.close();
});

interface Protection {
  readonly reviewers?: readonly User[];
  readonly team?: boolean;
  readonly preventSelfReview?: boolean;
  readonly waitMinutes?: number;
}

function protect({ reviewers = [], team = false, ...rest }: Protection): void {
  const { admin } = story.github;
  const environment = admin.createEnvironment(story.repository, 'production', null);
  const people = reviewers.map(({ id }) => ({ type: 'User' as const, id }));
  const { id } = admin.createTeam({ org: 'octo', name: 'releasers', members: [reviewer] });
  admin.protectEnvironment(environment, { ...rest, reviewers: team ? [{ type: 'Team', id }] : people });
}

const as = (user: User) =>
  new Octokit({ baseUrl: story.github.apiUrl, auth: story.github.admin.createToken(user), log: SILENT });
const PENDING = '/repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments';

async function decide(run: WorkflowRunRecord, state: 'approved' | 'rejected', user = reviewer): Promise<void> {
  const about = { ...REPOSITORY, run_id: run.id } as const;
  const pending = await as(user).request(`GET ${PENDING}`, about);
  const ids = pending.data.map(({ environment }) => Number(environment.id));
  await as(user).request(`POST ${PENDING}`, { ...about, environment_ids: ids, state, comment: 'seen' });
  await story.runner.idle();
}

describe('an environment with reviewers', () => {
  it('lets the job wait until one of them approves', async () => {
    protect({ reviewers: [reviewer, story.author] });
    const run = await story.push(WORKFLOW);
    expect(run).toMatchObject({ status: 'waiting', jobs: [{ status: 'waiting', steps: [] }] });
    expect(story.repository.checkRuns).toMatchObject([{ status: 'waiting', conclusion: null }]);
    await decide(run, 'approved');

    expect(run).toMatchObject({ status: 'completed', conclusion: 'success' });
    expect(story.repository.pendingDeployments).toEqual([]);
  });

  it('fails the job when one of them refuses', async () => {
    protect({ reviewers: [reviewer] });
    const run = await story.push(WORKFLOW);
    await decide(run, 'rejected');

    expect(run).toMatchObject({ conclusion: 'failure', jobs: [{ steps: [] }] });
    expect(run.jobs[0]?.log.join()).toContain('was rejected');
  });

  it('takes members of a team that reviews', async () => {
    protect({ team: true });
    const run = await story.push(WORKFLOW);
    await decide(run, 'approved');

    expect(run).toMatchObject({ conclusion: 'success' });
  });

  it('takes nobody else', async () => {
    protect({ reviewers: [reviewer] });
    const run = await story.push(WORKFLOW);

    await expect(decide(run, 'approved', story.author)).rejects.toMatchObject({ status: 422 });
    expect(run.status).toBe('waiting');
  });

  it('with prevent_self_review, not the one who started the run', async () => {
    protect({ reviewers: [reviewer, story.author], preventSelfReview: true });
    const run = await story.push(WORKFLOW);

    await expect(decide(run, 'approved', story.author)).rejects.toMatchObject({ status: 422 });
    await decide(run, 'approved');
    expect(run.conclusion).toBe('success');
  });

  it('lets a waiting run be cancelled', async () => {
    protect({ reviewers: [reviewer] });
    const run = await story.push(WORKFLOW);
    story.runner.cancel(run.id);
    await story.runner.idle();

    expect(run.conclusion).toBe('cancelled');
  });
});

describe('an environment with a wait timer', () => {
  it('holds the job back until the time is over, also after an approval', async () => {
    protect({ reviewers: [reviewer], waitMinutes: 30 });
    const run = await story.push(WORKFLOW);
    await decide(run, 'approved');
    expect(run.status).toBe('waiting');
    clock.now = new Date('2026-11-23T08:30:00Z');
    await story.runner.advanceClock(clock.now);
    await story.runner.idle();

    expect(run.conclusion).toBe('success');
  });
});

describe('the settings of an environment', () => {
  it('are read back as they were written', async () => {
    const api = as(story.author);
    const about = { ...REPOSITORY, environment_name: 'production' } as const;
    await api.request('PUT /repos/{owner}/{repo}/environments/{environment_name}', {
      ...about,
      wait_timer: 30,
      prevent_self_review: true,
      reviewers: [{ type: 'User', id: reviewer.id }],
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    });
    await api.request('POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
      ...about,
      name: '*@*',
      type: 'tag',
    });
    const { data } = await api.request('GET /repos/{owner}/{repo}/environments/{environment_name}', about);

    expect(data.protection_rules).toMatchObject([
      { type: 'wait_timer', wait_timer: 30 },
      { type: 'required_reviewers', prevent_self_review: true, reviewers: [{ reviewer: { login: 'reviewer' } }] },
      { type: 'branch_policy' },
    ]);
    expect(story.repository.environments.get('production')?.refPatterns).toEqual(['tag:*@*']);
  });
});

const ignore = (): undefined => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
