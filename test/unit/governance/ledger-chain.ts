/** Ledgers for tests, as files of a branch. */
import { createHash } from 'node:crypto';
import { keysByHint, type SigningKey, type TrustRoot } from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import {
  COPY_FOLDERS,
  copyFolder,
  copyPath,
  createLedgerCheck,
  type LedgerCheckOptions,
  type LedgerFact,
  type LedgerLine,
  type LedgerReport,
  ledgerPath,
  ledgerSigner,
  nextEntry,
  subjectOf,
} from '@gatehouse/governance';
import { key, trust } from './example-evaluation.ts';

/** A decision about pull request 3, told apart by a number. */
export function decisionFact(n: number, pullRequest = 3): LedgerFact {
  return {
    kind: 'decision',
    reasonCode: null,
    subject: { model: 'mortgage-approval', modelDigest: sha256(`model ${n}`) },
    pull: { number: pullRequest, headSha: 'a'.repeat(40) },
    people: [{ id: 5, login: 'trainer', role: 'training' }],
    facts: { outcome: 'pass', runId: n + 1 },
  };
}

/** A version that was published: the kind of entry that needs no signature. */
export function publishedFact(n: number): LedgerFact {
  return {
    kind: 'published',
    reasonCode: null,
    subject: { model: 'mortgage-approval', modelDigest: sha256(`model ${n}`) },
    pull: null,
    people: [],
    facts: { tag: `mortgage-approval@v1.0.${n}`, release: n + 1 },
  };
}

/** A minute of the day for each number. */
export const at = (n: number): Date => new Date(Date.UTC(2026, 0, 1, 0, n));

/** The entry after some others, linked and signed as our writers do. */
export function following(lines: readonly LedgerLine[], fact: LedgerFact, by: SigningKey | null = key): LedgerLine {
  const about = subjectOf(fact);
  const isSame = ({ entry }: LedgerLine): boolean => {
    const other = subjectOf(entry);
    return about !== null && other !== null && copyFolder(other) === copyFolder(about);
  };
  return nextEntry(lines.at(-1) ?? null, fact, {
    at: at(lines.length),
    previousOfPull: lines.findLast(isSame)?.entry.seq ?? null,
    signer: by === null ? null : ledgerSigner(by),
  });
}

/** A ledger of facts in order, all signed with one key but those published. */
export function chainOf(facts: readonly LedgerFact[], by: SigningKey = key): readonly LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const fact of facts) lines.push(following(lines, fact, fact.kind === 'published' ? null : by));
  return lines;
}

/** The files of a ledger and of its copies. */
export function filesOf(lines: readonly LedgerLine[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { entry, bytes } of lines) {
    files.set(ledgerPath(entry.seq), bytes);
    const about = subjectOf(entry);
    if (about !== null) files.set(copyPath(about, entry.seq), bytes);
  }
  return files;
}

/** What `gatehouse ledger verify` finds in files, as it reads them: by path. */
export function check(
  files: ReadonlyMap<string, Uint8Array>,
  options: Partial<Omit<LedgerCheckOptions, 'keys'>> & { readonly trustRoot?: TrustRoot } = {},
): LedgerReport {
  const { trustRoot = trust(), anchors = [], allSignatures = false } = options;
  const ledger = createLedgerCheck({ keys: keysByHint(trustRoot), anchors, allSignatures });
  const idOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, bytes] of sorted) if (path.startsWith('ledger/')) ledger.add(path, bytes, idOf(bytes));
  const copies = sorted.filter(([path]) => COPY_FOLDERS.some((folder) => path.startsWith(`${folder}/`)));
  return ledger.finish(new Map(copies.map(([path, bytes]) => [path, idOf(bytes)])));
}
