import type {
  Account,
  Checks,
  Digest,
  ModelConfig,
  People,
  Permission,
  PullRequest,
  PullRequests,
  Pushes,
  WorkflowRuns,
} from '@gatehouse/core';
import {
  type ApprovalResult,
  evaluateReviews,
  readRoleMembers,
  requiredRoles,
  type SignedTraining,
} from '@gatehouse/governance';

export interface ApprovalPorts {
  readonly pulls: PullRequests;
  readonly pushes: Pushes;
  readonly people: People;
  readonly runs: WorkflowRuns;
  readonly checks: Pick<Checks, 'announcedAt'>;
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
  /** The announcement in the ledger. */
  readonly readyAt: Date | null;
  /** The run that trained the candidate: who started it may not approve it. */
  readonly training: SignedTraining;
}

/** Reads from GitHub everything that the review rule needs, and applies it. Nothing is taken from an event's payload. */
export async function readApprovals(ports: ApprovalPorts, question: ApprovalQuestion): Promise<ApprovalResult> {
  const { pull, modelConfig } = question;
  const [announcedAt, commits, pushers, reviews, trainingRun, roles] = await Promise.all([
    ports.checks.announcedAt(pull.headSha, question.tuple),
    ports.pulls.commits(pull.number),
    ports.pushes.pushers(pull.headRef),
    ports.pulls.reviews(pull.number),
    ports.runs.get(question.training.runId),
    readRoleMembers(modelConfig, requiredRoles(modelConfig, question.change), ports.people),
  ]);
  return evaluateReviews({
    headSha: pull.headSha,
    tuple: question.tuple,
    readyAt: readySince(question.readyAt, announcedAt),
    author: pull.author,
    commits,
    pushers,
    trainingActors: [
      ...question.training.actorIds.map((id) => ({ id })),
      trainingRun.actor,
      trainingRun.triggeringActor,
    ],
    reviews,
    permissions: await readPermissions(
      ports.people,
      reviews.map(({ reviewer }) => reviewer),
    ),
    requiredRoles: roles,
  });
}

/**
 * The later of the two announcements. The ledger is a file that a writer of its branch could date or write ahead; the
 * check run belongs to the App. A check that has not announced the tuple yet does so now, and reviews count from then.
 */
export function readySince(ledger: Date | null, check: Date | 'not-announced' | 'unknown'): Date | null {
  if (ledger === null || check === 'not-announced') return null;
  return check === 'unknown' || check < ledger ? ledger : check;
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
