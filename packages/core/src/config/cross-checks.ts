import { checkColumns } from './column-checks.ts';
import { type Contradiction, duplicate, type ReadableModel, repeated } from './contradiction.ts';
import { checkDeployments } from './deployment-checks.ts';
import { checkGates } from './gates/gate-checks.ts';
import type { Config, ModelConfig } from './schema.ts';
import { checkStageRules, checkStages } from './stage-checks.ts';
import type { DataPath } from './yaml-source.ts';

/** Rules between the fields of one model. Paths begin at the model. */
export function checkModel(model: ReadableModel): readonly Contradiction[] {
  return [
    ...checkApprovals(model),
    ...checkData(model),
    ...checkColumns(model),
    ...checkGates(model),
    ...checkStages(model),
    ...checkStageRules(model),
    ...checkDeployments(model.deploy ?? {}),
  ];
}

/** Rules about the keys that may sign. Paths begin at the top. */
export function checkTrust(trust: Config['trust']): readonly Contradiction[] {
  const faults: Contradiction[] = repeated(trust.keys.map((key) => key.id)).map((index) => ({
    path: ['trust', 'keys', index, 'id'],
    found: `got the id ${JSON.stringify(trust.keys[index]?.id)} a second time`,
    allowed: 'Every key must have its own id',
    remedy: 'Rename one of the two.',
  }));
  if (trust.keys.every((key) => key.revoked)) {
    faults.push({
      path: ['trust', 'keys'],
      found: 'got only revoked keys',
      allowed: 'At least one key must be valid',
      remedy: 'Add the key that signs now.',
    });
  }
  return faults;
}

function checkApprovals({ approvals, tier }: ReadableModel): readonly Contradiction[] {
  if (approvals === undefined) return [];
  const roles = Object.keys(approvals.roles);
  const allowed = roles.length === 0 ? 'No role is defined' : `The roles are ${roles.join(', ')}`;
  const unknown = (path: DataPath, role: string): Contradiction[] =>
    roles.includes(role)
      ? []
      : [{ path, found: `got the unknown role "${role}"`, allowed, remedy: `Define "${role}" under approvals.roles.` }];
  const faults = Object.entries(approvals.tiers).flatMap(([name, needed]) =>
    (needed ?? []).flatMap((role, index) => unknown(['approvals', 'tiers', name, index], role)),
  );
  faults.push(...unknown(['approvals', 'policy-role'], approvals['policy-role']));
  approvals.emergency?.roles.forEach((role, index) => {
    faults.push(...unknown(['approvals', 'emergency', 'roles', index], role));
  });
  faults.push(...checkEmergency(approvals));
  if (tier !== undefined && approvals.tiers[tier] === undefined) {
    faults.push({
      path: ['approvals', 'tiers'],
      found: `got no roles for the tier "${tier}" of this model`,
      allowed: 'The tier of the model must name the roles that approve it',
      remedy: `Add "${tier}" with at least one role.`,
    });
  }
  return faults;
}

/** A quorum that nobody can reach would be found out in the emergency. */
function checkEmergency({ emergency, roles }: ModelConfig['approvals']): readonly Contradiction[] {
  if (emergency === undefined) return [];
  const faults = repeated(emergency.roles).map((index) =>
    duplicate(['approvals', 'emergency', 'roles', index], emergency.roles[index] ?? ''),
  );
  const holders = emergency.roles.flatMap((role) => (Object.hasOwn(roles, role) ? (roles[role] ?? []) : []));
  const people = new Set(holders.flatMap(({ users }) => users.map((login) => login.toLowerCase()))).size;
  // How many are in a team is not known here.
  const countable = holders.length > 0 && holders.every(({ teams }) => teams.length === 0);
  if (countable && people < emergency.quorum) {
    faults.push({
      path: ['approvals', 'emergency', 'quorum'],
      found: `got a quorum of ${emergency.quorum}`,
      allowed: `The roles ${emergency.roles.join(', ')} have ${people} ${people === 1 ? 'holder' : 'holders'}`,
      remedy: 'Lower the quorum, or name another role or user.',
    });
  }
  return faults;
}

function checkData({ data }: ReadableModel): readonly Contradiction[] {
  if (data === undefined) return [];
  const withRole = (role: 'training' | 'evaluation' | 'labels'): readonly string[] =>
    Object.entries(data).flatMap(([name, dataset]) => (dataset.roles.includes(role) ? [name] : []));
  const faults: Contradiction[] = (['evaluation', 'labels'] as const)
    .filter((role) => withRole(role).length !== 1)
    .map((role) => ({
      path: ['data'],
      found: `got ${withRole(role).length} datasets with the role "${role}"${named(withRole(role))}`,
      allowed: `Exactly one dataset must have the role "${role}"`,
      remedy:
        withRole(role).length === 0 ? `Add "${role}" to the roles of one.` : 'Take the role away from the others.',
    }));
  if (withRole('training').length === 0) {
    faults.push({
      path: ['data'],
      found: 'got no dataset with the role "training"',
      allowed: 'At least one dataset must have the role "training"',
      remedy: 'Add "training" to the roles of the data that the training command reads.',
    });
  }
  for (const [name, { roles, split }] of Object.entries(data)) {
    if (roles.includes('training') && roles.includes('evaluation') && split === undefined) {
      faults.push({
        path: ['data', name],
        found: 'got the roles "training" and "evaluation" without "split"',
        allowed: 'A dataset for both must say which rows are held out',
        remedy: 'Add "split" with column, salt, parts and evaluation.',
      });
    }
    for (const index of repeated(roles)) {
      faults.push(duplicate(['data', name, 'roles', index], roles[index] ?? ''));
    }
  }
  return faults;
}

function named(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
