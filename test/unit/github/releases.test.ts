import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AssetSource, Release } from '@gatehouse/core';
import { sha256 } from '@gatehouse/core';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, REPO, SHA } from './connect.ts';

const RELEASES = `${REPO}/releases`;
const DIGEST = `sha256:${'c'.repeat(64)}`;

function asset(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 1,
    name: 'model.json',
    size: 3,
    state: 'uploaded',
    digest: DIGEST,
    browser_download_url: 'https://github.test/a',
    ...change,
  };
}

function release(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 9,
    tag_name: 'm@v1.0.0',
    name: 'm v1.0.0',
    body: 'marker',
    draft: true,
    immutable: false,
    target_commitish: SHA,
    html_url: 'https://github.test/r',
    upload_url: 'https://uploads.github.test/repos/acme/models/releases/9/assets{?name,label}',
    assets: [asset()],
    ...change,
  };
}

beforeEach(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('reading', () => {
  test('drafts included, with their assets', async () => {
    nock(API).get(RELEASES).query({ per_page: 100, page: 1 }).reply(200, [release()]);

    const [draft] = await connect().github.releases.list();

    expect(draft).toMatchObject({ draft: true, immutable: false, tag: 'm@v1.0.0', body: 'marker' });
    expect(draft?.uploadUrl).toBe('https://uploads.github.test/repos/acme/models/releases/9/assets');
    expect(draft?.assets).toEqual([
      { id: 1, name: 'model.json', sizeBytes: 3, state: 'uploaded', digest: DIGEST, url: 'https://github.test/a' },
    ]);
  });

  test.each([
    { change: { immutable: true }, expected: true },
    { change: { immutable: false }, expected: false },
    { change: { immutable: undefined }, expected: false },
  ])('immutable is $expected for $change', async ({ change, expected }) => {
    nock(API).get(`${RELEASES}/9`).reply(200, release(change));

    await expect(connect().github.releases.get(9)).resolves.toMatchObject({ immutable: expected });
  });

  test.each(['starter', 'open', 'something-new'])('an asset in state %s is not uploaded', async (state) => {
    nock(API)
      .get(`${RELEASES}/9`)
      .reply(200, release({ assets: [asset({ state, digest: null })] }));

    await expect(connect().github.releases.get(9)).resolves.toMatchObject({ assets: [{ state: 'starter' }] });
  });

  test('by a tag with "#", which must not be taken for a fragment', async () => {
    nock(API)
      .get(`${RELEASES}/tags/m%23x`)
      .reply(200, release({ tag_name: 'm#x' }));

    await expect(connect().github.releases.byTag('m#x')).resolves.toMatchObject({ tag: 'm#x' });
  });

  test('by a tag without a release is null when releases can be read', async () => {
    nock(API).get(`${RELEASES}/tags/m%40v1.0.0`).reply(404, { message: 'Not Found' });
    nock(API).get(RELEASES).query({ per_page: 1 }).reply(200, []);

    await expect(connect().github.releases.byTag('m@v1.0.0')).resolves.toBeNull();
  });

  test('by a tag throws when releases cannot be read', async () => {
    nock(API).get(`${RELEASES}/tags/m%40v1.0.0`).reply(404, { message: 'Not Found' });
    nock(API).get(RELEASES).query(true).reply(404, { message: 'Not Found' });

    await expect(connect().github.releases.byTag('m@v1.0.0')).rejects.toMatchObject({ code: 'permission' });
  });
});

describe('writing', () => {
  test('a draft names its tag and commit', async () => {
    const body = { tag_name: 'm@v1.0.0', target_commitish: SHA, name: 't', body: 'b', draft: true };
    nock(API).post(RELEASES, body).reply(201, release());

    const draft = { tag: 'm@v1.0.0', targetCommit: SHA, title: 't', body: 'b' };
    await expect(connect().github.releases.createDraft(draft)).resolves.toMatchObject({ id: 9 });
  });

  test('publishing does not make it the latest', async () => {
    nock(API)
      .patch(`${RELEASES}/9`, { draft: false, make_latest: 'false' })
      .reply(200, release({ draft: false }));

    await expect(connect().github.releases.publish(9)).resolves.toMatchObject({ draft: false });
  });

  test('a draft is deleted, a published release never', async () => {
    nock(API).get(`${RELEASES}/9`).reply(200, release());
    const deleted = nock(API).delete(`${RELEASES}/9`).reply(204);
    nock(API)
      .get(`${RELEASES}/10`)
      .reply(200, release({ id: 10, draft: false }));
    const { github } = connect();

    await github.releases.deleteDraft(9);
    await expect(github.releases.deleteDraft(10)).rejects.toMatchObject({ code: 'refused' });

    expect(deleted.isDone()).toBe(true);
  });
});

describe('download', () => {
  const path = `${RELEASES}/assets/1`;
  const read = async (): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await connect().github.releases.download(1)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  test('follows a redirect without the token', async () => {
    nock(API, { reqheaders: { authorization: 'token secret-token', accept: 'application/octet-stream' } })
      .get(path)
      .reply(302, undefined, { location: 'https://storage.test/a' });
    nock('https://storage.test', { badheaders: ['authorization'] })
      .get('/a')
      .reply(200, 'abc');

    await expect(read()).resolves.toBe('abc');
  });

  test('takes the bytes where GitHub sends them itself', async () => {
    nock(API).get(path).reply(200, 'abc', { 'content-type': 'application/octet-stream' });

    await expect(read()).resolves.toBe('abc');
  });

  test('of a missing asset is an error', async () => {
    nock(API).get(path).reply(404, { message: 'Not Found' });

    await expect(read()).rejects.toMatchObject({ code: 'permission' });
  });
});

interface Received {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

type Answer = (response: ServerResponse, received: Received) => void;

/** A host for uploads only, as GitHub has one; each request gets the next answer. */
async function uploadHost(
  ...answers: readonly Answer[]
): Promise<{ release: Release; received: Received[]; close(): void }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, bytes: Buffer.concat(chunks) });
      answers[received.length - 1]?.(response, received[received.length - 1] as Received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    release: {
      id: 9,
      tag: 'm@v1.0.0',
      title: '',
      body: '',
      draft: true,
      immutable: false,
      targetCommit: SHA,
      url: 'https://github.test/r',
      uploadUrl: `http://127.0.0.1:${port}/up/assets`,
      assets: [],
    },
    close: () => server.close(),
  };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
};

const created: Answer = (response, { bytes }) => {
  json(201, asset({ size: bytes.length, digest: sha256(bytes) }))(response, { url: '', headers: {}, bytes });
};

function source(text: string, change: Partial<AssetSource> = {}): AssetSource {
  return {
    name: 'model a+b.json',
    contentType: 'application/json',
    sizeBytes: text.length,
    async *open() {
      for (const letter of text) yield Buffer.from(letter);
    },
    ...change,
  };
}

describe('upload', () => {
  const { github, waited } = connect({ apiUrl: 'http://127.0.0.1:1' });

  test('streams to the host that the release names', async () => {
    const host = await uploadHost(created);

    const uploaded = await github.releases.upload(host.release, source('abc'));
    host.close();

    expect(uploaded).toMatchObject({ sizeBytes: 3, digest: sha256('abc'), state: 'uploaded' });
    expect(host.received[0]?.bytes.toString()).toBe('abc');
    expect(new URL(host.received[0]?.url ?? '', 'http://x').searchParams.get('name')).toBe('model a+b.json');
    expect(host.received[0]?.headers).toMatchObject({
      'content-length': '3',
      'content-type': 'application/json',
      authorization: 'token secret-token',
    });
  });

  test('of an empty file works', async () => {
    const host = await uploadHost(created);

    const uploaded = await github.releases.upload(host.release, source(''));
    host.close();

    expect(uploaded.sizeBytes).toBe(0);
  });

  test('waits out a rate limit and sends everything again', async () => {
    const host = await uploadHost(json(429, { message: 'slow down' }, { 'retry-after': '7' }), created);

    await github.releases.upload(host.release, source('abc'));
    host.close();

    expect(waited).toEqual([7]);
    expect(host.received[1]?.bytes.toString()).toBe('abc');
  });

  test.each([
    {
      status: 422,
      body: { message: 'Validation Failed', errors: [{ code: 'already_exists' }] },
      says: /already_exists/,
    },
    { status: 401, body: { message: 'Bad credentials' }, says: /revoked or expired/ },
    { status: 502, body: 'Bad Gateway', says: /502/ },
    { status: 200, body: {}, says: /200/ },
    { status: 201, body: {}, says: /describes no asset/ },
  ])('that GitHub answers with $status fails', async ({ status, body, says }) => {
    const host = await uploadHost(json(status, body));

    await expect(github.releases.upload(host.release, source('abc'))).rejects.toThrow(says);
    host.close();

    expect(host.received).toHaveLength(1);
  });

  test.each([
    { text: 'abcd', says: /more bytes/ },
    { text: 'ab', says: /only 2 bytes/ },
  ])('of a source that gives "$text" where 3 bytes were announced is stopped', async ({ text, says }) => {
    const host = await uploadHost(created);

    const upload = github.releases.upload(host.release, source(text, { sizeBytes: 3 }));

    await expect(upload).rejects.toThrow(says);
    await expect(upload).rejects.toMatchObject({ code: 'integrity', reasonCode: 'digest-mismatch' });
    host.close();
    expect(host.received).toEqual([]);
  });

  test('to a connection that breaks is a service error', async () => {
    const host = await uploadHost((response) => response.destroy());

    await expect(github.releases.upload(host.release, source('abc'))).rejects.toMatchObject({ code: 'service' });
    host.close();
  });

  test('never sends the token over plain http when the API is https', async () => {
    const host = await uploadHost(created);

    await expect(connect().github.releases.upload(host.release, source('abc'))).rejects.toThrow(/not https/);
    host.close();

    expect(host.received).toEqual([]);
  });

  test('reports the answer of a server that refuses before it has read everything', async () => {
    const server = createServer((_, response) => {
      response.writeHead(401, { connection: 'close' }).end('{"message": "Bad credentials"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const host = await uploadHost();
    host.close();
    const chunk = Buffer.alloc(1_000_000);
    const large = source('', {
      sizeBytes: 60 * chunk.length,
      async *open() {
        for (let sent = 0; sent < 60; sent += 1) yield chunk;
      },
    });

    const upload = github.releases.upload({ ...host.release, uploadUrl: `http://127.0.0.1:${port}/up` }, large);

    await expect(upload).rejects.toThrow(/revoked or expired/);
    server.close();
    server.closeAllConnections();
  });
});
