import { createJobToken } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPO = { owner: 'bank', repo: 'credit' } as const;

let world: World;
let owner: Octokit;

beforeEach(async () => {
  world = await startWorld();
  owner = world.as(world.owner);
});

afterEach(async () => {
  const violations = world.github.violations();
  await world.close();
  expect(violations).toEqual([]);
});

describe('a deployment', () => {
  test('tells what it deploys, and to whom it is told', async () => {
    const { data } = await deploy({ payload: { model: 'mortgage-approval' }, description: 'v1.2.0' });
    expect(data).toMatchObject({
      ref: 'main',
      sha: world.sha,
      environment: 'production',
      production_environment: true,
      payload: { model: 'mortgage-approval' },
    });
    expect(events()).toMatchObject([['deployment', 'created', world.sha, 'refs/heads/main']]);
  });

  test.each([
    { statuses: [], required_contexts: undefined, refused: false },
    { statuses: [['gate', 'failure']], required_contexts: undefined, refused: true },
    { statuses: [['gate', 'failure']], required_contexts: [], refused: false },
    { statuses: [['gate', 'success']], required_contexts: ['gate'], refused: false },
    { statuses: [], required_contexts: ['gate'], refused: true },
    {
      statuses: [
        ['gate', 'success'],
        ['other', 'failure'],
      ],
      required_contexts: ['gate'],
      refused: false,
    },
  ] as const)(
    'waits for contexts: $statuses, required $required_contexts',
    async ({ statuses, required_contexts, refused }) => {
      for (const [context, state] of statuses) {
        await owner.request('POST /repos/{owner}/{repo}/statuses/{sha}', { ...REPO, sha: world.sha, context, state });
      }
      const made = deploy(required_contexts === undefined ? {} : { required_contexts: [...required_contexts] });
      if (refused) expect(await refusalOf(made)).toMatchObject({ status: 409 });
      else expect((await made).status).toBe(201);
    },
  );

  test('of a branch that lacks commits of the default branch needs auto_merge: false', async () => {
    await world.commit('topic', { 'README.md': 'Another line of history.\n' });
    expect(await refusalOf(deploy({ ref: 'topic' }))).toMatchObject({ status: 409 });
    expect((await deploy({ ref: 'topic', auto_merge: false })).status).toBe(201);
  });

  test('of a ref that does not exist is refused', async () => {
    expect(await refusalOf(deploy({ ref: 'nowhere' }))).toMatchObject({ status: 422 });
  });

  test('needs deployments: write of a job', async () => {
    const token = createJobToken(world.github.state, {
      repository: 'bank/credit',
      permissions: { deployments: 'read' },
      runId: 1,
      jobId: 2,
    });
    const made = world.client(token).request('POST /repos/{owner}/{repo}/deployments', { ...REPO, ref: 'main' });
    expect(await refusalOf(made)).toMatchObject({ status: 403 });
  });
});

describe('its statuses', () => {
  test('retire what succeeded before in the same environment, production excepted', async () => {
    const states = async (environment: string): Promise<readonly string[]> => {
      const first = await deployTo(environment);
      await setState(first, 'success');
      await setState(await deployTo(environment), 'success');
      const { data } = await owner.request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...REPO,
        deployment_id: first,
      });
      return data.map(({ state }) => state);
    };
    expect(await states('staging')).toEqual(['inactive', 'success']);
    expect(await states('production')).toEqual(['success']);
  });

  test('are told, inactive excepted', async () => {
    const id = await deployTo('staging');
    await setState(id, 'in_progress');
    await setState(id, 'inactive');
    expect(events().map(([name, action]) => [name, action])).toEqual([
      ['deployment', 'created'],
      ['deployment_status', 'created'],
    ]);
  });

  test('have a description of at most 140 characters', async () => {
    const id = await deployTo('staging');
    expect(await refusalOf(setState(id, 'success', 'x'.repeat(141)))).toMatchObject({ status: 422 });
    await setState(id, 'success', 'x'.repeat(140));
  });
});

test('environments tell which refs may use them', async () => {
  world.github.admin.createEnvironment(world.repository, 'governance', ['main', 'tag:*@*']);
  const environment = { ...REPO, environment_name: 'governance' };
  const { data } = await owner.request('GET /repos/{owner}/{repo}/environments/{environment_name}', environment);
  expect(data.deployment_branch_policy).toEqual({ protected_branches: false, custom_branch_policies: true });
  const policies = await owner.request(
    'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    environment,
  );
  expect(policies.data.branch_policies.map(({ name, type }) => [name, type])).toEqual([
    ['main', 'branch'],
    ['*@*', 'tag'],
  ]);
});

type NewDeployment = {
  ref?: string;
  auto_merge?: boolean;
  payload?: object;
  description?: string;
  environment?: string;
  required_contexts?: string[];
};

function deploy(body: NewDeployment) {
  return owner.request('POST /repos/{owner}/{repo}/deployments', { ...REPO, ref: 'main', ...Object(body) });
}

async function deployTo(environment: string): Promise<number> {
  const made = await deploy({ environment, required_contexts: [] });
  if (made.status !== 201) throw new Error('GitHub merged instead of deploying.');
  return Number(made.data.id);
}

function setState(
  deployment_id: number,
  state: 'success' | 'in_progress' | 'inactive',
  description = '',
): Promise<unknown> {
  const status = { ...REPO, deployment_id, state, description };
  return owner.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', status);
}

function events() {
  const told = world.github.events.log.filter(({ name }) => name.startsWith('deployment'));
  return told.map(({ name, action, sha, ref }) => [name, action, sha, ref] as const);
}
