import type { KeyObject } from 'node:crypto';
import { ConfigError } from '@gatehouse/core';
import { loadPublicKey, publicKeyHint } from './signing-key.ts';

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
