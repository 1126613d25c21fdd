import { ActionError, type CommitSha, type Digest } from '@gatehouse/core';
import type { LedgerAnchor } from '../ledger/chain.ts';
import { subjectOf } from '../ledger/entry.ts';
import type { LedgerLine } from '../ledger/entry-file.ts';
import { copyFolder, type LedgerSubject, subjectKey } from '../ledger/paths.ts';
import { type HistoryLine, type PullHistory, pullHistory } from './pull-history.ts';
import type { EvidenceTip } from './tip.ts';

/** What a caller wants to know of the branch beside its newest entries, and what is read again after a conflict. */
export interface EvidenceInterest {
  readonly subjects: readonly LedgerSubject[];
  /** Files whose presence decides what is written. */
  readonly files: readonly string[];
  readonly anchors: readonly LedgerAnchor[];
}

/** A verified view of one commit of the evidence branch. */
export interface EvidenceState {
  /** The newest commit and entry; `null` while there is no branch. */
  readonly tip: (EvidenceTip & { readonly digest: Digest }) | null;
  /** The newest entries of the ledger, oldest first. */
  readonly window: readonly LedgerLine[];
  readonly interest: EvidenceInterest;
  /** Anchors older than the window: the next read or write compares them. */
  readonly unconfirmed: readonly LedgerAnchor[];
  /** True when the branch holds a file of {@link EvidenceInterest}. */
  holds(path: string): boolean;
  /** What the ledger says of a subject of {@link EvidenceInterest}. */
  history(subject: LedgerSubject): PullHistory;
}

/** The parts of a state, of which {@link evidenceState} makes one. */
export interface StateParts {
  readonly tip: EvidenceState['tip'];
  readonly window: readonly LedgerLine[];
  readonly files: ReadonlyMap<string, boolean>;
  readonly anchors: readonly LedgerAnchor[];
  readonly unconfirmed: readonly LedgerAnchor[];
  readonly histories: ReadonlyMap<string, { readonly subject: LedgerSubject; readonly lines: readonly HistoryLine[] }>;
}

const partsOfStates = new WeakMap<EvidenceState, StateParts>();

/** A state that answers from its parts. */
export function evidenceState(parts: StateParts): EvidenceState {
  const histories = new Map(
    [...parts.histories].map(([key, { subject, lines }]) => [key, pullHistory(subject, lines)] as const),
  );
  const state: EvidenceState = {
    tip: parts.tip,
    window: parts.window,
    interest: {
      subjects: [...parts.histories.values()].map(({ subject }) => subject),
      files: [...parts.files.keys()],
      anchors: parts.anchors,
    },
    unconfirmed: parts.unconfirmed,
    holds: (path) => parts.files.get(path) ?? notRead(path),
    history: (subject) => histories.get(subjectKey(subject)) ?? notRead(copyFolder(subject)),
  };
  partsOfStates.set(state, parts);
  return state;
}

/** The parts that a state was made of. */
export function partsOf(state: EvidenceState): StateParts {
  return partsOfStates.get(state) ?? notRead('this state of the branch');
}

/** One state that answers what each of several states of the same commit does. */
export function mergedState(states: readonly [EvidenceState, ...EvidenceState[]]): EvidenceState {
  const [first] = states.map(partsOf);
  const all = states.map(partsOf);
  if (first === undefined || all.length === 1) return states[0];
  return evidenceState({
    tip: first.tip,
    window: first.window,
    files: new Map(all.flatMap(({ files }) => [...files])),
    anchors: uniqueAnchors(all.flatMap(({ anchors }) => anchors)),
    unconfirmed: uniqueAnchors(all.flatMap(({ unconfirmed }) => unconfirmed)),
    histories: new Map(all.flatMap(({ histories }) => [...histories])),
  });
}

/** What several states want to know, each once. */
export function mergedInterest(states: readonly EvidenceState[]): EvidenceInterest {
  const interests = states.map(({ interest }) => interest);
  const subjects = interests.flatMap((interest) => interest.subjects);
  return {
    subjects: [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()],
    files: [...new Set(interests.flatMap(({ files }) => files))],
    anchors: uniqueAnchors(interests.flatMap(({ anchors }) => anchors)),
  };
}

/** The state after entries and files were added; {@link written} says by which commit. */
export function extended(
  state: EvidenceState,
  added: { readonly lines: readonly LedgerLine[]; readonly paths: readonly string[] },
): EvidenceState {
  const parts = partsOf(state);
  const histories = new Map(parts.histories);
  for (const line of added.lines) {
    const about = subjectOf(line.entry);
    if (about === null) continue;
    const key = subjectKey(about);
    const known = histories.get(key) ?? notRead(key);
    histories.set(key, { ...known, lines: [...known.lines, { line, counts: true }] });
  }
  const window = [...parts.window, ...added.lines];
  const newest = window.at(-1);
  return evidenceState({
    ...parts,
    tip: newest === undefined ? null : { head: parts.tip?.head ?? '', seq: newest.entry.seq, digest: newest.digest },
    window,
    files: new Map([...parts.files, ...added.paths.map((path) => [path, true] as const)]),
    histories,
  });
}

/** The same state, now that a commit holds it. */
export function written(state: EvidenceState, head: CommitSha): EvidenceState {
  const parts = partsOf(state);
  return evidenceState({ ...parts, tip: parts.tip === null ? null : { ...parts.tip, head } });
}

/** The same state, its older anchors compared. */
export function confirmed(state: EvidenceState): EvidenceState {
  return state.unconfirmed.length === 0 ? state : evidenceState({ ...partsOf(state), unconfirmed: [] });
}

function uniqueAnchors(anchors: readonly LedgerAnchor[]): readonly LedgerAnchor[] {
  return [...new Map(anchors.map((anchor) => [`${anchor.seq} ${anchor.digest}`, anchor])).values()];
}

function notRead(what: string): never {
  throw new ActionError('bug', {
    where: 'Evidence branch',
    found: `a question about ${what}, which was not read`,
    allowed: 'questions about what was asked for when the branch was read',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
