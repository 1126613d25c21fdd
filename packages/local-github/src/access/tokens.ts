import { createHash, randomBytes } from 'node:crypto';
import type { Credential, Permissions, User } from '../model.ts';
import type { InstallationRecord, TokenRecord } from '../records.ts';
import { ACTIONS_BOT_ID, type State } from '../state.ts';

const HOUR_MS = 3_600_000;

/** A person's token; it may do what the person may do, until it is revoked. */
export function createUserToken(state: State, user: User): string {
  return store(state, 'ghp_', { credential: { kind: 'user', user }, expiresAt: null });
}

/** The GITHUB_TOKEN of one job: one repository, the job's permissions, dead when the runner revokes it. */
export function createJobToken(
  state: State,
  job: {
    readonly repository: string;
    readonly permissions: Permissions;
    readonly runId: number;
    readonly jobId: number;
  },
): string {
  const bot = accountOf(state, ACTIONS_BOT_ID);
  const expiresAt = new Date(state.now().getTime() + 24 * HOUR_MS);
  return store(state, 'ghs_', { credential: { kind: 'job', bot, ...job }, expiresAt });
}

/** An installation token, narrowed to one repository and to fewer permissions where asked. Lives one hour. */
export function createInstallationToken(
  state: State,
  installation: InstallationRecord,
  narrowing: { readonly repository?: string; readonly permissions?: Permissions } = {},
): TokenRecord {
  const app = state.apps.get(installation.appId);
  if (app === undefined) throw new Error(`Installation ${installation.id} belongs to no App.`);
  const credential: Credential = {
    kind: 'app',
    appId: app.id,
    installationId: installation.id,
    bot: app.bot,
    repository: narrowing.repository ?? null,
    permissions: narrowing.permissions ?? installation.permissions,
  };
  const token = store(state, 'ghs_', { credential, expiresAt: new Date(state.now().getTime() + HOUR_MS) });
  return tokenRecord(state, token);
}

export function revokeToken(state: State, token: string): void {
  tokenRecord(state, token).revoked = true;
}

/** A stable short name of a token for logs and rate limits; the token itself is never written down. */
export function tokenFingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 12);
}

function store(state: State, prefix: string, grant: Pick<TokenRecord, 'credential' | 'expiresAt'>): string {
  const token = `${prefix}${randomBytes(18).toString('hex')}`;
  state.tokens.set(token, { token, ...grant, revoked: false });
  return token;
}

function tokenRecord(state: State, token: string): TokenRecord {
  const record = state.tokens.get(token);
  if (record === undefined) throw new Error('The token was not made by this local GitHub.');
  return record;
}

function accountOf(state: State, id: number): User {
  const user = state.users.get(id);
  if (user === undefined) throw new Error(`No account ${id} in the local GitHub.`);
  return user;
}
