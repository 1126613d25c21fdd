import { type Config, type ModelConfig, pathMatcher } from '@gatehouse/core';
import { type PolicyChange, policyMatcher } from '../required-roles.ts';

/** How a change concerns the models of a policy. */
export interface Concern {
  /** Models with a changed file of their own: they need a candidate and its evaluation. */
  readonly evaluated: readonly string[];
  /** Models of which only the rules change: there is nothing to evaluate, and the rules' owner decides. */
  readonly ruled: readonly string[];
}

/**
 * Says which models a change concerns. A model's own files are those that `paths` match, and its inference code when the
 * candidate brings it along; its rules are what {@link policyMatcher} tells.
 */
export function concernOf(config: Pick<Config, 'models'>, change: PolicyChange): Concern {
  const models = Object.entries(config.models);
  const evaluated = models.filter(([, model]) => change.files.some(ownFileMatcher(model)));
  const ruled = models.filter(
    ([name, model]) => !evaluated.some(([other]) => other === name) && change.files.some(policyMatcher(model, change)),
  );
  return { evaluated: evaluated.map(([name]) => name), ruled: ruled.map(([name]) => name) };
}

function ownFileMatcher(model: Pick<ModelConfig, 'paths' | 'evaluate'>): (file: string) => boolean {
  const isModelFile = pathMatcher(model.paths);
  const isOwnCode = model.evaluate.code === 'candidate' ? pathMatcher(model.evaluate.files) : () => false;
  return (file) => isModelFile(file) || isOwnCode(file);
}
