import type { Urls } from '../context.ts';
import { isValidRefName, listRefs, objectTypes, readRef, ZERO_SHA } from '../git/git.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { optionalBoolean, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { changeRef } from '../pushes/ref-changes.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { repositoryApi } from '../render/repository.ts';

interface RefObject {
  readonly ref: string;
  readonly sha: string;
  readonly type: string;
}

function renderRef(urls: Urls, repository: RepositoryRecord, { ref, sha, type }: RefObject) {
  const api = `${repositoryApi(urls, repository)}/git`;
  const object = { sha, type, url: `${api}/${type}s/${sha}` };
  return { ref, node_id: nodeId('Ref', ref), url: `${api}/${ref}`, object };
}

async function typesOf(
  repository: RepositoryRecord,
  refs: readonly (readonly [string, string])[],
): Promise<readonly RefObject[]> {
  const shas = refs.map(([, sha]) => sha);
  const types = await objectTypes(repository.gitDir, shas);
  return refs.map(([ref, sha], index) => ({ ref, sha, type: types[index] ?? 'commit' }));
}

async function renderOne(urls: Urls, repository: RepositoryRecord, [ref, sha]: readonly [string, string]) {
  const [found] = await typesOf(repository, [[ref, sha]]);
  if (found === undefined) throw notFound();
  return renderRef(urls, repository, found);
}

export const gitRefRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/git/ref/{ref...}',
    { operationId: 'git/get-ref', permission: 'contents:read' },
    async (context) => {
      const ref = `refs/${context.param('ref')}`;
      const sha = (await listRefs(context.repository.gitDir, ref)).get(ref);
      if (sha === undefined) throw notFound();
      return { status: 200, body: await renderOne(context.urls, context.repository, [ref, sha]) };
    },
  ),

  repositoryRoute(
    'GET /repos/{owner}/{repo}/git/matching-refs/{ref...}',
    { operationId: 'git/list-matching-refs', permission: 'contents:read' },
    async ({ param, repository, urls }) => {
      const prefix = `refs/${param('ref')}`;
      const matching = [...(await listRefs(repository.gitDir))].filter(([ref]) => ref.startsWith(prefix));
      const refs = await typesOf(repository, matching);
      return { status: 200, body: refs.map((ref) => renderRef(urls, repository, ref)) };
    },
  ),

  repositoryRoute(
    'POST /repos/{owner}/{repo}/git/refs',
    { operationId: 'git/create-ref', permission: 'contents:write' },
    async (context) => {
      const { body, repository, credential } = context;
      const ref = stringField(body, 'ref');
      const after = stringField(body, 'sha');
      if (!/^refs\/[^/]+\/./.test(ref) || !(await isValidRefName(repository.gitDir, ref))) {
        throw new HttpProblem(422, 'Reference name must start with refs/ and be valid');
      }
      return withRepositoryLock(repository, async () => {
        if ((await readRef(repository.gitDir, ref)) !== null) throw new HttpProblem(422, 'Reference already exists');
        await requireObject(repository, ref, after);
        await changeRef(context, repository, { change: { ref, before: ZERO_SHA, after }, credential });
        const rendered = await renderOne(context.urls, repository, [ref, after]);
        return { status: 201, body: rendered, headers: { location: rendered.url } };
      });
    },
  ),

  repositoryRoute(
    'PATCH /repos/{owner}/{repo}/git/refs/{ref...}',
    { operationId: 'git/update-ref', permission: 'contents:write' },
    async (context) => {
      const { body, repository, credential } = context;
      const ref = `refs/${context.param('ref')}`;
      const after = stringField(body, 'sha');
      const force = optionalBoolean(body, 'force') ?? false;
      return withRepositoryLock(repository, async () => {
        const before = await requireRef(repository, ref);
        await requireObject(repository, ref, after);
        if (before !== after)
          await changeRef(context, repository, { change: { ref, before, after }, credential, force });
        return { status: 200, body: await renderOne(context.urls, repository, [ref, after]) };
      });
    },
  ),

  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/git/refs/{ref...}',
    { operationId: 'git/delete-ref', permission: 'contents:write' },
    async (context) => {
      const { repository, credential } = context;
      const ref = `refs/${context.param('ref')}`;
      return withRepositoryLock(repository, async () => {
        const before = await requireRef(repository, ref);
        await changeRef(context, repository, { change: { ref, before, after: ZERO_SHA }, credential });
        return { status: 204 };
      });
    },
  ),
];

async function requireRef(repository: RepositoryRecord, ref: string): Promise<string> {
  const sha = await readRef(repository.gitDir, ref);
  if (sha === null) throw new HttpProblem(422, 'Reference does not exist');
  return sha;
}

/** Branches point at commits; tags may point at anything. */
async function requireObject(repository: RepositoryRecord, ref: string, sha: string): Promise<void> {
  const [type] = /^[0-9a-f]{40}$/.test(sha) ? await objectTypes(repository.gitDir, [sha]) : [null];
  if (type === null || type === undefined) throw new HttpProblem(422, 'Object does not exist');
  if (ref.startsWith('refs/heads/') && type !== 'commit')
    throw new HttpProblem(422, 'Reference cannot be updated: not a commit');
}
