import nock from 'nock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { API, connect, REPO } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

test('a deployment never merges, and waits for no check of any name', async () => {
  nock(API)
    .post(`${REPO}/deployments`, {
      ref: 'm@v1.0.0',
      environment: 'production',
      description: `${'x'.repeat(139)}…`,
      payload: { model: 'm' },
      auto_merge: false,
      required_contexts: [],
    })
    .reply(201, { id: 5 });

  const id = await connect().github.deployments.create({
    ref: 'm@v1.0.0',
    environment: 'production',
    description: 'x'.repeat(200),
    payload: { model: 'm' },
  });

  expect(id).toBe(5);
});

test('an answer that GitHub merged instead of deploying is an error', async () => {
  nock(API).post(`${REPO}/deployments`).reply(202, { message: 'Auto-merged main into m' });
  const deployment = { ref: 'm@v1.0.0', environment: 'production', description: '', payload: {} };

  await expect(connect().github.deployments.create(deployment)).rejects.toThrow(/cannot be used: id/);
});

test('a state is added with its log', async () => {
  const scope = nock(API)
    .post(`${REPO}/deployments/5/statuses`, { state: 'failure', description: 'no', log_url: 'https://github.test/1' })
    .reply(201, { id: 6 });

  await connect().github.deployments.setState(5, {
    state: 'failure',
    description: 'no',
    logUrl: 'https://github.test/1',
  });

  expect(scope.isDone()).toBe(true);
});

test('a workflow is dispatched by file', async () => {
  const scope = nock(API)
    .post(`${REPO}/actions/workflows/publish.yml/dispatches`, { ref: 'main', inputs: { tag: 'm@v1.0.0' } })
    .reply(204);

  await connect().github.dispatch.workflow('publish.yml', 'main', { tag: 'm@v1.0.0' });

  expect(scope.isDone()).toBe(true);
});
