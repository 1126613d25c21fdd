import { permissionOf } from '../access/access.ts';
import type { Credential } from '../model.ts';
import type { RepositoryRecord, RulesetRecord } from '../records.ts';
import type { State } from '../state.ts';
import { mayBypass, type Via } from './bypass.ts';
import { matchesRefPattern } from './ref-pattern.ts';
import { combineRules, FREE, type RefRules } from './ref-rules.ts';
import { rulesOfRule } from './ruleset-rules.ts';

export type { RefRules } from './ref-rules.ts';

export interface RulesRequest {
  readonly ref: string;
  /** `null` asks for what binds everybody who has no bypass. */
  readonly credential: Credential | null;
  /** Default: a push. */
  readonly via?: Via;
}

/** Rules that bind this caller. */
export function rulesFor(
  state: State,
  repository: RepositoryRecord,
  { ref, credential, via = 'push' }: RulesRequest,
): RefRules {
  const fromRulesets = rulesetsFor(repository, ref)
    .filter((ruleset) => credential === null || !mayBypass(state, repository, { ruleset, credential, via }))
    .flatMap((ruleset) => ruleset.rules)
    .map(rulesOfRule);
  return [protectionRules(state, repository, { ref, credential }), ...fromRulesets].reduce(combineRules, FREE);
}

/** Active rulesets whose conditions include the ref. */
export function rulesetsFor(repository: RepositoryRecord, ref: string): readonly RulesetRecord[] {
  const target = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  const includes = (patterns: readonly string[]): boolean =>
    patterns.some(
      (pattern) =>
        pattern === '~ALL' ||
        (pattern === '~DEFAULT_BRANCH'
          ? ref === `refs/heads/${repository.defaultBranch}`
          : matchesRefPattern(pattern, ref)),
    );
  return repository.rulesets.filter(
    (ruleset) =>
      ruleset.enforcement === 'active' &&
      ruleset.target === target &&
      includes(ruleset.include) &&
      !includes(ruleset.exclude),
  );
}

/** Name of the protection that covers a branch: its own, else the first pattern that matches. */
export function protectionKey(repository: RepositoryRecord, branch: string): string | null {
  if (repository.protections.has(branch)) return branch;
  return [...repository.protections.keys()].find((pattern) => matchesRefPattern(pattern, branch)) ?? null;
}

function protectionRules(
  state: State,
  repository: RepositoryRecord,
  { ref, credential }: { readonly ref: string; readonly credential: Credential | null },
): RefRules {
  if (!ref.startsWith('refs/heads/')) return FREE;
  const branch = ref.slice('refs/heads/'.length);
  const name = protectionKey(repository, branch);
  const protection = name === null ? undefined : repository.protections.get(name);
  if (protection === undefined) return FREE;
  const isAdmin = credential?.kind === 'user' && permissionOf(state, repository, credential.user) === 'admin';
  // As on github.com: without `enforce_admins` an administrator is not bound.
  if (isAdmin && !protection.enforceAdmins) return FREE;
  return {
    ...FREE,
    checks: protection.requiredStatusChecks?.checks ?? [],
    strictChecks: protection.requiredStatusChecks?.strict ?? false,
    reviews: protection.requiredReviews,
    mayDelete: protection.allowDeletions,
    fastForwardOnly: !protection.allowForcePushes,
  };
}
