import type { ReasonCode } from '@gatehouse/core';
import { exclusionOf, type Participants } from '../exclusions.ts';
import type { RoleDefinition } from '../required-roles.ts';
import type { RoleMembers } from '../review-rule.ts';

/** A role that waits for somebody: who can fill it, and who of its people cannot. */
export interface MissingRole {
  readonly role: string;
  /** Teams and users as the policy names them: `team bank/risk`, `carol`. */
  readonly from: readonly string[];
  readonly not: readonly { readonly login: string; readonly reasonCode: ReasonCode }[];
  /** False when nobody who is known to hold the role could approve. */
  readonly anybody: boolean;
}

/** Says of each missing role who can give it. */
export function missingRoles(
  missing: readonly string[],
  about: {
    readonly roles: readonly RoleDefinition[];
    readonly members: readonly RoleMembers[];
    readonly participants: Participants;
  },
): readonly MissingRole[] {
  return missing.map((role): MissingRole => {
    const definition = about.roles.find((known) => known.role === role);
    const holders = about.members.find((known) => known.role === role);
    const members = holders?.members ?? [];
    const not = members.flatMap(({ id, login }) => {
      const reasonCode = exclusionOf(id, about.participants);
      return reasonCode === null ? [] : [{ login, reasonCode }];
    });
    return {
      role,
      from: [...(definition?.teams ?? []).map((team) => `team ${team}`), ...(definition?.users ?? [])],
      not,
      anybody: holders?.complete !== true || not.length < members.length,
    };
  });
}
