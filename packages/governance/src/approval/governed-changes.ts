import { type CommitSha, type Config, candidateFileMatcher, type TreeFile } from '@gatehouse/core';
import { policyMatcher } from '../required-roles.ts';

/** Two trees of the default branch: before a merge and after it. */
export interface MergedTrees {
  readonly before: readonly TreeFile[];
  readonly after: readonly TreeFile[];
}

/** What one pull request said that it changes, and the tree of the head that was judged. */
export interface ListedChange {
  readonly headSha: CommitSha;
  readonly files: readonly string[];
}

/**
 * Files that differ between two trees and are governed: those that a candidate of any model is made from, and those that set
 * rules. A declaration of an emergency counts too, since whoever brings one lists it.
 */
export function governedChanges(
  { config, keyFiles }: { readonly config: Pick<Config, 'models'>; readonly keyFiles: readonly string[] },
  { before, after }: MergedTrees,
): readonly string[] {
  const [from, to] = [contentOf(before), contentOf(after)];
  const changed = [...new Set([...from.keys(), ...to.keys()])].filter((path) => from.get(path) !== to.get(path));
  const change = { policyFiles: keyFiles, declarations: [] };
  const governs = Object.values(config.models).flatMap((model) => [
    candidateFileMatcher(model),
    policyMatcher(model, change),
  ]);
  return changed.filter((path) => governs.some((matches) => matches(path))).toSorted();
}

/**
 * Those of the changed files that nobody approved as they are after the merge: no pull request lists the file, or the newest
 * that does has it otherwise at its head. Git merges from a common ancestor that it chooses, so what is merged need not be
 * what any of the pull requests showed.
 *
 * @param listed in the order of their merges.
 * @param heads the tree of each head in `listed`; one that is not there vouches for nothing.
 */
export function unlistedChanges(
  changed: readonly string[],
  after: readonly TreeFile[],
  { listed, heads }: { readonly listed: readonly ListedChange[]; readonly heads: HeadTrees },
): readonly string[] {
  const merged = contentOf(after);
  const contents = new Map([...heads].map(([sha, tree]) => [sha, contentOf(tree)] as const));
  return changed.filter((path) => {
    const last = listed.findLast(({ files }) => files.includes(path));
    const head = last === undefined ? undefined : contents.get(last.headSha);
    return head === undefined || head.get(path) !== merged.get(path);
  });
}

export type HeadTrees = ReadonlyMap<CommitSha, readonly TreeFile[]>;

/** Mode and blob by path: a file that becomes a link or executable is another one. */
function contentOf(tree: readonly TreeFile[]): ReadonlyMap<string, string> {
  return new Map(tree.map(({ path, blobSha, mode }) => [path, `${mode} ${blobSha}`]));
}
