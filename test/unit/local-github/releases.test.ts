import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { createJobToken, type Permissions } from '@gatehouse/local-github';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startWorld, type World } from './world.ts';

const REPO = { owner: 'bank', repo: 'credit' } as const;
const TAG = 'mortgage-approval@v1.0.0';

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

describe('a draft', () => {
  test('is seen only by those who may push, and never by tag', async () => {
    const { data } = await draft();
    const byTag = owner.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { ...REPO, tag: TAG });
    expect(await refusalOf(byTag)).toMatchObject({ status: 404 });
    const mine = await owner.request('GET /repos/{owner}/{repo}/releases', REPO);
    const theirs = await world.as(world.reader).request('GET /repos/{owner}/{repo}/releases', REPO);
    expect([mine.data.map(({ id }) => id), theirs.data]).toEqual([[data.id], []]);
    expect(data).toMatchObject({ draft: true, immutable: false, published_at: null });
  });

  test('makes no tag and tells nobody until it is published', async () => {
    const { data } = await draft();
    expect(await world.git('tag')).toBe('');
    expect(world.github.events.log.filter(({ name }) => name === 'release')).toEqual([]);
    await publish(data.id);
    expect(await world.git('rev-parse', TAG)).toBe(world.sha);
    expect(released().map(({ action }) => action)).toEqual(['published', 'released']);
    expect(released()[0]).toMatchObject({ sha: world.sha, ref: `refs/tags/${TAG}`, causedBy: 'user' });
  });

  test('cannot be published on a target that does not exist', async () => {
    const { data } = await draft({ target_commitish: 'nowhere' });
    expect(await refusalOf(publish(data.id))).toMatchObject({
      status: 422,
      message: expect.stringContaining('target_commitish'),
    });
    expect((await get(data.id)).data.draft).toBe(true);
  });

  test('uses the tag that exists, whatever its target says', async () => {
    await world.git('tag', '-a', '-m', 'Version', TAG, world.sha);
    const later = await world.commit('main', { 'README.md': 'Later.\n' });
    const { data } = await draft({ target_commitish: later });
    await publish(data.id);
    expect(await world.git('rev-parse', `${TAG}^{commit}`)).toBe(world.sha);
  });
});

describe('assets', () => {
  test('are stored with their digest and come back byte for byte', async () => {
    const { data } = await draft();
    const bytes = Buffer.from('weights of a model');
    const asset = await upload(data.upload_url, 'model part.safetensors', bytes);
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    expect(asset).toMatchObject({
      status: 201,
      body: { name: 'model.part.safetensors', size: 18, state: 'uploaded', digest },
    });
    const headers = { accept: 'application/octet-stream', authorization: `Bearer ${ownerToken()}` };
    const downloaded = await fetch(String(asset.body['url']), { headers });
    expect(Buffer.from(await downloaded.arrayBuffer())).toEqual(bytes);
  });

  test.each([
    { range: 'bytes=3-9', status: 206, text: 'ghts of', contentRange: 'bytes 3-9/18' },
    { range: 'bytes=11-', status: 206, text: 'a model', contentRange: 'bytes 11-17/18' },
    { range: 'bytes=11-99', status: 206, text: 'a model', contentRange: 'bytes 11-17/18' },
    { range: 'bytes=18-20', status: 416, text: '', contentRange: 'bytes */18' },
    { range: 'lines=1-2', status: 200, text: 'weights of a model', contentRange: null },
  ])('answer the range $range with $status', async ({ range, status, text, contentRange }) => {
    const { data } = await draft();
    const asset = await upload(data.upload_url, 'part-0001', Buffer.from('weights of a model'));
    const headers = { accept: 'application/octet-stream', authorization: `Bearer ${ownerToken()}`, range };

    const downloaded = await fetch(String(asset.body['url']), { headers });

    expect([downloaded.status, downloaded.headers.get('content-range')]).toEqual([status, contentRange]);
    expect(await downloaded.text()).toBe(text);
  });

  test.each([
    ['.hidden', 'default.hidden'],
    ['a b (1).bin', 'a.b.1.bin'],
    ['ends.', 'ends'],
    ['größe.txt', 'gr.e.txt'],
    ['part-0001.of_2.bin', 'part-0001.of_2.bin'],
  ])('are renamed as GitHub does: %s', async (name, expected) => {
    const { data } = await draft();
    expect(await upload(data.upload_url, name, Buffer.from('x'))).toMatchObject({ body: { name: expected } });
  });

  test('refuse a name twice, also one that only becomes the same', async () => {
    const { data } = await draft();
    await upload(data.upload_url, 'a.b', Buffer.from('x'));
    expect(await upload(data.upload_url, 'a b', Buffer.from('y'))).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'already_exists', field: 'name' }] },
    });
  });

  test('refuse two gibibytes before a byte is read', async () => {
    const { data } = await draft();
    expect(await declare(data.upload_url, 2 ** 31)).toBe(422);
    expect((await get(data.id)).data.assets).toEqual([]);
  });

  test('that break off are left as starter, and can be deleted', async () => {
    const { data } = await draft();
    await breakOff(data.upload_url, 'part');
    const [asset] = (await get(data.id)).data.assets;
    expect(asset).toMatchObject({ state: 'starter', digest: null });
    await owner.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', {
      ...REPO,
      asset_id: asset?.id ?? 0,
    });
    expect(await upload(data.upload_url, 'part', Buffer.from('x'))).toMatchObject({ status: 201 });
  });

  test('a changed download URL opens nothing', async () => {
    const { data } = await draft();
    const uploaded = await upload(data.upload_url, 'part', Buffer.from('x'));
    const response = await fetch(String(uploaded.body['url']), {
      headers: { accept: 'application/octet-stream', authorization: `Bearer ${ownerToken()}` },
      redirect: 'manual',
    });
    const url = new URL(response.headers.get('location') ?? '');
    expect((await fetch(url)).status).toBe(200);
    url.searchParams.set('se', '2099-01-01T00:00:00.000Z');
    expect((await fetch(url)).status).toBe(403);
  });
});

describe('an immutable release', () => {
  let id: number;
  let uploadUrl: string;
  let assetId: number;

  beforeEach(async () => {
    world.repository.immutableReleases = true;
    const { data } = await draft();
    const asset = await upload(data.upload_url, 'manifest.json', Buffer.from('{}'));
    [id, uploadUrl, assetId] = [data.id, data.upload_url, Number(asset.body['id'])];
    await publish(id);
  });

  test('says so, and keeps its assets', async () => {
    expect((await get(id)).data).toMatchObject({ immutable: true, draft: false });
    expect(await upload(uploadUrl, 'late', Buffer.from('x'))).toMatchObject({
      status: 422,
      body: { message: 'Cannot upload assets to an immutable release' },
    });
    const asset = { ...REPO, asset_id: assetId };
    expect(
      await refusalOf(owner.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', asset)),
    ).toMatchObject({ status: 422 });
    const rename = owner.request('PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}', { ...asset, name: 'other' });
    expect(await refusalOf(rename)).toMatchObject({ status: 422 });
  });

  test('lets title and notes change, but neither tag nor draft state', async () => {
    const change = (body: { name?: string; tag_name?: string; draft?: boolean }): Promise<unknown> =>
      owner.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', { ...REPO, release_id: id, ...body });
    await change({ name: 'Another title' });
    expect((await get(id)).data.name).toBe('Another title');
    expect(await refusalOf(change({ tag_name: 'other' }))).toMatchObject({ status: 422 });
    expect(await refusalOf(change({ draft: true }))).toMatchObject({ status: 422 });
  });

  test('holds its tag: it can be neither moved nor deleted', async () => {
    const later = await world.commit('main', { 'README.md': 'Later.\n' });
    const ref = { ...REPO, ref: `tags/${TAG}` };
    const move = owner.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...ref, sha: later, force: true });
    expect(await refusalOf(move)).toMatchObject({ status: 422 });
    expect(await refusalOf(owner.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', ref))).toMatchObject({
      status: 422,
    });
  });

  test('takes the name of its tag with it when it is deleted', async () => {
    await owner.request('DELETE /repos/{owner}/{repo}/releases/{release_id}', { ...REPO, release_id: id });
    expect(await refusalOf(draft())).toMatchObject({
      status: 422,
      message: expect.stringContaining('tag_name was used by an immutable release'),
    });
  });
});

describe('latest', () => {
  test('is the release that was published last, not a draft or prerelease, unless it says false', async () => {
    const latest = async (): Promise<string> =>
      (await owner.request('GET /repos/{owner}/{repo}/releases/latest', REPO)).data.tag_name;
    await createRelease('v1', {});
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    await createRelease('v2', {});
    expect(await latest()).toBe('v2');
    await createRelease('v3', { prerelease: true });
    await createRelease('v4', { make_latest: 'false' });
    await createRelease('v5', { draft: true });
    expect(await latest()).toBe('v2');
  });

  test('is not published where a ruleset keeps its tag from being made', async () => {
    world.github.admin.addRuleset(world.repository, {
      name: 'tags',
      target: 'tag',
      enforcement: 'active',
      include: ['refs/tags/*@*'],
      exclude: [],
      bypass: [],
      rules: [{ type: 'creation', parameters: {} }],
    });
    expect(await refusalOf(createRelease('m@v1.0.0', {}))).toMatchObject({
      status: 422,
      message: expect.stringContaining('creations being restricted'),
    });
    expect(await world.git('tag')).toBe('');
  });

  test('a published tag cannot be released twice', async () => {
    await createRelease('v1', {});
    expect(await refusalOf(createRelease('v1', {}))).toMatchObject({
      status: 422,
      message: expect.stringContaining('already_exists'),
    });
  });
});

test.each([
  { who: 'a reader', token: () => world.github.admin.createToken(world.reader) },
  { who: 'an App without contents: write', token: () => appToken({ contents: 'read' }) },
])('$who cannot make a release', async ({ token }) => {
  const release = world
    .client(token())
    .request('POST /repos/{owner}/{repo}/releases', { ...REPO, tag_name: 'v1', draft: true });
  expect(await refusalOf(release)).toMatchObject({ status: 403 });
});

describe('a release of a commit that changes workflows', () => {
  test.each([
    { who: 'a job', client: () => job(), status: 404 },
    {
      who: 'an App without workflows: write',
      client: () => world.client(appToken({ contents: 'write' })),
      status: 404,
    },
    {
      who: 'an App with it',
      client: () => world.client(appToken({ contents: 'write', workflows: 'write' })),
      status: 201,
    },
    { who: 'a person', client: () => owner, status: 201 },
  ])('by $who: $status', async ({ client, status }) => {
    const target_commitish = await world.commit('topic', { '.github/workflows/train.yml': 'on: push\n' });
    const made = client().request('POST /repos/{owner}/{repo}/releases', { ...REPO, tag_name: 'v1', target_commitish });
    expect(status === 201 ? (await made).status : (await refusalOf(made)).status).toBe(status);
  });
});

test('what a job publishes is told as caused by a job, so that it starts nothing', async () => {
  await job().request('POST /repos/{owner}/{repo}/releases', { ...REPO, tag_name: 'v1' });
  expect(new Set(released().map(({ causedBy }) => causedBy))).toEqual(new Set(['job']));
});

describe('the page of an asset', () => {
  test.each([
    { what: 'of a published release', draft: false, token: false, isPrivate: false, status: 200 },
    { what: 'of a draft', draft: true, token: true, isPrivate: false, status: 404 },
    { what: 'of a private repository, without a token', draft: false, token: false, isPrivate: true, status: 404 },
    { what: 'of a private repository, with a token', draft: false, token: true, isPrivate: true, status: 200 },
  ])('$what: $status', async ({ draft: isDraft, token, isPrivate, status }) => {
    const name = isPrivate ? 'secret' : 'credit';
    if (isPrivate) await world.github.admin.createRepository({ owner: 'bank', name, private: true });
    const put = { owner: 'bank', repo: name, path: 'a', message: 'm', content: '' };
    await owner.request('PUT /repos/{owner}/{repo}/contents/{path}', put);
    const made = await owner.request('POST /repos/{owner}/{repo}/releases', {
      owner: 'bank',
      repo: name,
      tag_name: 'v1',
      draft: isDraft,
    });
    const asset = await upload(made.data.upload_url, 'part', Buffer.from('x'));
    expect(await getPage(new URL(String(asset.body['browser_download_url'])), token)).toBe(status);
  });
});

/** By address, since not every resolver knows `github.localhost`. */
function getPage(url: URL, withToken: boolean): Promise<number> {
  const headers = { host: url.host, ...(withToken ? { authorization: `Bearer ${ownerToken()}` } : {}) };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: url.port, path: url.pathname, headers };
    httpRequest(options, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });
}

function job(): Octokit {
  const grant = { repository: 'bank/credit', permissions: { contents: 'write' }, runId: 1, jobId: 2 } as const;
  return world.client(createJobToken(world.github.state, grant));
}

function ownerToken(): string {
  return world.github.admin.createToken(world.owner);
}

function appToken(permissions: Permissions): string {
  const app = world.github.admin.createApp({ name: 'registry', owner: 'bank', permissions });
  return world.github.admin.createAppToken(world.github.admin.installApp(app, 'bank'));
}

function draft(extra: { readonly target_commitish?: string } = {}) {
  return owner.request('POST /repos/{owner}/{repo}/releases', { ...REPO, tag_name: TAG, draft: true, ...extra });
}

function createRelease(
  tag_name: string,
  extra: { prerelease?: boolean; draft?: boolean; make_latest?: 'true' | 'false' },
) {
  return owner.request('POST /repos/{owner}/{repo}/releases', { ...REPO, tag_name, ...extra });
}

function get(release_id: number) {
  return owner.request('GET /repos/{owner}/{repo}/releases/{release_id}', { ...REPO, release_id });
}

function publish(release_id: number): Promise<unknown> {
  return owner.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', { ...REPO, release_id, draft: false });
}

function released() {
  return world.github.events.log.filter(({ name }) => name === 'release');
}

function uploadTo(uploadUrl: string, name: string): URL {
  return new URL(uploadUrl.replace('{?name,label}', `?name=${encodeURIComponent(name)}`));
}

async function upload(uploadUrl: string, name: string, bytes: Buffer<ArrayBuffer>) {
  const headers = { authorization: `Bearer ${ownerToken()}`, 'content-type': 'application/octet-stream' };
  const response = await fetch(uploadTo(uploadUrl, name), { method: 'POST', headers, body: bytes });
  const body: unknown = await response.json();
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(Object(body)));
  return { status: response.status, body: fields };
}

/** Status of an upload that announces so many bytes and sends none. */
function declare(uploadUrl: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(uploadTo(uploadUrl, 'big'), { method: 'POST', headers: uploadHeaders(bytes) });
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}

async function breakOff(uploadUrl: string, name: string): Promise<void> {
  const request = httpRequest(uploadTo(uploadUrl, name), { method: 'POST', headers: uploadHeaders(100) });
  request.on('error', () => undefined);
  request.write('only some');
  await expect.poll(() => world.repository.releases[0]?.assets.length).toBe(1);
  request.destroy();
}

function uploadHeaders(bytes: number): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${ownerToken()}`, 'content-length': String(bytes) };
}
