import {
  type AgeIdentity,
  headerFor,
  type KeyService,
  keyServiceIdentity,
  keyServiceRecipient,
  newFileKey,
  newX25519Identity,
  openHeader,
  parseHeader,
  writeHeader,
  x25519Identity,
  x25519Recipient,
} from '@gatehouse/attest';
import { ConfigError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const reason = (reasonCode: string) => expect.objectContaining({ name: 'ActionError', reasonCode });

describe('an X25519 key', () => {
  const secret = newX25519Identity();
  const { recipient } = x25519Identity(secret);

  it('is written as age-keygen writes it', () => {
    expect(secret).toMatch(/^AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}$/);
    expect(recipient).toMatch(/^age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}$/);
    expect(x25519Identity(`${secret}\n`).recipient).toBe(recipient);
  });

  it.each<[string, string]>([
    ['no text', ''],
    ['an identity', secret],
    ['a letter exchanged', recipient.replace(/.$/, (letter) => (letter === 'q' ? 'p' : 'q'))],
    ['a letter that Bech32 does not have', recipient.replace(/.$/, 'b')],
    ['mixed case', recipient.replace('age1', 'AGE1')],
    ['a letter less', recipient.slice(0, -1)],
    ['another prefix', recipient.replace('age1', 'ago1')],
    ['a prefix alone', 'age1'],
    // Bech32 of 31 bytes of zero, its checksum right.
    ['a key of another length', 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqar9jk6'],
  ])('as a recipient is not %s', (_, text) => {
    expect(() => x25519Recipient(text)).toThrow(ConfigError);
  });

  it('as an identity is never quoted', () => {
    const broken = secret.replace(/.$/, (letter) => (letter === 'Q' ? 'P' : 'Q'));

    expect(() => x25519Identity(broken)).toThrow('no identity (74 characters)');
    expect(() => x25519Identity(broken)).not.toThrow(broken.slice(20, 40));
  });

  it('that anybody can open is no recipient', async () => {
    // The point zero, whose shared secret is zero with every key.
    const lowOrder = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';

    await expect(headerFor(newFileKey(), [x25519Recipient(lowOrder)])).rejects.toThrow('a point of low order');
  });
});

/** A key service in memory: what it encrypts it opens for the same context only. */
function keyService(keyId: string): KeyService & { readonly asked: string[] } {
  const asked: string[] = [];
  const kept = new Map<string, Uint8Array>();
  return {
    keyId,
    asked,
    encrypt: async (plaintext, context) => {
      const handle = `${keyId} ${JSON.stringify(context)} ${kept.size}`;
      kept.set(handle, plaintext);
      return Buffer.from(handle);
    },
    decrypt: async (ciphertext, context) => {
      asked.push(JSON.stringify(context));
      const handle = Buffer.from(ciphertext).toString();
      return handle.startsWith(`${keyId} ${JSON.stringify(context)} `) ? (kept.get(handle) ?? null) : null;
    },
  };
}

describe('a key in a service', () => {
  const service = keyService('arn:aws:kms:eu-central-1:111122223333:key/a');
  const purpose = { model: 'mortgage-approval' };
  const fileKey = newFileKey();

  it('opens what was encrypted to it, beside an X25519 key', async () => {
    const person = x25519Identity(newX25519Identity());
    const header = await headerFor(fileKey, [keyServiceRecipient(service, purpose), x25519Recipient(person.recipient)]);

    expect(parseHeader(header).stanzas[0]).toMatchObject({
      type: 'github.com/gatehouse-actions/gatehouse/kms',
      args: [Buffer.from(service.keyId).toString('base64').replaceAll('=', '')],
    });
    for (const identity of [keyServiceIdentity(service, purpose), person]) {
      expect(Buffer.from((await openHeader(header, [identity])).fileKey).equals(Buffer.from(fileKey))).toBe(true);
    }
  });

  it('of another name is not asked', async () => {
    const header = await headerFor(fileKey, [keyServiceRecipient(service, purpose)]);
    const other = keyService('arn:aws:kms:eu-central-1:111122223333:key/b');

    await expect(openHeader(header, [keyServiceIdentity(other, purpose)])).rejects.toEqual(
      reason('encrypted-no-identity'),
    );
    expect(other.asked).toEqual([]);
  });

  it('does not open for another model', async () => {
    const header = await headerFor(fileKey, [keyServiceRecipient(service, purpose)]);

    await expect(openHeader(header, [keyServiceIdentity(service, { model: 'other' })])).rejects.toEqual(
      reason('encrypted-no-identity'),
    );
  });

  it.each<[string, readonly string[]]>([
    ['no name', []],
    ['two names', ['YQ', 'YQ']],
    ['a name that is not base64', ['YQ==']],
  ])('is refused with %s', async (_, args) => {
    const type = 'github.com/gatehouse-actions/gatehouse/kms';
    const header = writeHeader(fileKey, [{ type, args, body: new Uint8Array(1) }]);

    await expect(openHeader(header, [keyServiceIdentity(service, purpose)])).rejects.toEqual(
      reason('encrypted-header-invalid'),
    );
  });

  it('that gives a file key of another length is refused', async () => {
    const liar: AgeIdentity = { unwrap: async () => new Uint8Array(15) };
    const header = await headerFor(fileKey, [keyServiceRecipient(service, purpose)]);

    await expect(openHeader(header, [liar])).rejects.toThrow('a file key of 15 bytes');
  });
});
