import { isTeamMember, roleOf, roleReaches } from '../access/access.ts';
import type { Credential, RepositoryRole, User } from '../model.ts';
import type { BypassActor, RepositoryRecord, RulesetRecord } from '../records.ts';
import type { State } from '../state.ts';

/** How a ref is about to move: by a push (or the REST API for refs), or by the merge of a pull request. */
export type Via = 'push' | 'merge';

/** Ids that github.com gives the roles that every repository has. */
const ROLE_IDS: ReadonlyMap<number, RepositoryRole> = new Map([
  [1, 'read'],
  [2, 'maintain'],
  [3, 'triage'],
  [4, 'write'],
  [5, 'admin'],
]);

export interface BypassRequest {
  readonly credential: Credential;
  readonly via: Via;
}

/** Whether a ruleset does not bind this caller on this way. */
export function mayBypass(
  state: State,
  repository: RepositoryRecord,
  { ruleset, credential, via }: BypassRequest & { readonly ruleset: RulesetRecord },
): boolean {
  return ruleset.bypass.some(
    (actor) => (actor.mode !== 'pull_request' || via === 'merge') && isActor(state, repository, { actor, credential }),
  );
}

/** What the caller is told about itself: the best of the modes that name it. */
export function bypassOf(
  state: State,
  repository: RepositoryRecord,
  { ruleset, credential }: { readonly ruleset: RulesetRecord; readonly credential: Credential },
): 'always' | 'pull_requests_only' | 'never' | 'exempt' {
  const modes = ruleset.bypass
    .filter((actor) => isActor(state, repository, { actor, credential }))
    .map(({ mode }) => mode);
  if (modes.includes('exempt')) return 'exempt';
  if (modes.includes('always')) return 'always';
  return modes.includes('pull_request') ? 'pull_requests_only' : 'never';
}

/** A job's token never is one: `github-actions` cannot be put on the list. There are no deploy keys here. */
function isActor(
  state: State,
  repository: RepositoryRecord,
  { actor, credential }: { readonly actor: BypassActor; readonly credential: Credential },
): boolean {
  if (actor.actorType === 'Integration') return credential.kind === 'app' && credential.appId === actor.actorId;
  return credential.kind === 'user' && isPerson(state, repository, { actor, user: credential.user });
}

function isPerson(
  state: State,
  repository: RepositoryRecord,
  { actor, user }: { readonly actor: BypassActor; readonly user: User },
): boolean {
  switch (actor.actorType) {
    case 'User':
      return user.id === actor.actorId;
    case 'OrganizationAdmin':
      return state.orgs.get(repository.owner.login.toLowerCase())?.members.get(user.id) === 'admin';
    case 'Team': {
      // [live] Whether members of child teams may bypass is not documented; membership counts them everywhere else.
      const team = state.teams.find((candidate) => candidate.id === actor.actorId);
      return team !== undefined && isTeamMember(state, team, user.id);
    }
    case 'RepositoryRole': {
      // [live] A role is taken to include the roles above it.
      const role = ROLE_IDS.get(actor.actorId ?? 0);
      return role !== undefined && roleReaches(roleOf(state, repository, user), role);
    }
    default:
      return false;
  }
}
