import type { KeyObject } from 'node:crypto';
import { ActionError, ConfigError } from '@gatehouse/core';
import { loadPublicKey, publicKeyHint, type SigningKey } from './signing-key.ts';

/** A key that may have signed. A revoked key stays listed, so that a message can say why it is refused. */
export interface TrustedKey {
  readonly id: string;
  readonly publicKeyPem: string;
  readonly revoked: boolean;
}

/**
 * Whom to believe. The kind decides how a bundle is verified; nothing that a bundle says about itself does.
 */
export interface TrustRoot {
  readonly kind: 'key';
  readonly keys: readonly TrustedKey[];
}

export interface LoadedKey {
  readonly id: string;
  readonly key: KeyObject;
  readonly revoked: boolean;
}

/**
 * The keys of a trust root by hint. A key that is listed twice is revoked if either entry says so.
 *
 * @throws ConfigError when there is no key, or one cannot be read.
 */
export function keysByHint(trustRoot: TrustRoot): ReadonlyMap<string, LoadedKey> {
  if (trustRoot.keys.length === 0) {
    throw new ConfigError([
      {
        where: 'gatehouse.yml: trust.keys',
        found: 'no key',
        allowed: 'at least one public key',
        remedy: 'Add the public key of the signing environment',
      },
    ]);
  }
  const keys = new Map<string, LoadedKey>();
  for (const { id, publicKeyPem, revoked } of trustRoot.keys) {
    const key = loadPublicKey(publicKeyPem, `Trusted key "${id}"`);
    const hint = publicKeyHint(publicKeyPem);
    keys.set(hint, { id, key, revoked: revoked || keys.get(hint)?.revoked === true });
  }
  return keys;
}

/**
 * Refuses a signing key before anything is signed with it: statements are recorded once and never replaced, so one that
 * nobody would believe must not be recorded.
 *
 * @throws ActionError reason `signature-invalid` when no key of the trust root is its public half, or that is revoked.
 * @throws ConfigError as {@link keysByHint}.
 */
export function requireTrustedKey(key: Pick<SigningKey, 'hint'>, trustRoot: TrustRoot, name = 'Signing key'): void {
  const known = keysByHint(trustRoot).get(key.hint);
  if (known !== undefined && !known.revoked) return;
  const valid = trustRoot.keys.filter((trusted) => !trusted.revoked).map(({ id }) => `"${id}"`);
  throw new ActionError(
    'refused',
    {
      where: name,
      found: known === undefined ? 'a key that the base policy does not name' : `key "${known.id}", which is revoked`,
      allowed: `the private half of a key that "trust.keys" in the base policy names: ${valid.join(', ') || 'none is valid'}`,
      remedy: 'Put the private key that belongs to it into the secret, or merge the new public key first',
    },
    { reasonCode: 'signature-invalid' },
  );
}
