import {
  ActionError,
  type CommitSha,
  type ModelConfig,
  type PullRequest,
  type PullRequests,
  type RepositoryContents,
  type WorkflowRun,
  type WorkflowRuns,
} from '@gatehouse/core';
import { modelOf, type Policy, readPolicy } from './policy.ts';

/** The pull request that a workflow run is about, and the policy that judges it. */
export interface Subject {
  readonly run: WorkflowRun;
  readonly pull: PullRequest;
  readonly headSha: CommitSha;
  readonly policy: Policy;
  readonly model: string;
  readonly modelConfig: ModelConfig;
}

export interface SubjectPorts {
  readonly runs: WorkflowRuns;
  readonly pulls: PullRequests;
  readonly contents: RepositoryContents;
}

/**
 * Finds, from the id of a pull-request run, the open pull request whose head that run was about, and the policy at the
 * tip of its base branch. Nothing is taken from the run but its id: head, base and policy are read from GitHub.
 *
 * @throws ActionError `refused`: `fork-needs-sponsor`, `head-moved` when no open pull request has that head any more,
 *   `no-policy` from {@link readPolicy}.
 */
export async function resolveSubject(
  ports: SubjectPorts,
  request: { readonly runId: number; readonly model: string },
): Promise<Subject> {
  const run = await ports.runs.get(request.runId);
  if (run.fromFork) {
    throw refusal('fork-needs-sponsor', {
      where: `Workflow run ${run.id}`,
      found: 'its head is in a fork',
      allowed: 'candidates come from branches of this repository',
      remedy: 'A maintainer may bring the commit into a branch after reading it',
    });
  }
  // A base branch that anyone may create could carry a policy of their own: only the default branch's policy counts.
  const defaultBranch = await ports.contents.defaultBranch();
  const pulls = (await ports.pulls.ofCommit(run.headSha)).filter(
    (pull) => pull.open && pull.headSha === run.headSha && pull.baseRef === defaultBranch,
  );
  const [pull, ...others] = pulls;
  if (pull === undefined || others.length > 0) {
    throw refusal('head-moved', {
      where: `Workflow run ${run.id}`,
      found: `${pulls.length} open pull requests onto ${defaultBranch} have the head ${run.headSha}`,
      allowed: 'exactly one open pull request onto the default branch whose head is the commit of the run',
      remedy: 'Wait for the run of the newest push, or close the other pull requests of this head',
    });
  }
  const policy = await readPolicy(ports.contents, await ports.contents.branchHead(defaultBranch));
  return {
    run,
    pull,
    headSha: run.headSha,
    policy,
    model: request.model,
    modelConfig: modelOf(policy, request.model),
  };
}

function refusal(
  reasonCode: string,
  fault: { readonly where: string; readonly found: string; readonly allowed: string; readonly remedy: string },
): ActionError {
  return new ActionError('refused', fault, { reasonCode });
}
