import { ActionError, type CommitSha, type PullRequest, type RepositoryContents } from '@gatehouse/core';
import {
  governedChanges,
  type ListedChange,
  type MergedTrees,
  policyMatcher,
  unlistedChanges,
} from '@gatehouse/governance';
import type { BaseRules } from './base-rules.ts';

type Contents = Pick<RepositoryContents, 'listFiles'>;
type Rules = Pick<BaseRules, 'draft'>;
type Merge = MergedTrees & { readonly listed: readonly ListedChange[] };

/**
 * Governed files that a merge changes and that no pull request brought as they are, compared by blob between the whole
 * trees. The heads are listed only where something governed changed.
 *
 * @throws ActionError when GitHub cuts a listing off: what was not seen is not known to be unchanged.
 */
export async function changedPastReview(
  contents: Contents,
  { draft }: Rules,
  merge: Merge,
): Promise<readonly string[]> {
  const changed = governedChanges(draft, merge);
  const bringing = merge.listed.filter(({ files }) => files.some((file) => changed.includes(file)));
  const heads = await treesOf(
    contents,
    bringing.map(({ headSha }) => headSha),
  );
  return unlistedChanges(changed, merge.after, { listed: merge.listed, heads });
}

/**
 * Refuses a merge that changed governed files past its pull request.
 *
 * @throws ActionError `refused`, reason `tree-changed`; also as {@link changedPastReview} does.
 */
export async function requireListed(contents: Contents, rules: Rules, merge: Merge): Promise<void> {
  const foreign = await changedPastReview(contents, rules, merge);
  if (foreign.length === 0) return;
  throw new ActionError(
    'refused',
    {
      where: 'The tree after the merge',
      found: `governed files that the pull request does not bring as they are: ${namedPaths(foreign)}`,
      allowed: 'of governed files, those that the pull request lists, as its head has them',
      remedy: 'Read what the merge made of them, then open a pull request from the tip of the default branch',
    },
    { reasonCode: 'tree-changed' },
  );
}

/** True when a merge changed a file that sets rules for any model, whatever its pull request says. */
export function setsRules({ draft }: Rules, trees: MergedTrees): boolean {
  const change = { policyFiles: draft.keyFiles, declarations: [] };
  const isRule = Object.values(draft.config.models).map((model) => policyMatcher(model, change));
  return governedChanges(draft, trees).some((file) => isRule.some((matches) => matches(file)));
}

/**
 * The trees before and after the merge of each pull request of one push.
 *
 * @param before the tip before the push.
 * @param pulls in the order of their merges.
 */
export async function treesOfMerges(
  contents: Contents,
  before: CommitSha,
  pulls: readonly PullRequest[],
): Promise<readonly (MergedTrees & { readonly pull: PullRequest })[]> {
  const merged = pulls.flatMap((pull) => (pull.mergeCommitSha === null ? [] : [{ pull, commit: pull.mergeCommitSha }]));
  const commits = [before, ...merged.map(({ commit }) => commit)];
  const trees = await treesOf(contents, commits);
  const treeOf = (commit: CommitSha): MergedTrees['after'] => {
    const tree = trees.get(commit);
    if (tree === undefined) throw new RangeError(`the tree of ${commit} was not read`);
    return tree;
  };
  return merged.map(({ pull, commit }, index) => ({
    pull,
    before: treeOf(commits[index] ?? before),
    after: treeOf(commit),
  }));
}

/** The first few of them in one line. */
export function namedPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, 10).join(', ');
  return paths.length > 10 ? `${shown} and ${paths.length - 10} more` : shown;
}

/** One after the other: each may be large. */
async function treesOf(
  contents: Contents,
  commits: readonly CommitSha[],
): Promise<ReadonlyMap<CommitSha, MergedTrees['after']>> {
  const trees = new Map<CommitSha, MergedTrees['after']>();
  for (const commit of new Set(commits)) trees.set(commit, await contents.listFiles(commit));
  return trees;
}
