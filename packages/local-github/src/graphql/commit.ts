import { type CommitData, readCommit, type Signature } from '../git/commit-data.ts';
import { git, isAncestor, readRef } from '../git/git.ts';
import { findTreeEntry } from '../git/tree-object.ts';
import { type JsonObject, optionalString, stringField } from '../http/body.ts';
import { pullCommits } from '../pulls/pull-counts.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { seconds, withoutLastBreak } from '../render/commit.ts';
import { repositoryPage } from '../render/repository.ts';
import { connect } from './connection.ts';
import { gitActorNode, gitObjectFields, treeEntryNode } from './git-object.ts';
import { type Graph, type GraphNode, requirePermission } from './graph.ts';

export function commitNode(graph: Graph, repository: RepositoryRecord, sha: string): GraphNode {
  let reading: Promise<CommitData> | null = null;
  const data = (): Promise<CommitData> => {
    reading ??= readCommit(repository.gitDir, sha);
    return reading;
  };
  return {
    __typename: 'Commit',
    ...gitObjectFields(graph, repository, sha),
    ...messageFields(async () => withoutLastBreak((await data()).message)),
    ...relatives(graph, { repository, sha, data }),
    id: nodeId('Commit', `${repository.fullName}:${sha}`),
    url: `${repositoryPage(graph.urls, repository)}/commit/${sha}`,
    author: async () => gitActorNode(graph, (await data()).author),
    authoredDate: async () => seconds((await data()).author.date),
    committer: async () => gitActorNode(graph, (await data()).committer),
    committedDate: async () => seconds((await data()).committer.date),
    authors: async (args: JsonObject) => {
      const { author, message } = await data();
      return connect(args, { items: authorsOf(author, message), node: (one) => gitActorNode(graph, one) });
    },
    tree: async () => {
      requirePermission(graph, repository, { permission: 'contents:read' });
      return graph.object(repository, (await data()).tree);
    },
    file: async (args: JsonObject) => {
      requirePermission(graph, repository, { permission: 'contents:read' });
      const path = stringField(args, 'path');
      const entry = await findTreeEntry(repository.gitDir, sha, path);
      return entry === null ? null : treeEntryNode(graph, repository, { entry, path });
    },
  };
}

/** As GitHub divides a message: its first line, and what follows. */
function messageFields(message: () => Promise<string>) {
  return {
    message,
    messageHeadline: async () => (await message()).split('\n', 1)[0] ?? '',
    messageBody: async () => (await message()).replace(/^.*\n*/, ''),
  };
}

interface OneCommit {
  readonly repository: RepositoryRecord;
  readonly sha: string;
  data(): Promise<CommitData>;
}

/** Other commits, pull requests and checks. */
function relatives(graph: Graph, { repository, sha, data }: OneCommit) {
  const commits = (args: JsonObject, shas: readonly string[]) =>
    connect(args, { items: shas, node: (one) => graph.commit(repository, one) });
  return {
    parents: async (args: JsonObject) => commits(args, (await data()).parents),
    history: async (args: JsonObject) => {
      requirePermission(graph, repository, { permission: 'contents:read' });
      return commits(args, await historyOf(repository, sha, optionalString(args, 'path')));
    },
    associatedPullRequests: async (args: JsonObject) => {
      requirePermission(graph, repository, { permission: 'pull-requests:read' });
      return connect(args, {
        items: await pullsOfCommit(repository, sha),
        node: (pull) => graph.pull(repository, pull),
      });
    },
    checkSuites: (args: JsonObject) => {
      requirePermission(graph, repository, { permission: 'checks:read' });
      return graph.suites(repository, sha, args);
    },
  };
}

async function historyOf({ gitDir }: RepositoryRecord, sha: string, path: string | null): Promise<readonly string[]> {
  const args = ['rev-list', sha, ...(path === null ? [] : ['--', path])];
  const text = (await git(gitDir, args, { env: { GIT_LITERAL_PATHSPECS: '1' } })).toString('utf8').trim();
  return text === '' ? [] : text.split('\n');
}

/**
 * The merged pull requests that brought a commit, and, while the default branch does not have it, the open ones that
 * hold it.
 */
async function pullsOfCommit(repository: RepositoryRecord, sha: string): Promise<readonly PullRecord[]> {
  const tip = await readRef(repository.gitDir, `refs/heads/${repository.defaultBranch}`);
  const onDefault = tip !== null && (await isAncestor(repository.gitDir, sha, tip));
  const matching: PullRecord[] = [];
  for (const pull of repository.pulls) {
    if (pull.merged ? false : pull.state === 'closed' || onDefault) continue;
    const own = pull.headSha === sha || (pull.merged && pull.mergeCommitSha === sha);
    if (own || (await pullCommits(repository, pull)).includes(sha)) matching.push(pull);
  }
  return matching;
}

/** The author, then whom the trailers at the end of the message name, each address once. */
function authorsOf(author: Signature, message: string): readonly Signature[] {
  const lastParagraph =
    withoutLastBreak(message)
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const named = [...lastParagraph.matchAll(/^co-authored-by:[ \t]*(.*?)[ \t]*<([^<>\n]+)>[ \t]*$/gim)];
  const all = [author, ...named.map(([, name = '', email = '']) => ({ name, email, date: author.date }))];
  const addresses = all.map(({ email }) => email.toLowerCase());
  return all.filter((_, index) => addresses.indexOf(addresses[index] ?? '') === index);
}
