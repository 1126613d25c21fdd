import type { Config } from '@gatehouse/core';
import type { EmergencyChange } from '../emergencies/emergency-of.ts';
import type { PullHistory } from '../evidence/pull-history.ts';
import { POLICY_SUBJECT } from '../ledger/entry.ts';
import { mergedRoles, policyRole, type RoleDefinition, tierRoles } from '../required-roles.ts';
import { approvalVerdict } from './approval-verdict.ts';
import { judgeApprovals } from './judge-approvals.ts';
import { policyTupleDigest } from './policy-tuple.ts';
import type { PullFacts } from './pull-facts.ts';
import type { ModelVerdict } from './verdict.ts';

/**
 * Judges a change of rules: there is nothing to train or to evaluate, and whoever owns the rules of each model approves
 * this head under the policy that is in force.
 *
 * @param ruled models whose rules change.
 */
export function judgePolicy(
  facts: PullFacts,
  change: { readonly ruled: readonly string[]; readonly emergencies: EmergencyChange },
  history: PullHistory,
): ModelVerdict {
  const { headSha, policy, pull } = facts;
  const roles = policyApprovers(policy.config, change);
  const approvers = { roles, quorum: null, emergency: null };
  const tuple = policyTupleDigest(headSha, policy.digest);
  const judged = judgeApprovals(facts, {
    subject: { model: POLICY_SUBJECT, modelDigest: null, pullRequest: pull.number, headSha },
    parts: { tuple, headSha, modelDigest: null, evidenceDigest: null, policyDigest: policy.digest },
    history,
    approvers,
    trainingActors: [],
    waiverOwners: [],
  });
  const verdict = approvalVerdict(POLICY_SUBJECT, approvers, judged);
  return {
    ...verdict,
    reasonCode: verdict.state === 'failure' ? verdict.reasonCode : 'policy-only',
    title: `Policy change: ${verdict.title}`,
    tuple,
  };
}

/**
 * Who approves a change of rules: the owner of each model's rules, and for a declaration of an emergency that is closed
 * or removed also the roles of the tier of each model that it names.
 */
export function policyApprovers(
  { models }: Pick<Config, 'models'>,
  { ruled, emergencies }: { readonly ruled: readonly string[]; readonly emergencies: EmergencyChange },
): readonly RoleDefinition[] {
  const reviewed = emergencies.touched.flatMap((emergency) => emergency.models);
  const owners = [...new Set([...ruled, ...reviewed])].flatMap((model) => {
    const config = Object.hasOwn(models, model) ? models[model] : undefined;
    if (config === undefined) return [];
    return [...(reviewed.includes(model) ? tierRoles(config) : []), ...policyRole(config)];
  });
  return mergedRoles(owners);
}
