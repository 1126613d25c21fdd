import { type DsseSignature, dsseSignatureSchema, type SigningKey, signDsse } from '@gatehouse/attest';
import { canonicalJson, type Digest, sha256 } from '@gatehouse/core';
import { brokenLedger } from './broken.ts';
import { entrySchema, type LedgerEntry, mustBeSigned } from './entry.ts';

/** What a signature of an entry says that it signs; a signature of anything else is none. */
export const ENTRY_TYPE = 'application/vnd.gatehouse.ledger-entry+json';

/** Ours have about one KiB. A larger one is refused before it is parsed. */
export const MAX_FILE_BYTES = 64 * 1024;

/** One entry as its file holds it. */
export interface LedgerLine {
  readonly entry: LedgerEntry;
  /** `null` only for kinds that may go unsigned. */
  readonly signature: DsseSignature | null;
  /** The signed bytes: the first line without its end. */
  readonly payload: Uint8Array;
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** SHA-256 of {@link bytes}: the next entry names it. */
  readonly digest: Digest;
}

/** Signs entries. Whoever holds none can write only the kinds that go unsigned. */
export interface LedgerSigner {
  /** Hint of the public key. */
  readonly keyId: string;
  sign(payload: Uint8Array): DsseSignature;
}

/** Signs entries with the key that signs statements. */
export function ledgerSigner(key: SigningKey): LedgerSigner {
  return { keyId: key.hint, sign: (payload) => signDsse({ type: ENTRY_TYPE, payload }, key) };
}

/** The file of an entry: its canonical JSON on one line, and the signature on a second. */
export function renderLedgerFile(entry: LedgerEntry, signer: LedgerSigner | null): LedgerLine {
  const payload = new TextEncoder().encode(canonicalJson(entrySchema.parse(entry)));
  const signature = signer === null ? null : signer.sign(payload);
  const second = signature === null ? '' : `${signatureText(signature)}\n`;
  return parseLedgerFile(Buffer.concat([payload, Buffer.from(`\n${second}`)]), 'an entry to write');
}

/**
 * Parses the file of one entry. Its bytes must be exactly the ones that {@link renderLedgerFile} makes, so that an entry
 * has one spelling; whether the signature holds is not asked here.
 *
 * @param where path of the file, for the message.
 * @throws ActionError `ledger-broken`.
 */
export function parseLedgerFile(bytes: Uint8Array, where: string): LedgerLine {
  if (bytes.length > MAX_FILE_BYTES) {
    throw brokenLedger(where, `it has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} are read`);
  }
  const text = decode(bytes, where);
  const [first = '', second, ...rest] = text.split('\n');
  const signed = second !== undefined && second !== '';
  if (rest.length !== (signed ? 1 : 0) || (signed ? rest[0] : second) !== '') {
    throw brokenLedger(where, 'it is not one line for the entry and at most one for its signature');
  }
  const { entry, isCanonical } = parseJson(first, where, (value) => {
    return { entry: entrySchema.parse(value), isCanonical: isCanonicalText(value, first) };
  });
  if (!isCanonical) throw brokenLedger(where, 'it is not written in canonical form');
  const signature = signed ? parseJson(second, where, (value) => dsseSignatureSchema.parse(value)) : null;
  if (signature === null) refuseUnsigned(entry, where);
  else if (signatureText(signature) !== second) throw brokenLedger(where, 'its signature is not in canonical form');
  return { entry, signature, payload: bytes.subarray(0, bytes.indexOf(0x0a)), bytes, digest: sha256(bytes) };
}

/** An unsigned entry is nothing that anybody decides by, so it may not take part in the history of a pull request. */
function refuseUnsigned({ kind, pull }: LedgerEntry, where: string): void {
  if (mustBeSigned(kind)) throw brokenLedger(where, `its kind "${kind}" needs a signature, and it has none`);
  if (pull !== null) throw brokenLedger(where, 'it is about a pull request, which needs a signature, and it has none');
}

function decode(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw brokenLedger(where, 'it is not UTF-8', cause);
  }
}

function parseJson<T>(line: string, where: string, check: (value: unknown) => T): T {
  try {
    return check(JSON.parse(line));
  } catch (cause) {
    throw brokenLedger(where, cause instanceof Error ? cause.message.slice(0, 500) : String(cause), cause);
  }
}

function signatureText({ keyid, sig }: DsseSignature): string {
  return JSON.stringify({ keyid, sig });
}

/** A half of a pair of surrogates, or text that looks like one. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/;

/**
 * Whether text is the RFC 8785 form of the value that it was parsed to. `JSON.stringify` writes values as RFC 8785 does
 * and keeps the order of keys, so only that order is left to compare; sorting each entry anew would take most of the
 * time of a long ledger. A test holds this to `canonicalJson`.
 */
function isCanonicalText(value: unknown, text: string): boolean {
  if (SURROGATE_ESCAPE.test(text)) return canonicalJson(value) === text;
  return JSON.stringify(value) === text && hasSortedKeys(value);
}

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let before = '';
  for (const [key, member] of Object.entries(value)) {
    if (key < before || !hasSortedKeys(member)) return false;
    before = key;
  }
  return true;
}
