import {
  type AgeIdentity,
  type AgeRecipient,
  decryptPayload,
  encryptPayload,
  headerFor,
  newFileKey,
  newX25519Identity,
  openHeader,
  parseHeader,
  payloadBytes,
  writeHeader,
  x25519Identity,
  x25519Recipient,
} from '@gatehouse/attest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/age/values.json' with { type: 'json' };

const CHUNK = 64 * 1024;
const PREFIX = 'AGE-SECRET-KEY-1';
const reason = (reasonCode: string) => expect.objectContaining({ name: 'ActionError', reasonCode });
const content = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, index) => index % 256));

async function collected(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function newReader(): AgeIdentity & AgeRecipient {
  const identity = x25519Identity(newX25519Identity());
  return { ...identity, ...x25519Recipient(identity.recipient) };
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const size of sizes) {
    pieces.push(bytes.subarray(offset, offset + size));
    offset += size;
  }
  return [...pieces, bytes.subarray(offset)];
}

describe('files of the age command', () => {
  it.each(oracle.identities.map((tail, index) => [oracle.recipients[index] ?? '', tail] as const))(
    'are opened by %s',
    async (recipient, tail) => {
      const identity = x25519Identity(`${PREFIX}${tail}`);

      expect(identity.recipient).toBe(recipient);
      for (const { file, size } of oracle.files) {
        const bytes = Buffer.from(file, 'base64');
        const { fileKey, headerBytes } = await openHeader(bytes, [identity]);
        const plaintext = await collected(decryptPayload(fileKey, [bytes.subarray(headerBytes)]));

        expect(plaintext.equals(content(size))).toBe(true);
        expect(bytes.length - headerBytes).toBe(payloadBytes(size));
      }
    },
  );
});

describe('header and payload', () => {
  const reader = newReader();
  const fileKey = newFileKey();

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('of %i bytes are a file that opens', async (size) => {
    const file = Buffer.concat([
      await headerFor(fileKey, [reader]),
      await collected(encryptPayload(fileKey, [content(size)])),
    ]);
    const opened = await openHeader(file, [reader]);

    expect(file.length - opened.headerBytes).toBe(payloadBytes(size));
    expect(await collected(decryptPayload(opened.fileKey, [file.subarray(opened.headerBytes)]))).toEqual(content(size));
  });

  it('do not depend on how bytes are cut on their way', async () => {
    const plaintext = content(2 * CHUNK + 7);
    const sizes = fc.array(fc.integer({ min: 0, max: CHUNK + 20 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (before, after) => {
        const payload = await collected(encryptPayload(fileKey, cut(plaintext, before)));

        expect(payload.length).toBe(payloadBytes(plaintext.length));
        expect((await collected(decryptPayload(fileKey, cut(payload, after)))).equals(plaintext)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('are never the same twice', async () => {
    const payloads = [await collected(encryptPayload(fileKey, [])), await collected(encryptPayload(fileKey, []))];

    expect(payloads[0]).not.toEqual(payloads[1]);
    expect(await headerFor(fileKey, [reader])).not.toEqual(await headerFor(fileKey, [reader]));
  });

  it('let a recipient in by a new header alone', async () => {
    const later = newReader();
    const payload = await collected(encryptPayload(fileKey, [content(9)]));
    const first = await headerFor(fileKey, [reader]);
    const { fileKey: known } = await openHeader(first, [reader]);
    const second = await headerFor(known, [reader, later]);

    await expect(openHeader(first, [later])).rejects.toEqual(reason('encrypted-no-identity'));
    const opened = await openHeader(second, [later]);
    expect(await collected(decryptPayload(opened.fileKey, [payload]))).toEqual(content(9));
  });

  it.each<[string, (payload: Buffer) => Buffer, string]>([
    ['changed by a bit', (payload) => Buffer.from(payload.with(20, (payload[20] ?? 0) ^ 1)), 'chunk 0'],
    ['cut between chunks', (payload) => payload.subarray(0, 16 + CHUNK + 16), 'no end after chunk 0'],
    ['cut within a chunk', (payload) => payload.subarray(0, -1), 'chunk 2'],
    ['continued', (payload) => Buffer.concat([payload, payload.subarray(-20)]), 'chunk 2'],
    [
      'exchanged chunk for chunk',
      (payload) => {
        const at = (index: number) => payload.subarray(16 + index * (CHUNK + 16), 16 + (index + 1) * (CHUNK + 16));
        return Buffer.concat([payload.subarray(0, 16), at(1), at(0), at(2)]);
      },
      'chunk 0',
    ],
    ['of another nonce', (payload) => Buffer.from(payload.with(0, (payload[0] ?? 0) ^ 1)), 'chunk 0'],
  ])('is refused when the payload is %s', async (_, change, found) => {
    const payload = await collected(encryptPayload(fileKey, [content(2 * CHUNK + 5)]));
    const verdict = collected(decryptPayload(fileKey, [change(payload)]));

    await expect(verdict).rejects.toEqual(reason('encrypted-payload-invalid'));
    await expect(verdict).rejects.toThrow(found);
  });

  it('is refused after the end, and with the key of another file', async () => {
    const payload = await collected(encryptPayload(fileKey, [content(CHUNK)]));

    await expect(collected(decryptPayload(fileKey, [payload, Buffer.from('x')]))).rejects.toThrow(
      'bytes after the end',
    );
    await expect(collected(decryptPayload(newFileKey(), [payload]))).rejects.toThrow('chunk 0');
  });

  it('releases its source when its reader stops', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* cut(await collected(encryptPayload(fileKey, [content(3 * CHUNK)])), [CHUNK, CHUNK]);
      } finally {
        closed = true;
      }
    }
    for await (const _ of decryptPayload(fileKey, source())) break;

    expect(closed).toBe(true);
  });
});

describe('a header', () => {
  const reader = newReader();
  const fileKey = newFileKey();

  it('is refused when a recipient is taken out or put in', async () => {
    const other = newReader();
    const both = parseHeader(await headerFor(fileKey, [reader, other]));
    const foreign = parseHeader(writeHeader(newFileKey(), both.stanzas.slice(0, 1)));
    const text = Buffer.from(writeHeader(newFileKey(), both.stanzas)).toString();

    expect(foreign.stanzas).toHaveLength(1);
    await expect(openHeader(Buffer.from(text), [reader])).rejects.toEqual(reason('encrypted-header-changed'));
  });

  it('names for whom it is when nobody can open it, and is written for somebody', async () => {
    const header = await headerFor(fileKey, [reader]);

    await expect(openHeader(header, [newReader()])).rejects.toThrow('recipients (X25519) that none of 1 identities');
    await expect(openHeader(header, [])).rejects.toEqual(reason('encrypted-no-identity'));
    await expect(headerFor(fileKey, [])).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('without end is not read without bound', async () => {
    const endless = Buffer.from(`age-encryption.org/v1\n-> a\n${`${'A'.repeat(64)}\n`.repeat(40_000)}`);

    expect(() => parseHeader(endless)).toThrow('cut off or longer than 2 MiB');
  });

  it('is not written with words that would break its lines', () => {
    for (const args of [['a b'], [''], ['a\n-> X25519']]) {
      expect(() => writeHeader(fileKey, [{ type: 'x', args, body: new Uint8Array(0) }])).toThrow(
        reason('encrypted-header-invalid'),
      );
    }
  });

  it('of any recipients is read as it was written', () => {
    const word = fc.stringMatching(/^[!-~]{1,12}$/);
    const stanza = fc.record({
      type: word.filter((type) => type !== 'scrypt'),
      args: fc.array(word, { maxLength: 3 }),
      body: fc.uint8Array({ maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(stanza, { minLength: 1, maxLength: 4 }), (stanzas) => {
        const written = writeHeader(fileKey, stanzas);
        const read = parseHeader(Buffer.concat([written, Buffer.from('payload')]));

        expect(read.stanzas.map(({ body, ...rest }) => ({ ...rest, body: [...body] }))).toEqual(
          stanzas.map(({ body, ...rest }) => ({ ...rest, body: [...body] })),
        );
        expect(read.sizeBytes).toBe(written.length);
      }),
    );
  });
});
