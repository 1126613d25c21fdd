import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Reply } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';

export interface OidcGrant {
  readonly url: string;
  readonly token: string;
  /** Ends the grant; a job that is over gets no more identity tokens. */
  readonly revoke: () => void;
}

/** Stands for token.actions.githubusercontent.com. */
export interface OidcIssuer {
  readonly issuer: string;
  readonly routes: readonly Route[];
  /** Lets one job ask for identity tokens with these claims. */
  grant(claims: Readonly<Record<string, string>>): OidcGrant;
}

const PREFIX = '/_services/oidc';
const LIFETIME_SECONDS = 300;

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly keyId: string;
}

export function createOidcIssuer(apiUrl: string, now: () => Date): OidcIssuer {
  const issuer = `${apiUrl}${PREFIX}`;
  const grants = new Map<string, Readonly<Record<string, string>>>();
  let made: Keys | null = null;
  function keys(): Keys {
    made ??= makeKeys();
    return made;
  }
  function answer(authorization: string, audience: string | null): Reply {
    const claims = grants.get(authorization.replace(/^bearer\s+/i, ''));
    if (claims === undefined) return { status: 401, body: { message: 'The job may not request an identity token.' } };
    const issuedAt = Math.floor(now().getTime() / 1000);
    const times = {
      jti: randomBytes(16).toString('hex'),
      nbf: issuedAt - 300,
      iat: issuedAt,
      exp: issuedAt + LIFETIME_SECONDS,
    };
    const value = signJwt({ ...claims, ...times, iss: issuer, aud: audience ?? claims['aud'] }, keys());
    return { status: 200, body: { count: value.length, value } };
  }
  const options = { operationId: null, permission: null, auth: 'none' } as const;
  return {
    issuer,
    routes: [
      route(`GET ${PREFIX}/token`, options, (context) =>
        answer(context.request.headers.authorization ?? '', context.query.get('audience')),
      ),
      route(`GET ${PREFIX}/.well-known/openid-configuration`, options, () => ({
        status: 200,
        body: configuration(issuer),
      })),
      route(`GET ${PREFIX}/.well-known/jwks`, options, () => ({ status: 200, body: { keys: [keys().publicJwk] } })),
    ],
    grant: (claims) => {
      const token = randomBytes(24).toString('base64url');
      grants.set(token, claims);
      return { url: `${issuer}/token?api-version=2.0`, token, revoke: () => void grants.delete(token) };
    },
  };
}

function configuration(issuer: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

function makeKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyId = randomBytes(16).toString('hex').toUpperCase();
  return {
    privateKey,
    keyId,
    publicJwk: { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' },
  };
}

function signJwt(payload: Readonly<Record<string, unknown>>, keys: Keys): string {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const body = `${encode({ typ: 'JWT', alg: 'RS256', kid: keys.keyId })}.${encode(payload)}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(keys.privateKey).toString('base64url')}`;
}
