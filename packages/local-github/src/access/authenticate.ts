import { verify } from 'node:crypto';
import { HttpProblem } from '../http/http-problem.ts';
import type { Credential } from '../model.ts';
import type { State } from '../state.ts';

const ANONYMOUS: Credential = { kind: 'anonymous' };

/** Who sends a REST request. No header is anonymous; a header that names no live token is 401, never anonymous. */
export function authenticate(state: State, authorization: string | undefined): Credential {
  if (authorization === undefined) return ANONYMOUS;
  const match = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization);
  if (match?.[1] !== undefined) return credentialOfToken(state, match[1]);
  return authenticateBasic(state, authorization);
}

/** Who sends a git request: Basic, with the token as the password (any user name) or as the user name. */
export function authenticateBasic(state: State, authorization: string | undefined): Credential {
  if (authorization === undefined) return ANONYMOUS;
  const match = /^basic\s+(\S+)$/i.exec(authorization);
  if (match?.[1] === undefined) throw badCredentials();
  const [user = '', ...rest] = Buffer.from(match[1], 'base64').toString('utf8').split(':');
  const password = rest.join(':');
  return credentialOfToken(state, password === '' || password === 'x-oauth-basic' ? user : password);
}

function credentialOfToken(state: State, token: string): Credential {
  const record = state.tokens.get(token);
  if (record !== undefined) {
    const expired = record.expiresAt !== null && record.expiresAt.getTime() <= state.now().getTime();
    if (record.revoked || expired) throw badCredentials();
    return record.credential;
  }
  if (token.split('.').length === 3) return credentialOfAppJwt(state, token);
  throw badCredentials();
}

/** An App's own JWT: RS256, `iss` is the App's id or client id, valid for at most ten minutes. */
function credentialOfAppJwt(state: State, token: string): Credential {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const parsed = parseJson(claims);
  if (parseJson(header)['alg'] !== 'RS256') throw badCredentials();
  const issuer = String(parsed['iss']);
  const app = [...state.apps.values()].find(
    (candidate) => String(candidate.id) === issuer || candidate.clientId === issuer,
  );
  if (app === undefined || app.publicKeyPem === '') throw badCredentials();
  const signed = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${claims}`),
    app.publicKeyPem,
    Buffer.from(signature, 'base64url'),
  );
  const nowSeconds = state.now().getTime() / 1000;
  const [issued, expires] = [Number(parsed['iat']), Number(parsed['exp'])];
  // One minute of grace for clocks that differ, as GitHub advises clients to assume.
  const inTime = issued <= nowSeconds + 60 && expires > nowSeconds && expires <= nowSeconds + 660;
  if (!signed || !inTime) throw new HttpProblem(401, 'A JSON web token could not be decoded');
  return { kind: 'app-jwt', appId: app.id };
}

function parseJson(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    throw badCredentials();
  }
}

function badCredentials(): HttpProblem {
  return new HttpProblem(401, 'Bad credentials');
}
