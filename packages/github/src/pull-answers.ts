import type { Account, PullRequest, Review } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import { ACTOR, actorAnswer } from './graphql/account.ts';

/** GitHub's own stand-in for deleted accounts, as REST names it. Nobody can sign in as it. */
const GHOST: Account = { id: 10_137, login: 'ghost', type: 'User' };

/** Selection of a pull request, to be read by {@link pullAnswer}. */
export const PULL =
  'number url isDraft state merged mergedAt mergeCommit { oid } isCrossRepository headRepository { id } ' +
  `headRefName headRefOid baseRefName baseRefOid author ${ACTOR}`;

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const pullAnswer = z
  .object({
    number: z.int(),
    url: z.url(),
    isDraft: z.boolean(),
    state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
    merged: z.boolean(),
    mergedAt: instant.nullable(),
    mergeCommit: z.object({ oid: shaAnswer }).nullable(),
    isCrossRepository: z.boolean(),
    headRepository: z.object({ id: z.string() }).nullable(),
    headRefName: z.string(),
    headRefOid: shaAnswer,
    baseRefName: z.string(),
    baseRefOid: shaAnswer,
    // An account without a number is an unusable answer: nobody could tell whether it is the reviewer.
    author: actorAnswer.refine((account) => account !== null, { message: 'an account without a number' }).nullable(),
  })
  .transform(
    (pull): PullRequest => ({
      number: pull.number,
      author: pull.author ?? GHOST,
      headSha: pull.headRefOid,
      headRef: pull.headRefName,
      baseRef: pull.baseRefName,
      baseSha: pull.baseRefOid,
      draft: pull.isDraft,
      merged: pull.merged,
      mergedAt: pull.mergedAt,
      // Before the merge GitHub may name a test merge commit, which it makes and drops at will.
      mergeCommitSha: pull.merged ? (pull.mergeCommit?.oid ?? null) : null,
      open: pull.state === 'OPEN',
      // The head's repository is null when the fork was deleted.
      fromFork: pull.isCrossRepository || pull.headRepository === null,
      url: pull.url,
    }),
  );

/** Selection of a review. Not `databaseId`: GitHub is taking it away, because newer reviews do not fit it. */
export const REVIEW = `fullDatabaseId state submittedAt commit { oid } author ${ACTOR}`;

/** A 64-bit number, which GitHub writes as text. */
const bigNumber = z
  .union([z.int(), z.string().regex(/^\d{1,16}$/)])
  .transform(Number)
  .pipe(z.int());

/** `null` for a review of a deleted account, or one not submitted yet: it can count for nothing. */
export const reviewAnswer = z
  .object({
    fullDatabaseId: bigNumber.nullable(),
    state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
    submittedAt: instant.nullable(),
    commit: z.object({ oid: shaAnswer }).nullable(),
    author: actorAnswer.nullable(),
  })
  .transform(({ fullDatabaseId: id, state, submittedAt, commit, author }): Review | null =>
    id === null || author === null || submittedAt === null
      ? null
      : { id, reviewer: author, state, commitSha: commit?.oid ?? null, submittedAt },
  );
