import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import type { State } from '../state.ts';

export type SignedAction = 'read' | 'write';

const keys = new WeakMap<State, Buffer>();

/** A URL that lets whoever holds it read or write what lies at it, until it expires. */
export function signUrl(
  state: State,
  address: string,
  grant: { readonly action: SignedAction; readonly seconds: number },
): string {
  const expires = new Date(state.now().getTime() + grant.seconds * 1000).toISOString();
  const url = new URL(address);
  url.searchParams.set('sp', grant.action);
  url.searchParams.set('se', expires);
  url.searchParams.set('sig', signatureOf(state, { path: url.pathname, action: grant.action, expires }));
  return url.href;
}

/** Whether the URL of a request is one that `signUrl` made for this action, and has not expired. */
export function isSigned(
  { state, request, query }: Pick<Context, 'state' | 'request' | 'query'>,
  action: SignedAction,
): boolean {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const expires = query.get('se') ?? '';
  const given = Buffer.from(query.get('sig') ?? '', 'base64');
  const expected = Buffer.from(signatureOf(state, { path, action, expires }), 'base64');
  const genuine = given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
  return genuine && query.get('sp') === action && new Date(expires) > state.now();
}

interface Signed {
  readonly path: string;
  readonly action: SignedAction;
  readonly expires: string;
}

function signatureOf(state: State, { path, action, expires }: Signed): string {
  return createHmac('sha256', keyOf(state)).update(`${path}\n${action}\n${expires}`).digest('base64');
}

function keyOf(state: State): Buffer {
  const key = keys.get(state) ?? randomBytes(32);
  keys.set(state, key);
  return key;
}
