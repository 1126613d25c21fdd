import type { ModelConfig } from './config/schema.ts';
import { pathMatcher } from './path-globs.ts';

/**
 * True when a change touches what a model's candidate is made from: files that `paths` match, and its inference code when
 * the candidate brings it along. Evaluation code of the base branch is the exam, not the examinee.
 */
export function needsCandidate(model: Pick<ModelConfig, 'paths' | 'evaluate'>, files: readonly string[]): boolean {
  const { paths, evaluate } = model;
  return files.some(pathMatcher(paths)) || (evaluate.code === 'candidate' && files.some(pathMatcher(evaluate.files)));
}
