/** A person and the roles that the person could fill. */
export interface RoleHolder {
  readonly id: number;
  readonly roles: readonly string[];
}

/**
 * Gives every role a person of its own, as many roles as possible: a maximum bipartite matching by augmenting paths
 * (Kuhn 1955). Someone who holds two roles is moved to the other one when that fills both.
 *
 * @returns the id of the person per filled role; equal input in equal order gives an equal result.
 */
export function assignRoles(roles: readonly string[], holders: readonly RoleHolder[]): ReadonlyMap<string, number> {
  const holderOf = new Map<string, number>();

  function place(role: string, tried: Set<number>): boolean {
    for (const holder of holders) {
      if (!holder.roles.includes(role) || tried.has(holder.id)) continue;
      tried.add(holder.id);
      const current = [...holderOf].find(([, id]) => id === holder.id)?.[0];
      if (current === undefined || place(current, tried)) {
        holderOf.set(role, holder.id);
        return true;
      }
    }
    return false;
  }

  for (const role of new Set(roles)) place(role, new Set());
  return holderOf;
}
