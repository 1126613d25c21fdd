import type { User } from '@gatehouse/local-github';
import { Octokit } from '@octokit/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Story, startStory } from './story.ts';

const REPOSITORY = { owner: 'octo', repo: 'app' } as const;
const WORKFLOW = `
name: flaky
on: push
jobs:
  gate:
    runs-on: x
    steps:
      - run: echo "$GITHUB_RUN_ATTEMPT by $GITHUB_TRIGGERING_ACTOR for $GITHUB_ACTOR" > note.txt
      - uses: actions/upload-artifact@v7
        with: {name: note, path: note.txt}
      - run: test "$GITHUB_RUN_ATTEMPT" = 2
`;

let story: Story;
let helper: User;

beforeEach(async () => {
  story = await startStory();
  helper = story.github.admin.createUser('helper');
  story.github.admin.setCollaborator(story.repository, helper, 'write');
});

afterEach(async () => {
  expect(story.github.violations()).toEqual([]);
  await story.close();
});

const as = (user: User) =>
  new Octokit({ baseUrl: story.github.apiUrl, auth: story.github.admin.createToken(user), log: SILENT });
const rerun = async (runId: number, user = helper) => {
  const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun';
  await as(user).request(route, { ...REPOSITORY, run_id: runId });
  await story.runner.idle();
};

it('a run again is the next attempt of the same run: same event and actor, new jobs, another triggering actor', async () => {
  const run = await story.push(WORKFLOW);
  expect(run).toMatchObject({ attempt: 1, conclusion: 'failure' });
  await rerun(run.id);
  const { data } = await as(helper).request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
    ...REPOSITORY,
    run_id: run.id,
  });

  expect(data).toMatchObject({
    run_attempt: 2,
    conclusion: 'success',
    actor: { login: 'author' },
    triggering_actor: { login: 'helper' },
  });
  expect(story.repository.runs).toHaveLength(1);
  expect(
    story.github.events.log.filter((event) => event.name === 'workflow_run' && event.action === 'completed'),
  ).toHaveLength(2);
});

it('the first attempt stays: its jobs, its artifacts, and its checks in the suite of the run', async () => {
  const run = await story.push(WORKFLOW);
  await rerun(run.id);
  const api = as(helper);
  const about = { ...REPOSITORY, run_id: run.id } as const;
  const jobs = await api.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', { ...about, filter: 'all' });
  const first = await api.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}', {
    ...about,
    attempt_number: 1,
  });
  const artifacts = await api.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', about);

  expect(jobs.data.jobs.map((job) => [job.run_attempt, job.conclusion])).toEqual([
    [2, 'success'],
    [1, 'failure'],
  ]);
  expect(first.data).toMatchObject({ run_attempt: 1, conclusion: 'failure', triggering_actor: { login: 'author' } });
  expect(artifacts.data.artifacts.map((artifact) => artifact.name)).toEqual(['note', 'note']);
  expect(new Set(story.repository.checkRuns.map((check) => check.suiteId)).size).toBe(1);
});

it('is for those who may write, and for runs that there are', async () => {
  const run = await story.push(WORKFLOW);
  const reader = story.github.admin.createUser('reader');

  await expect(rerun(run.id, reader)).rejects.toMatchObject({ status: 403 });
  await expect(rerun(run.id + 1)).rejects.toMatchObject({ status: 404 });
});

const ignore = (): undefined => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
