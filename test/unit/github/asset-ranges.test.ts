import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, REPO, SHA } from './connect.ts';

const RELEASES = `${REPO}/releases`;

beforeEach(() => {
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('a range of an asset', () => {
  const STORAGE = 'https://storage.test';
  const read = async (): Promise<string> => {
    const blocks: Uint8Array[] = [];
    for await (const block of await connect().github.releases.download(1, { begin: 3, end: 7 })) blocks.push(block);
    return String(Buffer.concat(blocks));
  };
  const redirected = (): void => {
    nock(API)
      .get(`${RELEASES}/assets/1`)
      .reply(302, '', { location: `${STORAGE}/a` });
  };

  test('is asked of the storage host', async () => {
    redirected();
    const headers = { 'content-range': 'bytes 3-6/18' };
    nock(STORAGE, { reqheaders: { range: 'bytes=3-6' } })
      .get('/a')
      .reply(206, 'ghts', headers);

    expect(await read()).toBe('ghts');
  });

  test('is cut out where all bytes come instead', async () => {
    redirected();
    nock(STORAGE).get('/a').reply(200, 'weights of a model');

    expect(await read()).toBe('ghts');
  });

  test('is cut out where the API answers with the bytes itself', async () => {
    nock(API).get(`${RELEASES}/assets/1`).reply(200, 'weights of a model');

    expect(await read()).toBe('ghts');
  });

  test.each([
    { name: 'another range', status: 206, range: 'bytes 0-3/18' },
    { name: 'a range that it does not name', status: 206, range: undefined },
    { name: 'no range', status: 416, range: 'bytes */2' },
  ])('is refused where $name comes', async ({ status, range }) => {
    redirected();
    nock(STORAGE)
      .get('/a')
      .reply(status, 'weig', range === undefined ? {} : { 'content-range': range });

    await expect(read()).rejects.toThrow(new RegExp(`status ${status} from storage.test`));
  });
});

test.each([
  {
    doing: 'a draft',
    call: () => connect().github.releases.createDraft({ tag: 'm@v1.0.0', targetCommit: SHA, title: 't', body: 'b' }),
    mock: () => nock(API).post(RELEASES),
  },
  {
    doing: 'publishing',
    call: () => connect().github.releases.publish(9),
    mock: () => nock(API).patch(`${RELEASES}/9`),
  },
])('a name that was used by an immutable release is refused as such at $doing', async ({ call, mock }) => {
  const error = {
    resource: 'Release',
    field: 'tag_name',
    code: 'custom',
    message: 'tag_name was used by an immutable release',
  };
  mock().reply(422, { message: 'Validation Failed', errors: [error] });

  await expect(call()).rejects.toMatchObject({ code: 'refused', reasonCode: 'version-exists' });
});
