import type { LoadedKey } from '@gatehouse/attest';
import { entrySignature, type LedgerAnchor } from './chain.ts';
import { parseLedgerFile } from './entry-file.ts';
import type { LedgerCheckOptions, ReportFinding } from './findings.ts';
import type { EntryGlance } from './glance.ts';
import { ledgerPath } from './paths.ts';

/** The signatures of a ledger, entry by entry. */
export interface SignatureCheck {
  /** @param isAnchor whether somebody remembers this very entry */
  add(entry: EntryGlance, path: string, isAnchor: boolean): void;
  finish(): { readonly head: LedgerAnchor | null; readonly verified: number };
}

/** Where a key signed last, and where the ledger says that it was revoked. */
interface KeyUse {
  readonly key: LoadedKey;
  lastSeq: number;
  revokedAt: number | null;
}

/**
 * A signed entry vouches for all before it, since it names them by digest. So the newest signature is verified, and the
 * ones on both sides of each change of key, at anchors, and where keys are revoked: each stretch under one key has a
 * verified end. Every entry must name a known key all the same.
 */
export function createSignatureCheck(options: LedgerCheckOptions, report: ReportFinding): SignatureCheck {
  const { keys, allSignatures } = options;
  const uses = new Map<string, KeyUse>();
  const unknown = new Set<string>();
  const verified = new Set<number>();
  let newest: EntryGlance | null = null;
  let head: LedgerAnchor | null = null;
  let count = 0;

  /** True when the signature holds; noted otherwise, once for each entry. */
  function verify({ seq, bytes, digest }: EntryGlance): boolean {
    if (verified.has(seq)) return true;
    const found = entrySignature(parseLedgerFile(bytes, ledgerPath(seq)), keys);
    if (found.verdict === 'valid') {
      verified.add(seq);
      count += 1;
      if (head === null || seq > head.seq) head = { seq, digest };
      return true;
    }
    if (found.verdict === 'invalid') {
      report('signature-invalid', ledgerPath(seq), `its signature by key "${found.by.id}" does not hold`);
    }
    return false;
  }

  function noteUse(keyid: string, seq: number, path: string): void {
    const key = keys.get(keyid);
    if (key === undefined) {
      // One key has many entries: the first says it all.
      if (!unknown.has(keyid)) report('key-unknown', path, `it is signed by the unknown key ${keyid}`);
      unknown.add(keyid);
      return;
    }
    const use = uses.get(keyid) ?? { key, lastSeq: 0, revokedAt: null };
    use.lastSeq = seq;
    uses.set(keyid, use);
  }

  /** A key cannot say of itself since when it is not believed. */
  function noteRevocations(keyid: string, entry: EntryGlance): void {
    const { revokedKeys, seq } = entry;
    if (revokedKeys.length === 0 || !verify(entry)) return;
    for (const revoked of revokedKeys) {
      const key = keys.get(revoked);
      if (revoked === keyid || key === undefined) continue;
      const use = uses.get(revoked) ?? { key, lastSeq: 0, revokedAt: null };
      use.revokedAt ??= seq;
      uses.set(revoked, use);
    }
  }

  return {
    add(entry, path, isAnchor) {
      const { keyid, seq } = entry;
      if (keyid === null) return;
      noteUse(keyid, seq, path);
      if (newest !== null && newest.keyid !== keyid) {
        verify(newest);
        verify(entry);
      }
      if (newest === null || isAnchor || allSignatures) verify(entry);
      noteRevocations(keyid, entry);
      newest = entry;
    },
    finish() {
      if (newest !== null) verify(newest);
      for (const use of uses.values()) reportRevoked(use, report);
      return { head, verified: count };
    },
  };
}

/** What a revoked key signed counts as long as another key says in the ledger that it was revoked only afterwards. */
function reportRevoked({ key, lastSeq, revokedAt }: KeyUse, report: ReportFinding): void {
  if (!key.revoked || lastSeq === 0) return;
  const where = ledgerPath(lastSeq);
  if (revokedAt === null) {
    report('key-revoked', where, `key "${key.id}" is revoked, and no entry of another key says since when`);
  } else if (lastSeq > revokedAt) {
    report('key-revoked', where, `it is signed by key "${key.id}", which entry ${revokedAt} revoked`);
  }
}
