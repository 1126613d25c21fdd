import {
  modelSignatureStatement,
  signStatement,
  signStatementKeyless,
  verifyBundle,
  verifyModel,
} from '@gatehouse/attest';
import { type ModelFile, sha256 } from '@gatehouse/core';
import { afterAll, describe, expect, it } from 'vitest';
import { EVIDENCE_STATEMENT, KEY, trust } from '../example.ts';
import { CLAIMS, newToken } from './identity-issuer.ts';
import { localSigstore } from './local-sigstore.ts';

const SIGSTORE = await localSigstore();
const OTHER = await localSigstore();
const BUNDLE = await signStatementKeyless(EVIDENCE_STATEMENT, SIGSTORE.services());
const STAMPED = await signStatementKeyless(EVIDENCE_STATEMENT, {
  ...SIGSTORE.services(),
  rekorUrl: null,
  timestampUrl: SIGSTORE.url,
});
const invalid = expect.objectContaining({ name: 'ActionError', reasonCode: 'signature-invalid' });

afterAll(async () => {
  await Promise.all([SIGSTORE.close(), OTHER.close()]);
});

/** A bundle with one change, written again. */
function changed(bundle: string, change: (parts: Parts) => void): string {
  const parts: Parts = JSON.parse(bundle);
  change(parts);
  return JSON.stringify(parts);
}

interface Parts {
  mediaType: string;
  dsseEnvelope: { payload: string; signatures: { sig: string }[] };
  verificationMaterial: {
    certificate: { rawBytes: string };
    publicKey?: { hint: string };
    tlogEntries: {
      integratedTime: string;
      logIndex: string;
      canonicalizedBody: string;
      inclusionPromise?: { signedEntryTimestamp: string };
      inclusionProof: { rootHash: string };
    }[];
    timestampVerificationData?: { rfc3161Timestamps: { signedTimestamp: string }[] };
  };
}

describe('a statement signed without a key', () => {
  it('is believed with the log of its instance', async () => {
    const { statement, keyId } = await verifyBundle(BUNDLE, SIGSTORE.trustRoot());

    expect(statement).toEqual(EVIDENCE_STATEMENT);
    expect(keyId).toBe('decide');
    expect(BUNDLE).not.toContain('\n');
  });

  it('is believed with the timestamp of an instance that has no log', async () => {
    await expect(verifyBundle(STAMPED, SIGSTORE.trustRoot({}, ['tlogs']))).resolves.toMatchObject({ keyId: 'decide' });
  });

  it('may be a model signature', async () => {
    const files: ModelFile[] = [{ name: 'weights.bin', sizeBytes: 1, digest: sha256('w') }];
    const bundle = await signStatementKeyless(modelSignatureStatement('m', files), SIGSTORE.services());
    const trustRoot = SIGSTORE.trustRoot();

    await expect(verifyModel(bundle, { trustRoot, files })).resolves.toMatchObject({ keyId: 'decide' });
    await expect(verifyModel(bundle, { trustRoot, files: [] })).rejects.toMatchObject({
      reasonCode: 'model-file-missing',
    });
  });

  it('is verified without a request', async () => {
    const before = SIGSTORE.requests.length;

    await verifyBundle(BUNDLE, SIGSTORE.trustRoot());

    expect(SIGSTORE.requests).toHaveLength(before);
  });

  it.each([
    ['another repository', { repository: 'https://github.com/mallory/models' }],
    ['a repository whose name only begins so', { repository: 'https://github.com/acme/mode' }],
    ['another workflow', { workflow: 'https://github.com/acme/models/.github/workflows/train.yml@refs/heads/main' }],
    ['another branch', { workflow: 'https://github.com/acme/models/.github/workflows/decide.yml@refs/heads/x' }],
    ['a pattern that would match', { workflow: 'https://github.com/acme/models/.*' }],
    ['another issuer', { issuer: 'https://github.example/_services/token' }],
  ])('is refused where the policy names %s', async (_, change) => {
    await expect(verifyBundle(BUNDLE, SIGSTORE.trustRoot(change))).rejects.toEqual(invalid);
  });

  it.each([
    ['repository', { repository: 'mallory/models' }],
    ['workflow', { job_workflow_ref: 'acme/models/.github/workflows/train.yml@refs/heads/main' }],
    ['branch', { job_workflow_ref: 'acme/models/.github/workflows/decide.yml@refs/pull/7/merge' }],
  ])('is refused when another %s signed', async (_, claims) => {
    const bundle = await signStatementKeyless(EVIDENCE_STATEMENT, SIGSTORE.services({ ...CLAIMS, ...claims }));

    await expect(verifyBundle(bundle, SIGSTORE.trustRoot())).rejects.toThrow(/a signature by \{"issuer"/);
    await expect(verifyBundle(bundle, SIGSTORE.trustRoot())).rejects.toEqual(invalid);
  });

  it('is refused when its repository is not certified', async () => {
    const { repository: _, ...claims } = CLAIMS;
    const bundle = await signStatementKeyless(EVIDENCE_STATEMENT, SIGSTORE.services(claims));

    await expect(verifyBundle(bundle, SIGSTORE.trustRoot())).rejects.toThrow('"repository":null');
  });

  it.each<[string, (parts: Parts) => void]>([
    ['the statement swapped', (p) => Object.assign(p.dsseEnvelope, { payload: Buffer.from('{}').toString('base64') })],
    ['the signature changed', (p) => Object.assign(p.dsseEnvelope.signatures[0] ?? {}, { sig: 'AAAA' })],
    ['no time at all', (p) => Object.assign(p.verificationMaterial, { tlogEntries: [] })],
    [
      'a time without a promise',
      (p) => {
        for (const entry of p.verificationMaterial.tlogEntries) delete entry.inclusionPromise;
      },
    ],
    ['another time', (p) => Object.assign(p.verificationMaterial.tlogEntries[0] ?? {}, { integratedTime: '1' })],
    [
      'another body in the log',
      (p) => Object.assign(p.verificationMaterial.tlogEntries[0] ?? {}, { canonicalizedBody: 'e30=' }),
    ],
    ['the log entry twice', (p) => p.verificationMaterial.tlogEntries.push(...p.verificationMaterial.tlogEntries)],
    ['another certificate', (p) => Object.assign(p.verificationMaterial.certificate, certificateOf(STAMPED))],
    ['a certificate that is none', (p) => Object.assign(p.verificationMaterial.certificate, { rawBytes: 'AAAA' })],
    [
      'a key in place of the certificate',
      (p) => Object.assign(p, { verificationMaterial: { publicKey: { hint: KEY.hint } } }),
    ],
    [
      'another media type',
      (p) => Object.assign(p, { mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1' }),
    ],
  ])('is refused with %s', async (_, change) => {
    await expect(verifyBundle(changed(BUNDLE, change), SIGSTORE.trustRoot())).rejects.toEqual(invalid);
  });

  it('is refused with a timestamp of other bytes', async () => {
    const again = await signStatementKeyless(EVIDENCE_STATEMENT, {
      ...SIGSTORE.services(),
      rekorUrl: null,
      timestampUrl: SIGSTORE.url,
    });
    const { verificationMaterial }: Parts = JSON.parse(again);
    const bundle = changed(STAMPED, (p) =>
      Object.assign(p.verificationMaterial, {
        timestampVerificationData: verificationMaterial.timestampVerificationData,
      }),
    );

    await expect(verifyBundle(bundle, SIGSTORE.trustRoot({}, ['tlogs']))).rejects.toEqual(invalid);
  });

  it.each(['certificateAuthorities', 'ctlogs', 'tlogs'])(
    'is refused where %s are those of another instance',
    async (part) => {
      const { trustedRoot } = SIGSTORE.trustRoot();
      const mixed = { ...parsed(trustedRoot), [part]: parsed(OTHER.trustRoot().trustedRoot)[part] };
      const trustRoot = { ...SIGSTORE.trustRoot(), trustedRoot: Buffer.from(JSON.stringify(mixed)) };

      await expect(verifyBundle(BUNDLE, trustRoot)).rejects.toEqual(invalid);
    },
  );

  it('is refused when it was logged after its certificate ended', async () => {
    const late = await localSigstore({ log: new Date(Date.now() + 3_600_000) });
    const bundle = await signStatementKeyless(EVIDENCE_STATEMENT, late.services());
    await late.close();

    await expect(verifyBundle(bundle, late.trustRoot())).rejects.toEqual(invalid);
  });

  it('is not needed to be believed where only its timestamp is and the instance has a log', async () => {
    await expect(verifyBundle(STAMPED, SIGSTORE.trustRoot())).rejects.toThrow('expected 1 tlog entries, got 0');
  });
});

describe('the kind of a trust root', () => {
  it('decides, not the bundle', async () => {
    await expect(verifyBundle(BUNDLE, trust(KEY))).rejects.toEqual(invalid);
    await expect(verifyBundle(await signStatement(EVIDENCE_STATEMENT, KEY), SIGSTORE.trustRoot())).rejects.toEqual(
      invalid,
    );
  });
});

describe('a trusted root', () => {
  it.each<[string, (root: Record<string, unknown>) => unknown, string]>([
    ['no JSON', () => '{', 'JSON'],
    ['another kind of file', (root) => ({ ...root, mediaType: 'text/plain' }), 'mediaType'],
    ['no authority', (root) => ({ ...root, certificateAuthorities: [] }), 'certificateAuthorities'],
    ['nothing that vouches for a time', (root) => ({ ...root, tlogs: [], timestampAuthorities: [] }), 'neither a log'],
    [
      'a log for all time',
      (root) => ({ ...root, tlogs: [{ publicKey: { rawBytes: 'AAAA', validFor: {} } }] }),
      'start',
    ],
    ['a log key that is none', (root) => ({ ...root, tlogs: [badLog()] }), ''],
  ])('is refused with %s', async (_, change, message) => {
    const value = change(parsed(SIGSTORE.trustRoot().trustedRoot));
    const trustedRoot = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const verdict = verifyBundle(BUNDLE, { ...SIGSTORE.trustRoot(), trustedRoot });

    await expect(verdict).rejects.toThrow(message);
    await expect(verdict).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('without a workflow that may sign is refused', async () => {
    await expect(verifyBundle(BUNDLE, { ...SIGSTORE.trustRoot(), signers: [] })).rejects.toThrow(
      'no workflow that may sign',
    );
  });
});

describe('signing without a key', () => {
  it('sends the token to the authority alone and asks for nothing else', async () => {
    const before = SIGSTORE.requests.length;

    await signStatementKeyless(EVIDENCE_STATEMENT, SIGSTORE.services());

    expect(SIGSTORE.requests.slice(before)).toEqual(['/api/v2/signingCert', '/api/v1/log/entries']);
  });

  it.each([
    ['no identity token at all', async () => 'eyJhbGciOiJub25lIn0.secret.secret'],
    ['a token for another audience', async () => newToken({ ...CLAIMS, aud: 'https://github.com/acme' })],
    ['an issuer that is down', () => Promise.reject(new Error('no id-token permission'))],
  ])('fails with %s, and does not quote it', async (_, identityToken) => {
    const signing = signStatementKeyless(EVIDENCE_STATEMENT, { ...SIGSTORE.services(), identityToken });

    await expect(signing).rejects.toMatchObject({ name: 'ActionError', code: 'service' });
    await expect(signing).rejects.not.toThrow(/eyJ|secret/);
    await expect(signing).rejects.not.toHaveProperty('cause');
  });

  it.each([
    ['plain HTTP', { fulcioUrl: 'http://fulcio.example' }, '"http://fulcio.example"'],
    ['no URL', { rekorUrl: 'rekor' }, '"rekor"'],
    ['a URL with a password', { rekorUrl: 'https://a:b@rekor.example' }, 'an https URL'],
    ['nobody to vouch for the time', { rekorUrl: null }, 'neither a log nor a timestamp authority'],
  ])('is refused with %s before a token is asked for', async (_, change, message) => {
    const identityToken = () => Promise.reject(new Error('it was asked for'));
    const signing = signStatementKeyless(EVIDENCE_STATEMENT, { ...SIGSTORE.services(), ...change, identityToken });

    await expect(signing).rejects.toThrow(message);
    await expect(signing).rejects.toMatchObject({ name: 'ConfigError' });
  });
});

function parsed(bytes: Uint8Array): Record<string, unknown> {
  return JSON.parse(Buffer.from(bytes).toString());
}

function certificateOf(bundle: string): { rawBytes: string } {
  const { verificationMaterial }: Parts = JSON.parse(bundle);
  return { rawBytes: verificationMaterial.certificate.rawBytes };
}

function badLog(): unknown {
  return { publicKey: { rawBytes: 'AAAA', validFor: { start: '2020-01-01T00:00:00Z' } }, logId: { keyId: 'AAAA' } };
}
