import { ActionError, ConfigError, type Fault } from '@gatehouse/core';
import type { Witness } from '@sigstore/sign';
import { PAYLOAD_TYPE } from '../predicate-types.ts';
import { isSafeServiceUrl } from '../service-url.ts';
import { parseStatement, type Statement, statementPayload } from '../statement.ts';

/** Services of a Sigstore instance. A log or a timestamp authority must vouch for the time. */
export interface KeylessServices {
  readonly fulcioUrl: string;
  readonly rekorUrl: string | null;
  readonly timestampUrl: string | null;
  /** Asks for a token of the audience `sigstore`; it is good for minutes and is sent to Fulcio alone. */
  readonly identityToken: () => Promise<string>;
}

const REQUEST = { timeout: 30_000, retry: { retries: 3, minTimeout: 500, maxTimeout: 5_000 } } as const;

/**
 * Signs a statement with a key that lives for this call only. Fulcio certifies who asked, log or timestamp authority when.
 *
 * @returns a Sigstore bundle v0.3 on one line of JSON.
 * @throws ConfigError when a URL is no HTTPS URL or nobody would vouch for the time.
 * @throws ActionError `service` when the instance or the issuer of the token fails; the token is never quoted.
 */
export async function signStatementKeyless(statement: Statement, services: KeylessServices): Promise<string> {
  checkServices(services);
  const payload = statementPayload(statement);
  parseStatement(payload);
  const [{ DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness }, { bundleToJSON }] = await Promise.all([
    import('@sigstore/sign'),
    import('@sigstore/bundle'),
  ]);
  const { fulcioUrl, rekorUrl, timestampUrl, identityToken } = services;
  const witnesses: Witness[] = [
    ...(rekorUrl === null ? [] : [new RekorWitness({ rekorBaseURL: rekorUrl, entryType: 'dsse', ...REQUEST })]),
    ...(timestampUrl === null ? [] : [new TSAWitness({ tsaBaseURL: timestampUrl, ...REQUEST })]),
  ];
  const signer = new FulcioSigner({
    fulcioBaseURL: fulcioUrl,
    identityProvider: { getToken: identityToken },
    ...REQUEST,
  });
  const builder = new DSSEBundleBuilder({ signer, witnesses });
  try {
    return JSON.stringify(bundleToJSON(await builder.create({ data: Buffer.from(payload), type: PAYLOAD_TYPE })));
  } catch (error) {
    throw serviceFault(error);
  }
}

function checkServices({ fulcioUrl, rekorUrl, timestampUrl }: KeylessServices): void {
  const faults: Fault[] = Object.entries({ fulcioUrl, rekorUrl, timestampUrl })
    .filter(([, url]) => url !== null && !isSafeServiceUrl(url))
    .map(([name, url]) => ({
      where: `Sigstore service ${name}`,
      found: JSON.stringify(url),
      allowed: 'an https URL without a query, since an identity token is sent there',
      remedy: 'Write the base URL of the instance',
    }));
  if (rekorUrl === null && timestampUrl === null) {
    faults.push({
      where: 'Sigstore services',
      found: 'neither a log nor a timestamp authority',
      allowed: 'at least one of the two: a certificate counts for minutes, and somebody must say that it was then',
      remedy: 'Name the Rekor log or the timestamp authority of the instance',
    });
  }
  if (faults.length > 0) throw new ConfigError(faults);
}

/** The library quotes a token that it cannot parse, so neither its message nor the error itself is passed on as it is. */
function serviceFault(error: unknown): ActionError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  const text = code.startsWith('IDENTITY_TOKEN_PARSE') ? code : `${code}${cause}`;
  return new ActionError('service', {
    where: 'Signing without a key',
    found: text.replace(/eyJ[\w-]*(?:\.[\w-]*){0,2}/g, '***').slice(0, 300),
    allowed: 'an identity token of the audience "sigstore", and an instance that certifies it',
    remedy: 'Give the job "id-token: write" and see whether the instance is up; nothing was recorded, so run it again',
  });
}
