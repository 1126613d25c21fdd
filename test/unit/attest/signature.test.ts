import { sign as ecdsaSign, generateKeyPairSync } from 'node:crypto';
import {
  loadPublicKey,
  loadSigningKey,
  publicKeyHint,
  requireTrustedKey,
  type Statement,
  signStatement,
  statementDigest,
  verifyBundle,
} from '@gatehouse/attest';
import { ConfigError, canonicalJson } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_STATEMENT, KEY, newKey, trust } from './example.ts';

type Json = Record<string, unknown>;
const refusal = expect.objectContaining({ name: 'ActionError', reasonCode: 'signature-invalid' });
const bundle = await signStatement(EVIDENCE_STATEMENT, KEY);

/** Signs any payload and type as DSSE with the trusted key, as an attacker who holds no key cannot. */
function signedBy(key: typeof KEY, payload: string, payloadType = 'application/vnd.in-toto+json'): string {
  const body = Buffer.from(payload);
  const pae = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `), body]);
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: key.hint } },
    dsseEnvelope: {
      payload: body.toString('base64'),
      payloadType,
      signatures: [{ sig: ecdsaSign('sha256', pae, key.privateKey).toString('base64') }],
    },
  });
}

function changed(change: (parsed: { verificationMaterial: Json; dsseEnvelope: Json } & Json) => void): string {
  const parsed = JSON.parse(bundle);
  change(parsed);
  return JSON.stringify(parsed);
}

describe('verifyBundle', () => {
  it('returns what signStatement signed', async () => {
    const verified = await verifyBundle(bundle, trust(KEY));

    expect(verified.statement).toEqual(EVIDENCE_STATEMENT);
    expect(verified.digest).toBe(statementDigest(EVIDENCE_STATEMENT));
    expect(verified.keyId).toBe('release');
    expect(bundle).not.toContain('\n');
    expect(JSON.parse(bundle)).toMatchObject({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: KEY.hint } },
      dsseEnvelope: { payloadType: 'application/vnd.in-toto+json' },
    });
  });

  it('verifies DSSE made without the library', async () => {
    await expect(verifyBundle(signedBy(KEY, canonicalJson(EVIDENCE_STATEMENT)), trust(KEY))).resolves.toMatchObject({
      keyId: 'release',
    });
  });

  const entry = {
    logIndex: '1',
    logId: { keyId: 'AAAA' },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: '1',
  };
  it.each<[string, Json]>([
    ['a log entry', { tlogEntries: [entry] }],
    ['a log entry that no library reads', { tlogEntries: 'none' }],
    ['a timestamp', { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: 'AAAA' }] } }],
    ['a certificate beside the key', { certificate: { rawBytes: 'AAAA' } }],
    ['a chain beside the key', { x509CertificateChain: { certificates: [{ rawBytes: 'AAAA' }] } }],
  ])('gives the same verdict with %s', async (_, claims) => {
    const withClaims = changed((parsed) => Object.assign(parsed.verificationMaterial, claims));
    const otherKey = loadSigningKey(newKey());

    expect((await verifyBundle(withClaims, trust(KEY))).digest).toBe((await verifyBundle(bundle, trust(KEY))).digest);
    await expect(verifyBundle(withClaims, trust(otherKey))).rejects.toEqual(refusal);
    await expect(verifyBundle(withClaims, trust(KEY, true))).rejects.toEqual(refusal);
  });

  it('refuses an unknown key, a revoked key, and a key listed as revoked and valid', async () => {
    const other = loadSigningKey(newKey());
    const both = { kind: 'key' as const, keys: [...trust(KEY).keys, ...trust(KEY, true).keys] };

    await expect(verifyBundle(bundle, trust(other))).rejects.toEqual(refusal);
    await expect(verifyBundle(bundle, trust(KEY, true))).rejects.toThrow('which is revoked');
    await expect(verifyBundle(bundle, both)).rejects.toThrow('which is revoked');
    await expect(verifyBundle(bundle, { kind: 'key', keys: [...both.keys].reverse() })).rejects.toThrow(
      'which is revoked',
    );
    await expect(
      verifyBundle(bundle, { kind: 'key', keys: [...trust(other).keys, ...trust(KEY).keys] }),
    ).resolves.toBeDefined();
  });

  it('refuses a signature of another key under the hint of a trusted one', async () => {
    const other = loadSigningKey(newKey());
    const forged = signedBy({ ...other, hint: KEY.hint }, canonicalJson(EVIDENCE_STATEMENT));

    await expect(verifyBundle(forged, trust(KEY))).rejects.toThrow('does not verify');
  });

  const payload = Buffer.from(canonicalJson(EVIDENCE_STATEMENT)).toString('base64');
  it.each<[string, string]>([
    [
      'one byte of the payload changed',
      changed((b) => Object.assign(b.dsseEnvelope, { payload: payload.replace(/^./, 'f') })),
    ],
    ['the payload cut', changed((b) => Object.assign(b.dsseEnvelope, { payload: payload.slice(0, -8) }))],
    ['the payload type changed', changed((b) => Object.assign(b.dsseEnvelope, { payloadType: 'application/json' }))],
    ['an empty signature', changed((b) => Object.assign(b.dsseEnvelope, { signatures: [{ sig: '' }] }))],
    ['no signature', changed((b) => Object.assign(b.dsseEnvelope, { signatures: [] }))],
    [
      'a certificate instead of a key',
      changed((b) => Object.assign(b, { verificationMaterial: { certificate: { rawBytes: 'AAAA' } } })),
    ],
    ['no hint', changed((b) => Object.assign(b.verificationMaterial, { publicKey: {} }))],
    ['an empty hint', changed((b) => Object.assign(b.verificationMaterial, { publicKey: { hint: '' } }))],
    [
      'an older media type',
      changed((b) => Object.assign(b, { mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1' })),
    ],
    ['a message signature', changed((b) => Object.assign(b, { dsseEnvelope: undefined, messageSignature: {} }))],
    ['no JSON', bundle.slice(1)],
    ['a key twice', bundle.replace('{"mediaType"', '{"mediaType":"x","mediaType"')],
    ['nothing', ''],
    ['a signed payload of another type', signedBy(KEY, canonicalJson(EVIDENCE_STATEMENT), 'text/plain')],
    ['a signed payload that is no statement', signedBy(KEY, '{"_type":"other"}')],
    [
      'a signed statement about two models',
      signedBy(
        KEY,
        canonicalJson({
          ...EVIDENCE_STATEMENT,
          subject: [...EVIDENCE_STATEMENT.subject, ...EVIDENCE_STATEMENT.subject],
        }),
      ),
    ],
    ['a signed statement about no model', signedBy(KEY, canonicalJson({ ...EVIDENCE_STATEMENT, subject: [] }))],
    ['a signed statement with an unknown member', signedBy(KEY, canonicalJson({ ...EVIDENCE_STATEMENT, extra: 1 }))],
    [
      'a signed statement without a predicate',
      signedBy(KEY, canonicalJson({ ...EVIDENCE_STATEMENT, predicate: null })),
    ],
  ])('refuses %s', async (_, text) => {
    await expect(verifyBundle(text, trust(KEY))).rejects.toEqual(refusal);
  });

  it('refuses a trust root without keys', async () => {
    await expect(verifyBundle(bundle, { kind: 'key', keys: [] })).rejects.toThrow(ConfigError);
  });
});

describe('signStatement', () => {
  it('signs equal bytes for equal statements, whatever the order of keys', async () => {
    const { predicate, ...rest } = EVIDENCE_STATEMENT;
    const again = await verifyBundle(await signStatement({ predicate, ...rest }, KEY), trust(KEY));

    expect(again.digest).toBe(statementDigest(EVIDENCE_STATEMENT));
  });

  it('refuses what it would not verify', async () => {
    const broken: Statement = { ...EVIDENCE_STATEMENT, predicateType: '' };

    await expect(signStatement(broken, KEY)).rejects.toEqual(refusal);
  });
});

describe('keys', () => {
  it('are refused for signing unless the trust root names them and has not revoked them', () => {
    const other = loadSigningKey(newKey());

    expect(() => requireTrustedKey(KEY, trust(KEY))).not.toThrow();
    expect(() => requireTrustedKey(other, trust(KEY))).toThrow('a key that the base policy does not name');
    expect(() => requireTrustedKey(KEY, trust(KEY, true))).toThrow('which is revoked');
    expect(() => requireTrustedKey(other, trust(KEY))).toThrow(
      expect.objectContaining({ reasonCode: 'signature-invalid' }),
    );
  });

  it('reads SEC1 and PKCS#8, and names a key whatever its line ends', () => {
    const pkcs8 = newKey();
    const sec1 = loadSigningKey(pkcs8).privateKey.export({ type: 'sec1', format: 'pem' }).toString();

    expect(loadSigningKey(sec1).hint).toBe(loadSigningKey(pkcs8).hint);
    expect(publicKeyHint(`\n${KEY.publicKeyPem.replaceAll('\n', '\r\n')}\n`)).toBe(KEY.hint);
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const encrypted = KEY.privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    .toString();
  it.each([
    ['another curve', newKey('secp384r1')],
    ['RSA', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['an encrypted key', encrypted],
    ['a public key', KEY.publicKeyPem],
    ['nothing', ''],
  ])('refuses %s and never quotes it', (_, pem) => {
    expect(() => loadSigningKey(pem)).toThrow(ConfigError);
    expect(() => loadSigningKey(`${pem}canary`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('canary') }),
    );
  });

  it.each([
    ['another curve', loadPem('secp384r1')],
    ['a private key', newKey()],
    ['nothing', ''],
  ])('refuses %s as a trusted key', (_, pem) => {
    expect(() => loadPublicKey(pem)).toThrow(ConfigError);
  });
});

function loadPem(curve: string): string {
  return generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
}
