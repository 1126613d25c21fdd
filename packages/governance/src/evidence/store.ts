import {
  type Approval,
  parseReleaseAuthorisation,
  requireTrustedKey,
  type TrustRoot,
  verifyBundle,
} from '@gatehouse/attest';
import {
  ActionError,
  type Clock,
  type CommitSha,
  type Digest,
  type EvidenceBranch,
  isDigest,
  type ReasonCode,
  type TreeView,
  type Tuple,
  tupleDigest,
} from '@gatehouse/core';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.ts';
import type { LedgerSigner } from '../ledger/entry-file.ts';
import { type LedgerSubject, ledgerPath, type PullSubject } from '../ledger/paths.ts';
import { type MakeDraft, requireSigner } from './draft.ts';
import {
  approvalDraft,
  authorisationDraft,
  type EvaluationToRecord,
  evaluationDraft,
  type ModelUse,
  type RefusalToRecord,
  readyDraft,
  refusalDraft,
  useDraft,
} from './drafts.ts';
import { historiesWanted, requireAnchor, type UnverifiedHistories, verifyHistories } from './histories.ts';
import { type AuthorisationId, type EvaluationId, evaluationPaths, judgedPath } from './layout.ts';
import { createRecorder, DEFAULT_PATIENCE, type RecordDraft, type RecordPatience } from './recorder.ts';
import { confirmed, type EvidenceInterest, type EvidenceState } from './state.ts';
import {
  authorisationPaths,
  notAuthorised,
  type StoredAuthorisation,
  verifyStoredAuthorisation,
} from './stored-authorisation.ts';
import { type StoredEvaluation, verifyStoredEvaluation } from './stored-evaluation.ts';
import { type EvidenceTip, seqOfMessage } from './tip.ts';

/** The announcement that a tuple waits for approvals. */
export interface ReadyAnnouncement {
  readonly tuple: Digest;
  readonly at: Date;
}

const EMPTY_VIEW: TreeView = { files: new Map(), folders: new Map() };

/**
 * Decisions, signed statements and the ledger on the evidence branch. Every write is one commit that adds its files and
 * its ledger entries; nothing is ever replaced, and writing the same thing again changes nothing.
 *
 * A caller that counts its round trips uses `tip`, `readHistories`, `verifyHistories`, `readEvaluations` and `record`,
 * one request each; the other methods are made of these.
 */
export class EvidenceStore {
  readonly #branch: EvidenceBranch;
  readonly #signer: LedgerSigner | null;
  /** Writes what a draft says is missing; every further property of a write is told at {@link createRecorder}. */
  readonly record: RecordDraft;

  /** @param ports `signer: null` can write only what goes unsigned: `published` and `deployed`. */
  constructor(ports: {
    readonly branch: EvidenceBranch;
    readonly clock: Clock;
    readonly signer: LedgerSigner | null;
    readonly patience?: RecordPatience;
  }) {
    this.#branch = ports.branch;
    this.#signer = ports.signer;
    this.record = createRecorder({
      ...ports,
      patience: ports.patience ?? DEFAULT_PATIENCE,
      read: (interest, trustRoot) => this.readState(interest, trustRoot),
      confirm: (state) => this.#confirm(state, new Map()),
    });
  }

  /**
   * Refuses a signing key that nobody would believe, before anything is judged by what it was to write.
   *
   * @throws ActionError `signature-invalid`.
   */
  requireTrustedSigner(trustRoot: TrustRoot): void {
    if (this.#signer !== null) requireTrustedKey({ hint: this.#signer.keyId }, trustRoot, 'Input "signing-key"');
  }

  /**
   * The newest commit of the branch and the number of its newest entry.
   *
   * @returns `null` when there is no branch yet.
   * @throws ActionError `ledger-broken` when somebody else wrote the newest commit.
   */
  async tip(): Promise<EvidenceTip | null> {
    const tip = await this.#branch.readTip({});
    return tip === null ? null : { head: tip.head, seq: seqOfMessage(tip.message, tip.head) };
  }

  /**
   * Reads the newest entries and the copies of some pull requests, in one request; `verifyHistories` makes a state of it.
   *
   * @param files paths whose presence a draft asks for.
   */
  async readHistories(
    tip: EvidenceTip | null,
    subjects: readonly LedgerSubject[],
    files: readonly string[] = [],
  ): Promise<UnverifiedHistories> {
    const asked = { subjects, files };
    if (tip === null) return { tip, ...asked, view: EMPTY_VIEW };
    return { tip, ...asked, view: await this.#branch.readAt(tip.head, historiesWanted(tip, asked)) };
  }

  /** The branch as it is now, verified: `tip`, `readHistories` and `verifyHistories` in one. */
  async readState(
    { subjects, files = [], anchors = [] }: Partial<EvidenceInterest>,
    trustRoot: TrustRoot,
  ): Promise<EvidenceState> {
    const unverified = await this.readHistories(await this.tip(), subjects ?? [], files);
    return verifyHistories(unverified, trustRoot, anchors);
  }

  /**
   * Evaluations by their digests, every signature verified and every digest recomputed; all files in one request, with
   * those of the anchors that are older than the state's newest entries.
   *
   * @returns one for each id, `null` where the branch has none.
   * @throws ActionError `signature-invalid`, `decision-mismatch`, `ledger-broken`.
   */
  async readEvaluations(
    state: EvidenceState,
    ids: readonly EvaluationId[],
    trustRoot: TrustRoot,
  ): Promise<readonly (StoredEvaluation | null)[]> {
    const paths = ids.flatMap((id) => Object.values(evaluationPaths(id)));
    const wanted = [...new Set([...paths, ...state.unconfirmed.map(({ seq }) => ledgerPath(seq))])];
    const { files } = state.tip === null || wanted.length === 0 ? EMPTY_VIEW : await this.#readAt(state, wanted);
    await this.#confirm(state, files);
    return Promise.all(ids.map((id) => verifyStoredEvaluation(files, id, trustRoot)));
  }

  /** Stores an evaluation. The files of the first one of a tuple stay. */
  async recordEvaluation(evaluation: EvaluationToRecord, trustRoot: TrustRoot): Promise<EvidenceState> {
    const { evaluationData, modelDigest } = evaluation;
    const marks = evaluationData === undefined ? [] : [judgedPath(evaluationData, modelDigest)];
    const files = [...Object.values(evaluationPaths(evaluation)), ...marks];
    return this.#write({ subject: evaluation, kind: 'decision', files }, evaluationDraft(evaluation), trustRoot);
  }

  /**
   * The newest evaluation of a head, verified and recomputed; throws as {@link readEvaluations} does.
   *
   * @returns `null` when this pull request has none for this head and model.
   */
  async readEvaluation(
    subject: PullSubject,
    headSha: CommitSha,
    trustRoot: TrustRoot,
  ): Promise<StoredEvaluation | null> {
    const state = await this.readState({ subjects: [subject] }, trustRoot);
    const id = evaluationIdOf(state.history(subject).decisionOf(headSha));
    if (id === null) return null;
    const [evaluation] = await this.readEvaluations(state, [id], trustRoot);
    return evaluation ?? null;
  }

  /** Announces that a tuple waits for approvals, unless it is the current announcement already. */
  async announceReady(subject: PullSubject, tuple: Tuple, trustRoot: TrustRoot): Promise<ReadyAnnouncement> {
    const state = await this.#write({ subject, kind: 'ready' }, readyDraft(subject, tuple), trustRoot);
    const digest = tupleDigest(tuple);
    const ready = state.history(subject).currentReady(digest);
    if (ready !== null) return { tuple: digest, at: new Date(ready.at) };
    throw headMoved(subject);
  }

  /**
   * The announcement of a tuple, if nothing else was recorded for the pull request since: a tuple that returns after
   * another one needs a new announcement and new reviews.
   */
  async readReady(subject: PullSubject, tuple: Digest, trustRoot: TrustRoot): Promise<ReadyAnnouncement | null> {
    const entry = (await this.#readHistory(subject, trustRoot)).currentReady(tuple);
    return entry === null ? null : { tuple, at: new Date(entry.at) };
  }

  /** Records that every required role approved a tuple; once per tuple and set of reviews. */
  async recordApproval(
    subject: PullSubject,
    approved: { readonly tuple: Tuple; readonly approvals: readonly Approval[] },
    trustRoot: TrustRoot,
  ): Promise<EvidenceState> {
    const { tuple, approvals } = approved;
    return this.#write({ subject, kind: 'approved' }, approvalDraft(subject, tuple, approvals), trustRoot);
  }

  /** Records that a head was refused, which also ends the announcement of any other head; once per head, reason and run. */
  async recordRefusal(subject: PullSubject, refused: RefusalToRecord, trustRoot: TrustRoot): Promise<EvidenceState> {
    return this.#write({ subject, kind: 'refused' }, refusalDraft(subject, refused), trustRoot);
  }

  /** Why a head was refused last, or `null` when the newest entry about it is no refusal. */
  async readRefusal(subject: PullSubject, headSha: CommitSha, trustRoot: TrustRoot): Promise<ReasonCode | null> {
    return (await this.#readHistory(subject, trustRoot)).refusalOf(headSha)?.reasonCode ?? null;
  }

  /**
   * Stores a signed release authorisation and returns the one that counts: the first for this model digest and merged
   * commit, which is verified here whether it was there already or not.
   */
  async recordAuthorisation(
    signed: { readonly bundle: string; readonly modelSignature: string },
    trustRoot: TrustRoot,
  ): Promise<StoredAuthorisation> {
    const authorisation = parseReleaseAuthorisation((await verifyBundle(signed.bundle, trustRoot)).statement);
    const { modelDigest, mergedSha } = authorisation;
    const draft = authorisationDraft(authorisation, signed);
    const state = await this.#write({ subject: authorisation, kind: 'authorised' }, draft, trustRoot);
    const { files } = await this.#readAt(state, authorisationPaths(authorisation));
    const stored = await verifyStoredAuthorisation(files, authorisation, trustRoot);
    if (stored !== null) return stored;
    throw notAuthorised(`the authorisation of ${modelDigest} at ${mergedSha} cannot be read back`);
  }

  /**
   * The authorisation of a model digest at a merged commit, in one request.
   *
   * @returns `null` when there is none.
   * @throws ActionError `signature-invalid`, or `not-authorised` when it is about something else than its place says.
   */
  async readAuthorisation(id: AuthorisationId, trustRoot: TrustRoot): Promise<StoredAuthorisation | null> {
    const tip = await this.#branch.readTip({ files: authorisationPaths(id) });
    return tip === null ? null : verifyStoredAuthorisation(tip.files, id, trustRoot);
  }

  /** Records what was done with an authorised model. */
  async recordUse(use: ModelUse, trustRoot: TrustRoot): Promise<EvidenceState> {
    return this.#write({ subject: null, kind: use.kind }, useDraft(use), trustRoot);
  }

  async #readHistory(subject: PullSubject, trustRoot: TrustRoot): Promise<ReturnType<EvidenceState['history']>> {
    return (await this.readState({ subjects: [subject] }, trustRoot)).history(subject);
  }

  async #write(
    about: { readonly subject: PullSubject | null; readonly kind: LedgerKind; readonly files?: readonly string[] },
    makeDraft: MakeDraft,
    trustRoot: TrustRoot,
  ): Promise<EvidenceState> {
    const { subject, kind, files = [] } = about;
    requireSigner([{ kind, pull: null }], this.#signer);
    const state = await this.readState({ subjects: subject === null ? [] : [subject], files }, trustRoot);
    return this.record(state, makeDraft, trustRoot);
  }

  async #readAt(state: EvidenceState, files: readonly string[]): Promise<TreeView> {
    return state.tip === null ? EMPTY_VIEW : this.#branch.readAt(state.tip.head, { files });
  }

  /** Compares the anchors that are older than the state's window; those not among `files` are read. */
  async #confirm(state: EvidenceState, files: TreeView['files']): Promise<EvidenceState> {
    if (state.unconfirmed.length === 0) return state;
    const paths = state.unconfirmed.map(({ seq }) => ledgerPath(seq)).filter((path) => !files.has(path));
    const read = paths.length === 0 ? files : (await this.#readAt(state, paths)).files;
    for (const anchor of state.unconfirmed) {
      const path = ledgerPath(anchor.seq);
      requireAnchor(anchor, files.get(path) ?? read.get(path) ?? null);
    }
    return confirmed(state);
  }
}

/** The evaluation that a decision of the ledger is about. */
export function evaluationIdOf(decision: LedgerEntry | null): EvaluationId | null {
  const modelDigest = decision?.subject.modelDigest;
  const headSha = decision?.pull?.headSha;
  const { evidenceDigest, artifactId } = decision?.facts ?? {};
  if (!isDigest(modelDigest) || !isDigest(evidenceDigest) || headSha === undefined) return null;
  return { modelDigest, evidenceDigest, headSha, ...(artifactId === undefined ? {} : { artifactId }) };
}

function headMoved(subject: PullSubject): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Pull request #${subject.pullRequest}`,
      found: 'another tuple was recorded while this one was announced',
      allowed: 'approvals of the newest tuple',
      remedy: 'Wait for the run of the newest push',
    },
    { reasonCode: 'head-moved' },
  );
}
