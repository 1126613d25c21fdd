import { type Config, needsCandidate } from '@gatehouse/core';
import { type PolicyChange, policyMatcher } from '../required-roles.ts';

/** How a change concerns the models of a policy. */
export interface Concern {
  /** Models with a changed file of their own: they need a candidate and its evaluation. */
  readonly evaluated: readonly string[];
  /** Models of which only the rules change: there is nothing to evaluate, and the rules' owner decides. */
  readonly ruled: readonly string[];
}

/**
 * Says which models a change concerns. A model's own files are those that its candidate is made from, by
 * `needsCandidate`; its rules are what {@link policyMatcher} tells.
 */
export function concernOf(config: Pick<Config, 'models'>, change: PolicyChange): Concern {
  const models = Object.entries(config.models);
  const evaluated = models.filter(([, model]) => needsCandidate(model, change.files));
  const ruled = models.filter(
    ([name, model]) => !evaluated.some(([other]) => other === name) && change.files.some(policyMatcher(model, change)),
  );
  return { evaluated: evaluated.map(([name]) => name), ruled: ruled.map(([name]) => name) };
}
