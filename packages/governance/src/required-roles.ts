import { ConfigError, hasInvisibleCharacter, type ModelConfig, type People, pathMatcher } from '@gatehouse/core';
import type { RoleMembers } from './review-rule.ts';

/** A change of these files is a change of policy and needs the policy owner's role as well. */
export const POLICY_PATHS: readonly string[] = [
  'gatehouse.yml',
  'governance/**',
  '.github/workflows/**',
  '.github/actions/**',
];

/**
 * Tells the files that set the rules for a model: {@link POLICY_PATHS}, files that the base policy names, and evaluation
 * code that is taken from the base branch. Each list is matched by itself, so that an exclusion in one of them cannot
 * take a file out of another; a path with invisible characters counts, because no reader can tell what it is.
 */
export function policyMatcher(
  model: Pick<ModelConfig, 'evaluate'>,
  policyFiles: readonly string[],
): (file: string) => boolean {
  const isPolicyPath = pathMatcher(POLICY_PATHS);
  // The candidate's own inference code is what is examined; code of the base branch is the exam of the next candidate.
  const isExam = model.evaluate.code === 'base' ? pathMatcher(model.evaluate.files) : () => false;
  return (file) => isPolicyPath(file) || isExam(file) || policyFiles.includes(file) || hasInvisibleCharacter(file);
}

/**
 * The roles that must approve: those of the model's tier, and the policy role when a changed file sets the rules:
 * {@link POLICY_PATHS}, files that the policy names, and evaluation code that is taken from the base branch.
 *
 * @param change.files files of the pull request; old names of renamed files belong in it.
 * @param change.policyFiles files that the base policy names, such as the keys of the trust root.
 * @throws ConfigError when the tier has no roles, or a role is not defined.
 */
export function requiredRoles(
  model: Pick<ModelConfig, 'tier' | 'approvals' | 'evaluate'>,
  change: { readonly files: readonly string[]; readonly policyFiles: readonly string[] },
): readonly string[] {
  const { approvals, tier } = model;
  const ofTier = approvals.tiers[tier];
  if (ofTier === undefined) throw rolesFault('approvals.tiers', `no roles for the tier "${tier}"`);
  const isPolicy = policyMatcher(model, change.policyFiles);
  const roles = [...new Set([...ofTier, ...(change.files.some(isPolicy) ? [approvals['policy-role']] : [])])];
  for (const role of roles) {
    if (!Object.hasOwn(approvals.roles, role)) throw rolesFault('approvals.roles', `the role "${role}" is not defined`);
  }
  return roles;
}

/**
 * Reads who holds the roles: users by login, teams by membership. A team that cannot be read leaves the role incomplete.
 * A login without an account holds nothing.
 */
export async function readRoleMembers(
  model: Pick<ModelConfig, 'approvals'>,
  roles: readonly string[],
  people: Pick<People, 'account' | 'teamMembers'>,
): Promise<readonly RoleMembers[]> {
  return Promise.all(
    roles.map(async (role): Promise<RoleMembers> => {
      const { users, teams } = model.approvals.roles[role] ?? { users: [], teams: [] };
      const [accounts, members] = await Promise.all([
        Promise.all(users.map((login) => people.account(login))),
        Promise.all(teams.map((team) => people.teamMembers(team))),
      ]);
      const known = [...accounts, ...members.flatMap((list) => list ?? [])];
      return {
        role,
        memberIds: new Set(known.flatMap((account) => (account === null ? [] : [account.id]))),
        complete: !members.includes(null),
      };
    }),
  );
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
