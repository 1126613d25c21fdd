import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { State } from '../state.ts';

export interface UrlGrant {
  readonly artifactId: number;
  readonly action: 'read' | 'write';
}

const keys = new WeakMap<State, Buffer>();

/** A URL that lets whoever holds it read or write the bytes of one artifact until it expires. */
export function signUrl(
  state: State,
  grant: UrlGrant,
  target: { readonly results: string; readonly seconds: number },
): string {
  const expires = new Date(state.now().getTime() + target.seconds * 1000).toISOString();
  const url = new URL(`blobs/artifacts/${grant.artifactId}`, target.results);
  url.searchParams.set('sp', grant.action);
  url.searchParams.set('se', expires);
  url.searchParams.set('sig', signatureOf(state, grant, expires));
  return url.href;
}

/** Whether the query of a signed URL grants this, now. */
export function verifySignedQuery(state: State, grant: UrlGrant, query: URLSearchParams): boolean {
  const expires = query.get('se') ?? '';
  const given = Buffer.from(query.get('sig') ?? '', 'base64');
  const expected = Buffer.from(signatureOf(state, grant, expires), 'base64');
  const genuine = given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
  return genuine && query.get('sp') === grant.action && new Date(expires) > state.now();
}

function signatureOf(state: State, grant: UrlGrant, expires: string): string {
  return createHmac('sha256', keyOf(state)).update(`${grant.artifactId}\n${grant.action}\n${expires}`).digest('base64');
}

function keyOf(state: State): Buffer {
  const key = keys.get(state) ?? randomBytes(32);
  keys.set(state, key);
  return key;
}
