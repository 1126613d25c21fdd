import type { RequiredCheck, RulesetRule } from '../records.ts';
import { type MergeMethod, mergeQueueFault, mergeQueueRule } from './merge-queue-rule.ts';
import { FREE, type RefRules } from './ref-rules.ts';

type Parameters = RulesetRule['parameters'];

interface RuleKind {
  /** Parameters that are enforced, or that cannot matter here. Any other is refused. */
  readonly parameters: readonly string[];
  /** What of it is not enforced, or wrong; `null` when all of it is enforced. */
  readonly fault?: (parameters: Parameters) => string | null;
  readonly rules: (parameters: Parameters) => RefRules;
}

/**
 * The rules of rulesets that are enforced. Whatever is not is refused when the ruleset is made: a rule that is kept and
 * not enforced would look like protection.
 */
const KINDS: Readonly<Record<string, RuleKind>> = {
  creation: { parameters: [], rules: () => ({ ...FREE, mayCreate: false }) },
  // Fetch-and-merge is about keeping forks in step, which the local GitHub has no route for.
  update: { parameters: ['update_allows_fetch_and_merge'], rules: () => ({ ...FREE, mayUpdate: false }) },
  deletion: { parameters: [], rules: () => ({ ...FREE, mayDelete: false }) },
  non_fast_forward: { parameters: [], rules: () => ({ ...FREE, fastForwardOnly: true }) },
  required_linear_history: {
    parameters: [],
    rules: () => ({ ...FREE, linearHistory: true, mergeMethods: ['squash', 'rebase'] }),
  },
  pull_request: {
    parameters: [
      'allowed_merge_methods',
      'dismiss_stale_reviews_on_push',
      'dismissal_restriction',
      'require_code_owner_review',
      'require_last_push_approval',
      'required_approving_review_count',
      // There are no review threads here, so that none is ever unresolved.
      'required_review_thread_resolution',
      'required_reviewers',
    ],
    fault: pullRequestFault,
    rules: pullRequestRules,
  },
  required_status_checks: {
    parameters: ['do_not_enforce_on_create', 'required_status_checks', 'strict_required_status_checks_policy'],
    rules: statusCheckRules,
  },
  merge_queue: {
    parameters: [
      'check_response_timeout_minutes',
      'grouping_strategy',
      'max_entries_to_build',
      'max_entries_to_merge',
      'merge_method',
      'min_entries_to_merge',
      'min_entries_to_merge_wait_minutes',
    ],
    fault: mergeQueueFault,
    rules: (parameters) => ({ ...FREE, mergeQueue: mergeQueueRule(parameters) }),
  },
};

/** Why a rule cannot be enforced here, or `null`. */
export function ruleFault({ type, parameters }: RulesetRule): string | null {
  const kind = KINDS[type];
  if (kind === undefined) return `The local GitHub does not enforce the rule ${type}`;
  const unknown = Object.keys(parameters).find((name) => !kind.parameters.includes(name));
  if (unknown !== undefined) return `The local GitHub does not enforce ${unknown} of the rule ${type}`;
  return kind.fault?.(parameters) ?? null;
}

export function rulesOfRule({ type, parameters }: RulesetRule): RefRules {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`The local GitHub does not know the ruleset rule "${type}".`);
  return kind.rules(parameters);
}

function pullRequestFault(parameters: Parameters): string | null {
  const refuse = (what: string): string => `The local GitHub does not enforce ${what} of the rule pull_request`;
  if (parameters['require_code_owner_review'] === true) return refuse('require_code_owner_review');
  if (Array.isArray(parameters['required_reviewers']) && parameters['required_reviewers'].length > 0)
    return refuse('required_reviewers');
  const restriction = parameters['dismissal_restriction'];
  const enabled =
    typeof restriction === 'object' && restriction !== null && JSON.stringify(restriction).includes('true');
  return enabled ? refuse('dismissal_restriction') : null;
}

const METHODS: readonly MergeMethod[] = ['merge', 'squash', 'rebase'];

function pullRequestRules(parameters: Parameters): RefRules {
  const allowed: unknown = parameters['allowed_merge_methods'];
  return {
    ...FREE,
    reviews: {
      count: Number(parameters['required_approving_review_count'] ?? 0),
      dismissStale: parameters['dismiss_stale_reviews_on_push'] === true,
      requireLastPushApproval: parameters['require_last_push_approval'] === true,
    },
    mergeMethods: Array.isArray(allowed) ? METHODS.filter((method) => allowed.includes(method)) : METHODS,
  };
}

function statusCheckRules(parameters: Parameters): RefRules {
  const checks = checksOf(parameters);
  return {
    ...FREE,
    checks,
    checksOnCreate: parameters['do_not_enforce_on_create'] === true ? [] : checks,
    strictChecks: parameters['strict_required_status_checks_policy'] === true,
  };
}

function checksOf(parameters: Parameters): readonly RequiredCheck[] {
  const entries: readonly unknown[] = Array.isArray(parameters['required_status_checks'])
    ? parameters['required_status_checks']
    : [];
  return entries.map((entry) => {
    const check = new Map<string, unknown>(Object.entries(entry !== null && typeof entry === 'object' ? entry : {}));
    const app = check.get('integration_id');
    return { context: String(check.get('context')), appId: typeof app === 'number' ? app : null };
  });
}
