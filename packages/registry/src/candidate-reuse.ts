import {
  ActionError,
  type CommitSha,
  type Digest,
  hexOf,
  type RepositoryContents,
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
 * claims to be made from the same files, configuration and data. Its bytes are hashed; that they are what training would
 * give is not known. A wrong one is a candidate of other bytes, which is judged like any other.
 *
 * The earlier head must hold the same workflows: a commit with a workflow of its own could leave any bytes under any key,
 * and the next commit would take the workflow back, so that reviewers see nothing of it.
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
    if (!(await haveSameWorkflows(contents, run.headSha, own.headSha))) continue;
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

async function haveSameWorkflows(
  contents: ReusePorts['contents'],
  earlier: CommitSha,
  own: CommitSha,
): Promise<boolean> {
  if (earlier === own) return true;
  const [before, now] = await Promise.all(
    [earlier, own].map(async (commit) => {
      const files = await contents.listFiles(commit);
      const workflows = files.filter(({ path }) => path.startsWith('.github/'));
      return workflows.map(({ path, blobSha, mode }) => `${mode} ${blobSha} ${path}`).toSorted();
    }),
  );
  return before?.join('\n') === now?.join('\n');
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
