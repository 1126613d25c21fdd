import { ActionError, type ModelConfig, type People } from '@gatehouse/core';
import { peopleToAsk, roleMembers } from '../role-members.ts';

/** Whoever starts a job that moves a stage; of a run that was started again, who did that. */
export interface StageMover {
  readonly id: number;
  readonly login: string;
}

/**
 * Refuses somebody who holds none of the roles that the stage names; without such names the job's own guards decide.
 * Compared by numeric id. A team that cannot be read is no membership.
 *
 * @throws ActionError `refused`: `stage-rule-unmet`, or `role-unknown` where the membership cannot be told.
 */
export async function requireStageMover(
  people: Pick<People, 'accounts' | 'teams'>,
  config: Pick<ModelConfig, 'approvals' | 'stage-rules'>,
  asked: { readonly stage: string; readonly mover: StageMover },
): Promise<void> {
  const { stage, mover } = asked;
  const rules = config['stage-rules'];
  const promoters = Object.hasOwn(rules, stage) ? rules[stage]?.promoters : undefined;
  if (promoters === undefined) return;
  const roles = promoters.map((role) => {
    const { users = [], teams = [] } = config.approvals.roles[role] ?? {};
    return { role, users, teams };
  });
  const wanted = peopleToAsk(roles);
  const [accounts, teams] = await Promise.all([people.accounts(wanted.logins), people.teams(wanted.teams)]);
  const members = roleMembers(roles, { accounts, teams });
  if (members.some((role) => role.members.some(({ id }) => id === mover.id))) return;
  const unknown = members.filter(({ complete }) => !complete).map(({ role }) => role);
  throw new ActionError(
    'refused',
    {
      where: `Stage "${stage}"`,
      found:
        unknown.length === 0
          ? `${mover.login} (user ${mover.id}) holds none of its roles`
          : `it cannot be told whether ${mover.login} (user ${mover.id}) holds ${unknown.join(' or ')}`,
      allowed: `a person with one of the roles ${promoters.join(', ')}`,
      remedy:
        unknown.length === 0
          ? 'Let somebody with one of these roles start the job'
          : 'Give the action an org-token that reads the teams of these roles',
    },
    { reasonCode: unknown.length === 0 ? 'stage-rule-unmet' : 'role-unknown' },
  );
}
