import { setTimeout } from 'node:timers/promises';
import { ActionError } from '@gatehouse/core';
import { input } from './input.ts';

/** The inputs of every action that tells what it read; they mean the same everywhere. */
export const LINEAGE_INPUTS = {
  'openlineage-url': input.url(
    'Address of an OpenLineage server; run events are posted to its /api/v1/lineage. They are in the artifact either way.',
  ),
  'openlineage-api-key': input.secret('Key that the OpenLineage server takes as bearer token.'),
  'openlineage-failure': input
    .oneOf('Whether events that cannot be posted are a warning or fail the step.', ['warn', 'fail'])
    .default('warn'),
} as const;

const TIMEOUT_MS = 10_000;
const ATTEMPTS = 2;
const PATH = 'api/v1/lineage';

/** Values of {@link LINEAGE_INPUTS}. */
export interface LineageInputs {
  readonly 'openlineage-url': string | undefined;
  readonly 'openlineage-api-key': string | undefined;
  readonly 'openlineage-failure': 'warn' | 'fail';
}

export interface LineageOptions {
  warning(text: string): void;
  readonly timeoutMs?: number;
}

/**
 * Posts events one after the other, if an address is given. Neither address nor key is in a message: addresses of such
 * servers may hold one. Redirects are not followed, since they could take the key elsewhere.
 *
 * @throws ActionError `service` when it fails and the inputs say that this fails the step.
 */
export async function postLineage(
  events: readonly unknown[],
  inputs: LineageInputs,
  { warning, timeoutMs = TIMEOUT_MS }: LineageOptions,
): Promise<void> {
  const url = inputs['openlineage-url'];
  if (url === undefined) return;
  const fault = addressFault(url, inputs['openlineage-api-key']) ?? (await posted(events, { url, inputs, timeoutMs }));
  if (fault === null) return;
  const error = new ActionError('service', {
    where: 'Input "openlineage-url"',
    found: fault,
    allowed: 'a server that takes OpenLineage events over HTTPS',
    remedy: 'Look at the server, the key and the address',
  });
  if (inputs['openlineage-failure'] === 'fail') throw error;
  warning(`${error.message} The events are in the artifact.`);
}

function addressFault(address: string, key: string | undefined): string | null {
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'an address with a user or password in it';
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && key !== undefined && !isLocal) return 'an address that would send the key unencrypted';
  return null;
}

async function posted(
  events: readonly unknown[],
  to: { readonly url: string; readonly inputs: LineageInputs; readonly timeoutMs: number },
): Promise<string | null> {
  const key = to.inputs['openlineage-api-key'];
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  const target = new URL(PATH, to.url.endsWith('/') ? to.url : `${to.url}/`).href;
  for (const event of events) {
    let fault: string | null = null;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      fault = await once(target, { headers, body: JSON.stringify(event), timeoutMs: to.timeoutMs });
      // An answer of the server's own will be the same again.
      if (fault === null || fault.startsWith('the answer 4')) break;
    }
    if (fault !== null) return fault;
  }
  return null;
}

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** Through the proxy of the runner, as downloads go. */
async function once(target: string, { headers, body, timeoutMs }: Sent): Promise<string | null> {
  const { HttpClient } = await import('@actions/http-client');
  const client = new HttpClient('gatehouse', [], { allowRedirects: false, socketTimeout: timeoutMs });
  const late = new AbortController();
  // The client's own limit is one of silence: a server that drips could hold the step.
  const limit = setTimeout(timeoutMs, 'late' as const, { signal: late.signal });
  const answered = client.post(target, body, headers).then(({ message }) => {
    message.destroy();
    return message.statusCode ?? 0;
  });
  try {
    const status = await Promise.race([answered, limit]);
    if (status === 'late') return `no answer within ${timeoutMs / 1000} s`;
    return status >= 200 && status < 300 ? null : `the answer ${status}`;
  } catch {
    // The message of the error would hold the address.
    return 'a server that cannot be reached';
  } finally {
    late.abort();
    limit.catch(() => undefined);
    answered.catch(() => undefined);
    client.dispose();
  }
}
