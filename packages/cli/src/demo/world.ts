import { generateKeyPairSync } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type LocalGitHub,
  type Runner,
  type RunnerProgress,
  startLocalGitHub,
  startRunner,
} from '@gatehouse/local-github';
import { engineTool } from './engine-tool.ts';
import type { Person } from './person.ts';
import { type RepositoryView, repositoryView } from './repository.ts';

export const ORG = 'bank';
export const REPOSITORY = `${ORG}/mortgage-approval`;
export const MODEL = 'mortgage-approval';
/** Where the templates find the actions; the local runner lays this checkout out under that name. */
export const ACTIONS_REPOSITORY = 'gatehouse-actions/gatehouse';

export type Role = 'platform-engineer' | 'ml-engineer' | 'colleague' | 'model-validator' | 'risk-officer';

/** Everything the steps of the demo share. `found` carries what one step learnt to the steps after it. */
export interface DemoWorld {
  readonly github: LocalGitHub;
  readonly runner: Runner;
  /** The checkout of Gatehouse: templates, example and dist/. */
  readonly sources: string;
  /** Where the demo leaves its files. */
  readonly folder: string;
  readonly people: Readonly<Record<Role, Person>>;
  readonly appId: number;
  readonly signingKeys: { readonly publicPem: string };
  as(role: Role): RepositoryView;
  readonly found: Map<string, string>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly sources: string;
  readonly folder: string;
  readonly onProgress: (progress: RunnerProgress) => void;
  /** Tools that the runner's image holds; default the data engine of this checkout, as a prepared image would. */
  readonly tools?: Readonly<Record<string, string>>;
}

/** Starts the local GitHub with its runner, and the accounts, App, repository and environments of the story. */
export async function createWorld(options: WorldOptions): Promise<DemoWorld> {
  await rm(options.folder, { recursive: true, force: true });
  await mkdir(options.folder, { recursive: true });
  const github = await startLocalGitHub({ root: join(options.folder, 'github') });
  try {
    return await populate(github, options);
  } catch (error) {
    // A server that listens would keep the process alive.
    await github.close();
    throw error;
  }
}

async function populate(github: LocalGitHub, options: WorldOptions): Promise<DemoWorld> {
  const runner = await startRunner(github, {
    actionsRoot: { [ACTIONS_REPOSITORY]: options.sources },
    workRoot: join(options.folder, 'runner'),
    tools: options.tools ?? (await engineTool(options.sources, join(options.folder, 'image'))),
    onProgress: options.onProgress,
  });
  const people = createPeople(github);
  const { appId, publicPem } = await createRepositoryWithKeys(github, join(options.folder, 'production'));
  return {
    github,
    runner,
    sources: options.sources,
    folder: options.folder,
    people,
    appId,
    signingKeys: { publicPem },
    as: (role) => repositoryView(github.apiUrl, REPOSITORY, people[role]),
    found: new Map(),
    close: async () => {
      await runner.close();
      await github.close();
    },
  };
}

function createPeople(github: LocalGitHub): DemoWorld['people'] {
  const { admin } = github;
  const person = (login: Role): Person => {
    const email = `${login}@bank.example`;
    const user = admin.createUser(login, { emails: [email] });
    return { login, email, token: admin.createToken(user) };
  };
  const people = {
    'platform-engineer': person('platform-engineer'),
    'ml-engineer': person('ml-engineer'),
    colleague: person('colleague'),
    'model-validator': person('model-validator'),
    'risk-officer': person('risk-officer'),
  };
  return people;
}

async function createRepositoryWithKeys(
  github: LocalGitHub,
  target: string,
): Promise<{ appId: number; publicPem: string }> {
  const { admin, state } = github;
  const user = (login: Role) => {
    const found = [...state.users.values()].find((candidate) => candidate.login === login);
    if (found === undefined) throw new Error(`No account "${login}".`);
    return found;
  };
  admin.createOrg(ORG, { admins: [user('platform-engineer')] });
  const engineers = admin.createTeam({
    org: ORG,
    name: 'ml-engineers',
    members: [user('ml-engineer'), user('colleague')],
  });
  const validators = admin.createTeam({
    org: ORG,
    name: 'model-validation',
    members: [user('model-validator'), user('colleague')],
  });
  const risk = admin.createTeam({ org: ORG, name: 'risk', members: [user('risk-officer')] });
  const repository = await admin.createRepository({ owner: ORG, name: 'mortgage-approval', private: true });
  repository.immutableReleases = true;
  for (const team of [engineers, validators, risk]) admin.setTeamPermission(repository, team, 'write');

  const app = admin.createApp({
    name: 'bank gatehouse',
    owner: ORG,
    permissions: {
      actions: 'write',
      checks: 'write',
      contents: 'write',
      members: 'read',
      metadata: 'read',
      'pull-requests': 'read',
    },
  });
  admin.installApp(app, ORG);
  const keys = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  admin.setVariable(repository, 'GATEHOUSE_APP_ID', String(app.id));
  const governance = admin.createEnvironment(repository, 'governance', ['main']);
  admin.setSecret(governance, 'GATEHOUSE_APP_PRIVATE_KEY', app.privateKeyPem);
  admin.setSecret(governance, 'GATEHOUSE_SIGNING_KEY', keys.privateKey);
  const registry = admin.createEnvironment(repository, 'registry', ['main']);
  admin.setSecret(registry, 'GATEHOUSE_APP_PRIVATE_KEY', app.privateKeyPem);
  const production = admin.createEnvironment(repository, 'production', ['tag:*@*']);
  admin.setVariable(production, 'GATEHOUSE_TARGET', target);
  return { appId: app.id, publicPem: keys.publicKey };
}
