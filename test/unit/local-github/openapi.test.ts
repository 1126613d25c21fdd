import { readFileSync } from 'node:fs';
import { createOpenApiValidator, type Exchange, knownRoutes } from '@gatehouse/local-github';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../../../packages/local-github/openapi/', import.meta.url);
const description: Description = JSON.parse(readFileSync(new URL('github.json', FOLDER), 'utf8'));
const listed: readonly string[] = JSON.parse(readFileSync(new URL('operations.json', FOLDER), 'utf8'));

interface Description {
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

describe('the pruned description', () => {
  const described = new Map(
    Object.entries(description.paths).flatMap(([template, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => [operationId, `${method.toUpperCase()} ${template}`] as const,
      ),
    ),
  );

  test('holds the listed operations and no other', () => {
    expect([...described.keys()].toSorted()).toEqual([...new Set(listed)].toSorted());
  });

  test('says where it is from and under which licence', () => {
    expect(description.info).toMatchObject({
      'x-origin': expect.stringContaining('@octokit/openapi@23.0.2'),
      license: { name: 'MIT' },
    });
  });

  // The root folder's contents are a route of their own, and the same operation.
  const ROOT = '/repos/{owner}/{repo}/contents';
  const routes = knownRoutes().filter(({ operationId, template }) => operationId !== null && template !== ROOT);

  test('has every route of the server under its own method and path', () => {
    expect(routes.length).toBeGreaterThan(60);
    for (const { operationId, method, template } of routes) {
      const path = template.replace(/^\/uploads/, '').replaceAll('...}', '}');
      const found = described.get(operationId ?? '') ?? 'not in operations.json';
      expect([operationId, withoutNames(found)]).toEqual([operationId, withoutNames(`${method} ${path}`)]);
    }
  });

  test('no operation has two routes', () => {
    const ids = routes.map(({ operationId }) => operationId);
    expect(ids.length).toBe(new Set(ids).size);
  });

  function withoutNames(endpoint: string): string {
    return endpoint.replace(/\{\w+\}/g, '{}');
  }
});

describe('a request', () => {
  const check = createOpenApiValidator();
  const faults = (request: { operationId: string; method?: string; url: string; body?: unknown }): readonly string[] =>
    check.request({ method: 'GET', body: undefined, ...request }).map(({ message }) => message);

  test.each([
    ['a list with its page', { operationId: 'repos/list-releases', url: '/repos/o/r/releases?per_page=100&page=2' }],
    ['a path that holds slashes', { operationId: 'repos/get-content', url: '/repos/o/r/contents/a/b.json?ref=main' }],
    ['the root folder', { operationId: 'repos/get-content', url: '/repos/o/r/contents/' }],
    ['the root folder without a slash', { operationId: 'repos/get-content', url: '/repos/o/r/contents' }],
    ['a workflow by number', { operationId: 'actions/get-workflow', url: '/repos/o/r/actions/workflows/7' }],
    ['a workflow by name', { operationId: 'actions/get-workflow', url: '/repos/o/r/actions/workflows/a.yml' }],
    [
      'a check that is complete',
      {
        operationId: 'checks/create',
        method: 'POST',
        url: '/repos/o/r/check-runs',
        body: { name: 'n', head_sha: 'a', status: 'completed', conclusion: 'success' },
      },
    ],
  ])('fits: %s', (_what, request) => {
    expect(faults(request)).toEqual([]);
  });

  test.each([
    ['an operation that GitHub does not have', { operationId: 'repos/explode', url: '/repos/o/r' }, 'no operation'],
    ['another path than the operation has', { operationId: 'repos/get', url: '/repos/o' }, 'is not GET'],
    ['another method', { operationId: 'repos/get', method: 'POST', url: '/repos/o/r' }, 'is not GET'],
    ['a page that is no number', { operationId: 'repos/list-releases', url: '/repos/o/r/releases?page=x' }, 'page'],
    [
      'an unknown query parameter',
      { operationId: 'repos/list-releases', url: '/repos/o/r/releases?perpage=1' },
      'perpage',
    ],
    [
      'a missing query parameter',
      { operationId: 'repos/upload-release-asset', method: 'POST', url: '/uploads/repos/o/r/releases/1/assets' },
      'name',
    ],
    [
      'a missing body',
      { operationId: 'checks/create', method: 'POST', url: '/repos/o/r/check-runs' },
      'body is missing',
    ],
    [
      'a missing field',
      { operationId: 'repos/create-release', method: 'POST', url: '/repos/o/r/releases', body: {} },
      'tag_name',
    ],
    [
      'a check completed without a conclusion',
      {
        operationId: 'checks/create',
        method: 'POST',
        url: '/repos/o/r/check-runs',
        body: { name: 'n', head_sha: 'a', status: 'completed' },
      },
      'conclusion',
    ],
  ])('is refused for %s', (_what, request, part) => {
    expect(faults(request).join('\n')).toContain(part);
  });

  test('is remembered by its operation', () => {
    expect([...check.operationsSeen()]).toContain('repos/create-release');
    expect([...check.operationsSeen()]).not.toContain('repos/explode');
  });
});

describe('an answer', () => {
  const check = createOpenApiValidator();
  const exchange: Exchange = {
    operationId: 'repos/check-immutable-releases',
    method: 'GET',
    url: '/repos/o/r/immutable-releases',
    params: {},
    query: new URLSearchParams(),
    requestHeaders: {},
    requestBody: undefined,
    status: 200,
    responseHeaders: {},
    responseBody: { enabled: true, enforced_by_owner: false },
  };
  const faults = (change: Partial<Exchange>): readonly string[] =>
    check.response({ ...exchange, ...change }).map(({ message }) => message);

  test.each([
    ['as described', {}],
    ['an error that GitHub may give to anybody', { status: 403, responseBody: { message: 'Forbidden' } }],
    [
      'bytes in place of JSON',
      { responseBody: undefined, responseHeaders: { 'content-type': 'application/octet-stream' } },
    ],
  ])('fits: %s', (_what, change) => {
    expect(faults(change)).toEqual([]);
  });

  test.each([
    ['a missing field', { responseBody: { enabled: true } }, 'enforced_by_owner'],
    ['a field of another type', { responseBody: { enabled: 'yes', enforced_by_owner: false } }, 'enabled'],
    ['a status that is not described', { status: 201 }, '201'],
    ['no body', { responseBody: undefined }, 'without its JSON body'],
    ['an error without a message', { status: 403, responseBody: {} }, 'without a message'],
  ])('does not fit: %s', (_what, change, part) => {
    expect(faults(change).join('\n')).toContain(part);
  });
});
