import type { Account, CommitSha, Digest, Permission, PullCommit, PullRequest, Review } from '@gatehouse/core';
import type { StoredEvaluation } from '../evidence/stored-evaluation.ts';
import type { Policy } from '../policy.ts';
import type { KnownPeople } from '../role-members.ts';
import type { ProposedRules } from './proposed-rules.ts';

/** The run that a check answers. */
export interface AnsweredRun {
  readonly runId: number;
  /** Name of its workflow, as the head gives it. */
  readonly workflow: string;
  readonly conclusion: string | null;
  /** The decide run whose jobs for the models have ended, whatever came of them; `null` when it had none of them. */
  readonly decidedBy: number | null;
}

/** Everything that is read about a pull request before it is judged. Nothing in it comes from an event's payload. */
export interface PullFacts {
  readonly pull: PullRequest;
  /** The head that is judged: the pull request's own. */
  readonly headSha: CommitSha;
  /** The policy of the base branch. */
  readonly policy: Policy;
  readonly files: readonly string[];
  /** What the head makes of the rules; `null` when it changes none. */
  readonly proposed: ProposedRules | null;
  readonly commits: { readonly commits: readonly PullCommit[]; readonly truncated: boolean };
  readonly coAuthors: readonly Account[];
  readonly pushers: { readonly accounts: readonly Account[]; readonly complete: boolean };
  readonly reviews: readonly Review[];
  readonly permissions: ReadonlyMap<number, Permission>;
  readonly people: KnownPeople;
  /** Since when the App's check announces each tuple; `unknown` for a commit status. */
  readonly announcements: ReadonlyMap<Digest, Date> | 'unknown';
  /** The newest evaluation of the head by model, as far as the ledger names one. */
  readonly evaluations: ReadonlyMap<string, StoredEvaluation>;
  /** The run that the check answers; `null` when none asked, as in a sweep. */
  readonly training: AnsweredRun | null;
  readonly repositoryUrl: string;
  readonly now: Date;
}
