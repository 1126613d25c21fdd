import { ActionError, type CommitSha, canonicalJson } from '@gatehouse/core';
import { nextEntry } from '../ledger/chain.ts';
import { type LedgerFact, mustBeSigned, subjectOf } from '../ledger/entry.ts';
import type { LedgerLine, LedgerSigner } from '../ledger/entry-file.ts';
import { copyPath, ledgerPath, subjectKey } from '../ledger/paths.ts';
import { type EvidenceState, extended } from './state.ts';

/** What one writer wants to add: facts for the ledger, in order, and files by path. */
export interface EvidenceDraft {
  readonly facts: readonly LedgerFact[];
  readonly files: ReadonlyMap<string, string>;
}

/** Says what is missing in a state of the branch; `null` when nothing is. Asked again after each lost race. */
export type MakeDraft = (state: EvidenceState) => EvidenceDraft | null;

/** One commit in the making. */
export interface EvidencePlan {
  readonly head: CommitSha | null;
  /** The state once the commit is made. */
  readonly state: EvidenceState;
  readonly lines: readonly LedgerLine[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A commit that adds nothing yet. */
export function emptyPlan(state: EvidenceState): EvidencePlan {
  return { head: state.tip?.head ?? null, state, lines: [], files: new Map() };
}

/** The plan with one more draft, its entries numbered, linked and signed; the same plan when all is there already. */
export function planned(
  plan: EvidencePlan,
  draft: EvidenceDraft,
  writing: { readonly at: Date; readonly signer: LedgerSigner | null },
): EvidencePlan {
  if (draft.facts.length === 0) throw emptyDraft();
  if (areThere(plan.state, draft.facts)) return plan;
  requireSigner(draft.facts, writing.signer);
  const files = new Map(plan.files);
  const lines: LedgerLine[] = [];
  let { state } = plan;
  for (const fact of draft.facts) {
    const about = subjectOf(fact);
    const previousOfPull = about === null ? null : state.history(about).newestSeq;
    const line = nextEntry(state.window.at(-1) ?? null, fact, { ...writing, previousOfPull });
    files.set(ledgerPath(line.entry.seq), line.bytes);
    if (about !== null) files.set(copyPath(about, line.entry.seq), line.bytes);
    lines.push(line);
    state = extended(state, { lines: [line], paths: [] });
  }
  for (const [path, text] of draft.files) files.set(path, new TextEncoder().encode(text));
  return {
    head: plan.head,
    state: extended(state, { lines: [], paths: [...draft.files.keys()] }),
    lines: [...plan.lines, ...lines],
    files,
  };
}

/**
 * Refuses to write what only the holder of a key can write.
 *
 * @throws ActionError before anything is read or written.
 */
export function requireSigner(facts: readonly Pick<LedgerFact, 'kind' | 'pull'>[], signer: LedgerSigner | null): void {
  if (signer !== null) return;
  const fact = facts.find(({ kind, pull }) => mustBeSigned(kind) || pull !== null);
  if (fact === undefined) return;
  throw new ActionError('permission', {
    where: `Ledger entry of kind "${fact.kind}"`,
    found: 'no signing key',
    allowed: 'entries of pull requests are signed with a key of the base policy',
    remedy: 'Give the action its input "signing-key" in a job of the environment that holds it',
  });
}

/** True when the newest entries of every pull request concerned say exactly these facts. */
function areThere(state: EvidenceState, facts: readonly LedgerFact[]): boolean {
  const bySubject = Map.groupBy(facts, (fact) => {
    const about = subjectOf(fact);
    return about === null ? null : subjectKey(about);
  });
  return [...bySubject.values()].every((asked) => {
    const about = asked[0] === undefined ? null : subjectOf(asked[0]);
    if (about === null) return false;
    const newest = state.history(about).entries.slice(-asked.length);
    return newest.length === asked.length && newest.every((entry, at) => saysSame(entry, asked[at]));
  });
}

function saysSame(entry: LedgerLine['entry'], fact: LedgerFact | undefined): boolean {
  if (fact === undefined) return false;
  const said = ({ kind, reasonCode, subject, pull, people, facts }: LedgerLine['entry'] | LedgerFact): string =>
    canonicalJson({ kind, reasonCode, subject, pull, people, facts });
  return said(entry) === said(fact);
}

function emptyDraft(): ActionError {
  return new ActionError('bug', {
    where: 'Commit to the evidence branch',
    found: 'no fact for the ledger',
    allowed: 'at least one: every commit adds an entry',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
