import {
  ActionError,
  type BranchPulls,
  baseDoubtOf,
  type CommitSha,
  type ModelConfig,
  type PullRequest,
  type PullRequests,
  type RepositoryContents,
  type WorkflowRun,
  type WorkflowRuns,
} from '@gatehouse/core';
import { draftPolicy, finishPolicy, modelOf, POLICY_WANTED, type Policy } from './policy.ts';

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

/** Events whose runs are about the head of a pull request; a run of any other event was not started by one. */
const PULL_EVENTS: readonly string[] = ['pull_request', 'pull_request_review'];

/**
 * Finds, from the id of a pull-request run, the open pull request whose head that run was about, and the policy at the
 * tip of its base branch. Nothing is taken from the run but its id: head, base and policy are read from GitHub.
 *
 * @throws ActionError `refused`: all of {@link pullOfRun}, and `no-policy`.
 * @throws ConfigError when the policy has faults.
 */
export async function resolveSubject(
  ports: {
    readonly runs: Pick<WorkflowRuns, 'get'>;
    readonly pulls: RunPulls;
    readonly contents: Pick<RepositoryContents, 'readTip' | 'readAt' | 'listFiles'>;
  },
  request: { readonly runId: number; readonly model: string },
): Promise<Subject> {
  const [run, tip] = await Promise.all([ports.runs.get(request.runId), ports.contents.readTip(POLICY_WANTED)]);
  const pull = pullOfRun(run, await pullsOfRun(ports.pulls, run), tip.branch);
  const policy = await finishPolicy(ports.contents, draftPolicy(tip, tip.commit));
  const { model } = request;
  return { run, pull, headSha: run.headSha, policy, model, modelConfig: modelOf(policy, model) };
}

type RunPulls = Pick<PullRequests, 'ofBranch' | 'ofCommit'>;

/** Pull requests that a run may be about, as GitHub lists them. */
export interface PullsOfRun {
  /** Open and merged ones with the run's head. */
  readonly ofHead: readonly PullRequest[];
  /** All of the run's branch, closed ones too. */
  readonly ofBranch: BranchPulls;
}

/** Asks for both lists at once. */
export async function pullsOfRun(pulls: RunPulls, run: WorkflowRun): Promise<PullsOfRun> {
  const { headBranch, headSha } = run;
  const [ofHead, ofBranch] = await Promise.all([
    pulls.ofCommit(headSha),
    headBranch === null ? { pulls: [], complete: true } : pulls.ofBranch(headBranch),
  ]);
  return { ofHead, ofBranch };
}

/**
 * The open pull request onto the default branch that a run is about.
 *
 * @throws ActionError `refused`: `fork-needs-sponsor`; `head-shared` and `base-changed` when another base may have
 *   started the run; `head-moved` when no open pull request from its branch onto the default branch has its head any more.
 */
export function pullOfRun(run: WorkflowRun, pulls: PullsOfRun, defaultBranch: string): PullRequest {
  const open = pulls.ofHead.filter((pull) => pull.open && pull.headSha === run.headSha);
  const own = open.filter((pull) => !pull.fromFork);
  // A fork may carry a commit of ours: its run says nothing about our pull request and must not redden it.
  if (run.fromFork && own.length === 0) {
    throw refusal('fork-needs-sponsor', {
      where: `Workflow run ${run.id}`,
      found: 'its head is in a fork',
      allowed: 'candidates come from branches of this repository',
      remedy: 'A maintainer may bring the commit into a branch after reading it',
    });
  }
  const [pull, ...others] = own;
  // Whoever opens a second pull request from the head, onto a base of their own, chooses the workflow that trains it.
  if (others.length > 0) {
    throw refusal('head-shared', {
      where: `Workflow run ${run.id}`,
      found: `${own.length} open pull requests have the head ${run.headSha}: ${own.map(({ number }) => `#${number}`).join(', ')}`,
      allowed: 'one open pull request for each head',
      remedy: 'Close the others, or push another commit to one of them',
    });
  }
  if (pull === undefined || !isAbout(run, pull, defaultBranch)) {
    throw refusal('head-moved', {
      where: `Workflow run ${run.id} (${run.event} of ${run.headBranch ?? 'no branch'})`,
      found: `no open pull request from this branch onto ${defaultBranch} has the head ${run.headSha}`,
      allowed: 'a pull-request run of the newest head of an open pull request onto the default branch',
      remedy: 'Wait for the run of the newest push',
    });
  }
  const doubt = baseDoubtOf(run, pulls.ofBranch, pull.number);
  if (doubt === null) return pull;
  throw refusal(doubt.reasonCode, {
    where: `Workflow run ${run.id} of ${run.createdAt.toISOString()}`,
    found: doubt.found,
    allowed: `a run that only pull request #${pull.number} can have started, with ${defaultBranch} as its base`,
    remedy: doubt.remedy,
  });
}

/** A base branch that anyone may create could carry a policy of their own: only the default branch's policy counts. */
function isAbout(run: WorkflowRun, pull: PullRequest, defaultBranch: string): boolean {
  const ofIt = !run.fromFork && run.headBranch === pull.headRef && PULL_EVENTS.includes(run.event);
  return ofIt && pull.baseRef === defaultBranch;
}

function refusal(
  reasonCode: string,
  fault: { readonly where: string; readonly found: string; readonly allowed: string; readonly remedy: string },
): ActionError {
  return new ActionError('refused', fault, { reasonCode });
}
