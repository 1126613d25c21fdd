import type { NewRuleset } from '../admin.ts';
import type { BypassActor, RepositoryRecord, RulesetRecord } from '../records.ts';
import { ruleFault } from './ruleset-rules.ts';

/** Rules that make sense for branches only. */
const BRANCH_RULES: ReadonlySet<string> = new Set(['pull_request', 'merge_queue']);

/** Why GitHub, or this server, does not take a ruleset; `null` when it does. `before`: the one that it replaces. */
export function rulesetFault(
  repository: RepositoryRecord,
  ruleset: NewRuleset,
  before: RulesetRecord | null,
): string | null {
  if (repository.rulesets.some((other) => other.id !== before?.id && other.name === ruleset.name))
    return 'Name must be unique';
  const fault =
    firstFault(ruleset.rules, ruleFault) ?? firstFault(ruleset.bypass, (actor) => bypassFault(actor, ruleset));
  return fault ?? targetFault(ruleset) ?? queueFault(repository, ruleset);
}

function firstFault<T>(entries: readonly T[], faultOf: (entry: T) => string | null): string | null {
  for (const entry of entries) {
    const fault = faultOf(entry);
    if (fault !== null) return fault;
  }
  return null;
}

/** Source: OpenAPI, `repository-ruleset-bypass-actor`. */
function bypassFault({ actorType, actorId, mode }: BypassActor, { target }: NewRuleset): string | null {
  const needsId = !['OrganizationAdmin', 'DeployKey'].includes(actorType);
  if (needsId && actorId === null) return `A bypass of type ${actorType} needs actor_id`;
  if (actorType === 'DeployKey' && actorId !== null) return 'A bypass of type DeployKey has no actor_id';
  if (mode !== 'pull_request') return null;
  if (target === 'tag') return 'bypass_mode pull_request is for branches only';
  return actorType === 'DeployKey' ? 'bypass_mode pull_request is not for deploy keys' : null;
}

function targetFault({ target, rules }: NewRuleset): string | null {
  const misplaced = target === 'tag' ? rules.find(({ type }) => BRANCH_RULES.has(type)) : undefined;
  return misplaced === undefined ? null : `The rule ${misplaced.type} is for branches only`;
}

/** Merge queues need an organisation, and branches that are named one by one. Source: docs.github.com, merge queue. */
function queueFault(repository: RepositoryRecord, { rules, include }: NewRuleset): string | null {
  if (!rules.some(({ type }) => type === 'merge_queue')) return null;
  if (repository.owner.type !== 'Organization') return 'A merge queue needs a repository of an organisation';
  const wild = include.some((pattern) => pattern === '~ALL' || /[*?[]/.test(pattern));
  return wild ? 'A merge queue cannot be required by patterns of branches' : null;
}
