import { sha256 } from '@gatehouse/core';
import type { ChainLink } from './chain.ts';
import { subjectOf } from './entry.ts';
import { type LedgerLine, MAX_FILE_BYTES, parseLedgerFile } from './entry-file.ts';
import type { LedgerSubject } from './paths.ts';
import { readPlainEntry } from './plain-entry.ts';

/** What a check of the whole ledger asks of an entry. */
export interface EntryGlance extends ChainLink {
  readonly previousOfPull: number | null;
  readonly about: LedgerSubject | null;
  /** Hint of the key that signed it, `null` where it is unsigned. */
  readonly keyid: string | null;
  /** Hints of keys that it says are revoked. */
  readonly revokedKeys: readonly string[];
  /** The whole file. */
  readonly bytes: Uint8Array;
}

const NONE: readonly string[] = [];

/**
 * Reads as much of an entry's file as the chain is checked by. The file is held to the same rules as by
 * {@link parseLedgerFile}; a test compares the two.
 *
 * @throws ActionError as `parseLedgerFile` does.
 */
export function readGlance(bytes: Uint8Array, where: string): EntryGlance {
  return plainGlance(bytes) ?? glanceOf(parseLedgerFile(bytes, where));
}

/** The same without the parser, for a file in the spelling of our writers; `null` for any other, which may be as good. */
export function plainGlance(bytes: Uint8Array): EntryGlance | null {
  if (bytes.length > MAX_FILE_BYTES) return null;
  // One letter for each byte: what is not ASCII becomes a letter that no plain entry has.
  const plain = readPlainEntry(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  if (plain === null) return null;
  const { at, previous, previousOfPull, pullRequest, seq, model, keyid } = plain;
  return {
    seq: Number(seq),
    previous: previous === undefined ? null : `sha256:${previous}`,
    at,
    digest: sha256(bytes),
    previousOfPull: previousOfPull === undefined ? null : Number(previousOfPull),
    about: pullRequest === undefined ? null : { pullRequest: Number(pullRequest), model },
    keyid: keyid ?? null,
    revokedKeys: NONE,
    bytes,
  };
}

/** The same of an entry that was parsed. */
export function glanceOf({ entry, signature, bytes, digest }: LedgerLine): EntryGlance {
  const { seq, previous, at, previousOfPull, kind, facts } = entry;
  return {
    seq,
    previous,
    at,
    digest,
    previousOfPull,
    about: subjectOf(entry),
    keyid: signature?.keyid ?? null,
    revokedKeys: kind === 'policy-changed' ? (facts.revokedKeys ?? NONE) : NONE,
    bytes,
  };
}
