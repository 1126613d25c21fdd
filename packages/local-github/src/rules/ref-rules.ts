import type { RequiredCheck, RequiredReviews } from '../records.ts';
import type { MergeMethod, MergeQueueRule } from './merge-queue-rule.ts';

/** What holds for one ref and one caller, from branch protection and rulesets together. */
export interface RefRules {
  readonly checks: readonly RequiredCheck[];
  /** Those of them that a new ref must meet with its first commit. */
  readonly checksOnCreate: readonly RequiredCheck[];
  /** The head must contain the base's newest commit. */
  readonly strictChecks: boolean;
  readonly reviews: RequiredReviews | null;
  readonly mayCreate: boolean;
  readonly mayUpdate: boolean;
  readonly mayDelete: boolean;
  readonly fastForwardOnly: boolean;
  /** No merge commits. */
  readonly linearHistory: boolean;
  /** Ways to merge a pull request that are allowed. */
  readonly mergeMethods: readonly MergeMethod[];
  /** Set: only the queue moves the branch. */
  readonly mergeQueue: MergeQueueRule | null;
}

/** Nothing is asked. */
export const FREE: RefRules = {
  checks: [],
  checksOnCreate: [],
  strictChecks: false,
  reviews: null,
  mayCreate: true,
  mayUpdate: true,
  mayDelete: true,
  fastForwardOnly: false,
  linearHistory: false,
  mergeMethods: ['merge', 'squash', 'rebase'],
  mergeQueue: null,
};

/** Both hold: of every rule the stricter. */
export function combineRules(left: RefRules, right: RefRules): RefRules {
  return {
    checks: [...left.checks, ...right.checks],
    checksOnCreate: [...left.checksOnCreate, ...right.checksOnCreate],
    strictChecks: left.strictChecks || right.strictChecks,
    reviews: combineReviews(left.reviews, right.reviews),
    mayCreate: left.mayCreate && right.mayCreate,
    mayUpdate: left.mayUpdate && right.mayUpdate,
    mayDelete: left.mayDelete && right.mayDelete,
    fastForwardOnly: left.fastForwardOnly || right.fastForwardOnly,
    linearHistory: left.linearHistory || right.linearHistory,
    mergeMethods: left.mergeMethods.filter((method) => right.mergeMethods.includes(method)),
    mergeQueue: left.mergeQueue ?? right.mergeQueue,
  };
}

function combineReviews(left: RequiredReviews | null, right: RequiredReviews | null): RequiredReviews | null {
  if (left === null || right === null) return left ?? right;
  return {
    count: Math.max(left.count, right.count),
    dismissStale: left.dismissStale || right.dismissStale,
    requireLastPushApproval: left.requireLastPushApproval || right.requireLastPushApproval,
  };
}
