import type { Account } from '@gatehouse/core';
import type { RoleDefinition } from './required-roles.ts';
import type { RoleMembers } from './review-rule.ts';

/** What was answered about people: `null` for a login without account, and for a team that the token cannot see. */
export interface KnownPeople {
  readonly accounts: ReadonlyMap<string, Account | null>;
  readonly teams: ReadonlyMap<string, readonly Account[] | null>;
}

/** Logins and teams to ask for, each once. */
export function peopleToAsk(roles: readonly RoleDefinition[]): {
  readonly logins: readonly string[];
  readonly teams: readonly string[];
} {
  return {
    logins: [...new Set(roles.flatMap(({ users }) => users))],
    teams: [...new Set(roles.flatMap(({ teams }) => teams))],
  };
}

/**
 * Who holds the roles: users by login, teams by membership. A team that cannot be read, or was not asked for, leaves the
 * role incomplete, and so does a login that was not asked for. A login without an account holds nothing.
 */
export function roleMembers(roles: readonly RoleDefinition[], known: KnownPeople): readonly RoleMembers[] {
  return roles.map(({ role, users, teams }): RoleMembers => {
    const accounts = users.map((login) => known.accounts.get(login));
    const members = teams.map((team) => known.teams.get(team));
    const byId = new Map(
      [...accounts, ...members.flatMap((list) => list ?? [])].flatMap((account) =>
        account === null || account === undefined ? [] : [[account.id, account]],
      ),
    );
    const complete = !accounts.includes(undefined) && members.every((list) => list !== null && list !== undefined);
    return { role, members: [...byId.values()], complete };
  });
}
