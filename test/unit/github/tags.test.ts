import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { API, connect, OTHER_SHA, REPO, SHA } from './connect.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const GIT = `${REPO}/git`;
const OBJECT = 'c'.repeat(40);
const ref = (name: string, type: string, sha: string): unknown => ({ ref: `refs/tags/${name}`, object: { type, sha } });

function tagObject(sha: string, tag: string, object: { type: string; sha: string }): void {
  nock(API).get(`${GIT}/tags/${sha}`).reply(200, { tag, message: 'why', object });
}

describe('list', () => {
  const prefix = `${GIT}/matching-refs/tags/m%23production%23`;

  test('gives annotated tags with the commit they lead to, and leaves lightweight ones out', async () => {
    nock(API)
      .get(prefix)
      .query(true)
      .reply(200, [ref('m#production#1', 'tag', OBJECT), ref('m#production#2', 'commit', SHA)]);
    tagObject(OBJECT, 'm#production#1', { type: 'commit', sha: SHA });

    await expect(connect().github.tags.list('m#production#')).resolves.toEqual([
      { name: 'm#production#1', commit: SHA, message: 'why' },
    ]);
  });

  test('asks for no page, which the operation does not document, but reads all where there are several', async () => {
    const names = Array.from({ length: 101 }, (_, index) => ref(`m#production#${index}`, 'commit', SHA));
    const last = ref('m#production#102', 'tag', OBJECT);
    const link = { link: `<${API}/x?page=2>; rel="next"` };
    nock(API).get(prefix).query({}).reply(200, names.slice(0, 30), link);
    nock(API).get(prefix).query({ per_page: 100, page: 1 }).reply(200, names.slice(0, 100), link);
    nock(API).get(prefix).query({ per_page: 100, page: 2 }).reply(200, [names[100], last]);
    tagObject(OBJECT, 'm#production#102', { type: 'commit', sha: SHA });

    await expect(connect().github.tags.list('m#production#')).resolves.toHaveLength(1);
  });

  test('follows a tag of a tag', async () => {
    nock(API)
      .get(prefix)
      .query(true)
      .reply(200, [ref('m#production#1', 'tag', OBJECT)]);
    tagObject(OBJECT, 'm#production#1', { type: 'tag', sha: OTHER_SHA });
    tagObject(OTHER_SHA, 'inner', { type: 'commit', sha: SHA });

    await expect(connect().github.tags.list('m#production#')).resolves.toMatchObject([{ commit: SHA }]);
  });

  test.each([
    { name: 'the object of another tag', tag: 'm#production#9', type: 'commit', says: /m#production#9/ },
    { name: 'no commit', tag: 'm#production#1', type: 'tree', says: /points at a tree/ },
  ])('refuses a tag that leads to $name', async ({ tag, type, says }) => {
    nock(API)
      .get(prefix)
      .query(true)
      .reply(200, [ref('m#production#1', 'tag', OBJECT)]);
    tagObject(OBJECT, tag, { type, sha: SHA });

    await expect(connect().github.tags.list('m#production#')).rejects.toThrow(says);
  });
});

describe('create', () => {
  const tag = { name: 'm@v1.0.0', commit: SHA, message: 'why' };

  test('makes the tag object first, then the reference to it', async () => {
    nock(API)
      .post(`${GIT}/tags`, { tag: 'm@v1.0.0', message: 'why', object: SHA, type: 'commit' })
      .reply(201, { sha: OBJECT });
    const reference = nock(API)
      .post(`${GIT}/refs`, { ref: 'refs/tags/m@v1.0.0', sha: OBJECT })
      .reply(201, { ref: 'refs/tags/m@v1.0.0', object: { type: 'tag', sha: OBJECT } });

    await connect().github.tags.create(tag);

    expect(reference.isDone()).toBe(true);
  });

  test('of a name that is taken is an error', async () => {
    nock(API).post(`${GIT}/tags`).reply(201, { sha: OBJECT });
    nock(API).post(`${GIT}/refs`).reply(422, { message: 'Reference already exists' });

    await expect(connect().github.tags.create(tag)).rejects.toThrow(/already exists/);
  });
});
