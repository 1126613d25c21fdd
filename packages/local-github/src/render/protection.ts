import type { JsonObject } from '../http/body.ts';
import type { ProtectionRecord } from '../records.ts';

/** `branch-protection` of the branch whose API address is `branchUrl`. */
export function renderProtection(branchUrl: string, protection: ProtectionRecord): JsonObject {
  const url = `${branchUrl}/protection`;
  const checks = protection.requiredStatusChecks;
  const reviews = protection.requiredReviews;
  return {
    url,
    ...(checks === null
      ? {}
      : {
          required_status_checks: {
            url: `${url}/required_status_checks`,
            strict: checks.strict,
            contexts: checks.checks.map((check) => check.context),
            contexts_url: `${url}/required_status_checks/contexts`,
            checks: checks.checks.map((check) => ({ context: check.context, app_id: check.appId })),
          },
        }),
    ...(reviews === null
      ? {}
      : {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: reviews.dismissStale,
            require_code_owner_reviews: false,
            required_approving_review_count: reviews.count,
            require_last_push_approval: reviews.requireLastPushApproval,
          },
        }),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: protection.enforceAdmins },
    required_linear_history: { enabled: false },
    allow_force_pushes: { enabled: protection.allowForcePushes },
    allow_deletions: { enabled: protection.allowDeletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: false },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
  };
}
