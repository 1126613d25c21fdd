import { objectTypes } from '../git/git.ts';
import type { FileStatus } from '../git/git-diff.ts';
import { type JsonObject, optionalObject, optionalString, optionalStrings } from '../http/body.ts';
import { pullCommits, pullFiles } from '../pulls/pull-counts.ts';
import type { PullRecord, RepositoryRecord, ReviewRecord } from '../records.ts';
import { nodeId } from '../render/account.ts';
import { maybeSeconds } from '../render/check-run.ts';
import { seconds } from '../render/commit.ts';
import { repositoryPage } from '../render/repository.ts';
import { findRepository } from '../state.ts';
import { baseChangesOf } from './base-changes.ts';
import { connect } from './connection.ts';
import type { Connection, Graph, GraphNode } from './graph.ts';

/** GitHub lists no more of a pull request, by whatever API. */
const MAX_FILES = 3000;
const MAX_COMMITS = 250;

const CHANGE_TYPES: Readonly<Record<FileStatus, string>> = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
  copied: 'COPIED',
  changed: 'CHANGED',
};

export function pullNode(graph: Graph, repository: RepositoryRecord, pull: PullRecord): GraphNode {
  const head = findRepository(graph.state, pull.headRepository);
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url: pullPage(graph, repository, pull),
    author: () => graph.actor(pull.author),
    isDraft: pull.draft,
    isCrossRepository: pull.headRepository !== repository.fullName,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRepository: () => (head === null ? null : graph.repository(head)),
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    baseRepository: () => graph.repository(repository),
    repository: () => graph.repository(repository),
    createdAt: seconds(pull.createdAt),
    updatedAt: seconds(pull.updatedAt),
    ...mergeFields(graph, repository, pull),
    ...contentFields(graph, repository, pull),
  };
}

function mergeFields(graph: Graph, repository: RepositoryRecord, pull: PullRecord) {
  const commit = (sha: string | null) => (sha === null ? null : graph.commit(repository, sha));
  const open = pull.state === 'open';
  return {
    state: stateOf(pull),
    closed: !open,
    closedAt: maybeSeconds(pull.closedAt),
    merged: pull.merged,
    mergedAt: maybeSeconds(pull.mergedAt),
    mergedBy: () => (pull.mergedBy === null ? null : graph.actor(pull.mergedBy)),
    mergeable: pull.mergeable === null || !open ? 'UNKNOWN' : pull.mergeable ? 'MERGEABLE' : 'CONFLICTING',
    // The REST API gives both as one field; here they are two.
    mergeCommit: () => commit(pull.merged ? pull.mergeCommitSha : null),
    potentialMergeCommit: () => commit(open ? pull.mergeCommitSha : null),
    isInMergeQueue: () => graph.mergeQueueEntry(repository, pull) !== null,
    mergeQueueEntry: () => graph.mergeQueueEntry(repository, pull),
  };
}

function contentFields(graph: Graph, repository: RepositoryRecord, pull: PullRecord) {
  return {
    changedFiles: async () => (await pullFiles(repository, pull)).length,
    commits: async (args: JsonObject) =>
      connect(args, {
        items: (await pullCommits(repository, pull)).slice(0, MAX_COMMITS),
        node: (sha) => ({
          __typename: 'PullRequestCommit',
          id: nodeId('PullRequestCommit', `${pull.id}:${sha}`),
          commit: () => graph.commit(repository, sha),
          pullRequest: () => graph.pull(repository, pull),
        }),
      }),
    files: async (args: JsonObject) =>
      connect(args, {
        items: (await pullFiles(repository, pull)).slice(0, MAX_FILES),
        node: ({ path, status, additions, deletions }) => ({
          __typename: 'PullRequestChangedFile',
          path,
          changeType: CHANGE_TYPES[status],
          additions,
          deletions,
        }),
      }),
    reviews: (args: JsonObject) => reviewsOf(graph, repository, { pull, args }),
    timelineItems: (args: JsonObject) => baseChangesOf(graph, repository, { pull, args }),
  };
}

function reviewsOf(
  graph: Graph,
  repository: RepositoryRecord,
  { pull, args }: { readonly pull: PullRecord; readonly args: JsonObject },
): Connection {
  const { credential } = graph;
  const states = optionalStrings(args, 'states');
  const author = optionalString(args, 'author')?.toLowerCase() ?? null;
  // A review that is not submitted yet is its author's alone.
  const visible = pull.reviews.filter(
    (review) =>
      (review.state !== 'PENDING' || (credential.kind === 'user' && credential.user.id === review.user.id)) &&
      (states === null || states.includes(review.state)) &&
      (author === null || review.user.login.toLowerCase() === author),
  );
  return connect(args, { items: visible, node: (review) => reviewNode(graph, repository, { pull, review }) });
}

function reviewNode(
  graph: Graph,
  repository: RepositoryRecord,
  { pull, review }: { readonly pull: PullRecord; readonly review: ReviewRecord },
): GraphNode {
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    state: review.state,
    body: review.body,
    url: `${pullPage(graph, repository, pull)}#pullrequestreview-${review.id}`,
    author: () => graph.actor(review.user),
    submittedAt: maybeSeconds(review.submittedAt),
    pullRequest: () => graph.pull(repository, pull),
    commit: async () => {
      const sha = review.commitId;
      const [type] = sha === null ? [] : await objectTypes(repository.gitDir, [sha]);
      return sha !== null && type === 'commit' ? graph.commit(repository, sha) : null;
    },
  };
}

/** `pullRequests`: oldest first, unless it is told otherwise. */
export function pullsConnection(graph: Graph, repository: RepositoryRecord, args: JsonObject): Connection {
  const states = optionalStrings(args, 'states');
  const [base, head] = [optionalString(args, 'baseRefName'), optionalString(args, 'headRefName')];
  const matching = repository.pulls.filter(
    (pull) =>
      (states === null || states.includes(stateOf(pull))) &&
      (base === null || pull.baseRef === base) &&
      (head === null || pull.headRef === head),
  );
  const order = optionalObject(args, 'orderBy') ?? {};
  const key = (pull: PullRecord): number =>
    order['field'] === 'UPDATED_AT' ? pull.updatedAt.getTime() : order['field'] === 'COMMENTS' ? 0 : pull.number;
  const sorted = matching.toSorted((left, right) => key(left) - key(right));
  return connect(args, {
    items: order['direction'] === 'DESC' ? sorted.toReversed() : sorted,
    node: (pull) => graph.pull(repository, pull),
  });
}

function stateOf(pull: PullRecord): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.merged) return 'MERGED';
  return pull.state === 'open' ? 'OPEN' : 'CLOSED';
}

function pullPage({ urls }: Graph, repository: RepositoryRecord, pull: PullRecord): string {
  return `${repositoryPage(urls, repository)}/pull/${pull.number}`;
}
