import {
  type BranchPulls,
  baseDoubtOf,
  type CommitSha,
  ConfigError,
  candidateKey,
  type Digest,
  type RepositoryContents,
  type TreeFile,
  type WorkflowRun,
} from '@gatehouse/core';

/** What a candidate key is made with. */
export type KeyedModel = Parameters<typeof candidateKey>[1];

/** Files with which a folder becomes an action that workflows can use. */
const ACTION_FILES: readonly string[] = ['action.yml', 'action.yaml'];

export interface Making {
  /** Path of the configuration in the repository. */
  readonly configPath: string;
  /** The model as each configuration that matters describes it: by every one the keys must be equal. */
  readonly models: readonly { readonly config: KeyedModel; readonly key?: Digest }[];
}

/**
 * True when the candidate of an earlier run may stand for the own run's: a run of the same workflow file and branch, that
 * nothing but the own pull request, on the base that it has now, can have started.
 *
 * @param branch pull requests of the own run's branch
 */
export function isPredecessor(
  earlier: WorkflowRun,
  own: WorkflowRun,
  { branch, pullRequest }: { readonly branch: BranchPulls; readonly pullRequest: number },
): boolean {
  const sameSource = earlier.headBranch === own.headBranch && earlier.fromFork === own.fromFork;
  const sameStart = earlier.path === own.path && earlier.event === own.event;
  return sameSource && sameStart && earlier.headBranch !== null && baseDoubtOf(earlier, branch, pullRequest) === null;
}

/**
 * True when two heads make a candidate alike: with the same workflows, actions and configuration, and the same key by each
 * of the configurations. Read from GitHub, whatever a run says of itself.
 */
export async function isMadeAlike(
  contents: Pick<RepositoryContents, 'listFiles'>,
  heads: { readonly earlier: CommitSha; readonly own: CommitSha },
  { configPath, models }: Making,
): Promise<boolean> {
  if (heads.earlier === heads.own) return true;
  const [before, now] = await Promise.all([contents.listFiles(heads.earlier), contents.listFiles(heads.own)]);
  const isRule = ruleMatcher([...before, ...now], configPath);
  const rulesOf = (tree: readonly TreeFile[]): string =>
    tree
      .filter(({ path }) => isRule(path))
      .map(({ path, blobSha, mode }) => `${mode} ${blobSha} ${path}`)
      .toSorted()
      .join('\n');
  return rulesOf(before) === rulesOf(now) && models.every((model) => haveOneKey({ before, now }, model));
}

/** Workflows, whatever lies below an action of the repository, and the configuration. */
function ruleMatcher(files: readonly TreeFile[], configPath: string): (path: string) => boolean {
  const folders = new Set(['.github/']);
  for (const { path } of files) {
    const start = path.lastIndexOf('/') + 1;
    if (ACTION_FILES.includes(path.slice(start))) folders.add(path.slice(0, start));
  }
  return (path) => path === configPath || [...folders].some((folder) => path.startsWith(folder));
}

function haveOneKey(
  { before, now }: { readonly before: readonly TreeFile[]; readonly now: readonly TreeFile[] },
  { config, key: expected }: Making['models'][number],
): boolean {
  const key = keyOf(before, config);
  return key !== null && key === keyOf(now, config) && (expected === undefined || expected === key);
}

/** `null` for a tree without any file of the model. */
function keyOf(tree: readonly TreeFile[], model: KeyedModel): Digest | null {
  try {
    return candidateKey(tree, model);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
