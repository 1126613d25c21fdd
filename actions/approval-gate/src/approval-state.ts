import type {
  Account,
  Digest,
  ModelConfig,
  People,
  Permission,
  PullRequest,
  PullRequests,
  WorkflowRuns,
} from '@gatehouse/core';
import { type ApprovalResult, evaluateReviews, readRoleMembers, requiredRoles } from '@gatehouse/governance';

export interface ApprovalPorts {
  readonly pulls: PullRequests;
  readonly people: People;
  readonly runs: WorkflowRuns;
}

/** What a pull request changes, and the files beside gatehouse.yml that the base policy names. */
export interface PolicyChange {
  readonly files: readonly string[];
  readonly policyFiles: readonly string[];
}

export interface ApprovalQuestion {
  readonly pull: PullRequest;
  readonly modelConfig: ModelConfig;
  readonly change: PolicyChange;
  readonly tuple: Digest;
  readonly readyAt: Date | null;
  /** The run that trained the candidate: who started it, or another training of this head, may not approve it. */
  readonly trainingRunId: number;
}

/** Reads from GitHub everything that the review rule needs, and applies it. Nothing is taken from an event's payload. */
export async function readApprovals(ports: ApprovalPorts, question: ApprovalQuestion): Promise<ApprovalResult> {
  const { pull, modelConfig } = question;
  const [commits, reviews, trainingRun, headRuns, roles] = await Promise.all([
    ports.pulls.commits(pull.number),
    ports.pulls.reviews(pull.number),
    ports.runs.get(question.trainingRunId),
    ports.runs.listForHead(pull.headSha),
    readRoleMembers(modelConfig, requiredRoles(modelConfig, question.change), ports.people),
  ]);
  return evaluateReviews({
    headSha: pull.headSha,
    tuple: question.tuple,
    readyAt: question.readyAt,
    author: pull.author,
    commits,
    // A push starts training as the pusher, whatever name its commits carry; a later run of the head does not undo that.
    trainingActors: [trainingRun, ...headRuns.filter(({ name }) => name === trainingRun.name)].flatMap((run) => [
      run.actor,
      run.triggeringActor,
    ]),
    reviews,
    permissions: await readPermissions(
      ports.people,
      reviews.map(({ reviewer }) => reviewer),
    ),
    requiredRoles: roles,
  });
}

async function readPermissions(
  people: People,
  reviewers: readonly Account[],
): Promise<ReadonlyMap<number, Permission>> {
  const byId = new Map(reviewers.map((reviewer) => [reviewer.id, reviewer]));
  const known = await Promise.all(
    [...byId.values()].map(async (reviewer) => [reviewer.id, await people.permission(reviewer)] as const),
  );
  return new Map(known);
}
