import type { User } from './model.ts';
import type { AppRecord, InstallationRecord, OrgRecord, RepositoryRecord, TeamRecord, TokenRecord } from './records.ts';

/** Everything that one local GitHub remembers. Records are changed in place; nothing is kept after `close()`. */
export interface State {
  /** The only source of time. */
  readonly now: () => Date;
  /** Ids are unique over all kinds of records, and grow. */
  readonly nextId: () => number;
  /** People, bots and organisations by numeric id. */
  readonly users: Map<number, User>;
  /** By lower-case login. */
  readonly orgs: Map<string, OrgRecord>;
  readonly teams: TeamRecord[];
  /** By lower-case `owner/name`. */
  readonly repositories: Map<string, RepositoryRecord>;
  readonly apps: Map<number, AppRecord>;
  readonly installations: InstallationRecord[];
  readonly tokens: Map<string, TokenRecord>;
}

/** Numeric ids that github.com gives its own App and bot; check runs made with a job's token belong to them. */
export const ACTIONS_APP_ID = 15368;
export const ACTIONS_BOT_ID = 41898282;
/** [live] Id of the account that merge queues act as. */
export const MERGE_QUEUE_BOT_ID = 118344674;

export function createState(now: () => Date): State {
  let lastId = 1000;
  const actionsBot: User = {
    id: ACTIONS_BOT_ID,
    login: 'github-actions[bot]',
    type: 'Bot',
    emails: [`${ACTIONS_BOT_ID}+github-actions[bot]@users.noreply.github.com`],
  };
  const queueBot: User = {
    id: MERGE_QUEUE_BOT_ID,
    login: 'github-merge-queue[bot]',
    type: 'Bot',
    emails: [`${MERGE_QUEUE_BOT_ID}+github-merge-queue[bot]@users.noreply.github.com`],
  };
  const github: User = { id: 9919, login: 'github', type: 'Organization', emails: [] };
  return {
    now,
    nextId: () => {
      lastId += 1;
      return lastId;
    },
    users: new Map([actionsBot, queueBot, github].map((user) => [user.id, user])),
    orgs: new Map(),
    teams: [],
    repositories: new Map(),
    apps: new Map([[ACTIONS_APP_ID, actionsApp(github, actionsBot)]]),
    installations: [],
    tokens: new Map(),
  };
}

function actionsApp(owner: User, bot: User): AppRecord {
  return {
    id: ACTIONS_APP_ID,
    slug: 'github-actions',
    name: 'GitHub Actions',
    clientId: 'Iv1.05c79e9ad1f6bdfa',
    owner,
    bot,
    permissions: { checks: 'write', contents: 'write', statuses: 'write' },
    privateKeyPem: '',
    publicKeyPem: '',
    createdAt: new Date('2018-07-30T09:30:17Z'),
  };
}

export function findUser(state: State, login: string): User | null {
  const wanted = login.toLowerCase();
  return [...state.users.values()].find((user) => user.login.toLowerCase() === wanted) ?? null;
}

/** The account that a commit's address is mapped to, or `null`. */
export function findUserByEmail(state: State, email: string): User | null {
  const wanted = email.toLowerCase();
  return [...state.users.values()].find((user) => user.emails.some((known) => known.toLowerCase() === wanted)) ?? null;
}

export function findRepository(state: State, fullName: string): RepositoryRecord | null {
  return state.repositories.get(fullName.toLowerCase()) ?? null;
}

/** The repository of a record that exists; its absence is a fault of this server. */
export function repositoryOf(state: State, fullName: string): RepositoryRecord {
  const found = findRepository(state, fullName);
  if (found === null) throw new Error(`No repository "${fullName}" in the local GitHub.`);
  return found;
}

export function findTeam(state: State, org: string, slug: string): TeamRecord | null {
  return state.teams.find((team) => team.org.toLowerCase() === org.toLowerCase() && team.slug === slug) ?? null;
}
