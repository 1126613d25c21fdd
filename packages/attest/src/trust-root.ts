import type { KeyObject } from 'node:crypto';
import { ActionError, ConfigError } from '@gatehouse/core';
import { type KeyLifetime, keyFaultAt } from './key-lifetime.ts';
import { loadPublicKey, publicKeyHint, type SigningKey } from './signing-key.ts';

/** A key that may have signed. A revoked key stays listed, so that a message can say why it is refused. */
export interface TrustedKey {
  readonly id: string;
  readonly publicKeyPem: string;
  /** Revoked without a time: nothing that it signed is believed any more. */
  readonly revoked: boolean;
  /** Without one the key counts until it is revoked. */
  readonly lifetime?: KeyLifetime;
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
  /** Revoked, with or without a time. */
  readonly revoked: boolean;
  /** Revoked without a time. */
  readonly neverBelieved: boolean;
  /** All of them hold: of a key that is listed twice, both. */
  readonly lifetimes: readonly KeyLifetime[];
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
  for (const { id, publicKeyPem, revoked, lifetime } of trustRoot.keys) {
    const key = loadPublicKey(publicKeyPem, `Trusted key "${id}"`);
    const hint = publicKeyHint(publicKeyPem);
    const other = keys.get(hint);
    const hasTime = (lifetime?.revokedAt ?? null) !== null;
    keys.set(hint, {
      id,
      key,
      revoked: revoked || hasTime || other?.revoked === true,
      neverBelieved: (revoked && !hasTime) || other?.neverBelieved === true,
      lifetimes: [...(other?.lifetimes ?? []), ...(lifetime === undefined ? [] : [lifetime])],
    });
  }
  return keys;
}

/**
 * Refuses a signing key before anything is signed with it: statements are recorded once and never replaced, so one that
 * nobody would believe must not be recorded.
 *
 * @param now may be left out only where no key has a lifetime.
 * @throws ActionError reason `signature-invalid` when no key of the trust root is its public half, or that one is
 *   revoked or does not count now.
 * @throws ConfigError as {@link keysByHint}.
 */
export function requireTrustedKey(
  { hint, now }: Pick<SigningKey, 'hint'> & { readonly now?: Date },
  trustRoot: TrustRoot,
  name = 'Signing key',
): void {
  const known = keysByHint(trustRoot).get(hint);
  const fault = known === undefined ? null : signingFault(known, now ?? null);
  if (known !== undefined && fault === null) return;
  const valid = trustRoot.keys.filter((trusted) => !trusted.revoked).map(({ id }) => `"${id}"`);
  throw new ActionError(
    'refused',
    {
      where: name,
      found: known === undefined ? 'a key that the base policy does not name' : `key "${known.id}", which ${fault}`,
      allowed: `the private half of a key that "trust.keys" in the base policy names: ${valid.join(', ') || 'none is valid'}`,
      remedy: 'Put the private key that belongs to it into the secret, or merge the new public key first',
    },
    { reasonCode: 'signature-invalid' },
  );
}

/** Who signs must be valid now: a revocation to come counts already. */
function signingFault(key: LoadedKey, now: Date | null): string | null {
  return key.revoked ? 'is revoked' : keyFaultAt(key, now);
}
