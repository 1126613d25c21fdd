import nock from 'nock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { API, connect, REPO } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

/** One page of the artifacts of a run. */
function answerPage(page: number, count: number, headers: Readonly<Record<string, string>> = {}): void {
  const artifacts = Array.from({ length: count }, (_, index) => ({
    id: page * 1000 + index,
    name: 'candidate',
    size_in_bytes: 1,
    expired: false,
    workflow_run: { id: 11 },
  }));
  nock(API).get(`${REPO}/actions/runs/11/artifacts`).query({ per_page: 100, page }).reply(200, { artifacts }, headers);
}

const listed = () => connect().github.runs.artifacts(11);

test('a full page is followed by another request, Link header or not', async () => {
  answerPage(1, 100);
  answerPage(2, 1);

  await expect(listed()).resolves.toHaveLength(101);
});

test('a short page is followed by another request when the Link header names one', async () => {
  answerPage(1, 1, { link: `<${API}/x?page=2>; rel="next", <${API}/x?page=2>; rel="last"` });
  answerPage(2, 1);

  await expect(listed()).resolves.toHaveLength(2);
});

test('a short page without such a header is the last', async () => {
  answerPage(1, 99);

  await expect(listed()).resolves.toHaveLength(99);
});
