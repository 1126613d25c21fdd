import { setTimeout as wait } from 'node:timers/promises';
import { ActionError, type ActionErrorCode, ConfigError } from '@gatehouse/core';
import { z } from 'zod';
import { isSafeServiceUrl } from '../service-url.ts';

/** Credentials of AWS; they live for minutes to hours and are asked for anew at each call. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

export interface AwsKmsOptions {
  readonly region: string;
  /** `null` for the endpoint of the region. */
  readonly endpoint: string | null;
  readonly credentials: () => Promise<AwsCredentials>;
}

/** What the service answered: a value, or the name of the fault by which it refused. */
export type KmsAnswer =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly fault: string; readonly message: string };

/** AWS KMS by its REST interface. */
export interface AwsKms {
  /** @throws ActionError `service` when there is no answer, or only one that says to try again, after four tries. */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<KmsAnswer>;
}

const TRIES = 4;
const FIRST_WAIT_MS = 200;
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_CHARS = 64 * 1024;
const AGAIN = /^(?:Throttling|KMSInternal|DependencyTimeout|LimitExceeded|RequestLimitExceeded|KeyUnavailable)/;
const faultSchema = z.object({ __type: z.string(), message: z.string().optional(), Message: z.string().optional() });

/** Asks the service; nothing is fetched before the first call. @throws ConfigError for a region or endpoint that is none. */
export function awsKms({ region, endpoint, credentials }: AwsKmsOptions): AwsKms {
  const url = endpoint ?? `https://kms.${region}.amazonaws.com/`;
  if (!/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region) || !isSafeServiceUrl(url)) {
    throw new ConfigError([
      {
        where: 'Key service',
        found: `region ${JSON.stringify(region)}, endpoint ${JSON.stringify(endpoint)}`,
        allowed: 'a region such as "eu-central-1", and an https URL',
        remedy: 'Correct the region, and leave the endpoint out unless it is one of your own',
      },
    ]);
  }
  return {
    call: async (operation, input) => {
      const body = JSON.stringify(input);
      for (let tried = 1; ; tried += 1) {
        const answer = await ask({ url, region, operation, body, credentials: await credentials() });
        if ('value' in answer || !AGAIN.test(answer.fault)) return answer;
        if (tried === TRIES) throw serviceFault(operation, `${answer.fault}: ${answer.message}`);
        await wait(Math.random() * FIRST_WAIT_MS * 2 ** tried);
      }
    },
  };
}

/** Credentials as AWS's own actions put them into the environment. @throws ConfigError naming what is missing. */
export function awsCredentials(environment: Readonly<Record<string, string | undefined>>): AwsCredentials {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'] ?? '';
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'] ?? '';
  const missing = Object.entries({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey })
    .filter(([, value]) => value === '')
    .map(([name]) => name);
  if (missing.length === 0) {
    return { accessKeyId, secretAccessKey, sessionToken: environment['AWS_SESSION_TOKEN'] || null };
  }
  throw new ConfigError([
    {
      where: 'Credentials of AWS',
      found: `no ${missing.join(' and no ')} in the environment`,
      allowed: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, with AWS_SESSION_TOKEN where they are temporary',
      remedy: 'Run aws-actions/configure-aws-credentials before, with a role that may use this key alone',
    },
  ]);
}

/** The error for an operation that the service refuses. */
export function refusedByService(
  operation: string,
  answer: { readonly fault: string; readonly message: string },
): ActionError {
  const code = /AccessDenied|UnrecognizedClient|InvalidSignature|ExpiredToken/.test(answer.fault)
    ? 'permission'
    : 'service';
  return serviceFault(operation, `${answer.fault}: ${answer.message}`, code);
}

export function serviceFault(operation: string, found: string, code: ActionErrorCode = 'service'): ActionError {
  return new ActionError(code, {
    where: `Key service, ${operation}`,
    found: found.slice(0, 300),
    allowed: `that the role of this job may call kms:${operation} with this key, and that the key is enabled`,
    remedy: 'Look at the key and at the policy of the role; nothing was signed or decrypted, so run it again',
  });
}

interface Request {
  readonly url: string;
  readonly region: string;
  readonly operation: string;
  readonly body: string;
  readonly credentials: AwsCredentials;
}

/** One try. No answer at all is a fault that may be tried again, too. */
async function ask({ url, region, operation, body, credentials }: Request): Promise<KmsAnswer> {
  const { AwsV4Signer } = await import('aws4fetch');
  const { sessionToken, ...keys } = credentials;
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` };
  const signer = new AwsV4Signer({
    ...keys,
    ...(sessionToken === null ? {} : { sessionToken }),
    // The type of the content is signed, which the library leaves out by itself.
    allHeaders: true,
    service: 'kms',
    region,
    url,
    headers,
    body,
    method: 'POST',
  });
  const signed = await signer.sign();
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(signed.url, {
      method: 'POST',
      headers: signed.headers,
      body,
      signal,
      redirect: 'error',
    });
    return answerOf(response.status, await response.text());
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { fault: 'DependencyTimeout', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

function answerOf(status: number, text: string): KmsAnswer {
  const parsed = text.length > MAX_ANSWER_CHARS ? null : objectOf(text);
  if (status === 200 && parsed !== null) return { value: parsed };
  const fault = faultSchema.safeParse(parsed);
  if (status === 429 || status >= 500) return { fault: 'KMSInternal', message: `status ${status}` };
  if (!fault.success || status === 200) return { fault: `status ${status}`, message: 'an answer that cannot be read' };
  const { __type, message, Message } = fault.data;
  return { fault: __type.split('#').at(-1) ?? __type, message: message ?? Message ?? '' };
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}
