import { ConfigError, hasInvisibleCharacter, type ModelConfig, pathMatcher } from '@gatehouse/core';

/** A change of these files is a change of policy and needs the policy owner's role as well. */
export const POLICY_PATHS: readonly string[] = [
  'gatehouse.yml',
  'governance/**',
  '.github/workflows/**',
  '.github/actions/**',
];

/** What a pull request changes, beside what the base policy knows of it. */
export interface PolicyChange {
  /** Files of the pull request; old names of renamed files belong in it. */
  readonly files: readonly string[];
  /** Files that the base policy names, such as the keys of the trust root. */
  readonly policyFiles: readonly string[];
  /** Files that declare an emergency and are new: they say how the change is approved, and set no rule. */
  readonly declarations: readonly string[];
}

/** A role as one model defines it. */
export interface RoleDefinition {
  readonly role: string;
  readonly users: readonly string[];
  readonly teams: readonly string[];
}

type Ruled = Pick<ModelConfig, 'tier' | 'approvals'>;

/**
 * Tells the files that set the rules for a model: {@link POLICY_PATHS}, files that the base policy names, evaluation code
 * that is taken from the base branch, and code that deploys with the target's credentials. Each list is matched by itself, so that an exclusion in one of them cannot
 * take a file out of another; a path with invisible characters counts, because no reader can tell what it is.
 */
export function policyMatcher(
  model: Pick<ModelConfig, 'evaluate' | 'deploy'>,
  change: Pick<PolicyChange, 'policyFiles' | 'declarations'>,
): (file: string) => boolean {
  const isPolicyPath = pathMatcher(POLICY_PATHS);
  // The candidate's own inference code is what is examined; code of the base branch is the exam of the next candidate.
  const isExam = model.evaluate.code === 'base' ? pathMatcher(model.evaluate.files) : () => false;
  const deploys = Object.values(model.deploy).map(({ files }) => pathMatcher(files));
  return (file) =>
    (isPolicyPath(file) && !change.declarations.includes(file)) ||
    isExam(file) ||
    deploys.some((matches) => matches(file)) ||
    change.policyFiles.includes(file) ||
    hasInvisibleCharacter(file);
}

/**
 * The roles that must approve a change of a model: those of its tier, and the policy role when a changed file sets the
 * rules, as {@link policyMatcher} tells.
 *
 * @throws ConfigError when the tier has no roles, or a role is not defined.
 */
export function requiredRoles(
  model: Ruled & Pick<ModelConfig, 'evaluate' | 'deploy'>,
  change: PolicyChange,
): readonly RoleDefinition[] {
  const rules = change.files.some(policyMatcher(model, change)) ? policyRole(model) : [];
  return mergedRoles([...tierRoles(model), ...rules]);
}

/** The roles of the model's tier. */
export function tierRoles(model: Ruled): readonly RoleDefinition[] {
  const { approvals, tier } = model;
  const roles = approvals.tiers[tier];
  if (roles === undefined) throw rolesFault('approvals.tiers', `no roles for the tier "${tier}"`);
  return roles.map((role) => definitionOf(model, role));
}

/** The role that owns the rules of the model. */
export function policyRole(model: Pick<Ruled, 'approvals'>): readonly RoleDefinition[] {
  return [definitionOf(model, model.approvals['policy-role'])];
}

/** Reads a role's definition, or says that there is none. */
export function definitionOf(model: Pick<Ruled, 'approvals'>, role: string): RoleDefinition {
  const { roles } = model.approvals;
  const found = Object.hasOwn(roles, role) ? roles[role] : undefined;
  if (found === undefined) throw rolesFault('approvals.roles', `the role "${role}" is not defined`);
  return { role, users: found.users, teams: found.teams };
}

/** Each role once. Two models may give one name to different people: such roles are told apart by a number. */
export function mergedRoles(roles: readonly RoleDefinition[]): readonly RoleDefinition[] {
  const merged: RoleDefinition[] = [];
  for (const definition of roles) {
    const sameName = merged.filter(({ role }) => role === definition.role || role.startsWith(`${definition.role} (`));
    if (sameName.some((known) => holdersOf(known) === holdersOf(definition))) continue;
    const role = sameName.length === 0 ? definition.role : `${definition.role} (${sameName.length + 1})`;
    merged.push({ ...definition, role });
  }
  return merged;
}

function holdersOf({ users, teams }: RoleDefinition): string {
  return JSON.stringify([[...users].sort(), [...teams].sort()]);
}

function rolesFault(key: string, found: string): ConfigError {
  return new ConfigError([
    {
      where: `gatehouse.yml: ${key}`,
      found,
      allowed: 'every tier in use names roles that are defined under approvals.roles',
      remedy: 'Define the role, or correct its name',
    },
  ]);
}
