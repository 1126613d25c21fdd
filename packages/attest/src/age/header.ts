import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { fromBase64, toBase64 } from './base64.ts';
import type { Stanza } from './recipients.ts';
import { refusedAge } from './refusal.ts';

/** A header as it was read. Nothing in it is believed before {@link requireMac}. */
export interface AgeHeader {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** The bytes that the MAC is over. */
  readonly authenticated: Uint8Array;
  /** Where the payload begins. */
  readonly sizeBytes: number;
}

const VERSION = 'age-encryption.org/v1';
const LINE_LENGTH = 64;
const MAC_BYTES = 32;
/** A header of ten thousand X25519 recipients has 1.4 MB. */
const MAX_HEADER_BYTES = 2 * 1024 * 1024;
const VISIBLE = /^[\x21-\x7e]+$/;

/**
 * Writes the header of a file key.
 *
 * @returns all of the header, so that it and the payload, one after the other, are a standard age file.
 */
export function writeHeader(fileKey: Uint8Array, stanzas: readonly Stanza[]): Uint8Array {
  const lines = [VERSION, ...stanzas.flatMap(linesOf), '---'].join('\n');
  return Buffer.from(`${lines} ${toBase64(macOf(fileKey, Buffer.from(lines)))}\n`);
}

/**
 * Reads a header at the beginning of `bytes`.
 *
 * @throws ActionError `encrypted-header-invalid` for every spelling but the one that {@link writeHeader} has.
 */
export function parseHeader(bytes: Uint8Array): AgeHeader {
  const read = lineReader(bytes.subarray(0, MAX_HEADER_BYTES));
  if (read.line() !== VERSION) throw refusedAge('encrypted-header-invalid', `a first line other than "${VERSION}"`);
  const stanzas: Stanza[] = [];
  for (let line = read.line(); ; line = read.line()) {
    const mac = /^--- ([^ ]+)$/.exec(line)?.[1];
    if (mac !== undefined) return { stanzas: required(stanzas), mac: macFrom(mac), ...read.upTo(mac.length + 2) };
    if (!line.startsWith('-> ')) throw refusedAge('encrypted-header-invalid', 'a line that begins no recipient');
    const [type, ...args] = line.slice('-> '.length).split(' ');
    if (type === undefined || ![type, ...args].every((word) => VISIBLE.test(word))) {
      throw refusedAge('encrypted-header-invalid', 'a recipient with an empty word or one that is not plain ASCII');
    }
    stanzas.push({ type, args, body: bodyFrom(read.line) });
  }
}

/**
 * Checks that the header is the one that was written with this file key.
 *
 * @throws ActionError `encrypted-header-changed`.
 */
export function requireMac(header: AgeHeader, fileKey: Uint8Array): void {
  if (timingSafeEqual(macOf(fileKey, header.authenticated), header.mac)) return;
  throw refusedAge('encrypted-header-changed', 'a header whose authentication code is not that of its file key');
}

function macOf(fileKey: Uint8Array, bytes: Uint8Array): Uint8Array {
  const key = hkdfSync('sha256', fileKey, new Uint8Array(0), 'header', 32);
  return createHmac('sha256', new Uint8Array(key)).update(bytes).digest();
}

/** A body ends with a line that is not full, which is empty where the others are full. */
function linesOf({ type, args, body }: Stanza): string[] {
  const words = [type, ...args];
  if (!words.every((word) => VISIBLE.test(word))) {
    throw refusedAge('encrypted-header-invalid', `recipient words ${JSON.stringify(words)}`);
  }
  const text = toBase64(body);
  const full = text.match(new RegExp(`.{${LINE_LENGTH}}`, 'g')) ?? [];
  return [`-> ${words.join(' ')}`, ...full, text.slice(full.length * LINE_LENGTH)];
}

function bodyFrom(line: () => string): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const text = line();
    const part = text.length > LINE_LENGTH ? null : fromBase64(text);
    if (part === null) throw refusedAge('encrypted-header-invalid', 'a recipient whose body is not canonical base64');
    parts.push(part);
    if (text.length < LINE_LENGTH) return Buffer.concat(parts);
  }
}

function macFrom(text: string): Uint8Array {
  const mac = fromBase64(text);
  if (mac?.length === MAC_BYTES) return mac;
  throw refusedAge('encrypted-header-invalid', `an authentication code that is not ${MAC_BYTES} bytes in base64`);
}

/** A passphrase beside other recipients would let who knows it pass for one of them. */
function required(stanzas: readonly Stanza[]): readonly Stanza[] {
  if (stanzas.length === 0) throw refusedAge('encrypted-header-invalid', 'no recipient');
  if (stanzas.length === 1 || stanzas.every(({ type }) => type !== 'scrypt')) return stanzas;
  throw refusedAge('encrypted-header-invalid', 'a passphrase beside other recipients');
}

function lineReader(bytes: Uint8Array): {
  readonly line: () => string;
  readonly upTo: (tail: number) => Pick<AgeHeader, 'authenticated' | 'sizeBytes'>;
} {
  let offset = 0;
  return {
    line: () => {
      const end = bytes.indexOf(0x0a, offset);
      if (end === -1) throw refusedAge('encrypted-header-invalid', 'a header that is cut off or longer than 2 MiB');
      const text = Buffer.from(bytes.subarray(offset, end)).toString('latin1');
      offset = end + 1;
      return text;
    },
    upTo: (tail) => ({ authenticated: bytes.subarray(0, offset - tail), sizeBytes: offset }),
  };
}
