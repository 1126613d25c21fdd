import { inflateSync } from 'node:zlib';
import { decryptPayload, openHeader, parseHeader, x25519Identity } from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import testkit from '../../../fixtures/oracles/age-testkit/values.json' with { type: 'json' };

/** What the testkit calls a failure, by our reason codes. */
const EXPECTED: Readonly<Record<string, string>> = {
  'header failure': 'encrypted-header-invalid',
  'HMAC failure': 'encrypted-header-changed',
  'no match': 'encrypted-no-identity',
  'payload failure': 'encrypted-payload-invalid',
};

interface Vector {
  readonly identities: readonly string[];
  readonly zlib: boolean;
  readonly file: string;
}

function bytesOf({ file, zlib }: Vector): Uint8Array {
  const bytes = Buffer.from(file, 'base64');
  return zlib ? inflateSync(bytes) : bytes;
}

/** Decrypts as far as it goes; what was given out before a failure counts. */
async function opened(vector: Vector): Promise<{ readonly released: Uint8Array; readonly reasonCode: string | null }> {
  const released: Uint8Array[] = [];
  const bytes = bytesOf(vector);
  const identities = vector.identities.map((tail) => x25519Identity(`AGE-SECRET-KEY-1${tail}`));
  try {
    const { fileKey, headerBytes } = await openHeader(bytes, identities);
    for await (const chunk of decryptPayload(fileKey, [bytes.subarray(headerBytes)])) released.push(Buffer.from(chunk));
    return { released: Buffer.concat(released), reasonCode: null };
  } catch (error) {
    const { reasonCode } = error as { readonly reasonCode?: string };
    if (reasonCode === undefined) throw error;
    return { released: Buffer.concat(released), reasonCode };
  }
}

describe('vectors of the age testkit', () => {
  const vectors = Object.entries(testkit.vectors);

  it('are those that need neither armour nor a passphrase nor another kind of key', () => {
    expect(vectors).toHaveLength(68);
  });

  it.each(vectors)('%s', async (_, vector) => {
    const { released, reasonCode } = await opened(vector);

    expect(reasonCode).toBe(EXPECTED[vector.expect] ?? null);
    if (vector.payload !== null) expect(sha256(released)).toBe(`sha256:${vector.payload}`);
    if (reasonCode === null) expect(vector.expect).toBe('success');
  });

  it('have headers that are read and not changed by it', () => {
    const readable = vectors.filter(([, { expect: expected }]) => expected === 'success');

    for (const [, vector] of readable) {
      const bytes = bytesOf(vector);
      const { authenticated, sizeBytes, mac } = parseHeader(bytes);

      expect(Buffer.from(bytes.subarray(0, authenticated.length))).toEqual(Buffer.from(authenticated));
      expect(sizeBytes).toBe(
        authenticated.length + 1 + Buffer.from(mac).toString('base64').replace('=', '').length + 1,
      );
    }
  });
});
