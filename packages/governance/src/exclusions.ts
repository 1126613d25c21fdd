import type { Account, PullCommit, ReasonCode } from '@gatehouse/core';

type Id = Pick<Account, 'id'>;

/** Who took part in a change, as far as GitHub tells. */
export interface Participants {
  readonly author: Id;
  readonly commits: { readonly commits: readonly PullCommit[]; readonly truncated: boolean };
  /** Accounts that trailers of the commits name. */
  readonly coAuthors: readonly Id[];
  /** Who moved the branch of the pull request. The names in commits are whatever their author wrote. */
  readonly pushers: { readonly accounts: readonly Id[]; readonly complete: boolean };
  /** Who started a training for this pull request: actors and triggering actors. */
  readonly trainingActors: readonly Id[];
  /** Owners of the waivers that the evaluation rests on. */
  readonly waiverOwners: readonly Id[];
}

/** Why an account may not approve whatever it says, by numeric id; `null` when nothing of what it did excludes it. */
export function exclusionOf(id: number, about: Participants): ReasonCode | null {
  const rule = EXCLUSIONS.find(({ ids }) => ids(about).includes(id));
  return rule?.reasonCode ?? null;
}

interface Exclusion {
  readonly reasonCode: ReasonCode;
  readonly ids: (about: Participants) => readonly (number | undefined)[];
}

/** In the order in which they are reported: the plainest reason first. */
const EXCLUSIONS: readonly Exclusion[] = [
  { reasonCode: 'reviewer-is-author', ids: ({ author }) => [author.id] },
  {
    reasonCode: 'reviewer-is-committer',
    ids: ({ commits }) => commits.commits.flatMap(({ author, committer }) => [author?.id, committer?.id]),
  },
  { reasonCode: 'reviewer-co-authored', ids: ({ coAuthors }) => coAuthors.map(({ id }) => id) },
  { reasonCode: 'reviewer-is-pusher', ids: ({ pushers }) => pushers.accounts.map(({ id }) => id) },
  { reasonCode: 'reviewer-started-training', ids: ({ trainingActors }) => trainingActors.map(({ id }) => id) },
  { reasonCode: 'reviewer-owns-waiver', ids: ({ waiverOwners }) => waiverOwners.map(({ id }) => id) },
];
