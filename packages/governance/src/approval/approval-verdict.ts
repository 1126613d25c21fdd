import type { ApprovalResult } from '../review-rule.ts';
import type { Approvers, JudgedApprovals } from './judge-approvals.ts';
import { type ModelVerdict, plainVerdict } from './verdict.ts';

const OF_BOTS =
  'Let a person bring the commits onto a branch of their own, or list the bot under approvals.bots if nobody can make it push what they want.';

/** What is said about a tuple once the review rule was applied to it. */
export function approvalVerdict(model: string, approvers: Approvers, judged: JudgedApprovals): ModelVerdict {
  const { approvals, state, missing, stale, ledger } = judged;
  const isEmergency = state === 'success' && approvers.emergency !== null;
  return plainVerdict(model, isEmergency ? 'emergency-approved' : approvals.reasonCode, {
    state,
    outcome: state === 'success' ? 'pass' : 'inconclusive',
    title: titleOf(approvers, judged),
    roles: approvers.roles,
    approvals,
    missing,
    stale,
    ledger,
    notes: approvals.reasonCode === 'pushed-by-bot' ? [OF_BOTS] : [],
  });
}

/** One line: who approved, what could not be read, or which role is missing and who can give it. */
function titleOf({ quorum, emergency }: Approvers, { approvals, missing }: JudgedApprovals): string {
  if (approvals.state === 'inconclusive') return approvals.message;
  if (approvals.state === 'approved') {
    if (emergency === null) return `Approved: ${approvedBy(approvals)}`;
    return `Emergency approved by ${approvedBy(approvals)}; full review due ${emergency.reviewBy}`;
  }
  // Titles are short: what a team is can be read from the slash in its name.
  const roles = missing.map(
    ({ role, from }) => `${role} (${from.map((each) => each.replace(/^team /, '')).join(', ')})`,
  );
  if (quorum === null) return `Ready for approval; missing ${roles.join(', ')}`;
  return `Emergency; approvals missing: ${quorum - approvals.approvals.length} of ${roles.join(' or ')}`;
}

function approvedBy({ approvals }: ApprovalResult): string {
  return approvals.map(({ role, login }) => `${role} by ${login}`).join(', ');
}
