import { ActionError } from '@gatehouse/core';
import type { PullFacts, PullVerdict } from '@gatehouse/governance';

/** A merged pull request whose check would not be green now. */
export interface RefusedMerge {
  readonly facts: PullFacts;
  readonly verdict: PullVerdict;
  /** What the check would say if reviews after the merge counted as those before it. */
  readonly inTime: PullVerdict;
}

/**
 * Why a merge is not authorised. Reviews that came too late are named, because who gave them thinks that they count; when
 * they are all that is missing, they are the reason.
 */
export function refusedMerge({ facts, verdict, inTime }: RefusedMerge): ActionError {
  const { pull } = facts;
  const late = lateReviews(facts, verdict);
  const onlyLate = late.length > 0 && inTime.state === 'success';
  const reasonCode = onlyLate ? 'review-after-merge' : 'not-authorised';
  const merged = `merged at ${pull.mergedAt?.toISOString() ?? 'an unknown time'}`;
  const told = late.length === 0 ? '' : `; review-after-merge: ${late.join(', ')}, and it was ${merged}`;
  return new ActionError(
    'refused',
    {
      where: `Authorising #${pull.number}`,
      found: `${verdict.reasonCode}: ${verdict.title}${told}`,
      allowed: 'a pull request whose check would be green now, by reviews of before its merge',
      remedy: 'The merge did not go through gatehouse/governance: find out how, then open a pull request again',
    },
    { reasonCode },
  );
}

/** Who reviewed after the merge, and when; each review once, however many models it is about. */
function lateReviews({ reviews }: PullFacts, { models }: PullVerdict): readonly string[] {
  const late = models
    .flatMap(({ approvals }) => approvals?.reviews ?? [])
    .filter(({ reasonCode }) => reasonCode === 'review-after-merge')
    .map(({ reviewId }) => reviewId);
  return reviews
    .filter(({ id }) => late.includes(id))
    .map(({ reviewer, submittedAt }) => `${reviewer.login} at ${submittedAt.toISOString()}`);
}
