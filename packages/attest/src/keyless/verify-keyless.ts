import { ActionError, parseStrictJson } from '@gatehouse/core';
import type { Bundle } from '@sigstore/bundle';
import { z } from 'zod';
import { loadInstance, type SigstoreTrustRoot } from './instance.ts';
import { certifiedIdentity, trustedIdentity, type WorkflowIdentity } from './workflow-identity.ts';

/** A DSSE envelope that a trusted workflow signed. */
export interface VerifiedEnvelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signer: WorkflowIdentity;
}

const MAX_DEPTH = 32;
const MAX_LOG_ENTRIES = 8;

/** The parts of a bundle that count, as for keys; here log entries and timestamps are among them, and are verified. */
const keylessBundleSchema = z.object({
  mediaType: z.enum([
    'application/vnd.dev.sigstore.bundle.v0.3+json',
    'application/vnd.dev.sigstore.bundle+json;version=0.3',
  ]),
  dsseEnvelope: z.object({}).loose(),
  verificationMaterial: z.object({
    certificate: z.object({ rawBytes: z.string() }),
    tlogEntries: z.array(z.object({}).loose()).max(MAX_LOG_ENTRIES).default([]),
    timestampVerificationData: z.object({}).loose().exactOptional(),
  }),
});

/**
 * Verifies a bundle that was signed without a key of one's own: certificate, time, logs and signature against the trust
 * root that is handed over, then who signed. The time is that of the log or of the timestamp authority.
 *
 * @throws ActionError `signature-invalid`; ConfigError when the trust root cannot be read.
 */
export async function verifyEnvelope(bundleBytes: Uint8Array, trustRoot: SigstoreTrustRoot): Promise<VerifiedEnvelope> {
  const { material, thresholds } = await loadInstance(trustRoot);
  const [{ bundleFromJSON }, { Verifier, toSignedEntity }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
  ]);
  const bundle = readKeyless(bundleBytes, bundleFromJSON);
  const found = attempt('a signature without a key that does not verify', () =>
    certifiedIdentity(new Verifier(material, thresholds).verify(toSignedEntity(bundle))),
  );
  const signer = trustedIdentity(found, trustRoot.signers);
  if (signer === null) throw refusedKeyless(`a signature by ${JSON.stringify(found)}`);
  if (bundle.content.$case !== 'dsseEnvelope') throw refusedKeyless('a bundle without a DSSE envelope');
  const { payload, payloadType } = bundle.content.dsseEnvelope;
  return { payloadType, payload: new Uint8Array(payload), signer };
}

function readKeyless(bytes: Uint8Array, fromJson: (value: unknown) => Bundle): Bundle {
  return attempt('text that is not a Sigstore bundle v0.3 signed with a certificate', () =>
    fromJson(keylessBundleSchema.parse(parseStrictJson(bytes, MAX_DEPTH))),
  );
}

/** What comes from outside may make a parser throw anything: all of it is a refusal. */
function attempt<T>(found: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw refusedKeyless(found, cause);
  }
}

function refusedKeyless(found: string, cause?: unknown): ActionError {
  const detail = cause instanceof Error ? `${found} (${cause.message.slice(0, 300)})` : found;
  return new ActionError(
    'refused',
    {
      where: 'Signature',
      found: detail,
      allowed:
        'a signature by a workflow that the base policy names, with a certificate and a time of its Sigstore instance',
      remedy: 'Let that workflow sign again; if it was renamed or moved, merge its new identity into the policy first',
    },
    { reasonCode: 'signature-invalid', cause },
  );
}
