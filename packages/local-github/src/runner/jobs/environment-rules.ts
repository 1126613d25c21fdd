import type { EnvironmentRecord } from '../../model.ts';
import { patternMatches } from '../workflow/filter-pattern.ts';

/**
 * Why a run may not use an environment, in GitHub's words, or `null` when it may. The executing ref counts:
 * `refs/pull/7/merge` for pull requests and reviews, the default branch for workflow_run.
 *
 * Source: github.blog changelog 2025-11-07, environment branch protections are evaluated against the executing ref.
 */
export function environmentRefusal(environment: EnvironmentRecord, ref: string): string | null {
  const patterns = environment.refPatterns;
  if (patterns === null) return null;
  const tag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const allowed = patterns.some((pattern) => {
    const forTags = pattern.startsWith('tag:');
    return forTags === tag && patternMatches(forTags ? pattern.slice('tag:'.length) : pattern, name);
  });
  if (allowed) return null;
  return `${tag ? 'Tag' : 'Branch'} "${name}" is not allowed to deploy to ${environment.name} due to environment protection rules.`;
}
