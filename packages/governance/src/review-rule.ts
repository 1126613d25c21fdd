import type { Approval } from '@gatehouse/attest';
import {
  type Account,
  type CommitSha,
  ConfigError,
  type Digest,
  type Permission,
  REASON_CODES,
  type ReasonCode,
  type Review,
} from '@gatehouse/core';
import { exclusionOf, type Participants } from './exclusions.ts';
import { assignRoles } from './role-assignment.ts';

/** Who holds a role, as far as it could be read. */
export interface RoleMembers {
  readonly role: string;
  /** Accounts that are known to hold it. */
  readonly members: readonly Pick<Account, 'id' | 'login'>[];
  /** False when a team of the role could not be read: an account outside `members` may hold it all the same. */
  readonly complete: boolean;
}

export interface ReviewInput extends Participants {
  readonly author: Account;
  readonly pushers: { readonly accounts: readonly Account[]; readonly complete: boolean };
  /** Logins of the bots that the policy lets open pull requests and push to their branches. */
  readonly bots: readonly string[];
  readonly headSha: CommitSha;
  /** Digest of the tuple that is being approved. */
  readonly tuple: Digest;
  /** When the suite announced that this tuple is ready, in the ledger and the check; `null` when it has not. */
  readonly readyAt: Date | null;
  /** When the pull request was merged; `null` while it is open. */
  readonly mergedAt: Date | null;
  readonly reviews: readonly Review[];
  /** Permission by account id; an account that is not in it is unknown. */
  readonly permissions: ReadonlyMap<number, Permission>;
  /** At least one. */
  readonly requiredRoles: readonly RoleMembers[];
  /** So many people, each with any of the roles, are enough; `null` when every role needs a person of its own. */
  readonly quorum: number | null;
}

/** What one reviewer's latest review is worth. */
export interface ReviewVerdict {
  readonly reviewId: number;
  readonly reviewer: Account;
  readonly counts: boolean;
  /** `approved` when it counts, else the first rule it breaks. */
  readonly reasonCode: ReasonCode;
  readonly message: string;
  /** Required roles that the reviewer holds; empty unless it counts. */
  readonly roles: readonly string[];
}

export interface ApprovalResult {
  readonly state: 'approved' | 'waiting' | 'inconclusive';
  /** Why the state is what it is: `approved`, `ready-for-approval`, or what could not be read. */
  readonly reasonCode: ReasonCode;
  readonly message: string;
  /** One per required role that is filled, or per person of a quorum; no person counts twice. */
  readonly approvals: readonly Approval[];
  /** Roles without a person; of a quorum that is not met, all of its roles. */
  readonly missingRoles: readonly string[];
  /** One per reviewer who said more than a comment, in the order of the reviews. */
  readonly reviews: readonly ReviewVerdict[];
}

/**
 * The review rule. A review counts when it is its reviewer's latest state beyond a comment and approves the head; it
 * was submitted in a later second than the announcement for the current tuple (GitHub gives whole seconds, so one in
 * the same second may have come before), and not after the merge; and the reviewer is a human with write access who holds
 * a required role and took no part in the change: {@link exclusionOf}. Accounts are compared by numeric id. Each required
 * role needs a person of its own, unless a quorum of all of them is asked for.
 *
 * A commit without an account, or more commits than GitHub lists, makes the result inconclusive whoever approved. So
 * does a bot that opened the pull request or pushed to it, unless the policy lists it, because whoever steered it may be
 * the one who approves; and a missing role whose team, or a reviewer whose permission, could not be read: unknown is not
 * no.
 *
 * @throws ConfigError when no role is required: then nobody's approval would be needed.
 */
export function evaluateReviews(input: ReviewInput): ApprovalResult {
  if (input.requiredRoles.length === 0) {
    throw new ConfigError([
      {
        where: 'gatehouse.yml: approvals',
        found: 'no role is required',
        allowed: 'at least one role for every tier',
        remedy: "Name the roles of the model's tier under approvals.tiers",
      },
    ]);
  }
  const reviews = latestReviews(input).map((review) => judge(review, input));
  const counted = reviews.filter((verdict) => verdict.counts);
  const { holders, missingRoles } =
    input.quorum === null ? eachRole(input, counted) : quorum(input.quorum, input, counted);
  const approvals = holders.map(({ role, verdict }): Approval => {
    const { reviewer, reviewId } = verdict;
    return { role, userId: reviewer.id, login: reviewer.login, reviewId, tuple: input.tuple };
  });
  return { ...stateOf(input, reviews, missingRoles), approvals, missingRoles, reviews };
}

interface Filled {
  readonly holders: readonly { readonly role: string; readonly verdict: ReviewVerdict }[];
  readonly missingRoles: readonly string[];
}

function eachRole(input: ReviewInput, counted: readonly ReviewVerdict[]): Filled {
  const roles = input.requiredRoles.map(({ role }) => role);
  const assigned = assignRoles(
    roles,
    counted.map(({ reviewer, roles: held }) => ({ id: reviewer.id, roles: held })),
  );
  const holders = [...assigned].flatMap(([role, userId]) => {
    const verdict = counted.find(({ reviewer }) => reviewer.id === userId);
    return verdict === undefined ? [] : [{ role, verdict }];
  });
  return { holders, missingRoles: roles.filter((role) => !assigned.has(role)) };
}

function quorum(people: number, input: ReviewInput, counted: readonly ReviewVerdict[]): Filled {
  const holders = counted.flatMap((verdict) => {
    const [role] = verdict.roles;
    return role === undefined ? [] : [{ role, verdict }];
  });
  // A quorum of nobody would be none; the configuration refuses it, and so does this.
  const met = people >= 1 && holders.length >= people;
  return { holders, missingRoles: met ? [] : input.requiredRoles.map(({ role }) => role) };
}

/**
 * Each reviewer's newest review that is more than a comment; GitHub numbers reviews in order. An approval after the merge
 * replaces nothing that was said before it.
 */
function latestReviews({ reviews, mergedAt }: ReviewInput): readonly Review[] {
  const latest = new Map<number, Review>();
  const ordered = [...reviews].sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id - b.id);
  for (const review of ordered) {
    if (review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    if (review.state === 'APPROVED' && isAfterMerge(review, mergedAt) && latest.has(review.reviewer.id)) continue;
    latest.set(review.reviewer.id, review);
  }
  return [...latest.values()].sort((a, b) => a.id - b.id);
}

function isAfterMerge(review: Review, mergedAt: Date | null): boolean {
  return mergedAt !== null && inLaterSecond(review.submittedAt, mergedAt);
}

function judge(review: Review, input: ReviewInput): ReviewVerdict {
  const roles = rolesOf(review.reviewer.id, input);
  const reasonCode = firstObjection(review, input) ?? roleObjection(roles, input) ?? 'approved';
  const counts = reasonCode === 'approved';
  const what = counts ? `counts for ${roles.join(', ')}` : `does not count: ${REASON_CODES[reasonCode]}`;
  return {
    reviewId: review.id,
    reviewer: review.reviewer,
    counts,
    reasonCode,
    message: `The review of ${review.reviewer.login} ${what}`,
    roles: counts ? roles : [],
  };
}

/** The rules in the order in which they are reported: what never counts first, then what can still change. */
function firstObjection(review: Review, input: ReviewInput): ReasonCode | null {
  const { reviewer } = review;
  if (reviewer.type !== 'User') return 'reviewer-not-human';
  const excluded = exclusionOf(reviewer.id, input);
  if (excluded !== null) return excluded;
  if (review.state !== 'APPROVED') return 'review-not-approving';
  if (review.commitSha !== input.headSha) return 'review-of-other-commit';
  if (isAfterMerge(review, input.mergedAt)) return 'review-after-merge';
  if (input.readyAt === null || !inLaterSecond(review.submittedAt, input.readyAt)) return 'review-before-ready';
  const permission = input.permissions.get(reviewer.id) ?? 'unknown';
  if (permission === 'unknown') return 'reviewer-permission-unknown';
  return permission === 'admin' || permission === 'write' ? null : 'reviewer-without-write';
}

function roleObjection(roles: readonly string[], input: ReviewInput): ReasonCode | null {
  if (roles.length > 0) return null;
  return input.requiredRoles.every(({ complete }) => complete) ? 'reviewer-without-role' : 'role-unknown';
}

function rolesOf(id: number, input: ReviewInput): readonly string[] {
  return input.requiredRoles
    .filter(({ members }) => members.some((member) => member.id === id))
    .map(({ role }) => role);
}

function inLaterSecond(later: Date, earlier: Date): boolean {
  // An unreadable date gives NaN here, and every comparison with NaN is false.
  return Math.floor(later.getTime() / 1000) > Math.floor(earlier.getTime() / 1000);
}

function stateOf(
  input: ReviewInput,
  reviews: readonly ReviewVerdict[],
  missingRoles: readonly string[],
): Pick<ApprovalResult, 'state' | 'reasonCode' | 'message'> {
  const unknown = unknownFact(input, reviews, missingRoles);
  if (unknown !== null) {
    const who = unknown === 'pushed-by-bot' ? ` ${unlistedBots(input).join(', ')}` : '';
    return { state: 'inconclusive', reasonCode: unknown, message: `${REASON_CODES[unknown]}${who}` };
  }
  if (missingRoles.length === 0) return { state: 'approved', reasonCode: 'approved', message: REASON_CODES.approved };
  return {
    state: 'waiting',
    reasonCode: 'ready-for-approval',
    message: `Missing: ${missingRoles.join(', ')}. ${reviews.filter(({ counts }) => counts).length} of ${reviews.length} reviews count.`,
  };
}

/** Whatever is not certainly a person counts as a bot. Logins are compared as GitHub does, whatever their case. */
function unlistedBots({ author, pushers, bots }: ReviewInput): readonly string[] {
  const listed = bots.map((login) => login.toLowerCase());
  const logins = [author, ...pushers.accounts].filter(({ type }) => type !== 'User').map(({ login }) => login);
  return [...new Set(logins)].filter((login) => !listed.includes(login.toLowerCase()));
}

/** What could not be read and may change the result. */
function unknownFact(
  input: ReviewInput,
  reviews: readonly ReviewVerdict[],
  missingRoles: readonly string[],
): ReasonCode | null {
  const { commits, truncated } = input.commits;
  if (truncated) return 'too-many-commits';
  if (commits.length === 0 || commits.some(({ author, committer }) => author === null || committer === null)) {
    return 'commit-without-user';
  }
  if (!input.pushers.complete) return 'pushers-unknown';
  if (unlistedBots(input).length > 0) return 'pushed-by-bot';
  if (missingRoles.length === 0) return null;
  const incomplete = input.requiredRoles.some(({ role, complete }) => !complete && missingRoles.includes(role));
  if (incomplete) return 'role-unknown';
  const permissionUnknown = reviews.some(({ reasonCode, reviewer }) => {
    return reasonCode === 'reviewer-permission-unknown' && rolesOf(reviewer.id, input).length > 0;
  });
  return permissionUnknown ? 'reviewer-permission-unknown' : null;
}
