import type { RepositoryContext } from '../context.ts';
import { readRef } from '../git/git.ts';
import {
  type JsonObject,
  optionalBoolean,
  optionalInteger,
  optionalObject,
  optionalObjects,
  optionalStrings,
  stringField,
} from '../http/body.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { ProtectionRecord, RequiredCheck, RequiredReviews } from '../records.ts';
import { renderProtection } from '../render/protection.ts';
import { repositoryApi } from '../render/repository.ts';

const PROTECTION = '/repos/{owner}/{repo}/branches/{branch}/protection';

export const branchProtectionRoutes: readonly Route[] = [
  repositoryRoute(
    `GET ${PROTECTION}`,
    { operationId: 'repos/get-branch-protection', permission: 'administration:read' },
    (context) => {
      const protection = context.repository.protections.get(context.param('branch'));
      if (protection === undefined) throw new HttpProblem(404, 'Branch not protected');
      return { status: 200, body: renderProtection(branchUrl(context), protection) };
    },
  ),

  repositoryRoute(
    `PUT ${PROTECTION}`,
    { operationId: 'repos/update-branch-protection', permission: 'administration:write' },
    async (context) => {
      const { repository, body } = context;
      const branch = context.param('branch');
      if ((await readRef(repository.gitDir, `refs/heads/${branch}`)) === null)
        throw new HttpProblem(404, 'Branch not found');
      refuseUnknown(body);
      const protection: ProtectionRecord = {
        requiredStatusChecks: checksFrom(optionalObject(body, 'required_status_checks')),
        requiredReviews: reviewsFrom(optionalObject(body, 'required_pull_request_reviews')),
        enforceAdmins: optionalBoolean(body, 'enforce_admins') ?? false,
        allowForcePushes: optionalBoolean(body, 'allow_force_pushes') ?? false,
        allowDeletions: optionalBoolean(body, 'allow_deletions') ?? false,
      };
      repository.protections.set(branch, protection);
      return { status: 200, body: renderProtection(branchUrl(context), protection) };
    },
  ),

  repositoryRoute(
    `DELETE ${PROTECTION}`,
    { operationId: 'repos/delete-branch-protection', permission: 'administration:write' },
    (context) => {
      if (!context.repository.protections.delete(context.param('branch')))
        throw new HttpProblem(404, 'Branch not protected');
      return { status: 204 };
    },
  ),
];

function branchUrl(context: RepositoryContext): string {
  return `${repositoryApi(context.urls, context.repository)}/branches/${encodeURIComponent(context.param('branch'))}`;
}

/** Switched on, these would have to be enforced; refusing them is better than forgetting them. */
function refuseUnknown(body: JsonObject): void {
  for (const field of [
    'required_linear_history',
    'block_creations',
    'required_conversation_resolution',
    'lock_branch',
  ]) {
    if (optionalBoolean(body, field) === true) throw new HttpProblem(422, `The local GitHub does not enforce ${field}`);
  }
  if (optionalObject(body, 'restrictions') !== null)
    throw new HttpProblem(422, 'The local GitHub does not enforce restrictions');
}

function checksFrom(given: JsonObject | null): ProtectionRecord['requiredStatusChecks'] {
  if (given === null) return null;
  const checks: readonly RequiredCheck[] =
    optionalObjects(given, 'checks')?.map((check) => {
      const appId = optionalInteger(check, 'app_id');
      // -1 lets any App set the status, as no value at all does here.
      return { context: stringField(check, 'context'), appId: appId === -1 ? null : appId };
    }) ?? (optionalStrings(given, 'contexts') ?? []).map((context) => ({ context, appId: null }));
  return { strict: optionalBoolean(given, 'strict') ?? false, checks };
}

function reviewsFrom(given: JsonObject | null): RequiredReviews | null {
  if (given === null) return null;
  if (optionalBoolean(given, 'require_code_owner_reviews') === true) {
    throw new HttpProblem(422, 'The local GitHub does not enforce require_code_owner_reviews');
  }
  return {
    count: optionalInteger(given, 'required_approving_review_count') ?? 1,
    dismissStale: optionalBoolean(given, 'dismiss_stale_reviews') ?? false,
    requireLastPushApproval: optionalBoolean(given, 'require_last_push_approval') ?? false,
  };
}
