import type { CommitSha, RepositoryContents, TreeFile, TreeView } from '@gatehouse/core';
import { draftPolicy, POLICY_WANTED, type PolicyDraft } from '@gatehouse/governance';

/** The rules that judge, as one commit of the default branch holds them; its key files are still to be read. */
export interface BaseRules {
  readonly branch: string;
  readonly commit: CommitSha;
  readonly view: TreeView;
  readonly draft: PolicyDraft;
  /** Every file of the commit, asked for beside whatever comes next; what goes wrong is heard where it is awaited. */
  readonly tree: Promise<readonly TreeFile[]>;
}

type Contents = Pick<RepositoryContents, 'readAt' | 'readTip' | 'listFiles'>;

/**
 * Reads the rules at the tip of the default branch, in one request.
 *
 * @throws ActionError `refused`, reason `no-policy`; ConfigError for every fault of their files.
 */
export async function readBaseRules(contents: Pick<Contents, 'readTip' | 'listFiles'>): Promise<BaseRules> {
  const { branch, commit, ...view } = await contents.readTip(POLICY_WANTED);
  return { branch, commit, view, draft: draftPolicy(view, commit), tree: treeOf(contents, commit) };
}

/** Reads the rules as they were at a commit of the default branch; throws as {@link readBaseRules} does. */
export async function readRulesAt(
  contents: Pick<Contents, 'readAt' | 'listFiles'>,
  at: { readonly branch: string; readonly commit: CommitSha },
): Promise<BaseRules> {
  const view = await contents.readAt(at.commit, POLICY_WANTED);
  return { ...at, view, draft: draftPolicy(view, at.commit), tree: treeOf(contents, at.commit) };
}

function treeOf(contents: Pick<Contents, 'listFiles'>, commit: CommitSha): BaseRules['tree'] {
  const tree = contents.listFiles(commit);
  tree.catch(() => undefined);
  return tree;
}
