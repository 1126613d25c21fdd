import { createHash, createPrivateKey, createPublicKey, sign as ecdsaSign, type KeyObject } from 'node:crypto';
import { ConfigError } from '@gatehouse/core';

/** A P-256 private key and what others need to recognise its signatures. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** PEM text of the SPKI public key, as it is committed beside the policy. */
  readonly publicKeyPem: string;
  /** Hex SHA-256 of {@link publicKeyPem}. */
  readonly hint: string;
}

/** A P-256 key that stays in a service, which signs with it. */
export interface RemoteSigningKey extends Omit<SigningKey, 'privateKey'> {
  /** @returns the ECDSA signature over SHA-256 of the bytes, in DER. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Reads a P-256 private key from PEM (PKCS#8 or SEC1, not encrypted).
 *
 * @throws ConfigError that never quotes the text, since it may be most of a secret.
 */
export function loadSigningKey(pem: string, name = 'Signing key'): SigningKey {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    throw keyFault(name, `text that is not a readable private key in PEM (${pem.length} characters)`);
  }
  requireP256(privateKey, name);
  const publicKeyPem = canonicalPem(createPublicKey(privateKey));
  return { privateKey, publicKeyPem, hint: hintOf(publicKeyPem) };
}

/**
 * Reads a P-256 public key from PEM.
 *
 * @throws ConfigError when the text is no public key, is a private one, or is on another curve.
 */
export function loadPublicKey(pem: string, name = 'Public key'): KeyObject {
  if (pem.includes('PRIVATE KEY')) throw keyFault(name, 'a private key');
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw keyFault(name, 'text that is not a readable public key in PEM');
  }
  requireP256(key, name);
  return key;
}

/**
 * How OpenSSF Model Signing names a key in a bundle: hex SHA-256 of the canonical PEM text of its SPKI, so that line
 * ends and extra white space of a committed file do not matter.
 */
export function publicKeyHint(publicKeyPem: string): string {
  return hintOf(canonicalPem(loadPublicKey(publicKeyPem)));
}

/** Signs with either kind of key. */
export async function signWith(key: SigningKey | RemoteSigningKey, bytes: Uint8Array): Promise<Buffer> {
  return 'sign' in key ? Buffer.from(await key.sign(bytes)) : ecdsaSign('sha256', bytes, key.privateKey);
}

function canonicalPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

function hintOf(pem: string): string {
  return createHash('sha256').update(pem).digest('hex');
}

function requireP256(key: KeyObject, name: string): void {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (key.asymmetricKeyType === 'ec' && curve === 'prime256v1') return;
  throw keyFault(
    name,
    `a key of type ${key.asymmetricKeyType ?? 'unknown'}${curve === undefined ? '' : ` on ${curve}`}`,
  );
}

function keyFault(where: string, found: string): ConfigError {
  return new ConfigError([
    {
      where,
      found,
      allowed: 'an elliptic-curve key on P-256, in PEM',
      remedy: 'Make one with: openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt',
    },
  ]);
}
