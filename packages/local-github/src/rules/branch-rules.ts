import { permissionOf } from '../access/access.ts';
import type { Credential } from '../model.ts';
import type { RepositoryRecord, RequiredCheck, RequiredReviews, RulesetRecord } from '../records.ts';
import type { State } from '../state.ts';
import { matchesRefPattern } from './ref-pattern.ts';

/** What holds for one ref and one caller, from branch protection and rulesets together. */
export interface RefRules {
  readonly checks: readonly RequiredCheck[];
  /** The head must contain the base's newest commit. */
  readonly strictChecks: boolean;
  readonly reviews: RequiredReviews | null;
  readonly mayCreate: boolean;
  readonly mayUpdate: boolean;
  readonly mayDelete: boolean;
  readonly fastForwardOnly: boolean;
}

const FREE: RefRules = {
  checks: [],
  strictChecks: false,
  reviews: null,
  mayCreate: true,
  mayUpdate: true,
  mayDelete: true,
  fastForwardOnly: false,
};

/** Rules that bind this caller. `null` asks for what binds everybody who has no bypass. */
export function rulesFor(
  state: State,
  repository: RepositoryRecord,
  { ref, credential }: { readonly ref: string; readonly credential: Credential | null },
): RefRules {
  const fromRulesets = rulesetsFor(repository, ref)
    .filter((ruleset) => credential === null || !mayBypass(state, ruleset, credential))
    .flatMap((ruleset) => ruleset.rules)
    .map(rulesOfRule);
  return [protectionRules(state, repository, { ref, credential }), ...fromRulesets].reduce(combine, FREE);
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

function mayBypass(state: State, ruleset: RulesetRecord, credential: Credential): boolean {
  return ruleset.bypass.some((bypass) => {
    if (bypass.mode !== 'always') return false;
    if (bypass.actorType === 'Integration') return credential.kind === 'app' && credential.appId === bypass.actorId;
    if (credential.kind !== 'user') return false;
    if (bypass.actorType === 'User') return credential.user.id === bypass.actorId;
    return state.teams.find((team) => team.id === bypass.actorId)?.members.has(credential.user.id) === true;
  });
}

function protectionRules(
  state: State,
  repository: RepositoryRecord,
  { ref, credential }: { readonly ref: string; readonly credential: Credential | null },
): RefRules {
  if (!ref.startsWith('refs/heads/')) return FREE;
  const branch = ref.slice('refs/heads/'.length);
  const name = [...repository.protections.keys()].find(
    (pattern) => pattern === branch || matchesRefPattern(pattern, branch),
  );
  const protection = name === undefined ? undefined : repository.protections.get(name);
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

/** Rules of rulesets that are enforced. */
export const KNOWN_RULES: ReadonlySet<string> = new Set([
  'creation',
  'update',
  'deletion',
  'non_fast_forward',
  'pull_request',
  'required_status_checks',
]);

function rulesOfRule({ type, parameters }: RulesetRecord['rules'][number]): RefRules {
  switch (type) {
    case 'creation':
      return { ...FREE, mayCreate: false };
    case 'update':
      return { ...FREE, mayUpdate: false };
    case 'deletion':
      return { ...FREE, mayDelete: false };
    case 'non_fast_forward':
      return { ...FREE, fastForwardOnly: true };
    case 'pull_request':
      return {
        ...FREE,
        reviews: {
          count: Number(parameters['required_approving_review_count'] ?? 0),
          dismissStale: parameters['dismiss_stale_reviews_on_push'] === true,
          requireLastPushApproval: parameters['require_last_push_approval'] === true,
        },
      };
    case 'required_status_checks':
      return {
        ...FREE,
        checks: checksOf(parameters),
        strictChecks: parameters['strict_required_status_checks_policy'] === true,
      };
    default:
      throw new Error(`The local GitHub does not know the ruleset rule "${type}".`);
  }
}

function checksOf(parameters: Readonly<Record<string, unknown>>): readonly RequiredCheck[] {
  const entries: readonly unknown[] = Array.isArray(parameters['required_status_checks'])
    ? parameters['required_status_checks']
    : [];
  return entries.map((entry) => {
    const check =
      entry !== null && typeof entry === 'object'
        ? new Map<string, unknown>(Object.entries(entry))
        : new Map<string, unknown>();
    const app = check.get('integration_id');
    return { context: String(check.get('context')), appId: typeof app === 'number' ? app : null };
  });
}

function combine(left: RefRules, right: RefRules): RefRules {
  return {
    checks: [...left.checks, ...right.checks],
    strictChecks: left.strictChecks || right.strictChecks,
    reviews: combineReviews(left.reviews, right.reviews),
    mayCreate: left.mayCreate && right.mayCreate,
    mayUpdate: left.mayUpdate && right.mayUpdate,
    mayDelete: left.mayDelete && right.mayDelete,
    fastForwardOnly: left.fastForwardOnly || right.fastForwardOnly,
  };
}

function combineReviews(left: RequiredReviews | null, right: RequiredReviews | null): RequiredReviews | null {
  if (left === null || right === null) return left ?? right;
  return {
    count: Math.max(left.count, right.count),
    dismissStale: left.dismissStale || right.dismissStale,
    requireLastPushApproval: left.requireLastPushApproval || right.requireLastPushApproval,
  };
}
