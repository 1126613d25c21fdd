import type { CommitSha } from './commit-sha.ts';
import type { Digest } from './digest.ts';

/** How a version came into a stage. */
export type StageMove = 'promoted' | 'rolled-back';

/** What is said of a version that comes into a stage. */
export interface StageChange {
  readonly move: StageMove;
  readonly model: string;
  readonly stage: string;
  /** The `7` of `name#production#7`. */
  readonly counter: number;
  /** Version tag, `name@v1.2.0`. */
  readonly version: string;
  readonly commit: CommitSha;
  readonly modelDigest: Digest;
  /** Id of the version's release. */
  readonly release: number;
  readonly reason: string;
  /** Address of the issue about what went wrong. */
  readonly incident: string | null;
  /** Who asked for it. */
  readonly person: { readonly id: number; readonly login: string };
}

/** A change that the ledger holds. */
export interface RecordedStage extends StageChange {
  /** Number of the ledger's entry. */
  readonly seq: number;
  /** When it was written, an instant in UTC: from then on the version is in the stage. */
  readonly at: string;
  /** Stage tag of the assignment that it took the place of; `null` for the first of a stage. */
  readonly replaces: string | null;
  /** False when the key that signed it is revoked now: it happened, and nobody may follow it. */
  readonly counts: boolean;
}

/** What came of recording: another change may have come first. */
export type StageRecording =
  | { readonly kind: 'recorded'; readonly stage: RecordedStage }
  | { readonly kind: 'moved'; readonly by: RecordedStage };

/** The stages of models, as the ledger tells them. */
export interface StageLedger {
  /** Every change of every stage of a model in the order it was written, signatures and links verified. */
  read(model: string): Promise<readonly RecordedStage[]>;
  /**
   * Writes a change, if the newest one of the stage is still the expected one. The same change is written once.
   *
   * @param expected stage tag of the newest change that the caller saw; `null` when the stage had none
   */
  record(change: StageChange, expected: string | null): Promise<StageRecording>;
}
