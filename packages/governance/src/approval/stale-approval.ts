import { type CommitSha, type Digest, hexOf } from '@gatehouse/core';
import type { LedgerEntry, LedgerPerson } from '../ledger/entry.ts';

/** What approvals were bound to, or would be bound to now; `null` for what is not known (yet). */
export interface TupleParts {
  readonly tuple: Digest | null;
  readonly headSha: CommitSha;
  readonly modelDigest: Digest | null;
  readonly evidenceDigest: Digest | null;
  readonly policyDigest: Digest | null;
}

/** An approval that was given for something else than what is there now. */
export interface StaleApproval {
  readonly approved: TupleParts;
  readonly by: readonly LedgerPerson[];
  /** "approved for head abc1234, policy sha256:12ab…; now head def5678, policy sha256:34cd…", only what differs. */
  readonly sentence: string;
}

const PARTS = [
  { name: 'head', text: ({ headSha }: TupleParts) => headSha.slice(0, 7) },
  { name: 'model', text: ({ modelDigest }: TupleParts) => shortDigest(modelDigest) },
  { name: 'evidence', text: ({ evidenceDigest }: TupleParts) => shortDigest(evidenceDigest) },
  { name: 'policy', text: ({ policyDigest }: TupleParts) => shortDigest(policyDigest) },
] as const;

/**
 * Compares the newest approval of a pull request with what would be approved now.
 *
 * @param lastApproved the newest ledger entry of kind `approved`, `null` when nobody ever approved.
 * @returns `null` when the approval is of what is there now.
 */
export function staleApproval(lastApproved: LedgerEntry | null, now: TupleParts): StaleApproval | null {
  if (lastApproved === null || lastApproved.pull === null) return null;
  const { facts, pull, subject, people } = lastApproved;
  if (facts.tuple === undefined || facts.tuple === now.tuple) return null;
  const approved: TupleParts = {
    tuple: facts.tuple,
    headSha: pull.headSha,
    modelDigest: subject.modelDigest,
    evidenceDigest: facts.evidenceDigest ?? null,
    policyDigest: facts.policyDigest ?? null,
  };
  // What is not known yet, such as the model of a head that was not evaluated, is not told as different.
  const differing = PARTS.filter(({ text }) => {
    const [before, after] = [text(approved), text(now)];
    return before !== null && after !== null && before !== after;
  });
  const told = (parts: TupleParts): string => differing.map(({ name, text }) => `${name} ${text(parts)}`).join(', ');
  const sentence =
    differing.length === 0
      ? 'approved before, and announced anew since'
      : `approved for ${told(approved)}; now ${told(now)}`;
  return { approved, by: people, sentence };
}

function shortDigest(digest: Digest | null): string | null {
  return digest === null ? null : `sha256:${hexOf(digest).slice(0, 12)}…`;
}
