import { type SigstoreTrustRoot, verifyEnvelope } from '@gatehouse/attest';
import { describe, expect, it } from 'vitest';
import conformance from '../../../fixtures/oracles/sigstore-conformance/values.json' with { type: 'json' };
import { ISSUER } from './identity-issuer.ts';

const BEACON = 'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon';

/** In all of them the log vouches for another signature than the one in the envelope. */
const FAULT = 'signature mismatch';

function trustRoot(trustedRoot: string | null): SigstoreTrustRoot {
  const workflow = `${BEACON}/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main`;
  return {
    kind: 'sigstore',
    trustedRoot: Buffer.from(trustedRoot ?? conformance.publicRoot),
    signers: [{ id: 'beacon', issuer: ISSUER, workflow, repository: BEACON }],
  };
}

describe('vectors of sigstore-conformance', () => {
  const vectors = Object.entries(conformance.vectors);

  it.each(vectors.filter(([name]) => !name.endsWith('_fail')))('%s is believed', async (_, vector) => {
    const { payload, signer } = await verifyEnvelope(Buffer.from(vector.bundle), trustRoot(vector.trustedRoot));

    expect(signer.id).toBe('beacon');
    expect(JSON.parse(Buffer.from(payload).toString()).subject[0].name).toBe('a.txt');
  });

  it.each(vectors.filter(([name]) => name.endsWith('_fail')))('%s is refused for its own reason', async (_, vector) => {
    const verdict = verifyEnvelope(Buffer.from(vector.bundle), trustRoot(vector.trustedRoot));

    await expect(verdict).rejects.toMatchObject({ name: 'ActionError', reasonCode: 'signature-invalid' });
    await expect(verdict).rejects.toThrow(FAULT);
  });

  it('are refused by the trusted root of another instance', async () => {
    const [happy] = vectors.filter(([name]) => name === 'rekor2-dsse-happy-path');
    const bundle = Buffer.from(happy?.[1].bundle ?? '');

    await expect(verifyEnvelope(bundle, trustRoot(conformance.publicRoot))).rejects.toMatchObject({
      reasonCode: 'signature-invalid',
    });
  });
});
