import {
  type Approval,
  parseReleaseAuthorisation,
  type ReleaseAuthorisation,
  signedModelDigest,
  type TrustRoot,
  type VerifiedStatement,
  verifyBundle,
} from '@gatehouse/attest';
import {
  ActionError,
  type Clock,
  type CommitSha,
  type Digest,
  type EvidenceBranch,
  isDigest,
  isReasonCode,
  type Outcome,
  type ReasonCode,
  type Tuple,
  tupleDigest,
} from '@gatehouse/core';
import {
  authorisationPath,
  type EvaluationId,
  evaluationPaths,
  modelSignaturePath,
  type PullSubject,
} from './evidence-layout.ts';
import { writeEvidence } from './evidence-writer.ts';
import type { LedgerEntry, LedgerFact } from './ledger.ts';
import { LedgerReader } from './ledger-reader.ts';
import { currentReady, factOf, pullHistory } from './pull-history.ts';
import {
  type CandidateLocation,
  readStoredEvaluation,
  renderCandidateLocation,
  type StoredEvaluation,
} from './stored-evaluation.ts';

/** What the decide run hands over. The signed parts are Sigstore bundles, each on one line. */
export interface EvaluationToRecord extends PullSubject, Tuple {
  readonly outcome: Outcome;
  readonly candidate: CandidateLocation;
  readonly decisions: readonly string[];
  readonly summary: string;
  readonly provenance: string;
}

/** The announcement that a tuple waits for approvals. */
export interface ReadyAnnouncement {
  readonly tuple: Digest;
  readonly at: Date;
}

/** An authorisation read back, its signature verified. */
export interface StoredAuthorisation {
  readonly authorisation: ReleaseAuthorisation;
  readonly statement: VerifiedStatement;
  /** The Sigstore bundle as stored. */
  readonly bundle: string;
  /** OMS signature of the model, a Sigstore bundle: for consumers that know nothing of authorisations. */
  readonly modelSignature: string;
  readonly path: string;
}

/**
 * Decisions, signed statements and the ledger on the evidence branch. Every write is one commit that adds its files and
 * one ledger entry; nothing is ever replaced, and writing the same thing again changes nothing.
 */
export class EvidenceStore {
  readonly #branch: EvidenceBranch;
  readonly #clock: Clock;
  readonly #ledger: LedgerReader;

  constructor(ports: { readonly branch: EvidenceBranch; readonly clock: Clock }) {
    this.#branch = ports.branch;
    this.#clock = ports.clock;
    this.#ledger = new LedgerReader(ports.branch);
  }

  /**
   * Stores an evaluation. The first one of a tuple stays: a later one of the same tuple adds no file, only a ledger
   * entry when another tuple was evaluated in between.
   */
  async recordEvaluation(evaluation: EvaluationToRecord): Promise<void> {
    const paths = evaluationPaths(evaluation);
    const tuple = tupleDigest(evaluation);
    await this.#write('decision', async () => {
      const last = (await this.#history(evaluation)).at(-1);
      const known = last?.facts['tuple'] === tuple;
      const files = await this.#missing([
        [paths.evidence, evaluation.decisions.map((line) => `${line}\n`).join('')],
        [paths.summary, `${evaluation.summary}\n`],
        [paths.provenance, `${evaluation.provenance}\n`],
        [paths.candidate, renderCandidateLocation(evaluation.candidate)],
      ]);
      if (known && files.size === 0) return null;
      const { evidenceDigest, policyDigest, outcome } = evaluation;
      return { files, fact: factOf('decision', evaluation, { tuple, evidenceDigest, policyDigest, outcome }) };
    });
  }

  /**
   * The newest evaluation of a head, verified and recomputed.
   *
   * @returns `null` when this pull request has none for this head and model.
   * @throws ActionError `signature-invalid`, `decision-mismatch`, `ledger-broken`.
   */
  async readEvaluation(
    subject: PullSubject,
    headSha: CommitSha,
    trustRoot: TrustRoot,
  ): Promise<StoredEvaluation | null> {
    const entries = await this.#history(subject);
    const entry = entries.findLast((e) => e.kind === 'decision' && e.pull?.headSha === headSha);
    const modelDigest = entry?.subject.modelDigest;
    const evidenceDigest = entry?.facts['evidenceDigest'];
    if (modelDigest === undefined || modelDigest === null || !isDigest(evidenceDigest)) return null;
    return readStoredEvaluation(this.#branch, { modelDigest, evidenceDigest, headSha }, trustRoot);
  }

  /** An evaluation by its digests, as an authorisation names it; throws as {@link readEvaluation} does. */
  async readEvaluationById(id: EvaluationId, trustRoot: TrustRoot): Promise<StoredEvaluation | null> {
    return readStoredEvaluation(this.#branch, id, trustRoot);
  }

  /** Announces that a tuple waits for approvals, unless it is the current announcement already. */
  async announceReady(subject: PullSubject, tuple: Tuple): Promise<ReadyAnnouncement> {
    const digest = tupleDigest(tuple);
    const { evidenceDigest, policyDigest } = tuple;
    await this.#write('ready', async () => {
      if (currentReady(await this.#history(subject), digest) !== null) return null;
      return {
        files: new Map(),
        fact: factOf('ready', { ...subject, ...tuple }, { tuple: digest, evidenceDigest, policyDigest }),
      };
    });
    const ready = await this.readReady(subject, digest);
    if (ready !== null) return ready;
    throw new ActionError(
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

  /**
   * The announcement of a tuple, if nothing else was recorded for the pull request since: a tuple that returns after
   * another one needs a new announcement and new reviews.
   */
  async readReady(subject: PullSubject, tuple: Digest): Promise<ReadyAnnouncement | null> {
    const entry = currentReady(await this.#history(subject), tuple);
    return entry === null ? null : { tuple, at: new Date(entry.at) };
  }

  /** Records that every required role approved a tuple; once per tuple and set of reviews. */
  async recordApproval(subject: PullSubject, tuple: Tuple, approvals: readonly Approval[]): Promise<void> {
    const digest = tupleDigest(tuple);
    const reviews = approvals.map(({ role, userId, reviewId }) => `${role} user ${userId} review ${reviewId}`).sort();
    await this.#write('approved', async () => {
      const last = (await this.#history(subject)).at(-1);
      const same = last?.kind === 'approved' && String(last.facts['reviews']) === String(reviews);
      if (same && last.facts['tuple'] === digest) return null;
      return { files: new Map(), fact: factOf('approved', { ...subject, ...tuple }, { tuple: digest, reviews }) };
    });
  }

  /** Records that a head was refused, which also ends the announcement of any other head; once per head and reason. */
  async recordRefusal(subject: PullSubject, headSha: CommitSha, reasonCode: ReasonCode): Promise<void> {
    await this.#write('refused', async () => {
      const last = (await this.#history(subject)).at(-1);
      const same = last?.kind === 'refused' && last.pull?.headSha === headSha;
      if (same && last.facts['reasonCode'] === reasonCode) return null;
      const about = { ...subject, headSha, modelDigest: null };
      return { files: new Map(), fact: factOf('refused', about, { reasonCode }) };
    });
  }

  /** Why a head was refused last, or `null` when the newest entry about it is no refusal. */
  async readRefusal(subject: PullSubject, headSha: CommitSha): Promise<ReasonCode | null> {
    const last = (await this.#history(subject)).findLast((entry) => entry.pull?.headSha === headSha);
    const reasonCode = last?.kind === 'refused' ? last.facts['reasonCode'] : null;
    return typeof reasonCode === 'string' && isReasonCode(reasonCode) ? reasonCode : null;
  }

  /**
   * Stores a signed release authorisation and returns the one that counts: the first for this model digest and merged
   * commit, which is verified here whether it was there already or not.
   */
  async recordAuthorisation(
    signed: { readonly bundle: string; readonly modelSignature: string },
    trustRoot: TrustRoot,
  ): Promise<StoredAuthorisation> {
    const { bundle, modelSignature } = signed;
    const { statement } = await verifyBundle(bundle, trustRoot);
    const authorisation = parseReleaseAuthorisation(statement);
    const { modelDigest, mergedSha, tupleDigest: tuple, pullRequest } = authorisation;
    await this.#write('authorised', async () => {
      const files = await this.#missing([
        [authorisationPath(modelDigest, mergedSha), `${bundle}\n`],
        [modelSignaturePath(modelDigest, mergedSha), `${modelSignature}\n`],
      ]);
      if (files.size === 0) return null;
      return { files, fact: factOf('authorised', authorisation, { tuple, mergedSha, pullRequest }) };
    });
    const stored = await this.readAuthorisation(modelDigest, mergedSha, trustRoot);
    if (stored !== null) return stored;
    throw notAuthorised(`the authorisation of ${modelDigest} at ${mergedSha} cannot be read back`);
  }

  /**
   * The authorisation of a model digest at a merged commit.
   *
   * @returns `null` when there is none.
   * @throws ActionError `signature-invalid`, or `not-authorised` when it is about something else than its place says.
   */
  async readAuthorisation(
    modelDigest: Digest,
    mergedSha: CommitSha,
    trustRoot: TrustRoot,
  ): Promise<StoredAuthorisation | null> {
    const path = authorisationPath(modelDigest, mergedSha);
    const bytes = await this.#branch.read(path);
    if (bytes === null) return null;
    const bundle = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
    const statement = await verifyBundle(bundle, trustRoot);
    const authorisation = parseReleaseAuthorisation(statement.statement);
    if (authorisation.modelDigest !== modelDigest || authorisation.mergedSha !== mergedSha) {
      throw notAuthorised(
        `${path} holds an authorisation of ${authorisation.modelDigest} at ${authorisation.mergedSha}`,
      );
    }
    const signature = await this.#branch.read(modelSignaturePath(modelDigest, mergedSha));
    if (signature === null) throw notAuthorised(`${path} without a model signature beside it`);
    const modelSignature = new TextDecoder('utf-8', { fatal: true }).decode(signature).trimEnd();
    const signedModel = signedModelDigest((await verifyBundle(modelSignature, trustRoot)).statement);
    if (signedModel !== modelDigest) throw notAuthorised(`a model signature of ${signedModel} beside ${path}`);
    return { authorisation, statement, bundle, modelSignature, path };
  }

  /** Records what was done with an authorised model: `published` or `deployed`. */
  async recordUse(
    kind: 'published' | 'deployed',
    use: { readonly model: string; readonly modelDigest: Digest; readonly facts: LedgerFact['facts'] },
  ): Promise<void> {
    const { model, modelDigest, facts } = use;
    await this.#write(kind, async () => ({
      files: new Map(),
      fact: { kind, subject: { model, modelDigest }, pull: null, facts },
    }));
  }

  #history(subject: PullSubject): Promise<readonly LedgerEntry[]> {
    return pullHistory({ branch: this.#branch, ledger: this.#ledger }, subject);
  }

  async #missing(files: readonly (readonly [path: string, text: string])[]): Promise<Map<string, string>> {
    const missing = new Map<string, string>();
    for (const [path, text] of files) if ((await this.#branch.read(path)) === null) missing.set(path, text);
    return missing;
  }

  async #write(
    kind: LedgerFact['kind'],
    makeDraft: () => Promise<{ readonly files: ReadonlyMap<string, string>; readonly fact: LedgerFact } | null>,
  ): Promise<void> {
    await writeEvidence(this.#branch, this.#clock, async () => {
      const draft = await makeDraft();
      return draft === null ? null : { ...draft, message: `${kind}: ${draft.fact.subject.model}` };
    });
  }
}

function notAuthorised(found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: 'Authorisation on gatehouse-evidence',
      found,
      allowed: 'an authorisation that names the place it lies in',
      remedy: 'Run the authorise workflow again for the merged commit',
    },
    { reasonCode: 'not-authorised' },
  );
}
