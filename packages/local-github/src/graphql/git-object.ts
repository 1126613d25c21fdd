import { isUtf8 } from 'node:buffer';
import { parseTag, type Signature } from '../git/commit-data.ts';
import { readObject } from '../git/git.ts';
import { parseTreeObject, type TreeObjectEntry } from '../git/tree-object.ts';
import type { RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { seconds, withoutLastBreak } from '../render/commit.ts';
import { findUserByEmail } from '../state.ts';
import { userNode } from './account.ts';
import type { Graph, GraphNode } from './graph.ts';

/** GitHub gives no more of a file's text, and says so. */
const MAX_TEXT_BYTES = 512 * 1024;
/** As far as GitHub, like git, looks for a zero byte. */
const BINARY_LOOK_BYTES = 8000;

/** What every kind of git object has. */
export function gitObjectFields(graph: Graph, repository: RepositoryRecord, sha: string) {
  return {
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    repository: () => graph.repository(repository),
  };
}

/** A commit, tree, blob or tag, or `null` where the repository has no such object. */
export async function objectNode(graph: Graph, repository: RepositoryRecord, sha: string): Promise<GraphNode | null> {
  const object = await readObject(repository.gitDir, sha);
  if (object === null) return null;
  switch (object.type) {
    case 'commit':
      return graph.commit(repository, object.sha);
    case 'tree':
      return treeNode(graph, repository, { sha: object.sha, path: '', content: object.content });
    case 'blob':
      return blobNode(graph, repository, { sha: object.sha, content: object.content });
    case 'tag':
      return tagNode(graph, repository, { sha: object.sha, content: object.content });
  }
}

interface Stored {
  readonly sha: string;
  readonly content: Buffer;
}

function blobNode(graph: Graph, repository: RepositoryRecord, { sha, content }: Stored): GraphNode {
  const isBinary = content.subarray(0, BINARY_LOOK_BYTES).includes(0);
  return {
    __typename: 'Blob',
    ...gitObjectFields(graph, repository, sha),
    id: nodeId('Blob', `${repository.fullName}:${sha}`),
    byteSize: content.byteLength,
    isBinary,
    isTruncated: content.byteLength > MAX_TEXT_BYTES,
    text: () => (isBinary ? null : textOf(content)),
  };
}

/** What is not UTF-8 is read as another encoding, so that the text is not the file's bytes any more. */
function textOf(content: Buffer): string {
  const shown = content.subarray(0, MAX_TEXT_BYTES);
  return shown.toString(isUtf8(content) ? 'utf8' : 'latin1');
}

/** A tree; the paths of its entries begin with its own, as far as it is known. */
function treeNode(graph: Graph, repository: RepositoryRecord, tree: Stored & { readonly path: string }): GraphNode {
  return {
    __typename: 'Tree',
    ...gitObjectFields(graph, repository, tree.sha),
    id: nodeId('Tree', `${repository.fullName}:${tree.sha}`),
    entries: () =>
      parseTreeObject(tree.content).map((entry) =>
        treeEntryNode(graph, repository, { entry, path: tree.path === '' ? entry.name : `${tree.path}/${entry.name}` }),
      ),
  };
}

export function treeEntryNode(
  graph: Graph,
  repository: RepositoryRecord,
  { entry, path }: { readonly entry: TreeObjectEntry; readonly path: string },
): GraphNode {
  const read = () => readObject(repository.gitDir, entry.sha);
  return {
    __typename: 'TreeEntry',
    name: entry.name,
    path,
    mode: entry.mode,
    type: entry.type,
    oid: entry.sha,
    size: async () => (entry.type === 'blob' ? ((await read())?.content.byteLength ?? 0) : 0),
    // The commit of a submodule is in another repository.
    object: async () => {
      if (entry.type === 'commit') return null;
      if (entry.type === 'blob') return graph.object(repository, entry.sha);
      const tree = await read();
      return tree === null ? null : treeNode(graph, repository, { sha: entry.sha, content: tree.content, path });
    },
  };
}

function tagNode(graph: Graph, repository: RepositoryRecord, { sha, content }: Stored): GraphNode {
  const tag = parseTag(content.toString('utf8'));
  return {
    __typename: 'Tag',
    ...gitObjectFields(graph, repository, sha),
    id: nodeId('Tag', `${repository.fullName}:${sha}`),
    name: tag.tag,
    message: withoutLastBreak(tag.message),
    tagger: () => gitActorNode(graph, tag.tagger),
    target: () => graph.object(repository, tag.object),
  };
}

/** Who a commit says made it. GitHub names the account behind the address only where it is a person's. */
export function gitActorNode(graph: Graph, signature: Signature): GraphNode {
  return {
    __typename: 'GitActor',
    name: signature.name,
    email: signature.email,
    date: seconds(signature.date),
    user: () => {
      const user = findUserByEmail(graph.state, signature.email);
      return user?.type === 'User' ? userNode(graph, user) : null;
    },
  };
}
