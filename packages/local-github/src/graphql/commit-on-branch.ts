import { actorOf, canSee } from '../access/access.ts';
import { readRef, writeObject } from '../git/git.ts';
import { writeCommit } from '../git/git-merge.ts';
import { type TreeChange, writeTree } from '../git/git-tree.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { gitHubSignature, signatureOf } from '../git/signature-of.ts';
import { findTreeEntry } from '../git/tree-object.ts';
import { type JsonObject, optionalObject, optionalObjects, optionalString, stringField } from '../http/body.ts';
import { changeRef } from '../pushes/ref-changes.ts';
import type { RepositoryRecord } from '../records.ts';
import { findRepository } from '../state.ts';
import { isPlainRefName } from './expression.ts';
import { type Graph, type GraphNode, requirePermission } from './graph.ts';
import { GraphProblem } from './graph-problem.ts';

interface Target {
  readonly repository: RepositoryRecord;
  readonly ref: string;
}

/**
 * `createCommitOnBranch`: one commit on top of a branch that is still where the caller saw it, under the same rules as a
 * push. Its author is whoever asks and its committer GitHub, as of commits made on the web.
 */
export async function createCommitOnBranch(graph: Graph, args: JsonObject): Promise<GraphNode> {
  const input = optionalObject(args, 'input') ?? {};
  const target = targetOf(graph, optionalObject(input, 'branch') ?? {});
  const { repository, ref } = target;
  requirePermission(graph, repository, { permission: 'contents:write' });
  const after = await withRepositoryLock(repository, () => commit(graph, target, input));
  return {
    __typename: 'CreateCommitOnBranchPayload',
    clientMutationId: optionalString(input, 'clientMutationId'),
    commit: () => graph.commit(repository, after),
    ref: () => graph.ref(repository, ref, after),
  };
}

/** The branch, by its repository and name, with or without `refs/heads/`, or by its id. */
function targetOf({ state, credential }: Graph, branch: JsonObject): Target {
  const id = optionalString(branch, 'id');
  const [, fullName = '', ref = ''] =
    id === null
      ? ['', optionalString(branch, 'repositoryNameWithOwner') ?? '', optionalString(branch, 'branchName') ?? '']
      : (/^Ref:([^:]+):(.+)$/.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? []);
  const repository = findRepository(state, fullName);
  if (repository === null || !canSee(state, credential, repository)) {
    throw new GraphProblem('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`);
  }
  return { repository, ref: ref.startsWith('refs/heads/') ? ref : `refs/heads/${ref}` };
}

async function commit(graph: Graph, { repository, ref }: Target, input: JsonObject): Promise<string> {
  const { gitDir } = repository;
  const before = isPlainRefName(ref) ? await readRef(gitDir, ref) : null;
  if (before === null) {
    throw new GraphProblem(
      'NOT_FOUND',
      `Could not resolve to a Ref with the name '${ref.slice('refs/heads/'.length)}'.`,
    );
  }
  const expected = stringField(input, 'expectedHeadOid');
  if (before !== expected) {
    throw new GraphProblem(
      'STALE_DATA',
      `Expected branch to point to "${expected}" but it did not. Pull and try again.`,
    );
  }
  const now = graph.state.now();
  const after = await writeCommit(gitDir, {
    tree: await treeAfter(gitDir, before, optionalObject(input, 'fileChanges') ?? {}),
    parents: [before],
    message: messageOf(optionalObject(input, 'message') ?? {}),
    author: signatureOf(actorOf(graph.credential), now),
    committer: gitHubSignature(now),
  });
  await changeRef(graph, repository, { change: { ref, before, after }, credential: graph.credential });
  return after;
}

function messageOf(message: JsonObject): string {
  const [headline, body] = [stringField(message, 'headline'), optionalString(message, 'body') ?? ''];
  return body === '' ? headline : `${headline}\n\n${body}`;
}

async function treeAfter(gitDir: string, before: string, fileChanges: JsonObject): Promise<string> {
  const additions = optionalObjects(fileChanges, 'additions') ?? [];
  const deletions = optionalObjects(fileChanges, 'deletions') ?? [];
  const paths = [...additions, ...deletions].map((change) => stringField(change, 'path'));
  for (const [index, path] of paths.entries()) {
    if (!isFilePath(path)) throw unprocessable(`A path was requested which is not valid: '${path}'`);
    if (paths.indexOf(path) < index) throw unprocessable(`A path was requested more than once: '${path}'`);
  }
  const added = additions.map((addition) => add(gitDir, before, addition));
  const removed = deletions.map((deletion) => remove(gitDir, before, deletion));
  return writeTree(gitDir, before, await Promise.all([...added, ...removed]));
}

/** A new file is a plain one; one that is there keeps its mode. */
async function add(gitDir: string, before: string, addition: JsonObject): Promise<TreeChange> {
  const path = stringField(addition, 'path');
  const existing = await findTreeEntry(gitDir, before, path);
  const bytes = Buffer.from(stringField(addition, 'contents'), 'base64');
  const mode = existing?.type === 'blob' ? existing.mode.toString(8) : '100644';
  return { path, mode, sha: await writeObject(gitDir, 'blob', bytes) };
}

async function remove(gitDir: string, before: string, deletion: JsonObject): Promise<TreeChange> {
  const path = stringField(deletion, 'path');
  const existing = await findTreeEntry(gitDir, before, path);
  if (existing?.type !== 'blob') {
    throw unprocessable(`A path was requested for deletion which does not exist as of commit oid \`${before}\``);
  }
  return { path, mode: '100644', sha: null };
}

function isFilePath(path: string): boolean {
  const names = path.split('/');
  return names.every((name) => name !== '' && name !== '.' && name !== '..' && name.toLowerCase() !== '.git');
}

function unprocessable(message: string): GraphProblem {
  return new GraphProblem('UNPROCESSABLE', message);
}
