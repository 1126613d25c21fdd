import {
  ActionError,
  type Digest,
  hexOf,
  type PullRequests,
  type RepositoryContents,
  type WorkflowRuns,
} from '@gatehouse/core';
import { type Candidate, findCandidate, readCandidate } from './candidate.ts';
import { isMadeAlike, isPredecessor, type KeyedModel } from './same-making.ts';

/** Earlier runs to look at, newest first; candidates of one key are equal for whoever wants to reuse one. */
const MAX_RUNS = 5;

export interface ReusePorts {
  readonly runs: WorkflowRuns;
  readonly contents: Pick<RepositoryContents, 'listFiles'>;
  readonly pulls: Pick<PullRequests, 'ofBranch'>;
}

export interface ReuseRequest {
  readonly model: string;
  readonly candidateKey: Digest;
  /** What the key was made with. */
  readonly modelConfig: KeyedModel;
  /** Path of the configuration in the repository. */
  readonly configPath: string;
  /** The run that asks. */
  readonly runId: number;
  /** The pull request that it is about: what was trained before it belongs to another one. */
  readonly pullRequest: number;
}

/**
 * Name of the artifact by which later runs find a candidate without downloading it. It says what the training run claims
 * its candidate was made from.
 */
export function candidateKeyArtifactName(model: string, candidateKey: Digest): string {
  return `candidate-key-${model}-${hexOf(candidateKey)}`;
}

/**
 * The candidate of an earlier run of the same workflow, for the same branch and pull request, that was made from the same
 * files, configuration and data. Its bytes are hashed; that they are what training would give is not known. A wrong one is
 * a candidate of other bytes, which is judged like any other.
 *
 * The name of an artifact only claims a key, and every program of the earlier run could choose it: a commit with a hostile
 * workflow or training script could leave any bytes under any key, and the next commit would take it back, so that
 * reviewers see nothing of it. So the earlier head must hold the same workflows, configuration and candidate key, and no
 * pull request onto another base can have started the earlier run, all read here. `decide` asks the same again.
 *
 * @returns `null` when there is none that GitHub still keeps
 */
export async function findReusable(
  { runs, contents, pulls }: ReusePorts,
  request: ReuseRequest,
): Promise<Candidate | null> {
  const { runId: ownId, pullRequest, configPath } = request;
  const marks = await runs.artifactsNamed(candidateKeyArtifactName(request.model, request.candidateKey));
  const earlier = [...new Set(marks.filter(({ expired }) => !expired).map(({ runId }) => runId))]
    .filter((runId) => runId !== ownId)
    .slice(0, MAX_RUNS);
  if (earlier.length === 0) return null;
  const own = await runs.get(ownId);
  if (own.headBranch === null) return null;
  const branch = await pulls.ofBranch(own.headBranch);
  const making = { configPath, models: [{ config: request.modelConfig, key: request.candidateKey }] };
  for (const runId of earlier) {
    const run = await runs.get(runId);
    if (!isPredecessor(run, own, { branch, pullRequest })) continue;
    if (!(await isMadeAlike(contents, { earlier: run.headSha, own: own.headSha }, making))) continue;
    const candidate = await candidateOf(runs, runId, request.model);
    if (candidate !== null) return candidate;
  }
  return null;
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
