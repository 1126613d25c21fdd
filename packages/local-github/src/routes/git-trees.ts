import type { RepositoryContext } from '../context.ts';
import { readObject, readRef, resolveCommit, writeObject } from '../git/git.ts';
import { listTree, type TreeChange, writeTree } from '../git/git-tree.ts';
import { type JsonObject, optionalChoice, optionalObjects, optionalString, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { repositoryApi } from '../render/repository.ts';

const MODES = ['100644', '100755', '040000', '160000', '120000'] as const;

export const gitTreeRoutes: readonly Route[] = [
  repositoryRoute(
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    { operationId: 'git/get-tree', permission: 'contents:read' },
    async (context) => {
      const name = context.param('tree_sha');
      const { gitDir } = context.repository;
      const isSha = /^[0-9a-f]{40}$/.test(name);
      const sha = await readRef(gitDir, `${isSha ? name : ((await resolveCommit(gitDir, name)) ?? '-')}^{tree}`);
      if (sha === null) throw notFound();
      return { status: 200, body: await renderTree(context, sha, context.query.has('recursive')) };
    },
  ),

  repositoryRoute(
    'POST /repos/{owner}/{repo}/git/trees',
    { operationId: 'git/create-tree', permission: 'contents:write' },
    async (context) => {
      const { body, repository } = context;
      const base = optionalString(body, 'base_tree');
      const entries = optionalObjects(body, 'tree');
      if (entries === null || entries.length === 0) throw new HttpProblem(422, 'Invalid tree info');
      const baseTree = base === null ? null : await readRef(repository.gitDir, `${base}^{tree}`);
      if (base !== null && baseTree === null) throw new HttpProblem(422, 'base_tree is not a valid tree oid');
      const changes: TreeChange[] = [];
      for (const entry of entries) changes.push(await changeOf(context, entry));
      const sha = await writeTree(repository.gitDir, baseTree, changes);
      return { status: 201, body: await renderTree(context, sha, false) };
    },
  ),
];

async function changeOf({ repository }: RepositoryContext, entry: JsonObject): Promise<TreeChange> {
  const path = stringField(entry, 'path');
  const mode = optionalChoice(entry, 'mode', MODES) ?? '100644';
  const content = optionalString(entry, 'content');
  const sha = optionalString(entry, 'sha');
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git')) {
    throw new HttpProblem(422, `tree.path contains a malformed path component: ${path}`);
  }
  if (content !== null && sha === null)
    return { path, mode, sha: await writeObject(repository.gitDir, 'blob', content) };
  if (sha === null) {
    if (entry['sha'] === null) return { path, mode, sha: null };
    throw new HttpProblem(422, 'Must supply either tree.sha or tree.content');
  }
  if (mode !== '160000' && (await readObject(repository.gitDir, sha)) === null)
    throw new HttpProblem(422, `tree.sha ${sha} does not exist`);
  return { path, mode, sha };
}

async function renderTree({ repository, urls }: RepositoryContext, sha: string, recursive: boolean) {
  const api = `${repositoryApi(urls, repository)}/git`;
  const listing = await listTree(repository.gitDir, sha, { recursive });
  if (listing === null) throw notFound();
  const tree = listing.entries.map(({ path, mode, type, sha: object, size }) => ({
    path,
    mode,
    type,
    sha: object,
    ...(size === null ? {} : { size }),
    ...(type === 'commit' ? {} : { url: `${api}/${type}s/${object}` }),
  }));
  return { sha, url: `${api}/trees/${sha}`, tree, truncated: listing.truncated };
}
