import { randomBytes } from 'node:crypto';
import type { State } from '../state.ts';

/** What a job's ACTIONS_RUNTIME_TOKEN stands for. */
export interface RuntimeGrant {
  readonly repository: string;
  readonly runId: number;
  readonly jobId: number;
}

const LIFETIME_MS = 24 * 3_600_000;

interface IssuedToken extends RuntimeGrant {
  readonly expiresAt: Date;
}

const issued = new WeakMap<State, Map<string, IssuedToken>>();

/**
 * The ACTIONS_RUNTIME_TOKEN of a job. The toolkit reads run and job from the claim `scp` and verifies nothing; so the
 * token carries no signature, and the service takes only tokens that it handed out.
 */
export function issueRuntimeToken(state: State, grant: RuntimeGrant): string {
  const claims = {
    scp: `Actions.ExampleScope Actions.Results:${grant.runId}:${grant.jobId}`,
    jti: randomBytes(18).toString('hex'),
  };
  const token = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
  const expiresAt = new Date(state.now().getTime() + LIFETIME_MS);
  tokensOf(state).set(token, { ...grant, expiresAt });
  return token;
}

/** Ends a token, as GitHub does when its job has ended. */
export function revokeRuntimeToken(state: State, token: string): void {
  tokensOf(state).delete(token);
}

/** What the Authorization header grants, or `null` for a token that this server did not hand out, or no longer takes. */
export function runtimeGrantOf(state: State, authorization: string | undefined): RuntimeGrant | null {
  const token = /^bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const found = token === undefined ? undefined : tokensOf(state).get(token);
  return found === undefined || found.expiresAt <= state.now() ? null : found;
}

function tokensOf(state: State): Map<string, IssuedToken> {
  const tokens = issued.get(state) ?? new Map<string, IssuedToken>();
  issued.set(state, tokens);
  return tokens;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
