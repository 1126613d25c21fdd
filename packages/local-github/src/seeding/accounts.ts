import { generateKeyPairSync } from 'node:crypto';
import type { Permissions, User } from '../model.ts';
import type { AppRecord, OrgRecord, TeamRecord } from '../records.ts';
import { findUser, type State } from '../state.ts';

export interface NewTeam {
  readonly org: string;
  readonly name: string;
  readonly members?: readonly User[];
  readonly parent?: TeamRecord;
  /** `secret`: seen by its members and by administrators only; default `closed`. */
  readonly privacy?: TeamRecord['privacy'];
}

export function requireUser(state: State, login: string): User {
  const user = findUser(state, login);
  if (user === null) throw new Error(`No account "${login}" in the local GitHub.`);
  return user;
}

export function addUser(state: State, user: Omit<User, 'id'>): User {
  if (findUser(state, user.login) !== null) throw new Error(`The account "${user.login}" exists already.`);
  const id = state.nextId();
  const record: User = { ...user, id, emails: [...user.emails, `${id}+${user.login}@users.noreply.github.com`] };
  state.users.set(id, record);
  return record;
}

/**
 * Gives a person another login. The numeric id stays, and so do the addresses that commits were made with; as on
 * github.com the old login is nobody's (404), not a redirect.
 */
export function renameUser(state: State, user: User, login: string): void {
  if (findUser(state, login) !== null) throw new Error(`The account "${login}" exists already.`);
  // Repositories are known by their owner's login, which this server does not move.
  if ([...state.repositories.values()].some((repository) => repository.owner.id === user.id))
    throw new Error(`${user.login} owns repositories; the local GitHub cannot rename it.`);
  Object.assign(user, { login, emails: [...user.emails, `${user.id}+${login}@users.noreply.github.com`] });
}

export function addTeam(state: State, team: NewTeam): TeamRecord {
  const record: TeamRecord = {
    id: state.nextId(),
    org: team.org,
    name: team.name,
    slug: team.name.toLowerCase().replace(/[^a-z0-9_]+/g, '-'),
    parentId: team.parent?.id ?? null,
    members: new Map((team.members ?? []).map((user) => [user.id, 'member'])),
    repositories: new Map(),
    privacy: team.privacy ?? 'closed',
    createdAt: state.now(),
  };
  const org = state.orgs.get(team.org.toLowerCase());
  if (org === undefined) throw new Error(`No organisation "${team.org}" in the local GitHub.`);
  // Who joins a team joins its organisation.
  for (const id of record.members.keys()) if (!org.members.has(id)) org.members.set(id, 'member');
  state.teams.push(record);
  return record;
}

/** Who leaves an organisation leaves its teams. */
export function removeOrgMember(state: State, org: OrgRecord, user: User): void {
  org.members.delete(user.id);
  const login = org.account.login.toLowerCase();
  for (const team of state.teams) if (team.org.toLowerCase() === login) team.members.delete(user.id);
}

export function addApp(
  state: State,
  app: { readonly name: string; readonly owner: string; readonly permissions: Permissions },
): AppRecord {
  const slug = app.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const id = state.nextId();
  const record: AppRecord = {
    id,
    slug,
    name: app.name,
    clientId: `Iv23li${id.toString(36).padStart(14, '0')}`,
    owner: requireUser(state, app.owner),
    bot: addUser(state, { login: `${slug}[bot]`, type: 'Bot', emails: [] }),
    permissions: app.permissions,
    privateKeyPem: keys.privateKey,
    publicKeyPem: keys.publicKey,
    createdAt: state.now(),
  };
  state.apps.set(id, record);
  return record;
}
