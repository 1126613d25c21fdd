import type { Config, ModelConfig } from '@gatehouse/core';
import type { EmergencyChange } from '../emergencies/emergency-of.ts';
import type { PullHistory } from '../evidence/pull-history.ts';
import { POLICY_SUBJECT } from '../ledger/entry.ts';
import { mergedRoles, policyRole, type RoleDefinition, tierRoles } from '../required-roles.ts';
import { approvalVerdict } from './approval-verdict.ts';
import { judgeApprovals } from './judge-approvals.ts';
import { policyTupleDigest } from './policy-tuple.ts';
import type { PullFacts } from './pull-facts.ts';
import type { ModelVerdict } from './verdict.ts';

/** What a pull request changes of the rules: of which models, and what it does to declared emergencies. */
export interface RulesChange {
  readonly ruled: readonly string[];
  readonly emergencies: EmergencyChange;
}

/**
 * Judges a change of rules: there is nothing to train or to evaluate, and whoever owns the rules of each model approves
 * this head under the policy that is in force.
 *
 * @param ruled models whose rules change.
 */
export function judgePolicy(facts: PullFacts, change: RulesChange, history: PullHistory): ModelVerdict {
  const { headSha, policy, pull } = facts;
  const roles = policyApprovers(policy.config, change);
  const approvers = { roles, quorum: null, bots: policyBots(policy.config, change), emergency: null };
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
export function policyApprovers({ models }: Pick<Config, 'models'>, change: RulesChange): readonly RoleDefinition[] {
  const owners = concerned({ models }, change).flatMap(({ config, reviewed }) => [
    ...(reviewed ? tierRoles(config) : []),
    ...policyRole(config),
  ]);
  return mergedRoles(owners);
}

/** A bot may change rules that several models share only where each of them lets it. */
function policyBots(config: Pick<Config, 'models'>, change: RulesChange): readonly string[] {
  const [first, ...others] = concerned(config, change).map((model) => model.config.approvals.bots);
  return (first ?? []).filter((bot) => others.every((bots) => bots.includes(bot)));
}

/** Models whose rules change, and those whose emergency is reviewed. */
function concerned(
  { models }: Pick<Config, 'models'>,
  { ruled, emergencies }: RulesChange,
): readonly { readonly config: ModelConfig; readonly reviewed: boolean }[] {
  const reviewed = emergencies.touched.flatMap((emergency) => emergency.models);
  return [...new Set([...ruled, ...reviewed])].flatMap((model) => {
    const config = Object.hasOwn(models, model) ? models[model] : undefined;
    return config === undefined ? [] : [{ config, reviewed: reviewed.includes(model) }];
  });
}
