import { generateKeyPairSync } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInstallationToken, createUserToken } from './access/tokens.ts';
import type { Services } from './context.ts';
import { fetchObjects, initBare } from './git/git.ts';
import type { EnvironmentRecord, PermissionLevel, Permissions, User } from './model.ts';
import type {
  AppRecord,
  InstallationRecord,
  OrgRecord,
  ProtectionRecord,
  RepositoryRecord,
  RulesetRecord,
  TeamRecord,
} from './records.ts';
import { installHooks } from './rules/push-rules.ts';
import { findUser, type State } from './state.ts';

export interface NewRepository {
  /** Login of a user or organisation. */
  readonly owner: string;
  readonly name: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
}

export interface NewTeam {
  readonly org: string;
  readonly name: string;
  readonly members?: readonly User[];
  readonly parent?: TeamRecord;
}

/** Seeding by the program that started the server: what people do on github.com by hand before the story begins. */
export interface Admin {
  createUser(login: string, options?: { readonly emails?: readonly string[] }): User;
  createOrg(
    login: string,
    options?: {
      readonly admins?: readonly User[];
      readonly members?: readonly User[];
      readonly basePermission?: PermissionLevel;
    },
  ): OrgRecord;
  createTeam(team: NewTeam): TeamRecord;
  createRepository(repository: NewRepository): Promise<RepositoryRecord>;
  /** A copy of all branches and tags under another account, from which pull requests can be opened. */
  forkRepository(repository: RepositoryRecord, owner: User): Promise<RepositoryRecord>;
  setCollaborator(repository: RepositoryRecord, user: User, level: PermissionLevel): void;
  setTeamPermission(repository: RepositoryRecord, team: TeamRecord, level: PermissionLevel): void;
  protectBranch(repository: RepositoryRecord, branch: string, protection: Partial<ProtectionRecord>): ProtectionRecord;
  addRuleset(repository: RepositoryRecord, ruleset: Omit<RulesetRecord, 'id' | 'createdAt'>): RulesetRecord;
  createApp(app: { readonly name: string; readonly owner: string; readonly permissions: Permissions }): AppRecord;
  installApp(
    app: AppRecord,
    account: string,
    options?: { readonly repositories?: readonly string[]; readonly permissions?: Permissions },
  ): InstallationRecord;
  /** A personal token of a user. */
  createToken(user: User): string;
  /** An installation token, as the REST API would hand out. */
  createAppToken(
    installation: InstallationRecord,
    narrowing?: { readonly repository?: string; readonly permissions?: Permissions },
  ): string;
  /** `scope`: the repository or one of its environments. */
  setSecret(scope: Pick<EnvironmentRecord, 'secrets'>, name: string, value: string): void;
  setVariable(scope: Pick<EnvironmentRecord, 'variables'>, name: string, value: string): void;
  createEnvironment(
    repository: RepositoryRecord,
    name: string,
    refPatterns: readonly string[] | null,
  ): EnvironmentRecord;
}

export function createAdmin(services: Services): Admin {
  const { state } = services;
  return {
    createUser: (login, options) =>
      addUser(state, { login, type: 'User', emails: options?.emails ?? [`${login}@example.com`] }),
    createOrg: (login, options) => {
      const account = addUser(state, { login, type: 'Organization', emails: [] });
      const members = new Map<number, 'admin' | 'member'>();
      for (const user of options?.members ?? []) members.set(user.id, 'member');
      for (const user of options?.admins ?? []) members.set(user.id, 'admin');
      const org: OrgRecord = { account, members, basePermission: options?.basePermission ?? 'read' };
      state.orgs.set(login.toLowerCase(), org);
      return org;
    },
    createTeam: (team) => addTeam(state, team),
    createRepository: (repository) => addRepository(services, repository),
    forkRepository: (repository, owner) => addFork(services, repository, owner),
    setCollaborator: (repository, user, level) => void repository.collaborators.set(user.id, level),
    setTeamPermission: (repository, team, level) => void team.repositories.set(repository.id, level),
    protectBranch: (repository, branch, protection) => {
      const full: ProtectionRecord = { ...NO_PROTECTION, ...protection };
      repository.protections.set(branch, full);
      return full;
    },
    addRuleset: (repository, ruleset) => {
      const record: RulesetRecord = { ...ruleset, id: state.nextId(), createdAt: state.now() };
      repository.rulesets.push(record);
      return record;
    },
    createApp: (app) => addApp(state, app),
    installApp: (app, account, options) => {
      const installation: InstallationRecord = {
        id: state.nextId(),
        appId: app.id,
        account: requireUser(state, account),
        repositories: options?.repositories === undefined ? 'all' : new Set(options.repositories),
        permissions: options?.permissions ?? app.permissions,
        createdAt: state.now(),
      };
      state.installations.push(installation);
      return installation;
    },
    createToken: (user) => createUserToken(state, user),
    createAppToken: (installation, narrowing) => createInstallationToken(state, installation, narrowing).token,
    setSecret: (scope, name, value) => void scope.secrets.set(name, value),
    setVariable: (scope, name, value) => void scope.variables.set(name, value),
    createEnvironment: (repository, name, refPatterns) => {
      const environment: EnvironmentRecord = { name, refPatterns, secrets: new Map(), variables: new Map() };
      repository.environments.set(name, environment);
      return environment;
    },
  };
}

/** A protected branch with nothing required: no force pushes, no deletion, no exception for administrators. */
export const NO_PROTECTION: ProtectionRecord = {
  requiredStatusChecks: null,
  requiredReviews: null,
  enforceAdmins: true,
  allowForcePushes: false,
  allowDeletions: false,
};

function requireUser(state: State, login: string): User {
  const user = findUser(state, login);
  if (user === null) throw new Error(`No account "${login}" in the local GitHub.`);
  return user;
}

function addUser(state: State, user: Omit<User, 'id'>): User {
  if (findUser(state, user.login) !== null) throw new Error(`The account "${user.login}" exists already.`);
  const id = state.nextId();
  const record: User = { ...user, id, emails: [...user.emails, `${id}+${user.login}@users.noreply.github.com`] };
  state.users.set(id, record);
  return record;
}

function addTeam(state: State, team: NewTeam): TeamRecord {
  const record: TeamRecord = {
    id: state.nextId(),
    org: team.org,
    name: team.name,
    slug: team.name.toLowerCase().replace(/[^a-z0-9_]+/g, '-'),
    parentId: team.parent?.id ?? null,
    members: new Map((team.members ?? []).map((user) => [user.id, 'member'])),
    repositories: new Map(),
    createdAt: state.now(),
  };
  const org = state.orgs.get(team.org.toLowerCase());
  if (org === undefined) throw new Error(`No organisation "${team.org}" in the local GitHub.`);
  // Who joins a team joins its organisation.
  for (const id of record.members.keys()) if (!org.members.has(id)) org.members.set(id, 'member');
  state.teams.push(record);
  return record;
}

async function addRepository(services: Services, repository: NewRepository): Promise<RepositoryRecord> {
  const owner = requireUser(services.state, repository.owner);
  const gitDir = await createGitDir(services, owner, repository.name);
  return registerRepository(services.state, { owner, gitDir, forkOf: null, repository });
}

async function addFork(services: Services, source: RepositoryRecord, owner: User): Promise<RepositoryRecord> {
  const gitDir = await createGitDir(services, owner, source.name);
  for (const kind of ['heads', 'tags']) await fetchObjects(gitDir, source.gitDir, `+refs/${kind}/*:refs/${kind}/*`);
  const repository = {
    owner: owner.login,
    name: source.name,
    private: source.private,
    defaultBranch: source.defaultBranch,
  };
  return registerRepository(services.state, { owner, gitDir, forkOf: source.fullName, repository });
}

async function createGitDir(services: Services, owner: User, name: string): Promise<string> {
  const gitDir = join(services.root, 'git', owner.login, `${name}.git`);
  await mkdir(gitDir, { recursive: true });
  await initBare(gitDir);
  await installHooks(gitDir);
  return gitDir;
}

export function registerRepository(
  state: State,
  made: {
    readonly owner: User;
    readonly gitDir: string;
    readonly forkOf: string | null;
    readonly repository: NewRepository;
  },
): RepositoryRecord {
  const fullName = `${made.owner.login}/${made.repository.name}`;
  if (state.repositories.has(fullName.toLowerCase())) throw new Error(`The repository "${fullName}" exists already.`);
  const now = state.now();
  const record: RepositoryRecord = {
    id: state.nextId(),
    owner: made.owner,
    name: made.repository.name,
    fullName,
    gitDir: made.gitDir,
    private: made.repository.private ?? false,
    defaultBranch: made.repository.defaultBranch ?? 'main',
    forkOf: made.forkOf,
    createdAt: now,
    pushedAt: now,
    updatedAt: now,
    lastNumber: 0,
    collaborators: new Map(),
    protections: new Map(),
    rulesets: [],
    immutableReleases: false,
    burnedTags: new Set(),
    pulls: [],
    checkRuns: [],
    statuses: [],
    releases: [],
    deployments: [],
    runs: [],
    artifacts: [],
    environments: new Map(),
    secrets: new Map(),
    variables: new Map(),
    activity: [],
    mergeQueues: new Map(),
  };
  state.repositories.set(fullName.toLowerCase(), record);
  return record;
}

function addApp(
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
