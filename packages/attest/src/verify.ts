import { ActionError, type Digest, parseStrictJson, sha256 } from '@gatehouse/core';
import type { Bundle } from '@sigstore/bundle';
import type { TrustMaterial } from '@sigstore/verify';
import { z } from 'zod';
import { keyFaultAt } from './key-lifetime.ts';
import type { SigstoreTrustRoot } from './keyless/instance.ts';
import { verifyEnvelope } from './keyless/verify-keyless.ts';
import { PAYLOAD_TYPE } from './predicate-types.ts';
import { parseStatement, type Statement } from './statement.ts';
import { keysByHint, type LoadedKey, type TrustRoot } from './trust-root.ts';

/** A statement whose signature holds. Make one only by {@link verifyBundle}. */
export interface VerifiedStatement {
  readonly statement: Statement;
  readonly payload: Uint8Array;
  /** SHA-256 of the payload: how other statements refer to this one. */
  readonly digest: Digest;
  /** Name of the trusted key or workflow that signed. */
  readonly keyId: string;
}

const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 32;

/** The parts of a bundle that count. Everything else is cut off before a parser or verifier can act on it. */
const keyBundleSchema = z.object({
  mediaType: z.literal('application/vnd.dev.sigstore.bundle.v0.3+json'),
  dsseEnvelope: z.object({}).loose(),
  verificationMaterial: z.object({ publicKey: z.object({ hint: z.string() }) }),
});

/**
 * Verifies a Sigstore bundle against a trust root, whose kind says how. By keys, the log entries, timestamps and
 * certificates that a bundle brings along are neither needed nor believed: with or without them the verdict is the same.
 * By a Sigstore instance they are needed, and verified.
 *
 * @param anchoredAt of a key only: when the ledger recorded the statement; without it a key that counts for a time only is refused.
 * @throws ActionError reason `signature-invalid` when the bundle cannot be read, is signed by an unknown
 *   key or one that did not count when it was anchored, does not verify, or does not hold an in-toto statement.
 * @throws ConfigError when the trust root itself cannot be read.
 */
export async function verifyBundle(
  bundleJson: string,
  trustRoot: TrustRoot | SigstoreTrustRoot,
  anchoredAt: Date | null = null,
): Promise<VerifiedStatement> {
  const bytes = bundleBytes(bundleJson);
  if (trustRoot.kind === 'key') return verifyByKey(bytes, trustRoot, anchoredAt);
  const { payload, payloadType, signer } = await verifyEnvelope(bytes, trustRoot);
  return verifiedStatement({ payload, payloadType }, signer.id);
}

async function verifyByKey(
  bytes: Uint8Array,
  trustRoot: TrustRoot,
  anchoredAt: Date | null,
): Promise<VerifiedStatement> {
  const keys = keysByHint(trustRoot);
  const [{ bundleFromJSON }, { Verifier, toSignedEntity }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
  ]);
  const { bundle, hint } = readBundle(bytes, bundleFromJSON);
  const signer = signerOf(hint, keys, anchoredAt);
  try {
    const verifier = new Verifier(materialOf(hint, signer), {
      tlogThreshold: 0,
      ctlogThreshold: 0,
      timestampThreshold: 0,
    });
    verifier.verify(toSignedEntity(bundle));
  } catch (cause) {
    throw refused(`a signature by key "${signer.id}" that does not verify`, cause);
  }
  if (bundle.content.$case !== 'dsseEnvelope') throw refused('a bundle without a DSSE envelope');
  const { payload, payloadType } = bundle.content.dsseEnvelope;
  return verifiedStatement({ payload: new Uint8Array(payload), payloadType }, signer.id);
}

function verifiedStatement(
  { payload, payloadType }: { readonly payload: Uint8Array; readonly payloadType: string },
  keyId: string,
): VerifiedStatement {
  if (payloadType !== PAYLOAD_TYPE) throw refused(`payload type ${JSON.stringify(payloadType)}`);
  return { statement: parseStatement(payload), payload, digest: sha256(payload), keyId };
}

function bundleBytes(bundleJson: string): Uint8Array {
  const bytes = new TextEncoder().encode(bundleJson);
  if (bytes.length <= MAX_BUNDLE_BYTES) return bytes;
  throw refused(`a bundle of ${bytes.length} bytes; at most ${MAX_BUNDLE_BYTES} are read`);
}

function readBundle(
  bytes: Uint8Array,
  fromJson: (value: unknown) => Bundle,
): { readonly bundle: Bundle; readonly hint: string } {
  try {
    const parts = keyBundleSchema.parse(parseStrictJson(bytes, MAX_DEPTH));
    return { bundle: fromJson(parts), hint: parts.verificationMaterial.publicKey.hint };
  } catch (cause) {
    throw refused('text that is not a Sigstore bundle v0.3 signed with a key', cause);
  }
}

function signerOf(hint: string, keys: ReadonlyMap<string, LoadedKey>, anchoredAt: Date | null): LoadedKey {
  const signer = keys.get(hint);
  if (signer === undefined) throw refused(`a signature by the unknown key ${JSON.stringify(hint.slice(0, 100))}`);
  const fault = keyFaultAt(signer, anchoredAt);
  if (fault !== null) throw refused(`a signature by key "${signer.id}", which ${fault}`);
  return signer;
}

function materialOf(hint: string, signer: LoadedKey): TrustMaterial {
  return {
    certificateAuthorities: [],
    timestampAuthorities: [],
    tlogs: [],
    ctlogs: [],
    publicKey: (asked) => {
      if (asked !== hint) throw new Error(`asked for key ${asked} while verifying ${hint}`);
      return { publicKey: signer.key, validFor: () => true };
    },
  };
}

function refused(found: string, cause?: unknown): ActionError {
  const detail = cause instanceof Error ? `${found} (${cause.message.slice(0, 300)})` : found;
  return new ActionError(
    'refused',
    {
      where: 'Signature',
      found: detail,
      allowed: 'a signature by a key of "trust.keys" in the base policy that is not revoked',
      remedy: 'Let the decide workflow sign again with the current key',
    },
    { reasonCode: 'signature-invalid', cause },
  );
}
