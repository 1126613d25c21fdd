import { ActionError, type CommitSha, type TreeView, type Wanted } from '@gatehouse/core';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import type { FieldFailure, Variables } from './graphql/question.ts';
import { repositoryField } from './graphql/repository-field.ts';
import {
  type CommitAnswer,
  commitAnswer,
  isMissingPath,
  joinViews,
  selectTree,
  splitWanted,
  toTreeView,
} from './tree-view.ts';

const PERMISSION = 'contents: read';

/** The two ways to one repository: questions, and bytes that no question can give. */
export interface TreeSource {
  readonly client: GitHubClient;
  readonly graphql: Graphql;
}

/** Tip of a branch with what was wanted of it, all from the one commit. */
export interface TipView extends TreeView {
  readonly commit: CommitSha;
  readonly message: string;
}

const tipAnswer = z.object({ name: z.string().min(1), target: commitAnswer.extend({ message: z.string() }) });
const TIP = (selection: string): string => `name target { ... on Commit { oid message ${selection} } }`;

/** What a commit holds; a commit that is not there is an error. */
export async function readTreeAt(source: TreeSource, commit: CommitSha, wanted: Wanted): Promise<TreeView> {
  const parts = splitWanted(wanted).filter(({ files, folders }) => (files?.length ?? 0) + (folders?.length ?? 0) > 0);
  return joinViews(await Promise.all(parts.map(async (part) => readPartAt(source, commit, part))));
}

async function readPartAt({ client, graphql }: TreeSource, commit: CommitSha, wanted: Wanted): Promise<TreeView> {
  const { selection, variables } = selectTree(wanted);
  const answer = await graphql.ask({
    doing: `read files of the commit ${commit}`,
    permission: PERMISSION,
    ...repositoryField(client, `object(oid: $commit) { ... on Commit { oid ${selection} } }`, {
      commit: { type: 'GitObjectID!', value: commit },
      ...variables,
    }),
    answer: z.object({ object: commitAnswer.nullable() }),
    mayFail: isMissingPath,
  });
  if (answer.object === null) throw noSuchCommit(commit);
  return toTreeView(client, answer.object, wanted);
}

/** What the tip of the default branch holds. */
export async function readTreeOfDefaultBranch(
  source: TreeSource,
  wanted: Wanted,
): Promise<TipView & { readonly branch: string }> {
  const doing = 'read the tip of the default branch';
  const [first, ...rest] = splitWanted(wanted);
  const { selection, variables } = selectTree(first);
  const { defaultBranchRef: tip } = await source.graphql.ask({
    ...question(source, doing, { selection: `defaultBranchRef { ${TIP(selection)} }`, variables }),
    answer: z.object({ defaultBranchRef: tipAnswer.nullable() }),
  });
  if (tip === null) throw noCommits(doing);
  return { branch: tip.name, ...(await completed(source, tip.target, [first, ...rest])) };
}

/** What the tip of a branch holds, or `null` when the repository has branches, but not this one. */
export async function readTreeOfBranch(source: TreeSource, branch: string, wanted: Wanted): Promise<TipView | null> {
  const doing = `read the tip of branch "${branch}"`;
  const [first, ...rest] = splitWanted(wanted);
  const { selection, variables } = selectTree(first);
  const answer = await source.graphql.ask({
    ...question(source, doing, {
      selection: `defaultBranchRef { name } ref(qualifiedName: $ref) { ${TIP(selection)} }`,
      variables: { ref: { type: 'String!', value: `refs/heads/${branch}` }, ...variables },
    }),
    answer: z.object({ defaultBranchRef: z.object({ name: z.string() }).nullable(), ref: tipAnswer.nullable() }),
  });
  if (answer.ref !== null) return completed(source, answer.ref.target, [first, ...rest]);
  // A token that may not read sees no branch at all: only another branch shows that this one is missing.
  if (answer.defaultBranchRef === null) throw noCommits(doing);
  return null;
}

function question(
  { client }: TreeSource,
  doing: string,
  part: { readonly selection: string; readonly variables: Variables },
): {
  readonly doing: string;
  readonly permission: string;
  readonly field: string;
  readonly variables: Variables;
  readonly mayFail: (failure: FieldFailure) => boolean;
} {
  return {
    doing,
    permission: PERMISSION,
    ...repositoryField(client, part.selection, part.variables),
    mayFail: isMissingPath,
  };
}

async function completed(
  source: TreeSource,
  target: CommitAnswer & { readonly message: string },
  [first, ...rest]: readonly [Wanted, ...Wanted[]],
): Promise<TipView> {
  const views = await Promise.all([
    toTreeView(source.client, target, first),
    ...rest.map(async (wanted) => readTreeAt(source, target.oid, wanted)),
  ]);
  return { commit: target.oid, message: target.message, ...joinViews(views) };
}

function noSuchCommit(commit: CommitSha): ActionError {
  return new ActionError('permission', {
    where: `GitHub, to read files of the commit ${commit}`,
    found: 'It does not exist or the token cannot see it',
    allowed: `It must exist, and the token needs the permission "${PERMISSION}"`,
    remedy: `Check the SHA. If it exists: add "${PERMISSION}" under "permissions:" of the job`,
  });
}

function noCommits(doing: string): ActionError {
  return new ActionError('permission', {
    where: `GitHub, to ${doing}`,
    found: 'The repository has no default branch, or the token cannot see it',
    allowed: `A repository with a commit, and a token with the permission "${PERMISSION}"`,
    remedy: `Push a first commit. If there is one: add "${PERMISSION}" under "permissions:" of the job`,
  });
}
