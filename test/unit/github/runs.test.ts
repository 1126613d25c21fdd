import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, AUTHOR, connect, REPO, SHA } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const run = {
  id: 11,
  name: 'train',
  path: '.github/workflows/train.yml@main',
  created_at: '2026-11-23T11:00:00Z',
  head_sha: SHA,
  head_branch: 'candidate',
  event: 'pull_request',
  conclusion: 'success',
  actor: AUTHOR,
  triggering_actor: { ...AUTHOR, id: 8 },
  repository: { id: 1 },
  head_repository: { id: 1 },
  pull_requests: [{ number: 3 }],
};
const artifact = {
  id: 21,
  name: 'candidate',
  size_in_bytes: 5,
  expired: false,
  expires_at: '2027-02-21T11:00:00Z',
  digest: `sha256:${'c'.repeat(64)}`,
  workflow_run: { id: 11 },
};
const ZIP = `${REPO}/actions/artifacts/21/zip`;

describe('runs', () => {
  test('keep who started and who restarted them', async () => {
    nock(API).get(`${REPO}/actions/runs/11`).reply(200, run);

    await expect(connect().github.runs.get(11)).resolves.toMatchObject({
      actor: { id: 7 },
      triggeringActor: { id: 8 },
      path: '.github/workflows/train.yml',
      createdAt: new Date('2026-11-23T11:00:00Z'),
      fromFork: false,
      pullRequestNumbers: [3],
    });
  });

  test.each([{ head: { id: 2 } }, { head: null }])('a head repository $head is a fork', async ({ head }) => {
    nock(API)
      .get(`${REPO}/actions/runs/11`)
      .reply(200, { ...run, head_repository: head, pull_requests: [] });

    await expect(connect().github.runs.get(11)).resolves.toMatchObject({ fromFork: true, pullRequestNumbers: [] });
  });

  test('are found by head commit', async () => {
    nock(API)
      .get(`${REPO}/actions/runs`)
      .query({ head_sha: SHA, per_page: 100, page: 1 })
      .reply(200, { total_count: 1, workflow_runs: [run] });

    await expect(connect().github.runs.listForHead(SHA)).resolves.toHaveLength(1);
  });
});

describe('artifacts', () => {
  test('keep digest, size and the run they belong to', async () => {
    nock(API)
      .get(`${REPO}/actions/runs/11/artifacts`)
      .query(true)
      .reply(200, { artifacts: [artifact] });

    await expect(connect().github.runs.artifacts(11)).resolves.toEqual([
      {
        id: 21,
        name: 'candidate',
        sizeBytes: 5,
        expired: false,
        expiresAt: new Date('2027-02-21T11:00:00Z'),
        digest: artifact.digest,
        runId: 11,
      },
    ]);
  });

  test.each([undefined, null])('that do not say when they expire (%s) say so', async (expiresAt) => {
    nock(API)
      .get(`${REPO}/actions/artifacts/21`)
      .reply(200, { ...artifact, expires_at: expiresAt });

    await expect(connect().github.runs.artifact(21)).resolves.toMatchObject({ expiresAt: null });
  });

  test.each([
    { digest: null, expected: null },
    { digest: undefined, expected: null },
  ])('without a digest ($digest) say so', async ({ digest, expected }) => {
    nock(API)
      .get(`${REPO}/actions/artifacts/21`)
      .reply(200, { ...artifact, digest });

    await expect(connect().github.runs.artifact(21)).resolves.toMatchObject({ digest: expected });
  });

  test('with a digest of another algorithm are refused', async () => {
    nock(API)
      .get(`${REPO}/actions/artifacts/21`)
      .reply(200, { ...artifact, digest: 'md5:abc' });

    await expect(connect().github.runs.artifact(21)).rejects.toThrow(/digest/);
  });
});

describe('download', () => {
  test('follows the redirect and sends no token to the storage host', async () => {
    nock(API, { reqheaders: { authorization: 'token secret-token' } })
      .get(ZIP)
      .reply(302, undefined, { location: 'https://storage.test/zip?signature=1' });
    nock('https://storage.test', { badheaders: ['authorization'] })
      .get('/zip')
      .query(true)
      .reply(200, 'bytes');

    const bytes = await connect().github.runs.download(21);

    expect(Buffer.from(bytes).toString()).toBe('bytes');
  });

  test.each([
    { maxArtifactBytes: 5, refused: false },
    { maxArtifactBytes: 4, refused: true },
  ])('of 5 bytes where $maxArtifactBytes are allowed: refused is $refused', async ({ maxArtifactBytes, refused }) => {
    nock(API).get(ZIP).reply(302, undefined, { location: 'https://storage.test/zip' });
    nock('https://storage.test').get('/zip').reply(200, 'bytes');

    const download = connect({ maxArtifactBytes }).github.runs.download(21);

    if (refused) await expect(download).rejects.toMatchObject({ code: 'refused' });
    else await expect(download).resolves.toHaveLength(5);
  });

  test('of an expired artifact has its own reason code', async () => {
    nock(API).get(ZIP).reply(410, { message: 'Artifact has expired' });

    await expect(connect().github.runs.download(21)).rejects.toMatchObject({ reasonCode: 'candidate-expired' });
  });

  test('is not redirected to plain http', async () => {
    nock(API).get(ZIP).reply(302, undefined, { location: 'http://storage.test/zip' });

    await expect(connect().github.runs.download(21)).rejects.toThrow(/not https/);
  });

  test('of a storage host that refuses is an error', async () => {
    nock(API).get(ZIP).reply(302, undefined, { location: 'https://storage.test/zip' });
    nock('https://storage.test').get('/zip').reply(403, 'expired signature');

    await expect(connect().github.runs.download(21)).rejects.toThrow(/status 403 from storage.test/);
  });
});
