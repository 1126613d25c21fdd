import { actorOf, holds } from '../access/access.ts';
import type { Reply, RepositoryContext } from '../context.ts';
import { readCommit, type Signature } from '../git/commit-data.ts';
import { readObject, readRef, resolveCommit, writeObject, ZERO_SHA } from '../git/git.ts';
import { writeCommit } from '../git/git-merge.ts';
import { listTree, type TreeChange, type TreeEntry, writeTree } from '../git/git-tree.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { signatureOf } from '../git/signature-of.ts';
import { type JsonObject, optionalObject, optionalString, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import { changeRef } from '../pushes/ref-changes.ts';
import { renderGitCommit } from '../render/commit.ts';
import { renderContentEntry, renderContentFile } from '../render/content.ts';

const READ = { operationId: 'repos/get-content', permission: 'contents:read' } as const;

export const contentRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/contents/{path...}', READ, (context) =>
    getContent(context, pathOf(context)),
  ),
  // Octokit drops the slash before an empty path.
  repositoryRoute('GET /repos/{owner}/{repo}/contents', READ, (context) => getContent(context, '')),
  repositoryRoute(
    'PUT /repos/{owner}/{repo}/contents/{path...}',
    { operationId: 'repos/create-or-update-file-contents', permission: 'contents:write' },
    (context) => {
      const bytes = Buffer.from(stringField(context.body, 'content'), 'base64');
      return commitFile(context, bytes);
    },
  ),
  repositoryRoute(
    'DELETE /repos/{owner}/{repo}/contents/{path...}',
    { operationId: 'repos/delete-file', permission: 'contents:write' },
    (context) => commitFile(context, null),
  ),
];

async function getContent(context: RepositoryContext, path: string): Promise<Reply> {
  const { repository, urls, query, request } = context;
  const ref = query.get('ref') ?? repository.defaultBranch;
  const commit = await resolveCommit(repository.gitDir, ref);
  if (commit === null) throw new HttpProblem(404, `No commit found for the ref ${ref}`);
  const entry = await findEntry(repository.gitDir, commit, path);
  if (entry === null) throw notFound();
  if (entry.type === 'tree') {
    const listing = await listTree(repository.gitDir, entry.sha, { recursive: false });
    const entries = (listing?.entries ?? []).map((child) => ({
      ...child,
      path: path === '' ? child.path : `${path}/${child.path}`,
    }));
    return { status: 200, body: entries.map((child) => renderContentEntry(urls, repository, { entry: child, ref })) };
  }
  const bytes = (await readObject(repository.gitDir, entry.sha))?.content ?? Buffer.alloc(0);
  if (/application\/vnd\.github(\.v3)?\.raw/.test(request.headers.accept ?? '')) {
    return { status: 200, bytes, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
  }
  return { status: 200, body: renderContentFile(urls, repository, { entry, ref, bytes }) };
}

function pathOf(context: RepositoryContext): string {
  return context.param('path').replace(/^\/+|\/+$/g, '');
}

async function findEntry(gitDir: string, commit: string, path: string): Promise<TreeEntry | null> {
  if (path === '') {
    const sha = await readRef(gitDir, `${commit}^{tree}`);
    return sha === null ? null : { path, sha, mode: '040000', type: 'tree', size: null };
  }
  // Without a trailing slash git lists the path itself, not what is below it.
  const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const listing = await listTree(gitDir, `${commit}:${parent}`, { recursive: false });
  const found = listing?.entries.find((entry) => entry.path === path.slice(parent === '' ? 0 : parent.length + 1));
  return found === undefined ? null : { ...found, path };
}

/** Creates, changes or (without bytes) deletes one file by one commit on a branch. */
function commitFile(context: RepositoryContext, bytes: Buffer | null): Promise<Reply> {
  const { repository, credential, body } = context;
  const path = pathOf(context);
  const message = stringField(body, 'message');
  refuseWorkflow(context, path);
  const branch = optionalString(body, 'branch') ?? repository.defaultBranch;
  const ref = `refs/heads/${branch}`;
  return withRepositoryLock(repository, async () => {
    const head = await readRef(repository.gitDir, ref);
    // Only the default branch of an empty repository may come into being this way.
    if (head === null && branch !== repository.defaultBranch) throw new HttpProblem(404, `Branch ${branch} not found`);
    const existing = head === null ? null : await findEntry(repository.gitDir, head, path);
    requireSameFile(existing, { path, sha: optionalString(body, 'sha'), deletes: bytes === null });
    const blob = bytes === null ? null : await writeObject(repository.gitDir, 'blob', bytes);
    const change: TreeChange = { path, mode: existing?.mode ?? '100644', sha: blob };
    const author =
      signatureFrom(context, 'author') ??
      signatureFrom(context, 'committer') ??
      signatureOf(actorOf(credential), context.state.now());
    const committer = signatureFrom(context, 'committer') ?? author;
    const tree = await writeTree(repository.gitDir, head, [change]);
    const after = await writeCommit(repository.gitDir, {
      tree,
      parents: head === null ? [] : [head],
      message,
      author,
      committer,
    });
    await changeRef(context, repository, { change: { ref, before: head ?? ZERO_SHA, after }, credential });
    const commit = renderGitCommit(context, repository, await readCommit(repository.gitDir, after));
    if (blob === null || bytes === null) return { status: 200, body: { content: null, commit } };
    const entry = { path, sha: blob, mode: change.mode, type: 'blob', size: bytes.byteLength } as const;
    const content = renderContentEntry(context.urls, repository, { entry, ref: branch });
    return { status: existing === null ? 201 : 200, body: { content, commit } };
  });
}

function requireSameFile(
  existing: TreeEntry | null,
  wanted: { readonly path: string; readonly sha: string | null; readonly deletes: boolean },
): void {
  if (wanted.deletes && existing === null) throw notFound();
  if (existing === null) return;
  if (existing.type !== 'blob') throw new HttpProblem(422, `${wanted.path} is a directory`);
  if (wanted.sha === null) throw new HttpProblem(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (wanted.sha !== existing.sha) throw new HttpProblem(409, `${wanted.path} does not match ${wanted.sha}`);
}

function refuseWorkflow({ credential }: RepositoryContext, path: string): void {
  if (!path.startsWith('.github/workflows/') || credential.kind === 'user') return;
  if (credential.kind === 'app' && holds(credential.permissions, 'workflows:write')) return;
  throw new HttpProblem(403, 'Resource not accessible by integration');
}

function signatureFrom({ body, state }: RepositoryContext, field: string): Signature | null {
  const given: JsonObject | null = optionalObject(body, field);
  if (given === null) return null;
  const date = optionalString(given, 'date');
  return {
    name: stringField(given, 'name'),
    email: stringField(given, 'email'),
    date: date === null ? state.now() : new Date(date),
  };
}
