import { createInstallationToken, createUserToken } from './access/tokens.ts';
import type { Services } from './context.ts';
import { dequeuePull, enqueuePull } from './merge-queue/enqueue.ts';
import { advanceMergeQueues } from './merge-queue/settle.ts';
import type {
  EnvironmentProtection,
  EnvironmentRecord,
  PermissionLevel,
  Permissions,
  RepositoryRole,
  User,
} from './model.ts';
import { changeDraft } from './pulls/draft-state.ts';
import type {
  AppRecord,
  InstallationRecord,
  MergeQueueEntry,
  OrgRecord,
  ProtectionRecord,
  PullRecord,
  RepositoryRecord,
  RulesetRecord,
  TeamRecord,
} from './records.ts';
import {
  addApp,
  addTeam,
  addUser,
  type NewTeam,
  removeOrgMember,
  renameUser,
  requireUser,
} from './seeding/accounts.ts';
import { addFork, addRepository, collectGarbage, type NewRepository, NO_PROTECTION } from './seeding/repositories.ts';

export type { NewTeam } from './seeding/accounts.ts';
export type { NewRepository } from './seeding/repositories.ts';

export type NewRuleset = Omit<RulesetRecord, 'id' | 'createdAt' | 'updatedAt'>;

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
  /** Another login for the same person; the old one is nobody's from then on. */
  renameUser(user: User, login: string): void;
  createTeam(team: NewTeam): TeamRecord;
  removeOrgMember(org: OrgRecord, user: User): void;
  removeTeamMember(team: TeamRecord, user: User): void;
  createRepository(repository: NewRepository): Promise<RepositoryRecord>;
  /** A copy of all branches and tags under another account, from which pull requests can be opened. */
  forkRepository(repository: RepositoryRecord, owner: User): Promise<RepositoryRecord>;
  setCollaborator(repository: RepositoryRecord, user: User, level: RepositoryRole): void;
  setTeamPermission(repository: RepositoryRecord, team: TeamRecord, level: RepositoryRole): void;
  protectBranch(repository: RepositoryRecord, branch: string, protection: Partial<ProtectionRecord>): ProtectionRecord;
  addRuleset(repository: RepositoryRecord, ruleset: NewRuleset): RulesetRecord;
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
  /** Puts a pull request into the merge queue of its base branch, as a person. */
  enqueue(repository: RepositoryRecord, pullNumber: number, user: User): Promise<MergeQueueEntry>;
  dequeue(repository: RepositoryRecord, pullNumber: number, user: User): Promise<MergeQueueEntry>;
  /** Lets merge queues see that time has passed. */
  advanceMergeQueues(repository: RepositoryRecord): Promise<void>;
  /** Makes a draft ready for review, or the other way; REST cannot. */
  setDraft(repository: RepositoryRecord, pullNumber: number, change: { draft: boolean; user: User }): Promise<void>;
  /** Throws away commits that no ref holds. */
  collectGarbage(repository: RepositoryRecord): Promise<void>;
  createEnvironment(
    repository: RepositoryRecord,
    name: string,
    refPatterns: readonly string[] | null,
  ): EnvironmentRecord;
  /** Reviewers, self review and wait timer of an environment. */
  protectEnvironment(environment: EnvironmentRecord, protection: Partial<EnvironmentProtection>): void;
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
    renameUser: (user, login) => renameUser(state, user, login),
    createTeam: (team) => addTeam(state, team),
    removeOrgMember: (org, user) => removeOrgMember(state, org, user),
    removeTeamMember: (team, user) => void team.members.delete(user.id),
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
      const now = state.now();
      const record: RulesetRecord = { ...ruleset, id: state.nextId(), createdAt: now, updatedAt: now };
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
    enqueue: (repository, number, user) =>
      enqueuePull(services, repository, { pull: requirePull(repository, number), credential: { kind: 'user', user } }),
    dequeue: (repository, number, user) =>
      dequeuePull(services, repository, { pull: requirePull(repository, number), credential: { kind: 'user', user } }),
    advanceMergeQueues: (repository) => advanceMergeQueues(services, repository),
    setDraft: (repository, number, { draft, user }) => {
      const pull = requirePull(repository, number);
      return changeDraft(services, repository, { pull, draft, credential: { kind: 'user', user } });
    },
    collectGarbage,
    createEnvironment: (repository, name, refPatterns) => {
      const environment: EnvironmentRecord = { name, refPatterns, secrets: new Map(), variables: new Map() };
      repository.environments.set(name, environment);
      return environment;
    },
    protectEnvironment: (environment, protection) => {
      environment.protection = { reviewers: [], preventSelfReview: false, waitMinutes: 0, ...protection };
    },
  };
}

function requirePull(repository: RepositoryRecord, number: number): PullRecord {
  const pull = repository.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) throw new Error(`${repository.fullName} has no pull request ${number}.`);
  return pull;
}
