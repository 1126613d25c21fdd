import {
  ActionError,
  type CommitSha,
  ConfigError,
  candidateKey,
  type Digest,
  hexOf,
  type ModelConfig,
  type RepositoryContents,
  type TreeFile,
  type WorkflowRun,
  type WorkflowRuns,
} from '@gatehouse/core';
import { type Candidate, findCandidate, readCandidate } from './candidate.ts';

/** Earlier runs to look at, newest first; candidates of one key are equal for whoever wants to reuse one. */
const MAX_RUNS = 5;

export interface ReusePorts {
  readonly runs: WorkflowRuns;
  readonly contents: Pick<RepositoryContents, 'listFiles'>;
}

export interface ReuseRequest {
  readonly model: string;
  readonly candidateKey: Digest;
  /** What the key was made with. */
  readonly modelConfig: Pick<ModelConfig, 'paths' | 'train' | 'data' | 'evaluate'>;
  /** Path of the configuration in the repository. */
  readonly configPath: string;
  /** The run that asks. */
  readonly runId: number;
  /** Since when the pull request exists: what was trained before it belongs to another one. */
  readonly since: Date;
}

/**
 * Name of the artifact by which later runs find a candidate without downloading it. It says what the training run claims
 * its candidate was made from.
 */
export function candidateKeyArtifactName(model: string, candidateKey: Digest): string {
  return `candidate-key-${model}-${hexOf(candidateKey)}`;
}

/**
 * The candidate of an earlier run of the same workflow, for the same branch and in the time of the same pull request, that
 * was made from the same files, configuration and data. Its bytes are hashed; that they are what training would give is not
 * known. A wrong one is a candidate of other bytes, which is judged like any other.
 *
 * The name of an artifact only claims a key, and every program of the earlier run could choose it: a commit with a hostile
 * workflow or training script could leave any bytes under any key, and the next commit would take it back, so that
 * reviewers see nothing of it. So the earlier head must hold the same workflows, configuration and candidate key, read here.
 *
 * @returns `null` when there is none that GitHub still keeps
 */
export async function findReusable({ runs, contents }: ReusePorts, request: ReuseRequest): Promise<Candidate | null> {
  const marks = await runs.artifactsNamed(candidateKeyArtifactName(request.model, request.candidateKey));
  const earlier = [...new Set(marks.filter(({ expired }) => !expired).map(({ runId }) => runId))]
    .filter((runId) => runId !== request.runId)
    .slice(0, MAX_RUNS);
  if (earlier.length === 0) return null;
  const own = await runs.get(request.runId);
  for (const runId of earlier) {
    const run = await runs.get(runId);
    if (!isPredecessor(run, own, request.since)) continue;
    if (!(await isSameMaking(contents, { earlier: run.headSha, own: own.headSha }, request))) continue;
    const candidate = await candidateOf(runs, runId, request.model);
    if (candidate !== null) return candidate;
  }
  return null;
}

function isPredecessor(earlier: WorkflowRun, own: WorkflowRun, since: Date): boolean {
  return (
    earlier.path === own.path &&
    earlier.event === own.event &&
    earlier.headBranch !== null &&
    earlier.headBranch === own.headBranch &&
    earlier.fromFork === own.fromFork &&
    earlier.createdAt.getTime() >= since.getTime()
  );
}

async function isSameMaking(
  contents: ReusePorts['contents'],
  heads: { readonly earlier: CommitSha; readonly own: CommitSha },
  request: ReuseRequest,
): Promise<boolean> {
  if (heads.earlier === heads.own) return true;
  const [before, now] = await Promise.all([contents.listFiles(heads.earlier), contents.listFiles(heads.own)]);
  const rules = (tree: readonly TreeFile[]): string =>
    tree
      .filter(({ path }) => path.startsWith('.github/') || path === request.configPath)
      .map(({ path, blobSha, mode }) => `${mode} ${blobSha} ${path}`)
      .toSorted()
      .join('\n');
  return rules(before) === rules(now) && keyOf(before, request) === request.candidateKey;
}

/** `null` for a tree without any file of the model. */
function keyOf(tree: readonly TreeFile[], { modelConfig }: ReuseRequest): Digest | null {
  try {
    return candidateKey(tree, modelConfig);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

/** `null` when the run left none, or none that is still kept: then another run may help, or training. */
async function candidateOf(runs: WorkflowRuns, runId: number, model: string): Promise<Candidate | null> {
  try {
    return await readCandidate(runs, (await findCandidate(runs, runId, model)).id);
  } catch (error) {
    const gone = error instanceof ActionError && error.reasonCode !== undefined && GONE.includes(error.reasonCode);
    if (gone) return null;
    throw error;
  }
}

const GONE: readonly string[] = ['candidate-missing', 'candidate-expired'];
