import type { ModelConfig } from './config/schema.ts';
import { LOCKFILES } from './lockfiles.ts';
import { pathMatcher } from './path-globs.ts';

type Made = Pick<ModelConfig, 'paths' | 'evaluate'>;

/** True when a change touches what a model's candidate is made from, as {@link candidateFileMatcher} tells. */
export function needsCandidate(model: Made, files: readonly string[]): boolean {
  return files.some(candidateFileMatcher(model));
}

/**
 * Tells the files that a model's candidate is made from: those that `paths` match, the lockfiles at the root, and its
 * inference code when the candidate brings it along. Evaluation code of the base branch is the exam, not the examinee.
 */
export function candidateFileMatcher({ paths, evaluate }: Made): (file: string) => boolean {
  const isOfModel = pathMatcher(paths);
  const isInference = evaluate.code === 'candidate' ? pathMatcher(evaluate.files) : () => false;
  return (file) => isOfModel(file) || LOCKFILES.includes(file) || isInference(file);
}
