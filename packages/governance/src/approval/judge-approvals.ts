import type { Account, CheckState, Digest } from '@gatehouse/core';
import type { Emergency } from '../emergencies/emergency.ts';
import type { PullHistory } from '../evidence/pull-history.ts';
import type { LedgerFact } from '../ledger/entry.ts';
import type { RoleDefinition } from '../required-roles.ts';
import { type ApprovalResult, evaluateReviews } from '../review-rule.ts';
import { roleMembers } from '../role-members.ts';
import { approvedFacts, readyFact, type SubjectOfFacts, staleFact } from './ledger-facts.ts';
import { type MissingRole, missingRoles } from './missing-roles.ts';
import type { PullFacts } from './pull-facts.ts';
import { readySince } from './ready-since.ts';
import { type StaleApproval, staleApproval, type TupleParts } from './stale-approval.ts';

/** Who must approve: every role by a person of its own, or so many people of any of them. */
export interface Approvers {
  readonly roles: readonly RoleDefinition[];
  readonly quorum: number | null;
  /** Bots that may open the pull request and push to it. */
  readonly bots: readonly string[];
  /** The declared emergency for which a quorum is enough. */
  readonly emergency: Emergency | null;
}

export interface ApprovalQuestion {
  readonly subject: SubjectOfFacts;
  readonly parts: TupleParts & { readonly tuple: Digest };
  readonly history: PullHistory;
  readonly approvers: Approvers;
  /** Who trained, beside those whom the ledger names. */
  readonly trainingActors: readonly Pick<Account, 'id'>[];
  readonly waiverOwners: readonly Pick<Account, 'id'>[];
}

export interface JudgedApprovals {
  readonly approvals: ApprovalResult;
  readonly state: CheckState;
  readonly missing: readonly MissingRole[];
  readonly stale: StaleApproval | null;
  /** Entries that the ledger lacks, in the order in which they are to stand there. */
  readonly ledger: readonly LedgerFact[];
}

/**
 * Applies the review rule to a tuple and says what the ledger does not hold yet: that an older approval ended, that this
 * tuple waits, that it is approved. A tuple that is announced only now has no approval, whatever was said before.
 */
export function judgeApprovals(facts: PullFacts, question: ApprovalQuestion): JudgedApprovals {
  const { history, parts, subject, approvers } = question;
  const announced = history.currentReady(parts.tuple);
  const members = roleMembers(approvers.roles, facts.people);
  const participants = {
    author: facts.pull.author,
    commits: facts.commits,
    coAuthors: facts.coAuthors,
    pushers: facts.pushers,
    trainingActors: [...question.trainingActors, ...[...history.trainingActors()].map((id) => ({ id }))],
    waiverOwners: question.waiverOwners,
  };
  const approvals = evaluateReviews({
    ...participants,
    headSha: facts.headSha,
    tuple: parts.tuple,
    readyAt: readySince(announced === null ? null : new Date(announced.at), announcedByCheck(facts, parts.tuple)),
    mergedAt: facts.pull.mergedAt,
    reviews: facts.reviews,
    permissions: facts.permissions,
    requiredRoles: members,
    quorum: approvers.quorum,
    bots: approvers.bots,
  });
  const stale = staleApproval(history.lastApproved(), parts);
  return {
    approvals,
    state: STATES[approvals.state],
    missing: missingRoles(approvals.missingRoles, { roles: approvers.roles, members, participants }),
    stale,
    ledger: [
      ...(stale === null ? [] : staleFact(subject, stale, history)),
      ...(announced === null ? [readyFact(subject, parts, approvers.emergency)] : []),
      ...(approvals.state === 'approved' ? approvedFacts(subject, { ...approvers, parts, approvals }, history) : []),
    ],
  };
}

const STATES = { approved: 'success', waiting: 'waiting', inconclusive: 'failure' } as const;

function announcedByCheck({ announcements }: PullFacts, tuple: Digest): Date | 'not-announced' | 'unknown' {
  return announcements === 'unknown' ? 'unknown' : (announcements.get(tuple) ?? 'not-announced');
}
