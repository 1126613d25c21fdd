import { sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { RemoteSigningKey, SigningKey } from './signing-key.ts';
import type { LoadedKey } from './trust-root.ts';

/** A signature beside its payload, as in a DSSE envelope: who signed, and the ECDSA signature in base64. */
export interface DsseSignature {
  readonly keyid: string;
  readonly sig: string;
}

/** What a signature is worth. `by` is the trusted key, revoked or not. */
export type DsseVerdict =
  | { readonly verdict: 'valid'; readonly by: LoadedKey }
  | { readonly verdict: 'invalid'; readonly by: LoadedKey }
  | { readonly verdict: 'unknown-key' };

/** The payload and the type that binds it to its purpose: a signature of one type is none of another. */
export interface DssePayload {
  readonly type: string;
  readonly payload: Uint8Array;
}

/** `keyid` is the hint of a public key, `sig` canonical base64 of an ECDSA signature in DER: one spelling each. */
export const dsseSignatureSchema = z.strictObject({
  keyid: z.string().regex(/^[0-9a-f]{64}$/),
  sig: z
    .string()
    .max(120)
    .refine((text) => text !== '' && Buffer.from(text, 'base64').toString('base64') === text, 'not canonical base64'),
});

/** The bytes that DSSE signs: `DSSEv1 <length of type> <type> <length of payload> <payload>`. */
export function preAuthenticationEncoding({ type, payload }: DssePayload): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** Signs a payload that lies beside its signature; nothing but the two is needed to verify it. */
export function signDsse(message: DssePayload, key: SigningKey): DsseSignature {
  const signature = sign('sha256', preAuthenticationEncoding(message), key.privateKey);
  return { keyid: key.hint, sig: signature.toString('base64') };
}

/** As {@link signDsse}, with a key that stays in a service. */
export async function signDsseRemotely(message: DssePayload, key: RemoteSigningKey): Promise<DsseSignature> {
  const signature = await key.sign(preAuthenticationEncoding(message));
  return { keyid: key.hint, sig: Buffer.from(signature).toString('base64') };
}

/**
 * Verifies a signature with the trusted key that it names. A revoked key may have signed long before it was revoked:
 * what that means is for the caller to say.
 *
 * @param keys as `keysByHint` gives them.
 */
export function verifyDsse(
  message: DssePayload,
  { keyid, sig }: DsseSignature,
  keys: ReadonlyMap<string, LoadedKey>,
): DsseVerdict {
  const by = keys.get(keyid);
  if (by === undefined) return { verdict: 'unknown-key' };
  const valid = verify('sha256', preAuthenticationEncoding(message), by.key, Buffer.from(sig, 'base64'));
  return { verdict: valid ? 'valid' : 'invalid', by };
}
