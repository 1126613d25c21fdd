import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { ConfigError } from '@gatehouse/core';
import { seal, TAG_BYTES, unseal } from './aead.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { fromBech32, toBech32 } from './bech32.ts';
import { type AgeIdentity, type AgeRecipient, FILE_KEY_BYTES, type Stanza } from './recipients.ts';
import { refusedAge } from './refusal.ts';

const TYPE = 'X25519';
const INFO = 'age-encryption.org/v1/X25519';
const KEY_BYTES = 32;
const RECIPIENT_PREFIX = 'age';
const IDENTITY_PREFIX = 'age-secret-key-';
/** What DER puts before the 32 bytes of a key. */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
/** Each wrapping key is used once, so the nonce is zero. */
const NONCE = new Uint8Array(12);

/**
 * Reads a recipient, `age1…`.
 *
 * @throws ConfigError when it is none.
 */
export function x25519Recipient(text: string, where = 'Recipient'): AgeRecipient {
  const bytes = fromBech32(RECIPIENT_PREFIX, text);
  if (bytes?.length !== KEY_BYTES) {
    throw keyFault(where, { found: JSON.stringify(text.slice(0, 80)), allowed: 'an X25519 recipient, "age1…"' });
  }
  const key = publicKeyOf(bytes);
  return { wrap: async (fileKey) => wrapped(fileKey, { key, bytes }, where) };
}

/**
 * Reads an identity, `AGE-SECRET-KEY-1…`.
 *
 * @throws ConfigError that never quotes the text, since it may be most of a secret.
 */
export function x25519Identity(text: string, where = 'Identity'): AgeIdentity & { readonly recipient: string } {
  const bytes = fromBech32(IDENTITY_PREFIX, text.trim());
  if (bytes?.length !== KEY_BYTES) {
    throw keyFault(where, {
      found: `text that is no identity (${text.length} characters)`,
      allowed: 'an X25519 identity, "AGE-SECRET-KEY-1…"',
    });
  }
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });
  const own = rawPublicKey(createPublicKey(key));
  return { recipient: toBech32(RECIPIENT_PREFIX, own), unwrap: async (stanza) => unwrapped(stanza, key, own) };
}

/** Makes a new identity, as `age-keygen` prints it. */
export function newX25519Identity(): string {
  const { privateKey } = generateKeyPairSync('x25519');
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  return toBech32(IDENTITY_PREFIX, der.subarray(PKCS8.length)).toUpperCase();
}

function wrapped(
  fileKey: Uint8Array,
  recipient: { readonly key: KeyObject; readonly bytes: Uint8Array },
  where: string,
): Stanza {
  const ephemeral = generateKeyPairSync('x25519');
  const share = rawPublicKey(ephemeral.publicKey);
  const secret = sharedSecret(ephemeral.privateKey, recipient.key);
  if (secret === null) {
    throw keyFault(where, { found: 'a point of low order', allowed: 'a recipient that an identity was made for' });
  }
  const body = seal(wrappingKey(secret, share, recipient.bytes), NONCE, fileKey);
  return { type: TYPE, args: [toBase64(share)], body };
}

function unwrapped({ type, args, body }: Stanza, key: KeyObject, own: Uint8Array): Uint8Array | null {
  if (type !== TYPE) return null;
  const share = args.length === 1 ? fromBase64(args[0] ?? '') : null;
  if (share?.length !== KEY_BYTES) throw refusedAge('encrypted-header-invalid', 'an X25519 recipient without a share');
  if (body.length !== FILE_KEY_BYTES + TAG_BYTES) {
    throw refusedAge('encrypted-header-invalid', `a wrapped file key of ${body.length} bytes`);
  }
  const secret = sharedSecret(key, publicKeyOf(share));
  if (secret === null) throw refusedAge('encrypted-header-invalid', 'an X25519 share of low order');
  return unseal(wrappingKey(secret, share, own), NONCE, body);
}

/** `null` for a point of low order, whose secret anybody knows. */
function sharedSecret(privateKey: KeyObject, publicKey: KeyObject): Uint8Array | null {
  try {
    const secret = diffieHellman({ privateKey, publicKey });
    return secret.every((byte) => byte === 0) ? null : secret;
  } catch {
    return null;
  }
}

function wrappingKey(secret: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.concat([share, recipient]), INFO, 32));
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI.length);
}

function keyFault(where: string, fault: { readonly found: string; readonly allowed: string }): ConfigError {
  return new ConfigError([{ where, ...fault, remedy: 'Make one with: age-keygen' }]);
}
