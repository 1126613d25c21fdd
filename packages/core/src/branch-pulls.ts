import type { CommitSha } from './commit-sha.ts';

/** What a pull request says about the bases that its runs may have had. */
export interface BranchPull {
  readonly number: number;
  /** Its head now, or when it was closed. */
  readonly headSha: CommitSha;
  readonly baseRef: string;
  readonly fromFork: boolean;
  readonly createdAt: Date;
  /** `null` while it is open. */
  readonly closedAt: Date | null;
  /** When it was given another base for the last time; `null` when it never was. */
  readonly baseChangedAt: Date | null;
}

/** Every pull request, open or closed, whose head branch has one name. */
export interface BranchPulls {
  readonly pulls: readonly BranchPull[];
  /** False when there are more than are listed. */
  readonly complete: boolean;
}
