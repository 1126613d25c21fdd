import { generateKeyPairSync, sign, verify } from 'node:crypto';

export const ISSUER = 'https://token.actions.githubusercontent.com';
export const REPOSITORY = 'acme/models';
export const WORKFLOW = `${REPOSITORY}/.github/workflows/decide.yml@refs/heads/main`;

/** Claims of GitHub's identity tokens, as far as Fulcio copies them. */
export const CLAIMS: Readonly<Record<string, string>> = {
  iss: ISSUER,
  aud: 'sigstore',
  sub: `repo:${REPOSITORY}:environment:governance`,
  repository: REPOSITORY,
  repository_id: '42',
  ref: 'refs/heads/main',
  sha: 'a'.repeat(40),
  event_name: 'workflow_run',
  job_workflow_ref: WORKFLOW,
  workflow_ref: WORKFLOW,
  runner_environment: 'github-hosted',
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token of the issuer with claims of one's choice. */
export function newToken(claims: Readonly<Record<string, string>> = CLAIMS): string {
  const parts = [{ alg: 'RS256', typ: 'JWT' }, claims].map(encoded);
  const signature = sign('sha256', Buffer.from(parts.join('.')), privateKey);
  return [...parts, signature.toString('base64url')].join('.');
}

/**
 * What Fulcio does with a token before it certifies anything: signature, issuer and audience, then the subject of the
 * certificate, which of a workflow is its URI.
 *
 * @returns the token as the authority of the library reads it, or `null` for one that is not believed.
 */
export function certifiableToken(token: string): string | null {
  const [header = '', body = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${body}`);
  if (!verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))) return null;
  const claims: Record<string, string> = JSON.parse(Buffer.from(body, 'base64url').toString());
  if (claims['iss'] !== ISSUER || claims['aud'] !== 'sigstore') return null;
  return [header, encoded({ ...claims, sub: `https://github.com/${claims['job_workflow_ref']}` }), signature].join('.');
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
