import type { LoadedKey } from '@gatehouse/attest';
import type { LedgerAnchor } from './chain.ts';

/** What can be wrong with a ledger. The list is closed. */
export type LedgerFindingCode =
  | 'gap' // an entry is missing
  | 'misplaced' // an entry lies under the number of another
  | 'link' // an entry, or the one before it, was changed
  | 'time' // time goes back
  | 'format' // a file is no entry
  | 'foreign-file' // a file that no writer of ours leaves
  | 'pull-link' // an entry names another predecessor of its pull request or stages
  | 'copy-missing'
  | 'copy-differs'
  | 'copy-without-entry'
  | 'signature-invalid'
  | 'key-unknown'
  | 'key-revoked'
  | 'cut' // the ledger ends before an entry that was seen
  | 'fork' // another entry was seen under that number
  | 'history'; // the git history of the branch is not one of additions

export interface LedgerFinding {
  readonly code: LedgerFindingCode;
  /** Path of the file, or the commit. */
  readonly where: string;
  readonly found: string;
}

export interface LedgerCheckOptions {
  /** As `keysByHint` gives them. */
  readonly keys: ReadonlyMap<string, LoadedKey>;
  /** Points that must lie on this chain. */
  readonly anchors: readonly LedgerAnchor[];
  /** Every signature, instead of those at the tip, at each change of key, at revocations and at anchors. */
  readonly allSignatures: boolean;
}

/** How a fault is noted. */
export type ReportFinding = (code: LedgerFindingCode, where: string, found: string) => void;
