import { randomBytes } from 'node:crypto';
import { ConfigError } from '@gatehouse/core';
import { parseHeader, requireMac, writeHeader } from './header.ts';
import { type AgeIdentity, type AgeRecipient, FILE_KEY_BYTES } from './recipients.ts';
import { refusedAge } from './refusal.ts';

/** A new file key. One belongs to one payload; it is held in memory only. */
export function newFileKey(): Uint8Array {
  return randomBytes(FILE_KEY_BYTES);
}

/**
 * Writes a header that lets these recipients open payloads of a file key. Written again with one recipient more it
 * goes with the same payload; one recipient less needs another key and payload, since who has the old header has the key.
 *
 * @throws ConfigError when nobody could read.
 */
export async function headerFor(fileKey: Uint8Array, recipients: readonly AgeRecipient[]): Promise<Uint8Array> {
  if (recipients.length === 0) {
    throw new ConfigError([
      {
        where: 'Recipients',
        found: 'none',
        allowed: 'at least one recipient',
        remedy: 'Name who shall be able to read',
      },
    ]);
  }
  return writeHeader(fileKey, await Promise.all(recipients.map((recipient) => recipient.wrap(fileKey))));
}

/**
 * Opens a header: the first identity that a recipient was written for gives the file key, and the header must be as
 * that key wrote it.
 *
 * @param bytes begin with the header; what follows is not read.
 * @returns the file key and where the payload begins.
 * @throws ActionError `encrypted-header-invalid`, `encrypted-no-identity` or `encrypted-header-changed`.
 */
export async function openHeader(
  bytes: Uint8Array,
  identities: readonly AgeIdentity[],
): Promise<{ readonly fileKey: Uint8Array; readonly headerBytes: number }> {
  const header = parseHeader(bytes);
  for (const stanza of header.stanzas) {
    for (const identity of identities) {
      const fileKey = await identity.unwrap(stanza);
      if (fileKey === null) continue;
      if (fileKey.length !== FILE_KEY_BYTES) {
        throw refusedAge('encrypted-header-invalid', `a file key of ${fileKey.length} bytes`);
      }
      requireMac(header, fileKey);
      return { fileKey, headerBytes: header.sizeBytes };
    }
  }
  const kinds = [...new Set(header.stanzas.map(({ type }) => type))].slice(0, 5).join(', ');
  throw refusedAge('encrypted-no-identity', `recipients (${kinds}) that none of ${identities.length} identities opens`);
}
