import { ActionError } from '@gatehouse/core';
import { anchorProblem, followProblem, type LedgerAnchor } from './chain.ts';
import type { LedgerCheckOptions, LedgerFinding, LedgerFindingCode, ReportFinding } from './findings.ts';
import { type EntryGlance, readGlance } from './glance.ts';
import { copyOfPath, copyPath, ledgerPath, seqOfLedgerPath, subjectKey } from './paths.ts';
import { createSignatureCheck } from './signature-check.ts';

export interface LedgerReport {
  readonly entries: number;
  readonly head: LedgerAnchor | null;
  /** The newest entry whose signature was verified. */
  readonly signedHead: LedgerAnchor | null;
  readonly signaturesVerified: number;
  /** The worst first would need an order of crimes; these are in the order of the ledger. */
  readonly findings: readonly LedgerFinding[];
}

/** A whole ledger, file by file. */
export interface LedgerCheck {
  /**
   * The next file below `ledger/`, in the order of paths.
   *
   * @param id the same for equal bytes and for no others: the blob id.
   */
  add(path: string, bytes: Uint8Array, id: string): void;
  /** @param copies the id of every file below `pulls/`, by path */
  finish(copies: ReadonlyMap<string, string>): LedgerReport;
}

/**
 * Checks a whole ledger and goes on after a fault, so that all of them are named. Edits, gaps, reordering and insertions
 * show in the chain itself; a cut tail or a second history does not, and needs anchors.
 */
export function createLedgerCheck(options: LedgerCheckOptions): LedgerCheck {
  const findings: LedgerFinding[] = [];
  const report = (code: LedgerFindingCode, where: string, found: string): void => {
    findings.push({ code, where, found });
  };
  const anchors = Map.groupBy(options.anchors, ({ seq }) => seq);
  const signatures = createSignatureCheck(options, report);
  const copies = new Map<string, string>();
  const newestOfPull = new Map<string, number>();
  let before: EntryGlance | null = null;
  let newest = 0;
  let entries = 0;

  function checkPlace(entry: EntryGlance, path: string, seq: number): void {
    const follows = seq === 1 || before?.seq === seq - 1;
    const problem = follows ? followProblem(entry, seq, before) : numberProblem(entry, seq);
    if (problem !== null) report(problem.code, path, problem.found);
    for (const anchor of anchors.get(seq) ?? []) {
      const fork = anchorProblem(anchor, seq, entry.digest);
      if (fork !== null) report('fork', path, fork);
    }
  }

  function checkPull({ about, seq, previousOfPull }: EntryGlance, path: string, id: string): void {
    const key = about === null ? null : subjectKey(about);
    const expected = key === null ? null : (newestOfPull.get(key) ?? null);
    if (previousOfPull !== expected) {
      const named = previousOfPull ?? 'none';
      const found = `it names ${named} as the entry before of its pull request or stages, which is ${expected ?? 'none'}`;
      report('pull-link', path, found);
    }
    if (about === null || key === null) return;
    newestOfPull.set(key, seq);
    copies.set(copyPath(about, seq), id);
  }

  return {
    add(path, bytes, id) {
      const seq = seqOfLedgerPath(path);
      if (seq === null) return report('foreign-file', path, 'it is no entry of the ledger');
      if (seq !== newest + 1) report('gap', path, `the entry to follow is ${ledgerPath(newest + 1)}`);
      newest = seq;
      entries += 1;
      const entry = glanced(path, bytes, report);
      if (entry !== null) {
        checkPlace(entry, path, seq);
        checkPull(entry, path, id);
        signatures.add(entry, path, anchors.has(seq));
      }
      before = entry;
    },
    finish(found) {
      for (const anchor of options.anchors) {
        const problem = anchor.seq > newest ? anchorProblem(anchor, newest, null) : null;
        if (problem !== null) report('cut', ledgerPath(anchor.seq), problem);
      }
      compareCopies(copies, found, report);
      const signed = signatures.finish();
      const head = before === null ? null : { seq: before.seq, digest: before.digest };
      return { entries, head, signedHead: signed.head, signaturesVerified: signed.verified, findings };
    },
  };
}

function glanced(path: string, bytes: Uint8Array, report: ReportFinding): EntryGlance | null {
  try {
    return readGlance(bytes, path);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    report('format', path, error.fault.found);
    return null;
  }
}

function numberProblem(
  { seq: found }: EntryGlance,
  seq: number,
): { readonly code: 'misplaced'; readonly found: string } | null {
  return found === seq ? null : { code: 'misplaced', found: `it holds the number ${found}` };
}

function compareCopies(
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
  report: ReportFinding,
): void {
  let present = 0;
  for (const [path, id] of expected) {
    const copy = found.get(path);
    if (copy === id) present += 1;
    else if (copy === undefined) report('copy-missing', path, `${originOf(path)} belongs there`);
    else report('copy-differs', path, `it is not the same as ${originOf(path)}`);
  }
  if (present === found.size) return;
  for (const path of found.keys()) {
    if (expected.has(path)) continue;
    if (copyOfPath(path) === null) report('foreign-file', path, 'it is no copy of an entry');
    else report('copy-without-entry', path, 'the ledger has no such entry of this pull request or model');
  }
}

function originOf(copy: string): string {
  return ledgerPath(copyOfPath(copy)?.seq ?? 0);
}
