import {
  type KeyLifetime,
  keyFaultAt,
  keysByHint,
  loadSigningKey,
  requireTrustedKey,
  signStatement,
  type TrustRoot,
  verifyBundle,
} from '@gatehouse/attest';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_STATEMENT, KEY, newKey } from './example.ts';

const day = (text: string): Date => new Date(`2026-${text}T00:00:00Z`);
const OPEN: KeyLifetime = { validFrom: null, validUntil: null, revokedAt: null };
const UNKNOWN_TIME = 'it is not known when the signature was anchored';

function trustedFor(lifetime: Partial<KeyLifetime>, revoked = false): TrustRoot {
  const { publicKeyPem } = KEY;
  return { kind: 'key', keys: [{ id: 'release', publicKeyPem, revoked, lifetime: { ...OPEN, ...lifetime } }] };
}

describe('a key counts', () => {
  it.each<[string, Partial<KeyLifetime>, Date | null, string | null]>([
    ['without a lifetime at any time', {}, null, null],
    ['from its first instant', { validFrom: day('03-01') }, day('03-01'), null],
    ['not before', { validFrom: day('03-01') }, new Date(day('03-01').getTime() - 1), 'counts only from 2026-03-01'],
    ['before its end', { validUntil: day('03-01') }, new Date(day('03-01').getTime() - 1), null],
    ['not at its end', { validUntil: day('03-01') }, day('03-01'), 'counted only until 2026-03-01'],
    ['for what was anchored before it was revoked', { revokedAt: day('03-01') }, day('02-28'), null],
    ['not at its revocation', { revokedAt: day('03-01') }, day('03-01'), 'is revoked as of 2026-03-01'],
    ['not at an unknown time when it begins', { validFrom: day('03-01') }, null, UNKNOWN_TIME],
    ['not at an unknown time when it ends', { validUntil: day('03-01') }, null, UNKNOWN_TIME],
    ['not at an unknown time when it was revoked', { revokedAt: day('03-01') }, null, UNKNOWN_TIME],
    ['not at a date that is none', { validUntil: day('03-01') }, new Date(Number.NaN), 'counted only until'],
    ['not until a date that is none', { validUntil: new Date(Number.NaN) }, day('01-01'), 'a date that is none'],
    ['not from a date that is none', { validFrom: new Date(Number.NaN) }, day('01-01'), 'a date that is none'],
    ['not before a revocation that is none', { revokedAt: new Date(Number.NaN) }, day('01-01'), 'a date that is none'],
  ])('%s', (_, lifetime, anchoredAt, fault) => {
    const found = keyFaultAt({ neverBelieved: false, lifetimes: [{ ...OPEN, ...lifetime }] }, anchoredAt);

    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });

  it('never when it is revoked without a time', () => {
    expect(keyFaultAt({ neverBelieved: true, lifetimes: [] }, day('01-01'))).toBe('is revoked');
    expect(keyFaultAt({ neverBelieved: true, lifetimes: [OPEN] }, day('01-01'))).toBe('is revoked');
  });

  it('by every lifetime that is given for it', () => {
    const lifetimes = [OPEN, { ...OPEN, validUntil: day('03-01') }];

    expect(keyFaultAt({ neverBelieved: false, lifetimes }, day('02-01'))).toBeNull();
    expect(keyFaultAt({ neverBelieved: false, lifetimes }, day('04-01'))).toContain('counted only until');
  });
});

describe('a bundle', async () => {
  const bundle = await signStatement(EVIDENCE_STATEMENT, KEY);
  const refusal = expect.objectContaining({ name: 'ActionError', reasonCode: 'signature-invalid' });

  it.each<[string, boolean]>([
    ['revoked: true with its time', true],
    ['the time alone', false],
  ])('that was anchored before its key was revoked holds, by %s', async (_, revoked) => {
    const root = trustedFor({ revokedAt: day('03-01') }, revoked);

    await expect(verifyBundle(bundle, root, day('02-01'))).resolves.toMatchObject({ keyId: 'release' });
    await expect(verifyBundle(bundle, root, day('03-01'))).rejects.toEqual(refusal);
    await expect(verifyBundle(bundle, root)).rejects.toEqual(refusal);
  });

  it('holds after its key has been rotated, and a later one by the old key does not', async () => {
    const next = loadSigningKey(newKey());
    const root: TrustRoot = {
      kind: 'key',
      keys: [
        ...trustedFor({ validUntil: day('06-01') }).keys,
        {
          id: 'next',
          publicKeyPem: next.publicKeyPem,
          revoked: false,
          lifetime: { ...OPEN, validFrom: day('05-01') },
        },
      ],
    };
    const later = await signStatement(EVIDENCE_STATEMENT, next);

    await expect(verifyBundle(bundle, root, day('05-15'))).resolves.toMatchObject({ keyId: 'release' });
    await expect(verifyBundle(later, root, day('05-15'))).resolves.toMatchObject({ keyId: 'next' });
    await expect(verifyBundle(later, root, day('04-15'))).rejects.toThrow('counts only from 2026-05-01');
    await expect(verifyBundle(bundle, root, day('06-15'))).rejects.toThrow('counted only until 2026-06-01');
  });

  it('of a key that is listed twice holds when both entries say so', async () => {
    const keys = [...trustedFor({ validUntil: day('06-01') }).keys, ...trustedFor({}).keys];

    await expect(verifyBundle(bundle, { kind: 'key', keys }, day('07-01'))).rejects.toThrow('counted only until');
  });
});

describe('keys of a trust root', () => {
  it('are revoked without a time if one of two entries says so', async () => {
    const bundle = await signStatement(EVIDENCE_STATEMENT, KEY);
    const timed = trustedFor({ revokedAt: day('03-01') }).keys;
    const untimed = trustedFor({}, true).keys;

    for (const keys of [
      [...timed, ...untimed],
      [...untimed, ...timed],
    ]) {
      await expect(verifyBundle(bundle, { kind: 'key', keys }, day('02-01'))).rejects.toThrow(
        '"release", which is revoked',
      );
    }
    await expect(verifyBundle(bundle, { kind: 'key', keys: timed }, day('02-01'))).resolves.toBeDefined();
  });

  it('tell a revocation by its time alone', () => {
    expect(keysByHint(trustedFor({ revokedAt: day('03-01') })).get(KEY.hint)).toMatchObject({ revoked: true });
    expect(keysByHint(trustedFor({ validUntil: day('03-01') })).get(KEY.hint)).toMatchObject({ revoked: false });
  });
});

describe('requireTrustedKey', () => {
  it.each<[string, Partial<KeyLifetime>, Date | undefined, string]>([
    ['a key whose time is over', { validUntil: day('03-01') }, day('03-02'), 'counted only until 2026-03-01'],
    ['a key whose time is to come', { validFrom: day('03-01') }, day('02-01'), 'counts only from 2026-03-01'],
    ['a key that will be revoked', { revokedAt: day('03-01') }, day('02-01'), 'which is revoked'],
    ['a key with an end at an unknown time', { validUntil: day('03-01') }, undefined, UNKNOWN_TIME],
  ])('refuses to sign with %s', (_, lifetime, now, message) => {
    const key = now === undefined ? { hint: KEY.hint } : { hint: KEY.hint, now };

    expect(() => requireTrustedKey(key, trustedFor(lifetime))).toThrow(message);
  });

  it('lets a key sign in its time', () => {
    const root = trustedFor({ validFrom: day('02-01'), validUntil: day('03-01') });

    expect(() => requireTrustedKey({ hint: KEY.hint, now: day('02-15') }, root)).not.toThrow();
  });
});
