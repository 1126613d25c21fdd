import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createJobToken, issueRuntimeToken, type Permissions, revokeRuntimeToken } from '@gatehouse/local-github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, runRecord, startWorld, type World } from './world.ts';

const CLIENT = join(import.meta.dirname, 'fixtures/artifact-client.mjs');
const RUN = 501;

let world: World;
let files: string;

beforeEach(async () => {
  world = await startWorld();
  world.repository.runs.push(runRecord(world, RUN));
  files = join(world.folder, 'model');
  await mkdir(files, { recursive: true });
  await writeFile(join(files, 'model.safetensors'), 'weights');
  await writeFile(join(files, 'run-record.json'), '{}');
});

afterEach(() => world.close());

describe('the toolkit inside a run', () => {
  test('uploads in several blocks, lists and downloads what it uploaded', async () => {
    await writeFile(join(files, 'model.safetensors'), Buffer.alloc(9_000_000, 7));
    const token = runtimeToken(11);
    const uploaded = await upload(token, 'candidate');
    expect(uploaded).toMatchObject({
      ok: true,
      value: { id: expect.any(Number), digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });

    const listed = await call(runtimeToken(12), ['listArtifacts']);
    const digest = `sha256:${value(uploaded)['digest']}`;
    expect(value(listed)['artifacts']).toMatchObject([{ name: 'candidate', digest }]);

    const path = join(world.folder, 'downloaded');
    await call(runtimeToken(12), ['downloadArtifact', value(uploaded)['id'], { path, expectedHash: digest }]);
    expect(await readFile(join(path, 'model.safetensors'))).toEqual(await readFile(join(files, 'model.safetensors')));
  });

  test('the digest is that of the stored bytes, and the REST API tells it', async () => {
    const uploaded = await upload(runtimeToken(11), 'candidate');
    const [record] = world.repository.artifacts;
    const stored = createHash('sha256')
      .update(await readFile(record?.file ?? ''))
      .digest('hex');
    expect(value(uploaded)['digest']).toBe(stored);
    const { data } = await world.as(world.owner).request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', {
      owner: 'bank',
      repo: 'credit',
      artifact_id: Number(value(uploaded)['id']),
    });
    expect(data).toMatchObject({ digest: `sha256:${stored}`, expired: false, workflow_run: { id: RUN } });
  });

  test('refuses a name twice, and takes it again under a new id once deleted', async () => {
    const first = await upload(runtimeToken(11), 'candidate');
    expect(await upload(runtimeToken(12), 'candidate')).toMatchObject({
      ok: false,
      message: expect.stringContaining('409'),
    });
    await call(runtimeToken(12), ['deleteArtifact', 'candidate']);
    const second = await upload(runtimeToken(12), 'candidate');
    expect(value(second)['id']).not.toBe(value(first)['id']);
  });

  test('sends one file as it is when asked not to archive', async () => {
    const options = { skipArchive: true };
    const uploaded = await call(runtimeToken(11), [
      'uploadArtifact',
      'ignored',
      [join(files, 'run-record.json')],
      files,
      options,
    ]);
    const path = join(world.folder, 'single');
    await call(runtimeToken(12), ['downloadArtifact', value(uploaded)['id'], { path }]);
    expect(await readFile(join(path, 'run-record.json'), 'utf8')).toBe('{}');
  });
});

describe('from another run', () => {
  test.each([
    { token: 'with actions: read', permissions: { actions: 'read' }, ok: true },
    { token: 'without it', permissions: { contents: 'write' }, ok: false },
  ] as const)('a job token $token: $ok', async ({ permissions, ok }) => {
    const artifactId = await seedArtifact();
    const findBy = {
      token: jobToken(permissions),
      workflowRunId: RUN,
      repositoryOwner: 'bank',
      repositoryName: 'credit',
    };
    const path = join(world.folder, 'other-run');
    const listed = await call(runtimeToken(21, 502), ['listArtifacts', { findBy }]);
    const downloaded = await call(runtimeToken(21, 502), [
      'downloadArtifact',
      artifactId,
      { path, findBy, skipDecompress: true },
    ]);
    expect([listed['ok'], downloaded['ok']]).toEqual([ok, ok]);
  });

  test('a public repository hands its artifacts to nobody without a token', async () => {
    const url = `${world.github.apiUrl}/repos/bank/credit/actions/artifacts/${await seedArtifact()}/zip`;
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(401);
  });

  test('an expired artifact is gone', async () => {
    const artifactId = await seedArtifact();
    world.clock.now = new Date(world.clock.now.getTime() + 91 * 86_400_000);
    const download = world
      .as(world.owner)
      .request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
        owner: 'bank',
        repo: 'credit',
        artifact_id: artifactId,
        archive_format: 'zip',
      });
    expect(await refusalOf(download)).toMatchObject({ status: 410 });
  });
});

describe('what is refused', () => {
  test('a runtime token that this server did not hand out', async () => {
    const [header, , signature] = runtimeToken(11).split('.');
    const claims = Buffer.from(JSON.stringify({ scp: `Actions.Results:${RUN}:11` })).toString('base64url');
    expect(await upload(`${header}.${claims}.${signature}`, 'candidate')).toMatchObject({
      ok: false,
      message: expect.stringContaining('401'),
    });
  });

  test('the runtime token of a job that has ended', async () => {
    const token = runtimeToken(11);
    revokeRuntimeToken(world.github.state, token);
    expect(await upload(token, 'candidate')).toMatchObject({ ok: false, message: expect.stringContaining('401') });
  });

  test('a genuine token that claims another run', async () => {
    const response = await twirp('CreateArtifact', {
      workflow_run_backend_id: '999',
      workflow_job_run_backend_id: '11',
      name: 'x',
    });
    expect(response.status).toBe(403);
  });

  test('bytes written after the artifact was finalized, with the URL that wrote it', async () => {
    const ids = { workflow_run_backend_id: String(RUN), workflow_job_run_backend_id: '11', name: 'evidence' };
    const url = await field(await twirp('CreateArtifact', ids), 'signed_upload_url');
    const put = (text: string): Promise<Response> => fetch(url, { method: 'PUT', body: text });
    expect((await put('first')).status).toBe(201);
    expect((await twirp('FinalizeArtifact', { ...ids, size: '5', hash: `sha256:${'0'.repeat(64)}` })).status).toBe(400);
    expect((await twirp('FinalizeArtifact', { ...ids, size: '5' })).status).toBe(200);
    expect((await put('other')).status).toBe(409);
  });

  test.each([
    ['a changed signature', (url: URL) => url.searchParams.set('sig', Buffer.alloc(32).toString('base64'))],
    ['a later expiry', (url: URL) => url.searchParams.set('se', '2099-01-01T00:00:00.000Z')],
    ['another action', (url: URL) => url.searchParams.set('sp', 'write')],
    ['another artifact', (url: URL) => (url.pathname = url.pathname.replace(/\d+$/, '1'))],
  ])('a signed URL with %s', async (_what, change) => {
    const url = await downloadUrl();
    expect((await fetch(url)).status).toBe(200);
    change(url);
    expect((await fetch(url)).status).toBe(403);
  });

  test('a download URL after its minute', async () => {
    const url = await downloadUrl();
    world.clock.now = new Date(world.clock.now.getTime() + 61_000);
    expect((await fetch(url)).status).toBe(403);
  });
});

type Result = Readonly<Record<string, unknown>>;

function value(result: Result): Result {
  const found = result['value'];
  if (found === null || typeof found !== 'object') throw new Error(`Not uploaded: ${JSON.stringify(result)}`);
  return { ...found };
}

function upload(token: string, name: string): Promise<Result> {
  return call(token, [
    'uploadArtifact',
    name,
    [join(files, 'model.safetensors'), join(files, 'run-record.json')],
    files,
    { compressionLevel: 0 },
  ]);
}

async function call(token: string, args: readonly unknown[]): Promise<Result> {
  const env = {
    PATH: process.env['PATH'],
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_RESULTS_URL: world.github.urls.results,
    GITHUB_API_URL: world.github.apiUrl,
    GITHUB_SERVER_URL: world.github.serverUrl,
    GITHUB_WORKSPACE: world.folder,
    GITHUB_REPOSITORY: 'bank/credit',
  };
  const { stdout } = await promisify(execFile)(process.execPath, [CLIENT, JSON.stringify(args)], { env });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function twirp(method: string, body: Result): Promise<Response> {
  return fetch(`${world.github.apiUrl}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${runtimeToken(11)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** An artifact made without the toolkit, which takes a second to start. */
async function seedArtifact(): Promise<number> {
  const ids = { workflow_run_backend_id: String(RUN), workflow_job_run_backend_id: '11', name: 'candidate' };
  const url = field(await twirp('CreateArtifact', ids), 'signed_upload_url');
  await fetch(await url, { method: 'PUT', body: 'bytes' });
  return Number(await field(await twirp('FinalizeArtifact', { ...ids, size: '5' }), 'artifact_id'));
}

async function field(response: Response, name: string): Promise<string> {
  const body: unknown = await response.json();
  if (body === null || typeof body !== 'object') throw new Error('The service sent no object.');
  return String(new Map<string, unknown>(Object.entries(body)).get(name));
}

async function downloadUrl(): Promise<URL> {
  const url = `${world.github.apiUrl}/repos/bank/credit/actions/artifacts/${await seedArtifact()}/zip`;
  const headers = { authorization: `Bearer ${jobToken({ actions: 'read' })}` };
  const response = await fetch(url, { headers, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
}

function runtimeToken(jobId: number, runId = RUN): string {
  return issueRuntimeToken(world.github.state, { repository: 'bank/credit', runId, jobId });
}

function jobToken(permissions: Permissions): string {
  return createJobToken(world.github.state, { repository: 'bank/credit', permissions, runId: 502, jobId: 21 });
}
