import { createJobToken, type Permissions } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, runRecord, startWorld, type World } from './world.ts';

const REPO = { owner: 'bank', repo: 'credit' } as const;
const PUBLISH = `name: publish
on:
  workflow_dispatch:
    inputs:
      tag: { required: true, type: string }
      reason: { type: string }
jobs: { publish: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }
`;
const TRAIN = 'on: pull_request\njobs: { train: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }\n';

let world: World;
let sha: string;

beforeEach(async () => {
  world = await startWorld();
  const files = { '.github/workflows/publish.yml': PUBLISH, '.github/workflows/train.yml': TRAIN };
  sha = await world.commit('main', files);
});

afterEach(() => world.close());

describe('workflow_dispatch', () => {
  test('tells the file, its ref and inputs, also from a job', async () => {
    await dispatch(job({ actions: 'write' }), { ref: 'main', inputs: { tag: 'v1' } });
    expect(world.github.events.log.at(-1)).toMatchObject({
      name: 'workflow_dispatch',
      sha,
      ref: 'refs/heads/main',
      causedBy: 'job',
      payload: { workflow: '.github/workflows/publish.yml', inputs: { tag: 'v1' } },
    });
  });

  test.each([
    ['a required input that is missing', { ref: 'main' }, 422, 'publish.yml'],
    ['an input that is not declared', { ref: 'main', inputs: { tag: 'v1', other: '1' } }, 422, 'publish.yml'],
    ['a ref that does not exist', { ref: 'nowhere', inputs: { tag: 'v1' } }, 422, 'publish.yml'],
    ['a workflow without that trigger', { ref: 'main' }, 422, 'train.yml'],
    ['a file that is no workflow', { ref: 'main' }, 404, 'other.yml'],
  ])('refuses %s', async (_what, body, status, workflow_id) => {
    expect(await refusalOf(dispatch(world.as(world.owner), body, workflow_id))).toMatchObject({ status });
  });

  test('needs actions: write, and push access of people', async () => {
    const body = { ref: 'main', inputs: { tag: 'v1' } };
    expect(await refusalOf(dispatch(job({ actions: 'read' }), body))).toMatchObject({ status: 403 });
    expect(await refusalOf(dispatch(world.as(world.reader), body))).toMatchObject({ status: 403 });
  });

  test('does not know a workflow that only another branch holds', async () => {
    await world.commit('topic', { '.github/workflows/new.yml': PUBLISH });
    const asked = dispatch(world.as(world.owner), { ref: 'topic', inputs: { tag: 'v1' } }, 'new.yml');
    expect(await refusalOf(asked)).toMatchObject({ status: 404 });
  });
});

describe('repository_dispatch', () => {
  test('tells its type and payload on the default branch', async () => {
    await send({ event_type: 'released', client_payload: { tag: 'v1' } });
    expect(world.github.events.log.at(-1)).toMatchObject({
      name: 'repository_dispatch',
      action: 'released',
      sha,
      payload: { client_payload: { tag: 'v1' } },
    });
  });

  test.each([
    [
      'eleven properties',
      { event_type: 'e', client_payload: Object.fromEntries([...'abcdefghijk'].map((key) => [key, 1])) },
    ],
    ['64 KiB', { event_type: 'e', client_payload: { text: 'x'.repeat(65_536) } }],
    ['a type of 101 characters', { event_type: 'e'.repeat(101) }],
  ])('refuses %s', async (_what, body) => {
    expect(await refusalOf(send(body))).toMatchObject({ status: 422 });
  });

  function send(body: object): Promise<unknown> {
    return world.as(world.owner).request('POST /repos/{owner}/{repo}/dispatches', { ...REPO, event_type: '', ...body });
  }
});

describe('workflows and runs', () => {
  test('workflows are those of the default branch', async () => {
    const { data } = await world.as(world.owner).request('GET /repos/{owner}/{repo}/actions/workflows', REPO);
    expect(data.workflows.map(({ name, path }) => [name, path])).toEqual([
      ['publish', '.github/workflows/publish.yml'],
      ['.github/workflows/train.yml', '.github/workflows/train.yml'],
    ]);
  });

  test('runs are found by head, event and workflow', async () => {
    world.repository.runs.push(runRecord(world, 501), { ...runRecord(world, 502), event: 'push', headSha: sha });
    const list = async (query: object): Promise<readonly number[]> => {
      const { data } = await world
        .as(world.owner)
        .request('GET /repos/{owner}/{repo}/actions/runs', { ...REPO, ...query });
      return data.workflow_runs.map(({ id }) => Number(id));
    };
    expect(await list({})).toEqual([502, 501]);
    expect(await list({ head_sha: world.sha })).toEqual([501]);
    expect(await list({ event: 'push' })).toEqual([502]);
    expect(await list({ status: 'failure' })).toEqual([]);
    const ofWorkflow = await world
      .as(world.owner)
      .request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', { ...REPO, workflow_id: 'train.yml' });
    expect(ofWorkflow.data.total_count).toBe(2);
  });

  test('a run tells its jobs', async () => {
    const run = runRecord(world, 501);
    const step = { name: 'Train', number: 1, status: 'completed', conclusion: 'success' } as const;
    const times = { startedAt: world.clock.now, completedAt: null };
    run.jobs.push({
      id: 11,
      runId: 501,
      name: 'train',
      status: 'in_progress',
      conclusion: null,
      ...times,
      steps: [step],
      log: [],
      summaries: [],
    });
    world.repository.runs.push(run);
    const { data } = await world
      .as(world.owner)
      .request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', { ...REPO, run_id: 501 });
    expect(data).toMatchObject({ total_count: 1, jobs: [{ id: 11, name: 'train', steps: [{ name: 'Train' }] }] });
  });
});

function dispatch(
  client: Octokit,
  body: { ref: string; inputs?: object },
  workflow_id = 'publish.yml',
): Promise<unknown> {
  const workflow = { ...REPO, workflow_id, ...Object(body) };
  return client.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', workflow);
}

function job(permissions: Permissions): Octokit {
  return world.client(
    createJobToken(world.github.state, { repository: 'bank/credit', permissions, runId: 1, jobId: 2 }),
  );
}
