import {
  type Account,
  type BranchPulls,
  ConfigError,
  type PullRequests,
  parseConfig,
  type RepositoryContents,
  type WorkflowRun,
  type WorkflowRuns,
} from '@gatehouse/core';
import { POLICY_FILE, type Subject } from '@gatehouse/governance';
import { type Candidate, isMadeAlike, isPredecessor, type Making } from '@gatehouse/registry';
import { claimedOrigins, unknownOrigin } from './claimed-origin.ts';

export interface OriginPorts {
  readonly runs: Pick<WorkflowRuns, 'get'>;
  readonly pulls: Pick<PullRequests, 'ofBranch'>;
  readonly contents: Pick<RepositoryContents, 'listFiles' | 'readFile'>;
}

/**
 * Who trained a candidate: whoever started the run that handed it over, and the runs that it says it was reused from. These
 * are claims of a job that nobody trusts, so they can add people who may not approve and never take one away.
 *
 * The runs themselves are verified: each must be one of the same workflow, branch and pull request, and its head must make
 * the candidate alike. An earlier commit, which no reviewer sees, could have left any bytes for this one to take.
 *
 * @throws ActionError `evaluation-error` when where the candidate comes from is unknown or is no such run.
 */
export async function trainedBy(
  ports: OriginPorts,
  subject: Pick<Subject, 'headSha' | 'model' | 'modelConfig' | 'pull' | 'run'>,
  origin: { readonly candidate: Pick<Candidate, 'claims'>; readonly repositoryUrl: string },
): Promise<readonly Account[]> {
  const { run: own } = subject;
  const ids = claimedOrigins(origin.candidate, { runId: own.id, repositoryUrl: origin.repositoryUrl });
  if (ids.length === 0) return startersOf(own);
  const [branch, making] = await Promise.all([branchOf(ports, own), makingOf(ports, subject)]);
  const runs: WorkflowRun[] = [];
  for (const id of ids) {
    const run = await ports.runs.get(id);
    const known = isPredecessor(run, own, { branch, pullRequest: subject.pull.number });
    const heads = { earlier: run.headSha, own: subject.headSha };
    if (!known || !(await isMadeAlike(ports.contents, heads, making))) throw refusedOrigin(run, own);
    runs.push(run);
  }
  return [own, ...runs].flatMap(startersOf);
}

function startersOf({ actor, triggeringActor }: WorkflowRun): readonly Account[] {
  return [actor, triggeringActor];
}

async function branchOf({ pulls }: OriginPorts, { headBranch }: WorkflowRun): Promise<BranchPulls> {
  return headBranch === null ? { pulls: [], complete: false } : pulls.ofBranch(headBranch);
}

/** Training follows the configuration of the head, and the policy says what the model is made from: both must agree. */
async function makingOf(
  { contents }: OriginPorts,
  { headSha, model, modelConfig }: Pick<Subject, 'headSha' | 'model' | 'modelConfig'>,
): Promise<Making> {
  const bytes = await contents.readFile(POLICY_FILE, headSha);
  const own = bytes === null ? undefined : configOf(bytes)?.models[model];
  if (own === undefined) {
    throw unknownOrigin({ where: `${POLICY_FILE} at ${headSha}`, found: `no model ${model} that can be read` });
  }
  return { configPath: POLICY_FILE, models: [{ config: modelConfig }, { config: own }] };
}

function configOf(bytes: Uint8Array): ReturnType<typeof parseConfig> | null {
  try {
    return parseConfig(bytes);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

function refusedOrigin(run: WorkflowRun, own: WorkflowRun): ReturnType<typeof unknownOrigin> {
  return unknownOrigin({
    where: `The candidate of run ${own.id}`,
    found: `it says that it was reused from run ${run.id} of ${run.headBranch ?? 'no branch'} at ${run.headSha}, which is of another branch, workflow or base, or was made from other files`,
  });
}
