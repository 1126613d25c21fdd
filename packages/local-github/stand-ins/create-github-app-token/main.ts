import { createSign } from 'node:crypto';
import {
  addMask,
  info,
  input,
  requiredInput,
  runStandIn,
  savedState,
  saveState,
  setOutput,
  variable,
} from '../step.ts';

const api = input('github-api-url') || variable('GITHUB_API_URL');

await runStandIn(savedState('is-post') === 'true' ? revoke : create);

async function create(): Promise<void> {
  saveState('is-post', 'true');
  const issuer = input('client-id') || input('app-id');
  if (issuer === '') throw new Error("Either 'client-id' or 'app-id' input must be set");
  const jwt = appJwt(issuer, requiredInput('private-key').replaceAll('\\n', '\n'));
  const [currentOwner = '', currentName = ''] = variable('GITHUB_REPOSITORY').split('/');
  const owner = input('owner') || currentOwner;
  const names = input('repositories')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  // Without owner and repositories the token reaches the current repository only.
  const repositories = names.length === 0 && input('owner') === '' ? [currentName] : names;
  const path =
    repositories[0] === undefined ? `/users/${owner}/installation` : `/repos/${owner}/${repositories[0]}/installation`;
  const installation = await call(`GET ${path}`, jwt);
  const id = String(installation['id']);
  const permissions = requestedPermissions();
  const token = await call(`POST /app/installations/${id}/access_tokens`, jwt, {
    ...(repositories.length === 0 ? {} : { repositories }),
    ...(Object.keys(permissions).length === 0 ? {} : { permissions }),
  });
  const value = String(token['token']);
  addMask(value);
  setOutput('token', value);
  setOutput('installation-id', id);
  setOutput('app-slug', String(installation['app_slug']));
  if (input('skip-token-revoke') !== 'true') saveState('token', value);
}

async function revoke(): Promise<void> {
  const token = savedState('token');
  if (token === '') return;
  addMask(token);
  const response = await fetch(`${api}/installation/token`, { method: 'DELETE', headers: headers(token) });
  // A token that has expired in the meantime needs no revocation.
  info(response.ok ? 'Token revoked' : `Token revocation failed: ${response.status}`);
}

/** `permission-pull-requests: write` as GitHub's API wants it: `pull_requests`. */
function requestedPermissions(): Readonly<Record<string, string>> {
  const permissions: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) {
    const name = /^INPUT_PERMISSION-(.+)$/.exec(key)?.[1];
    if (name !== undefined && value !== undefined && value !== '')
      permissions[name.toLowerCase().replaceAll('-', '_')] = value;
  }
  return permissions;
}

function appJwt(issuer: string, privateKey: string): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const body = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iat: now - 30, exp: now + 570, iss: issuer })}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey).toString('base64url')}`;
}

function headers(token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  };
}

/** `endpoint`: method and path, `GET /app`. */
async function call(endpoint: string, token: string, body?: unknown): Promise<Record<string, unknown>> {
  const [method = '', path = ''] = endpoint.split(' ');
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { ...headers(token), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  const fields = typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {};
  if (!response.ok) throw new Error(`${endpoint}: ${response.status} ${String(fields['message'])}`);
  return fields;
}
